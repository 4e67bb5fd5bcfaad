// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds.h"

#include <algorithm>

#include "gauges.h"
#include "placestages.h"

namespace fengsui::flood {
namespace {

std::string hoursOf(std::int64_t minutes) {
  return shortNumber(static_cast<double>(minutes) / 60);
}

// A zone's own number for a step and a time, else the other one.
double triggerOf(const RiskZone& zone, std::int64_t minutes, bool immediate, double otherwise) {
  const std::string hours = hoursOf(minutes);
  const std::string zh = (immediate ? "立即" : "准备") + hours + "小时",
                    en = (immediate ? "immediate" : "prepare") + hours + "h";
  return columnOf(zone.attributes, {zh.c_str(), en.c_str()}).value_or(otherwise);
}

Observation stageOf(const RiskZone& zone, bool immediate, Instant at, std::string source) {
  Observation stage;
  stage.name = "stage";
  stage.place = zone.name;
  stage.word = immediate ? "immediate" : "prepare";
  stage.source = std::move(source);
  stage.at = at;
  return stage;
}

std::string inWords(const RainFound& rain, std::int64_t minutes, double from) {
  return rain.gauge + " " + hoursOf(minutes) + " h " + shortNumber(rain.mm) + " mm ≥ " + shortNumber(from) + " mm";
}

// The rain over a time at the gauge of a zone: the one that it names, that of its own name or its town's, the nearest.
std::optional<RainFound> rainAt(const Situation& situation, const RiskZone& zone, const Observations& seen,
                                std::int64_t minutes, double nearestM, Instant now) {
  for (const char* name : {"雨量站", "rainGauge"})
    if (const auto at = zone.attributes.find(name); at != zone.attributes.end() && !at->second.empty())
      return rainOver(seen, "rain", minutes, at->second, now);
  for (const std::string& name : {zone.name, zone.town})
    if (!name.empty())
      if (auto found = rainOver(seen, "rain", minutes, name, now)) return found;
  const auto where = zone.shape ? anchorOf(*zone.shape) : std::nullopt;
  const Sensor* nearest = where ? nearestRainGauge(situation, *where, nearestM) : nullptr;
  return nearest ? rainOver(seen, "rain", minutes, seriesOf(*nearest).place, now) : std::nullopt;
}

// What one threshold of a sensor says about a zone that it watches.
std::optional<Observation> saidBy(const Sensor& sensor, const Threshold& one, const RiskZone& zone,
                                  const Observations& seen, std::int64_t oldestMinutes, Instant now) {
  const bool immediate = one.level == "immediate";
  const SeriesName series = seriesOf(sensor);
  const double value = static_cast<double>(one.value.milli) / 1000;
  if (one.overMinutes > 0) {
    const double from = triggerOf(zone, one.overMinutes, immediate, value);
    const auto rain = rainOver(seen, "rain", one.overMinutes, series.place, now);
    if (sensor.kind != "rain" || !rain || series.place.empty() || rain->mm < from) return std::nullopt;
    return stageOf(zone, immediate, rain->at, inWords(*rain, one.overMinutes, from));
  }
  const Observation* newest = newestReading(seen, series.name, series.place, now, oldestMinutes);
  if (!newest) return std::nullopt;
  const bool above = one.crossing == Crossing::above;
  if (above ? *newest->value < value : *newest->value > value) return std::nullopt;
  return stageOf(zone, immediate, newest->at,
                 sensor.name + " " + shortNumber(*newest->value) + ' ' + sensor.unit + (above ? " ≥ " : " ≤ ") +
                     shortNumber(value) + ' ' + sensor.unit);
}

// Whether sensors with thresholds of their own watch a zone, and what they say at worst.
struct Watched {
  bool byRain = false;
  std::optional<Observation> stage;
};

Watched watched(const Situation& situation, const Observations& seen, const Uuid& id, const RiskZone& zone,
                std::int64_t oldestMinutes, Instant now) {
  Watched out;
  for (const Sensor* sensor : watchersOf(situation, id))
    for (const Threshold& one : sensor->thresholds) {
      if (one.level != "prepare" && one.level != "immediate") continue;
      // A gauge that sends nothing is none.
      if (sensor->kind == "rain" && rainOver(seen, "rain", one.overMinutes, seriesOf(*sensor).place, now))
        out.byRain = true;
      auto said = saidBy(*sensor, one, zone, seen, oldestMinutes, now);
      if (said && (!out.stage || (out.stage->word == "prepare" && said->word == "immediate"))) out.stage = said;
    }
  return out;
}

}  // namespace

std::optional<RainFound> rainOver(const Observations& seen, std::string_view name, std::int64_t minutes,
                                  const std::string& gauge, Instant now) {
  const std::int64_t oldest = now.ms - std::max<std::int64_t>(60, minutes) * 60'000;
  std::map<std::string, const Observation*> newest;
  for (const Observation& one : seen.readings) {
    if (one.name != name || !one.value || one.minutes != static_cast<int>(minutes)) continue;
    if (one.at > now || one.at.ms < oldest || (!gauge.empty() && one.place != gauge)) continue;
    const Observation*& best = newest[one.place];
    if (!best || best->at < one.at) best = &one;
  }
  std::optional<RainFound> out;
  for (const auto& [place, one] : newest)
    if (!out || *one->value > out->mm) out = RainFound{*one->value, place, one->at};
  return out;
}

std::optional<Observation> rainStage(const Situation& situation, const Observations& seen, const Uuid& id,
                                     const RiskZone& zone, const std::vector<RainTrigger>& rules, double nearestM,
                                     Instant now) {
  constexpr std::int64_t aDay = 24 * 60;
  const Watched own = watched(situation, seen, id, zone, aDay, now);
  if (own.byRain || (own.stage && own.stage->word == "immediate")) return own.stage;
  for (const bool immediate : {true, false}) {
    // A water gauge says that it is time to prepare; rain may say more, not less.
    if (own.stage && !immediate) break;
    for (const RainTrigger& rule : rules) {
      const double from = triggerOf(zone, rule.minutes, immediate, immediate ? rule.immediate : rule.prepare);
      const auto rain = from > 0 ? rainAt(situation, zone, seen, rule.minutes, nearestM, now) : std::nullopt;
      if (rain && rain->mm >= from) return stageOf(zone, immediate, rain->at, inWords(*rain, rule.minutes, from));
    }
  }
  return own.stage;
}

std::vector<Observation> villageStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                       Instant now) {
  std::vector<Observation> out;
  situation.riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    if (zone.kind != "village") return;
    if (auto stage = rainStage(situation, seen, id, zone, rules.village.rain, rules.nearestGaugeM, now))
      out.push_back(std::move(*stage));
  });
  return out;
}

std::vector<Observation> gaugeStages(const Surroundings& around, const FloodRules& rules) {
  const Situation& situation = *around.situation;
  const Observations seen = around.observations();
  std::vector<Observation> out;
  for (auto* stages : {villageStages, slopeStages, closingStages, underpassStages, waterStages})
    for (Observation& one : stages(situation, seen, rules, around.now)) out.push_back(std::move(one));
  return out;
}

}  // namespace fengsui::flood
