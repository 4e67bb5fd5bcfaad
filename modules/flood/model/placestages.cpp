// SPDX-License-Identifier: GPL-3.0-or-later
#include "placestages.h"

#include <algorithm>

#include "gauges.h"
#include "thresholds.h"

namespace fengsui::flood {
namespace {

Observation saying(const std::string& name, const std::string& place, Instant at, std::string source) {
  Observation out;
  out.name = name;
  out.place = place;
  out.at = at;
  out.source = std::move(source);
  return out;
}

// Marks from the mildest on, with the columns in which people keep them.
struct Mark {
  const char* level;
  const char* column;
};
constexpr Mark kMarks[] = {{"limitLevel", "汛限水位"},
                           {"warningLevel", "警戒水位"},
                           {"guaranteedLevel", "保证水位"},
                           {"designLevel", "设计水位"},
                           {"checkLevel", "校核水位"}};

bool isClosedRoad(const Situation& situation, const std::string& name, Instant now) {
  bool out = false;
  situation.roadClosures.forEach([&](const Uuid&, const RoadClosure& closure) {
    out = out || (closure.name == name && std::any_of(closure.spans.begin(), closure.spans.end(),
                                                      [&](const ClosedSpan& span) { return span.holdsAt(now); }));
  });
  return out;
}

template <class Take>
void eachThing(const Situation& situation, Take take) {
  situation.riskZones.forEach(
      [&](const Uuid& id, const RiskZone& zone) { take(id, zone.name, zone.kind, zone.attributes); });
  situation.facilities.forEach(
      [&](const Uuid& id, const Facility& one) { take(id, one.name, one.kind, one.attributes); });
}

}  // namespace

std::vector<Observation> slopeStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                     Instant now) {
  std::vector<Observation> out;
  situation.riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    if (zone.kind != "geological") return;
    if (auto stage = rainStage(situation, seen, id, zone, rules.geohazard.rain, rules.nearestGaugeM, now))
      out.push_back(std::move(*stage));
  });
  return out;
}

std::vector<Observation> closingStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                       Instant now) {
  std::vector<Observation> out;
  for (const ClosingRule& rule : rules.closing) {
    const auto colour = fromCode<RiskColour>(rule.colour);
    const auto close = [&](const std::string& name, const std::string& town, std::optional<Position> where) {
      const auto had = [&](const Observation& one) { return one.place == name; };
      if (std::any_of(out.begin(), out.end(), had)) return;
      Observation stage = saying("stage", name, now, {});
      stage.word = "close";
      if (seen.warnings && colour)
        for (const HazardWarning& one : *seen.warnings) {
          const bool kind = std::find(rule.warnings.begin(), rule.warnings.end(), one.kind) != rule.warnings.end();
          const bool here = one.area.empty() || one.area == town || one.area == situation.station.district;
          if (!kind || !here || one.colour < *colour || one.at > now) continue;
          stage.source = one.kind + std::string(textOf(one.colour).zh) + " " + one.source;
          stage.at = one.at;
        }
      const Sensor* gauge = where ? nearestRainGauge(situation, *where, rules.nearestGaugeM) : nullptr;
      if (stage.source.empty() && gauge)
        for (const ClosingRain& rain : rule.rain)
          if (const auto found = rainOver(seen, "rain", rain.minutes, seriesOf(*gauge).place, now);
              found && found->mm >= rain.mm) {
            stage.source = found->gauge + " " + shortNumber(static_cast<double>(rain.minutes) / 60) + " h " +
                           shortNumber(found->mm) + " mm ≥ " + shortNumber(rain.mm) + " mm";
            stage.at = found->at;
            break;
          }
      if (!stage.source.empty()) out.push_back(std::move(stage));
    };
    situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
      if (zone.kind == rule.kind) close(zone.name, zone.town, zone.shape ? anchorOf(*zone.shape) : std::nullopt);
    });
    situation.facilities.forEach([&](const Uuid&, const Facility& one) {
      if (one.kind == rule.kind) close(one.name, one.town, one.location);
    });
  }
  return out;
}

std::vector<Observation> underpassStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                         Instant now) {
  std::vector<Observation> out;
  situation.riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
    if (zone.kind != "underpass" && zone.kind != "ponding") return;
    const Observation* newest = newestReading(seen, "depth", zone.name, now, rules.oldestMinutes);
    const bool own = newest != nullptr;
    for (const Sensor* sensor : watchersOf(situation, id)) {
      const SeriesName series = seriesOf(*sensor);
      const Observation* one = newestReading(seen, series.name, series.place, now, rules.oldestMinutes);
      if (sensor->kind == "waterDepth" && one && (!newest || newest->at < one->at)) newest = one;
    }
    const auto depth = newest ? inMetres(*newest->value, newest->unit) : std::nullopt;
    if (!depth) return;
    const std::string measured = newest->place + " " + shortNumber(*depth * 100) + " cm";
    if (!own) {
      Observation said = saying("depth", zone.name, newest->at, newest->source);
      said.value = depth;
      said.unit = "m";
      out.push_back(std::move(said));
    }
    const UnderpassRules& rule = rules.underpass;
    Observation stage = saying("stage", zone.name, newest->at, measured);
    // Sums of hundredths: 0.15 m is reached by 15 cm.
    constexpr double half = 0.0005;
    if (*depth > rule.closed - half) {
      stage.word = "closed";
      stage.source += " ≥ " + shortNumber(rule.closed * 100) + " cm";
    } else if (*depth > rule.open - half && isClosedRoad(situation, zone.name, now)) {
      stage.word = "closed";
      stage.source += " ≥ " + shortNumber(rule.open * 100) + " cm，断路未解除";
    } else if (*depth > rule.turnBack - half) {
      stage.word = "turnBack";
      stage.source += " ≥ " + shortNumber(rule.turnBack * 100) + " cm";
    }
    if (!stage.word.empty()) out.push_back(std::move(stage));
  });
  return out;
}

bool WaterMarks::reaches(const std::string& mark) const {
  const auto at = marks.find(mark);
  return level && at != marks.end() && levelM > at->second - 0.0005;
}

WaterMarks waterMarks(const Situation& situation, const Observations& seen, const FloodRules& rules, const Uuid& thing,
                      const std::string& name, const Attributes& columns, Instant now) {
  WaterMarks out;
  const auto look = [&](const Observation* one) {
    if (!one || (out.level && out.level->at >= one->at)) return;
    const auto metres = inMetres(*one->value, one->unit);
    if (!metres) return;
    out.level = one;
    out.levelM = *metres;
  };
  look(newestReading(seen, "level", name, now, rules.oldestMinutes));
  for (const Mark& mark : kMarks)
    if (const auto value = columnOf(columns, {mark.level, mark.column})) out.marks[mark.level] = *value;
  for (const Sensor* sensor : watchersOf(situation, thing)) {
    if (sensor->kind != "reservoirLevel" && sensor->kind != "riverLevel") continue;
    const SeriesName series = seriesOf(*sensor);
    look(newestReading(seen, series.name, series.place, now, rules.oldestMinutes));
    for (const Threshold& one : sensor->thresholds)
      if (const auto value = inMetres(static_cast<double>(one.value.milli) / 1000, sensor->unit);
          value && one.overMinutes == 0 && one.crossing == Crossing::above)
        for (const Mark& mark : kMarks)
          if (one.level == mark.level) out.marks.try_emplace(one.level, *value);
  }
  return out;
}

std::vector<Observation> waterStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                     Instant now) {
  std::vector<Observation> out;
  eachThing(situation,
            [&](const Uuid& id, const std::string& name, const std::string& kind, const Attributes& columns) {
              if (kind != "river" && kind != "reservoir") return;
              const WaterMarks water = waterMarks(situation, seen, rules, id, name, columns, now);
              const auto say = [&](const std::string& what, double value, Instant at, const std::string& source) {
                Observation one = saying(what, name, at, source);
                one.value = value;
                one.unit = "m";
                out.push_back(std::move(one));
              };
              for (const auto& [mark, value] : water.marks)
                if (!newestReading(seen, mark, name, now, rules.oldestMinutes))
                  say(mark, value, now, std::string(textOf(Vocabulary::thresholdLevel, mark).zh));
              if (!water.level) return;
              if (water.level->place != name) say("level", water.levelM, water.level->at, water.level->source);
              std::string highest;
              double most = -1e9;
              for (const auto& [mark, value] : water.marks)
                if (water.reaches(mark) && value > most) {
                  highest = mark;
                  most = value;
                }
              if (highest.empty()) return;
              char level[32];
              std::snprintf(level, sizeof level, "%.2f", water.levelM);
              char limit[32];
              std::snprintf(limit, sizeof limit, "%.2f", most);
              Observation stage = saying("stage", name, water.level->at,
                                         water.level->place + " " + level + " m ≥ " +
                                             textOf(Vocabulary::thresholdLevel, highest).zh + " " + limit + " m");
              stage.word = highest;
              out.push_back(std::move(stage));
            });
  return out;
}

}  // namespace fengsui::flood
