// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/decide.h"
#include "core/fold.h"
#include "journal/journal.h"
#include "journal/snapshots.h"

namespace fengsui {

/// The files of a station, all named after NAME.fengsui.
struct StationFiles {
  std::string journal;      ///< NAME.fengsui
  std::string publication;  ///< NAME.gpkg
  std::string attachments;  ///< NAME.files/
  std::string cache;        ///< NAME.cache/
  std::string series;       ///< NAME.series

  /// @p path with or without ".fengsui".
  [[nodiscard]] static StationFiles of(const std::string& path);
};

struct NewStation {
  std::string name;
  Mode mode = Mode::real;
  std::string timeZone = "Asia/Shanghai";
  std::string district;
};

/// Who gives a command.
struct Author {
  std::string actor;
  std::optional<Instant> occurred;  ///< when it happened, where that was earlier
};

/// What a command did.
struct Receipt {
  Uuid command;
  std::vector<EventRef> events;
  bool undoable = false;  ///< every one of them is of a kind that can be taken back
};

/// Whose knowledge a look back shows.
enum class Knowledge {
  truth,       ///< everything that is known today about that moment
  atThisSeat,  ///< what this seat had received by that moment
};

/// A station: its journal and the situation that follows from it.
///
/// Thread: one at a time; situation() may be copied to others. Several programs may open the same station: a write
/// first folds what the others wrote.
class Station {
 public:
  /// @return Error::refused where the file exists; Error::notFound for an unknown time zone.
  [[nodiscard]] static Result<std::unique_ptr<Station>> create(const std::string& path, const NewStation& facts,
                                                               Instant now = systemNow());
  /// @return Error::newerFormat, Error::damaged, Error::notFound …
  [[nodiscard]] static Result<std::unique_ptr<Station>> open(const std::string& path, bool readOnly = false);
  ~Station();

  [[nodiscard]] const StationFiles& files() const { return files_; }
  [[nodiscard]] const Situation& situation() const { return now_.situation; }
  [[nodiscard]] std::int64_t position() const { return now_.position; }
  [[nodiscard]] TimeZone timeZone() const;

  /// Decides and records. When it returns, what happened is durable and in situation().
  /// @return Error::refused with the rule; Error::full, busy … with nothing recorded.
  [[nodiscard]] Result<Receipt> execute(const Command& command, const Author& author);
  /// Takes back what a command's events did, the last first.
  [[nodiscard]] Result<Receipt> undo(const EventRef& ref, const Author& author);

  /// Events of other origins, in any order and more than once. Those too far ahead of our clock are quarantined,
  /// those whose predecessors are missing are given back.
  struct Received {
    std::size_t added = 0;
    std::size_t known = 0;
    std::size_t quarantined = 0;
    std::vector<StoredEvent> early;  ///< come again when their predecessors are here
    std::vector<Error> damaged;      ///< why an event is not what its origin recorded; nothing of these was taken in
  };
  [[nodiscard]] Result<Received> receive(std::vector<StoredEvent> events);

  /// Folds what other programs wrote. @return whether there was anything.
  [[nodiscard]] Result<bool> refresh();
  /// Cheap: whether another program may have written since the last refresh or write.
  [[nodiscard]] bool changedByOthers();

  /// The situation at a moment.
  [[nodiscard]] Result<Situation> at(Instant moment, Knowledge knowledge = Knowledge::truth);

  /// Waits until snapshots are written; for programs that end.
  void settle() { snapshots_.flush(); }

  [[nodiscard]] Journal& journal() { return journal_; }
  /// The origin under which this installation goes on; nil while the file is a copy or was restored and nothing has
  /// been recorded here since, by whichever program. Whose ladders this seat climbs.
  [[nodiscard]] Uuid origin();

  /// The clock; tests set their own.
  void setClock(Instant (*clock)()) { clock_ = clock; }

 private:
  Station(StationFiles files, Journal journal);

  [[nodiscard]] Outcome load();
  [[nodiscard]] Outcome foldNewArrivals();
  [[nodiscard]] Outcome foldForward(KnownSituation& base, std::uint64_t lastHlc, std::int64_t arrivedBy, bool keep);
  [[nodiscard]] Outcome foldEvents(std::vector<StoredEvent> arrivals);
  [[nodiscard]] KnownSituation baseBefore(const OrderPoint& point, std::int64_t arrivedBy);
  void keepSnapshot(const KnownSituation& known);
  void rememberRung();

  using Decide = std::function<Result<std::vector<DecidedEvent>>(const Situation&, const DecisionContext&)>;
  [[nodiscard]] Result<Receipt> write(const Author& author, const Decide& decideNow);
  [[nodiscard]] Result<std::vector<DecidedEvent>> claimOrigin();
  [[nodiscard]] Result<std::optional<Uuid>> ownOrigin();

  StationFiles files_;
  Journal journal_;
  SnapshotStore snapshots_;
  KnownSituation now_;
  std::vector<KnownSituation> rungs_;  ///< recent situations in memory, so that a late event rewinds in no time
  std::int64_t dataVersion_ = 0;
  bool originClaimed_ = false;
  Uuid foundOrigin_;  ///< before it is claimed: what origin() found, nil while there is none
  Instant (*clock_)() = &systemNow;
};

/// An event as the fold sees it.
[[nodiscard]] Event eventOf(const StoredEvent& stored);

}  // namespace fengsui
