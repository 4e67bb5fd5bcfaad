// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sensorreadings.h"

#include <filesystem>
#include <limits>
#include <set>
#include <string_view>

namespace fengsui {
namespace {

constexpr std::int64_t kSums[] = {60, 180, 360, 720, 1440};
constexpr std::string_view kMarks[] = {"warningLevel", "guaranteedLevel", "limitLevel", "designLevel", "checkLevel"};

std::string placeOf(const Sensor& sensor) {
  const auto slash = sensor.series.find('/');
  return slash == std::string::npos ? sensor.name : sensor.series.substr(slash + 1);
}

// Of the sums that a gauge sends itself, not of a series that is one sum already.
bool sendsParts(const Sensor& sensor) {
  return sensor.kind == "rain" && sensor.series.starts_with("rain ");
}

void addSums(const Sensor& sensor, SeriesStore& store, Instant at, std::vector<NamedReading>& out) {
  const auto readings = readingsOf(store, sensor, at);
  if (!readings || readings->empty()) return;
  std::set<std::int64_t> minutes(std::begin(kSums), std::end(kSums));
  for (const Threshold& threshold : sensor.thresholds)
    if (threshold.overMinutes > 0) minutes.insert(threshold.overMinutes);
  const std::string place = placeOf(sensor);
  const Instant last = readings->back().at;
  for (const std::int64_t many : minutes)
    if (const auto sum = sumOver(*readings, many, last))
      out.push_back({"rain " + std::to_string(many) + '/' + place, sensor.unit, *sum, last});
}

}  // namespace

Result<std::vector<Measured>> readingsOf(SeriesStore& store, const Sensor& sensor, Instant upTo) {
  const auto found =
      store.range(sensor.series, upTo.plusMs(-memoryMs(sensor)), upTo, std::numeric_limits<std::int32_t>::max());
  if (!found) return failure(found.error());
  std::vector<Measured> out;
  out.reserve(found->size());
  for (const Reading& one : *found)
    if (one.value) out.push_back({one.at, *one.value});
  return out;
}

std::vector<NamedReading> observedAt(const Situation& situation, const StationFiles& files, Instant at) {
  std::vector<NamedReading> all;
  for (const SeriesReading& one : SeriesStore::newest(files, at))
    if (one.reading.value) all.push_back({one.series, one.unit, *one.reading.value, one.reading.at});
  std::error_code ignored;
  if (all.empty() || !std::filesystem::exists(files.series, ignored)) return all;
  auto store = SeriesStore::open(files);
  if (!store) return all;
  std::set<std::string> said;
  for (const NamedReading& one : all) said.insert(one.series);
  std::vector<NamedReading> derived;
  situation.sensors.forEach([&](const Uuid&, const Sensor& sensor) {
    if (sendsParts(sensor)) addSums(sensor, *store, at, derived);
    for (const Threshold& threshold : sensor.thresholds)
      for (const std::string_view mark : kMarks)
        if (threshold.level == mark && threshold.overMinutes == 0)
          derived.push_back({std::string(mark) + '/' + placeOf(sensor), sensor.unit,
                             static_cast<double>(threshold.value.milli) / 1000, at});
  });
  for (NamedReading& one : derived)
    if (said.insert(one.series).second) all.push_back(std::move(one));
  return all;
}

}  // namespace fengsui
