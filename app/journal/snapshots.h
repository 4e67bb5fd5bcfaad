// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/situation.h"
#include "journal/journal.h"

namespace fengsui {

/// Every how many events of the total order a snapshot is kept.
inline constexpr std::uint64_t kSnapshotEvery = 8192;

/// A situation, and how much of the journal was known when it was folded.
struct KnownSituation {
  Situation situation;
  std::int64_t position = 0;  ///< every arrival up to here that belongs before it is in it
};

/// A situation and the events it was folded from.
struct StoredSnapshot {
  KnownSituation known;
  std::vector<OriginHead> heads;  ///< Journal::headsAt where it stands
};

/// Situations along the total order in NAME.cache/snapshots, so that any moment is near one. Deletable at any time;
/// a file of another station, another fold version or with a changed byte is ignored and made again.
///
/// Stored form: "FSNP3\n", then BLAKE2b-256 of the rest, then zstd of fold version, position, heads and packed
/// situation.
/// Thread: one at a time; files are written by a thread of its own, and a failure to write is no error.
class SnapshotStore {
 public:
  explicit SnapshotStore(std::string folder);
  ~SnapshotStore();
  SnapshotStore(const SnapshotStore&) = delete;
  SnapshotStore& operator=(const SnapshotStore&) = delete;

  /// Keeps the situation, some time soon. Waits while two are already waiting.
  void keep(StoredSnapshot snapshot);
  /// Waits until everything kept is on disk.
  void flush();

  /// The newest stored situation not after @p hlc that is right for those who know the arrivals up to @p arrivedBy.
  [[nodiscard]] std::optional<KnownSituation> newestUpTo(std::uint64_t hlc, std::int64_t arrivedBy, Journal& journal);

 private:
  struct Entry {
    std::uint64_t hlc = 0;
    std::int64_t position = 0;
    std::string path;
  };

  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] std::optional<StoredSnapshot> load(const Entry& entry) const;
  void write(const StoredSnapshot& snapshot) const;
  void work();

  std::string folder_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<StoredSnapshot> waiting_;
  bool writing_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace fengsui
