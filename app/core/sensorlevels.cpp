// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sensorlevels.h"

#include <algorithm>

#include "core/names.h"

namespace fengsui {
namespace {

double numberOf(Quantity quantity) {
  return static_cast<double>(quantity.milli) / 1000;
}

// Whether it holds at this value, if it held before or not.
bool holdsAt(const Threshold& threshold, double value, bool before) {
  const double limit = numberOf(before && threshold.until ? *threshold.until : threshold.value);
  // What is compared came through thousandths; a sum of many of them is off by less than one.
  constexpr double kHalfStep = 0.0005;
  const double beyond = threshold.crossing == Crossing::above ? value - limit : limit - value;
  // The end of the hysteresis is where it is over; the value itself is where it begins.
  return before && threshold.until ? beyond > kHalfStep : beyond > -kHalfStep;
}

LevelState followed(const Threshold& threshold, std::span<const Measured> readings, Instant now) {
  LevelState state;
  const auto see = [&](Instant at, double value) {
    const bool holds = holdsAt(threshold, value, state.holds);
    if (holds && !state.holds) state.since = at;
    if (!holds) state.since.reset();
    state.holds = holds;
    state.value = value;
  };
  const std::int64_t overMs = threshold.overMinutes * 60'000;
  if (overMs <= 0) {
    for (const Measured& one : readings) see(one.at, one.value);
  } else {
    std::size_t first = 0;
    double sum = 0;
    const auto forget = [&](Instant at) {
      while (first < readings.size() && readings[first].at.ms <= at.ms - overMs) sum -= readings[first++].value;
    };
    for (const Measured& one : readings) {
      sum += one.value;
      forget(one.at);
      see(one.at, sum);
    }
    // What fell so long ago counts no more, though nothing was reported since.
    if (!readings.empty() && readings.back().at < now) {
      forget(now);
      see(now, first == readings.size() ? 0 : sum);
    }
  }
  if (!readings.empty()) state.at = readings.back().at;
  return state;
}

std::span<const Measured> upTo(std::span<const Measured> readings, Instant now) {
  const auto end = std::upper_bound(readings.begin(), readings.end(), now,
                                    [](Instant t, const Measured& one) { return t < one.at; });
  return readings.first(static_cast<std::size_t>(end - readings.begin()));
}

}  // namespace

std::vector<LevelState> levelsOf(const Sensor& sensor, std::span<const Measured> readings, Instant now) {
  const auto known = upTo(readings, now);
  std::vector<LevelState> out;
  out.reserve(sensor.thresholds.size());
  for (const Threshold& threshold : sensor.thresholds) out.push_back(followed(threshold, known, now));
  return out;
}

std::optional<double> sumOver(std::span<const Measured> readings, std::int64_t minutes, Instant now) {
  std::optional<double> sum;
  for (const Measured& one : upTo(readings, now))
    if (one.at.ms > now.ms - minutes * 60'000) sum = sum.value_or(0) + one.value;
  return sum;
}

std::int64_t memoryMs(const Sensor& sensor) {
  std::int64_t minutes = 24 * 60;
  for (const Threshold& threshold : sensor.thresholds) minutes = std::max(minutes, 2 * threshold.overMinutes);
  return minutes * 60'000;
}

Text inWords(const Threshold& threshold, const std::string& unit) {
  const Text level = textOf(Vocabulary::thresholdLevel, threshold.level);
  const Text side = textOf(threshold.crossing);
  Text out{level.en + ": " + side.en + ' ' + threshold.value.text() + ' ' + unit,
           level.zh + "：" + side.zh + threshold.value.text() + unit};
  if (const std::int64_t minutes = threshold.overMinutes; minutes > 0) {
    const bool hours = minutes % 60 == 0;
    const std::string many = std::to_string(hours ? minutes / 60 : minutes);
    out.en += " in " + many + (hours ? " h" : " min");
    out.zh = level.zh + "：" + many + (hours ? "小时" : "分钟") + side.zh + threshold.value.text() + unit;
  }
  if (threshold.until) {
    out.en += ", until " + threshold.until->text() + ' ' + unit;
    out.zh += "，回到" + threshold.until->text() + unit + "解除";
  }
  return out;
}

}  // namespace fengsui
