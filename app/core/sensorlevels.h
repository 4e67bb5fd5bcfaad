// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/entities/sensor.h"
#include "core/text.h"
#include "core/time.h"

namespace fengsui {

/// One value that a sensor reported, in its unit.
struct Measured {
  Instant at;
  double value = 0;
};

/// How one threshold of a sensor stands. Where nothing was reported there is no value, and it does not hold.
struct LevelState {
  bool holds = false;
  std::optional<Instant> since;  ///< from when on, as far as the readings go back
  std::optional<double> value;   ///< what is compared with it: the newest reading, or the sum up to now
  std::optional<Instant> at;     ///< when that was reported
};

/// How the thresholds of a sensor stand at a moment, in their order.
///
/// @param readings oldest first; those after @p now are not looked at. A sum is that of the readings that are there.
[[nodiscard]] std::vector<LevelState> levelsOf(const Sensor& sensor, std::span<const Measured> readings, Instant now);

/// The sum of what was reported in the @p minutes up to @p now; nothing where nothing was.
[[nodiscard]] std::optional<double> sumOver(std::span<const Measured> readings, std::int64_t minutes, Instant now);

/// How far back readings are needed to know how the thresholds stand: a day, or twice the longest sum.
[[nodiscard]] std::int64_t memoryMs(const Sensor& sensor);

/// "evacuate now: at or above 45 mm in 1 h".
[[nodiscard]] Text inWords(const Threshold& threshold, const std::string& unit);

}  // namespace fengsui
