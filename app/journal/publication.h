// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/situation.h"
#include "journal/publishedrows.h"
#include "journal/sqlite.h"
#include "journal/station.h"

namespace fengsui {

/// What came of one attempt to publish.
struct PublishOutcome {
  enum class What {
    published,  ///< the file shows the situation now
    unchanged,  ///< it did already
    late,       ///< a reader or writer holds the file; try again soon
    elsewhere,  ///< another program publishes this station
  };
  What what = What::unchanged;
  std::size_t written = 0;
  std::size_t removed = 0;
  bool madeAnew = false;  ///< the file was missing, foreign or damaged, and was made again
  Text why;               ///< for madeAnew, late and elsewhere: a sentence
};

/// Keeps NAME.gpkg equal to a situation: a GeoPackage for everybody, written by us only.
///
/// The file may be deleted, replaced, truncated, edited or locked by anybody at any time; it is made equal again at the
/// next publish(). One program at a time publishes a station: who holds NAME.cache/publication.lock.
///
/// Thread: one at a time.
/// Errors: Error::full, io (a folder that may not be written). Never Error::damaged or busy.
/// Source: PUBLICATION.md.
class Publication {
 public:
  explicit Publication(const StationFiles& files);
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  /// How long publish() waits for readers before it is late.
  void setPatience(int ms) { patienceMs_ = ms; }

  /// Makes the file show the situation, in one transaction.
  [[nodiscard]] Result<PublishOutcome> publish(const Situation& situation, std::int64_t position, Instant now);

 private:
  /// What tells that nobody else touched the file since.
  struct FileMark {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changedNs = 0;
    bool operator==(const FileMark&) const = default;
  };
  struct Shown {
    Situation situation;
    std::int64_t position = 0;
  };

  [[nodiscard]] Result<bool> holdLock();
  [[nodiscard]] std::optional<FileMark> markOfFile() const;
  [[nodiscard]] Result<PublishOutcome> tryPublish(const Situation& situation, std::int64_t position, Instant now);
  [[nodiscard]] Outcome openFile();
  /// @return Error::damaged with what is wrong where the file is not as we make it.
  [[nodiscard]] Outcome checkFile();
  [[nodiscard]] Result<published::Difference> compareFile(const Situation& situation);
  [[nodiscard]] Result<bool> othersWrote();
  [[nodiscard]] Outcome write(const published::Difference& difference, const published::Row& publication);
  [[nodiscard]] Result<PublishOutcome> makeAnew(const Situation& situation, std::int64_t position, Instant now,
                                                Text why);
  void leaveWal();
  void close();

  std::string path_;
  std::string lockPath_;
  int lock_ = -1;
  int patienceMs_ = 250;
  Sqlite db_;
  bool open_ = false;
  std::optional<FileMark> mark_;
  std::int64_t dataVersion_ = 0;
  std::optional<Shown> shown_;  ///< what the file shows, as long as nobody else touched it
};

}  // namespace fengsui
