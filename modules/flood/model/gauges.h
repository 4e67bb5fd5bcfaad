// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sdk/surroundings.h"

namespace fengsui::flood {

/// The name and the place of the series that a sensor reports: "rain" and "北沟" of "rain 5/北沟".
struct SeriesName {
  std::string name;
  std::string place;
};
[[nodiscard]] SeriesName seriesOf(const Sensor& sensor);

/// The sensors whose levels are about a thing, by their names.
[[nodiscard]] std::vector<const Sensor*> watchersOf(const Situation& situation, const Uuid& thing);

/// The nearest rain gauge with a place, within so far.
[[nodiscard]] const Sensor* nearestRainGauge(const Situation& situation, Position from, double withinM);

/// The newest reading of that name and place that is a number and no sum, at most so old.
[[nodiscard]] const Observation* newestReading(const Observations& seen, std::string_view name, std::string_view place,
                                               Instant now, std::int64_t oldestMinutes);

/// A length in metres: "15" cm is 0.15; nothing for a unit that is none of a length.
[[nodiscard]] std::optional<double> inMetres(double value, std::string_view unit);

/// A number that stands in one of these columns.
[[nodiscard]] std::optional<double> columnOf(const Attributes& attributes, std::initializer_list<const char*> names);

/// With one digit at most.
[[nodiscard]] std::string shortNumber(double value);

}  // namespace fengsui::flood
