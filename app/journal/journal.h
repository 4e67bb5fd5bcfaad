// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/decide.h"
#include "journal/chain.h"
#include "journal/sqlite.h"

namespace fengsui {

/// The newest format that this program writes and reads: FORMAT.md.
inline constexpr int kJournalFormat = 1;

/// A place in the total order; events are after it or not.
struct OrderPoint {
  std::uint64_t hlc = 0;
  Uuid origin;
  std::uint64_t sequence = 0;

  auto operator<=>(const OrderPoint&) const = default;
  [[nodiscard]] static OrderPoint of(const EventHeader& h) { return {h.hlc, h.ref.origin, h.ref.sequence}; }
  [[nodiscard]] static OrderPoint of(const Situation& s) { return {s.lastHlc, s.lastOrigin, s.lastSequence}; }
};

/// How far one origin's chain goes. Two journals with the same heads hold the same events.
struct OriginHead {
  Uuid origin;
  std::uint64_t sequence = 0;
  Digest chain{};

  bool operator==(const OriginHead&) const = default;
};

/// The events of a station in one SQLite file, and nothing else: append, read, never change.
///
/// Durability: what append() has committed survives kill -9 and power loss (WAL, synchronous=FULL).
/// Thread: one at a time. Several programs may have the same file open.
class Journal {
 public:
  static constexpr std::int64_t kToTheEnd = std::numeric_limits<std::int64_t>::max();

  /// A new file with a new origin. @return Error::refused where there is one already.
  [[nodiscard]] static Result<Journal> create(const std::string& path);
  /// @return Error::newerFormat for a file of a newer program, Error::damaged, Error::notFound.
  [[nodiscard]] static Result<Journal> open(const std::string& path, bool readOnly);

  [[nodiscard]] const std::string& path() const { return db_.path(); }
  [[nodiscard]] bool readOnly() const { return readOnly_; }

  // ---- writing; between begin() and commit()

  /// Waits for other writers up to five seconds. @return Error::busy.
  [[nodiscard]] Outcome begin();
  /// Durable when it returns. On any failure everything since begin() is undone. @return Error::full …
  [[nodiscard]] Outcome commit();
  void rollback();

  /// Appends events of this installation's origin: gives sequence, clock and chain.
  [[nodiscard]] Result<std::vector<StoredEvent>> append(std::span<const DecidedEvent> events, const Uuid& command,
                                                        const std::string& actor, Instant occurred, Instant now);
  /// Appends an event of another origin as it came, its chain checked against what is held of that origin.
  /// @return false where it is held already; Error::damaged where it does not chain.
  [[nodiscard]] Result<bool> appendForeign(const StoredEvent& event, Instant now);
  /// The origin under which this installation appends; a new one where the file is a copy or was restored.
  [[nodiscard]] const Uuid& origin() const { return origin_; }
  /// Appends under another origin of this file that is this installation's.
  void useOrigin(const Uuid& origin) { origin_ = origin; }
  /// Goes on under a new origin. @return the last event of the old one.
  [[nodiscard]] Result<EventRef> mintOrigin();

  // ---- reading

  using Visit = std::function<bool(StoredEvent&&)>;  ///< return false to stop

  /// Events in the order of arrival, after @p position.
  [[nodiscard]] Outcome readArrivals(std::int64_t position, const Visit& visit);
  /// Events in the total order, after @p point and up to @p lastHlc, of those that had arrived by @p arrivedBy.
  [[nodiscard]] Outcome readInOrder(const OrderPoint& point, std::uint64_t lastHlc, std::int64_t arrivedBy,
                                    const Visit& visit);
  /// The clocks of events that had arrived by @p arrivedBy, ascending, after @p hlc, at most @p limit. Cheap: reads no
  /// events.
  [[nodiscard]] Result<std::vector<std::uint64_t>> clocksAfter(std::uint64_t hlc, std::int64_t arrivedBy,
                                                               std::size_t limit);
  /// Events of one origin by sequence, from @p sequence on.
  [[nodiscard]] Outcome readOrigin(const Uuid& origin, std::uint64_t sequence, const Visit& visit);
  [[nodiscard]] Result<std::optional<StoredEvent>> find(const EventRef& ref);
  /// All events of the command that recorded @p event; they stand next to each other in their origin.
  [[nodiscard]] Result<std::vector<StoredEvent>> commandOf(const StoredEvent& event);

  [[nodiscard]] Result<std::int64_t> lastPosition();
  /// The last arrival not later than @p at.
  [[nodiscard]] Result<std::int64_t> lastPositionAt(Instant at);
  /// The smallest clock among the arrivals in (after, upTo] that came out of order; nothing where none did.
  [[nodiscard]] Result<std::optional<std::uint64_t>> earliestLateArrival(std::int64_t after, std::int64_t upTo);
  [[nodiscard]] Result<std::vector<std::pair<Uuid, std::uint64_t>>> heads();  ///< last sequence of each origin
  /// The ends of all chains among the events up to @p point that had arrived by @p arrivedBy, by origin.
  [[nodiscard]] Result<std::vector<OriginHead>> headsAt(const OrderPoint& point, std::int64_t arrivedBy);
  /// Changes when another connection has written.
  [[nodiscard]] Result<std::int64_t> dataVersion();

  /// A consistent copy through SQLite's backup, also while others write. @return Error::refused where @p to exists.
  [[nodiscard]] Outcome backupTo(const std::string& to);

  [[nodiscard]] Sqlite& database() { return db_; }

 private:
  explicit Journal(Sqlite db) : db_(std::move(db)) {}

  /// The end of one origin's chain.
  struct Head {
    std::uint64_t sequence = 0;
    std::uint64_t hlc = 0;
    Digest chain{};
  };

  [[nodiscard]] Outcome prepareAll();
  [[nodiscard]] Outcome loadOrigin();
  [[nodiscard]] Result<std::int64_t> originNumber(const Uuid& origin);
  [[nodiscard]] Result<std::int64_t> wordNumber(const std::string& word);
  [[nodiscard]] Result<Uuid> originNumbered(std::int64_t number);
  [[nodiscard]] Result<std::string> wordNumbered(std::int64_t number);
  [[nodiscard]] Result<Head> head(std::int64_t originNumber);
  [[nodiscard]] Outcome insert(StoredEvent& event, std::int64_t originNumber, Instant now);
  [[nodiscard]] Result<StoredEvent> row(Statement& statement);
  [[nodiscard]] Outcome readRows(Statement& statement, const Visit& visit);
  void forgetNumbers();

  Sqlite db_;
  bool readOnly_ = false;
  Uuid origin_;
  // What holds for the length of a transaction.
  std::uint64_t lastHlc_ = 0;
  Instant lastReceived_;
  std::int64_t lastPosition_ = 0;

  Statement begin_, commit_, insert_, head_, find_, end_, wordByText_, wordById_, addWord_, originByUuid_, originById_,
      addOrigin_, late_, dataVersion_;
  std::map<std::string, std::int64_t> wordNumbers_;
  std::map<std::int64_t, std::string> words_;
  std::map<Uuid, std::int64_t> originNumbers_;
  std::map<std::int64_t, Uuid> origins_;
};

}  // namespace fengsui
