// SPDX-License-Identifier: GPL-3.0-or-later
#include "gauges.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fengsui::flood {

SeriesName seriesOf(const Sensor& sensor) {
  const auto slash = sensor.series.find('/');
  SeriesName out{sensor.series.substr(0, slash),
                 slash == std::string::npos ? std::string() : sensor.series.substr(slash + 1)};
  out.name.resize(std::min(out.name.find(' '), out.name.size()));
  return out;
}

std::vector<const Sensor*> watchersOf(const Situation& situation, const Uuid& thing) {
  std::vector<const Sensor*> out;
  situation.sensors.forEach([&](const Uuid&, const Sensor& sensor) {
    if (std::find(sensor.watches.begin(), sensor.watches.end(), thing) != sensor.watches.end()) out.push_back(&sensor);
  });
  std::sort(out.begin(), out.end(), [](const Sensor* a, const Sensor* b) { return a->name < b->name; });
  return out;
}

const Sensor* nearestRainGauge(const Situation& situation, Position from, double withinM) {
  const Sensor* best = nullptr;
  double least = withinM;
  situation.sensors.forEach([&](const Uuid&, const Sensor& sensor) {
    if (sensor.kind != "rain" || !sensor.location || seriesOf(sensor).place.empty()) return;
    const double far = distanceM(*sensor.location, from);
    if (far > least || (best && far == least && best->name < sensor.name)) return;
    best = &sensor;
    least = far;
  });
  return best;
}

const Observation* newestReading(const Observations& seen, std::string_view name, std::string_view place, Instant now,
                                 std::int64_t oldestMinutes) {
  const Observation* best = nullptr;
  for (const Observation& one : seen.readings)
    if (one.name == name && one.place == place && one.value && !one.minutes && one.at <= now &&
        one.at.ms >= now.ms - oldestMinutes * 60'000 && (!best || best->at < one.at))
      best = &one;
  return best;
}

std::optional<double> inMetres(double value, std::string_view unit) {
  for (const auto& [name, size] : {std::pair("m", 1.0), {"cm", 0.01}, {"mm", 0.001}, {"", 1.0}})
    if (unit == name) return value * size;
  return std::nullopt;
}

std::optional<double> columnOf(const Attributes& attributes, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const auto at = attributes.find(name); at != attributes.end()) {
      double value = 0;
      const std::string& text = at->second;
      if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() && value > 0) return value;
    }
  return std::nullopt;
}

std::string shortNumber(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, std::round(value * 10) / 10).ptr};
}

}  // namespace fengsui::flood
