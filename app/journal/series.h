// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"
#include "core/time.h"
#include "journal/sqlite.h"
#include "journal/station.h"

namespace fengsui {

/// One reading of a sensor, or one position of a track.
struct Reading {
  Instant at;
  std::optional<double> value;
  std::optional<Position> where;

  bool operator==(const Reading&) const = default;
};

/// A reading and whose it is.
struct SeriesReading {
  std::string series;  ///< "rain/怀北", "track/<team id>": a name for ever
  std::string unit;    ///< "mm"; empty for tracks. That of the first reading stays.
  Reading reading;
};

struct SeriesFacts {
  std::string name;
  std::string unit;
};

/// What sensors and terminals report, in NAME.series: plentiful, pruned by age, no part of the journal.
///
/// A file of its own, because 13 readings a second on the mean and 260 at the peak would otherwise share the lock, the
/// sync and the size of the file on which events wait. Durability: NORMAL; a power cut may lose the last second, a
/// killed program nothing. A reading that mattered is named in an event, which holds its value.
///
/// Thread: one at a time; several programs may have it open.
/// Errors: Error::full, busy, io.
class SeriesStore {
 public:
  /// Makes the file where there is none. A damaged one is put aside as NAME.series.damaged and begun anew.
  [[nodiscard]] static Result<SeriesStore> open(const StationFiles& files);

  /// What open() did to a damaged file; empty where nothing was wrong.
  [[nodiscard]] const Text& notice() const { return notice_; }

  /// All or none, in one transaction. A reading of the same series and moment replaces the one before.
  [[nodiscard]] Outcome append(std::span<const SeriesReading> readings);

  /// From @p from up to and with @p to, oldest first, at most @p limit.
  [[nodiscard]] Result<std::vector<Reading>> range(const std::string& series, Instant from, Instant to,
                                                   std::size_t limit = 100'000);
  /// The last one not after @p at.
  [[nodiscard]] Result<std::optional<Reading>> last(const std::string& series, Instant at);
  [[nodiscard]] Result<std::vector<SeriesFacts>> list();
  /// The newest value of each series of a station, not after @p at; nothing where it keeps none, or none can be read.
  [[nodiscard]] static std::vector<SeriesReading> newest(const StationFiles& files, Instant at);

  /// Removes up to @p most readings older than @p before, in a transaction of its own: some 20 ms for 2,000.
  /// @return how many went; fewer than @p most when nothing older is left.
  [[nodiscard]] Result<std::size_t> prune(Instant before, std::size_t most = 2000);

 private:
  explicit SeriesStore(Sqlite db) : db_(std::move(db)) {}
  [[nodiscard]] static Result<SeriesStore> openSound(const std::string& path);
  [[nodiscard]] Result<std::int64_t> seriesNumber(const SeriesReading& reading);
  [[nodiscard]] Outcome insertAll(std::span<const SeriesReading> readings);

  Sqlite db_;
  Text notice_;
  Statement insert_, numberOf_, addSeries_;
  std::int64_t pruneNext_ = 0;  ///< the series at which pruning goes on
};

}  // namespace fengsui
