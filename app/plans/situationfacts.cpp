// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/situationfacts.h"
#include "core/derive.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "core/fields.h"
#include "plans/functions.h"
#include "plans/subjects.h"
#include "plans/sun.h"

namespace fengsui {
namespace {

struct ByName {
  bool operator()(const Observation& one, const std::string& name) const { return one.name < name; }
  bool operator()(const std::string& name, const Observation& one) const { return name < one.name; }
};

Text station() {
  return {"station register", "本站台账"};
}

std::optional<Finding> findingOf(const Json& json, const std::string& field) {
  Finding out;
  out.source = station();
  if (json.is_number()) {
    out.number = json.get<double>();
    // Quantities are kept in thousandths.
    if (field == "areaM2") {
      *out.number /= 1000;
      out.unit = "m2";
    }
  } else if (json.is_boolean()) {
    out.truth = json.get<bool>();
  } else if (json.is_string()) {
    out.word = json.get<std::string>();
  } else {
    return std::nullopt;
  }
  return out;
}

// The entity stays alive with the situation that holds it.
template <class Entity>
Subject subjectOf(const std::shared_ptr<const Situation>& situation, const Entity& entity) {
  const Entity* one = &entity;
  return {entity.name, [situation, one](const std::string& field) -> std::optional<Finding> {
            if (const auto free = one->attributes.find(field); free != one->attributes.end())
              return findingFrom(free->second);
            if (const auto json = fieldOf(*one, field); json && !json->is_null()) return findingOf(*json, field);
            return std::nullopt;
          }};
}

template <class Entity, class Wanted>
bool collect(const std::shared_ptr<const Situation>& situation, std::vector<Subject>& out, Wanted wanted) {
  bool any = false;
  situation->all<Entity>().forEach([&](const Uuid&, const Entity& entity) {
    any = true;
    if (wanted(entity)) out.push_back(subjectOf(situation, entity));
  });
  return any;
}

}  // namespace

Finding findingFrom(const std::string& written) {
  Finding out;
  out.source = station();
  double number = 0;
  const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (fault == std::errc()) {
    std::string rest(end, written.data() + written.size());
    rest.erase(0, rest.find_first_not_of(' ') == std::string::npos ? rest.size() : rest.find_first_not_of(' '));
    if (rest.empty() || unitNamed(rest)) {
      out.number = number;
      out.unit = rest;
      return out;
    }
  }
  out.word = written;
  static constexpr std::pair<std::string_view, std::string_view> kColours[] = {
      {"蓝", "blue"}, {"黄", "yellow"}, {"橙", "orange"}, {"红", "red"}};
  for (const auto& [zh, code] : kColours)
    if (written == zh || written == std::string(zh) + "色") out.word = code;
  return out;
}

std::optional<Position> centreOf(const Situation& situation) {
  double lon = 0, lat = 0;
  std::size_t count = 0;
  const auto take = [&](const std::optional<Position>& at) {
    if (!at) return;
    lon += at->lonDeg();
    lat += at->latDeg();
    ++count;
  };
  situation.places.forEach([&](const Uuid&, const Place& place) { take(place.location); });
  if (count == 0) {
    situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
      if (zone.shape) take(anchorOf(*zone.shape));
    });
    situation.shelters.forEach([&](const Uuid&, const Shelter& shelter) { take(shelter.location); });
    situation.facilities.forEach([&](const Uuid&, const Facility& facility) { take(facility.location); });
  }
  if (count == 0) return std::nullopt;
  return Position::ofDegrees(lon / static_cast<double>(count), lat / static_cast<double>(count));
}

SituationFacts::SituationFacts(Situation situation, Observations observations, Instant now,
                               std::optional<Id<Incident>> incident)
    : situation_(std::make_shared<const Situation>(std::move(situation))),
      observations_(std::move(observations)),
      now_(now),
      incident_(incident),
      centre_(centreOf(*situation_)) {
  std::sort(observations_.readings.begin(), observations_.readings.end(),
            [](const Observation& a, const Observation& b) {
              return std::tie(a.name, a.place, a.at) < std::tie(b.name, b.place, b.at);
            });
}

std::optional<std::vector<Subject>> SituationFacts::subjects(const std::string& kind) const {
  std::vector<Subject> out;
  const std::string zoneKind = kind == "riskVillage" ? "village" : kind == "geohazardPoint" ? "geological" : kind;
  const bool placesOnly = kind == "village";  // without "risk" the administrative one
  const bool zonesOnly = kind == "riskVillage" || kind == "geohazardPoint";
  bool kept = false;
  if (kind == "shelter") {
    kept = collect<Shelter>(situation_, out, [](const Shelter&) { return true; });
  } else if (kind == "depot") {
    kept = collect<Depot>(situation_, out, [](const Depot&) { return true; });
  } else {
    const auto same = [&](const auto& entity) { return entity.kind == zoneKind; };
    if (!placesOnly) collect<RiskZone>(situation_, out, same);
    if (!zonesOnly) {
      // A street is in charge as a town is.
      collect<Place>(situation_, out, [&](const Place& place) {
        return place.kind == kind || (kind == "town" && place.kind == "street");
      });
      collect<Facility>(situation_, out, same);
    }
    kept = !out.empty();
  }
  if (!kept) return std::nullopt;
  std::sort(out.begin(), out.end(), [](const Subject& a, const Subject& b) { return a.name < b.name; });
  return out;
}

std::optional<Subject> SituationFacts::subject(const std::string& kind, const std::string& name) const {
  if (const auto all = subjects(kind))
    for (const Subject& one : *all)
      if (one.name == name) return one;
  return std::nullopt;
}

std::span<const Observation> SituationFacts::series(const std::string& name, const std::string& place) const {
  // Sorted by name, place and time.
  const auto& all = observations_.readings;
  const auto key = [&](const Observation& one) { return std::tie(one.name, one.place); };
  if (place.empty()) {
    const auto [from, to] = std::equal_range(all.begin(), all.end(), name, ByName{});
    return {from, to};
  }
  const auto wanted = std::tie(name, place);
  const auto from = std::lower_bound(all.begin(), all.end(), wanted,
                                     [&](const Observation& one, const auto& w) { return key(one) < w; });
  const auto to =
      std::upper_bound(from, all.end(), wanted, [&](const auto& w, const Observation& one) { return w < key(one); });
  return {from, to};
}

const Observation* SituationFacts::newest(const std::string& name, const std::string& place) const {
  const Observation* best = nullptr;
  for (const Observation& one : series(name, place))
    if (one.at <= now_ && (!best || best->at < one.at)) best = &one;
  return best;
}

namespace {

Finding findingOf(const Observation& reading, std::string_view usualUnit) {
  Finding out;
  out.number = reading.value;
  out.unit = reading.unit.empty() && reading.value ? std::string(usualUnit) : reading.unit;
  out.word = reading.word;
  out.place = reading.place;
  out.source = reading.source.empty() ? Text{"measured", "实测"} : sameInBoth(reading.source);
  out.at = reading.at;
  return out;
}

std::string_view usualUnitOf(const std::string& function) {
  const FunctionRule* rule = functionNamed(function);
  return rule ? rule->unit : std::string_view();
}

}  // namespace

std::optional<Finding> SituationFacts::reading(const std::string& name, const std::string& place) const {
  const Observation* found = newest(name, place);
  if (!found) return std::nullopt;
  return findingOf(*found, usualUnitOf(name));
}

std::optional<Finding> SituationFacts::sum(const std::string& name, std::optional<int> minutes,
                                           const std::string& place) const {
  const std::int64_t ageMs = std::int64_t{std::max(60, minutes.value_or(60))} * 60'000;
  // The newest of each place first, then the highest of them.
  std::map<std::string_view, const Observation*> byPlace;
  for (const Observation& one : series(name, place)) {
    if (!one.value || (minutes && one.minutes != minutes)) continue;
    if (one.at > now_ || now_.ms - one.at.ms > ageMs) continue;
    const Observation*& best = byPlace[one.place];
    if (!best || best->at < one.at) best = &one;
  }
  const std::string_view usual = name == "rain" || name == "forecast.rain" ? "mm" : "";
  std::optional<Finding> highest;
  double most = 0;
  for (const auto& [where, one] : byPlace) {
    Finding found = findingOf(*one, usual);
    const auto unit = unitNamed(found.unit);
    const double size = *found.number * (unit ? unit->size : 1);
    if (highest && size <= most) continue;
    most = size;
    highest = std::move(found);
  }
  return highest;
}

std::optional<Finding> SituationFacts::warning(const std::string& kind, const std::string& place) const {
  if (!observations_.warnings) return std::nullopt;
  const HazardWarning* best = nullptr;
  for (const HazardWarning& one : *observations_.warnings) {
    if (one.kind != kind || one.at > now_) continue;
    // A warning without an area is one for the whole district.
    if (!place.empty() && !one.area.empty() && one.area != place) continue;
    if (!best || best->colour < one.colour) best = &one;
  }
  Finding out;
  out.word = "none";
  if (!best) {
    out.source = {"no " + kind + " warning is in force", "没有生效的" + kind + "预警"};
    out.at = now_;
    return out;
  }
  out.word = nameOf(best->colour).code;
  out.place = best->area;
  out.source = sameInBoth(best->source);
  out.at = best->at;
  return out;
}

std::optional<Finding> SituationFacts::figure(const std::string& code) const {
  const auto kind = fromCode<FigureKind>(code);
  if (!kind) return std::nullopt;
  std::optional<Finding> out;
  situation_->incidents.forEach([&](const Uuid&, const Incident& incident) {
    if (!incident.open() || (incident_ && incident.id != *incident_)) return;
    const Figure* best = figureThatHolds(incident, *kind);
    if (!best) return;
    if (!out) {
      out.emplace();
      out->number = 0;
    }
    *out->number += static_cast<double>(best->count);
    const std::string verified = std::string(nameOf(best->verification).zh);
    const Text one{incident.title + ": " + best->source + ", " + std::string(nameOf(best->verification).en),
                   incident.title + "：" + best->source + "，" + verified};
    out->source = {out->source.en + (out->source.en.empty() ? "" : "; ") + one.en,
                   out->source.zh + (out->source.zh.empty() ? "" : "；") + one.zh};
    if (!out->at || *out->at < best->cutOff) out->at = best->cutOff;
  });
  return out;
}

std::optional<Finding> SituationFacts::incidents(const std::string& kind) const {
  Finding out;
  double count = 0;
  situation_->incidents.forEach(
      [&](const Uuid&, const Incident& incident) { count += incident.open() && incident.kind == kind; });
  out.number = count;
  out.source = station();
  out.at = now_;
  return out;
}

std::optional<Finding> SituationFacts::mark(const std::string& function, const std::string& place) const {
  if (auto given = reading(function, place)) return given;
  const bool warningMark = function == "warningLevel";
  std::optional<Finding> out;
  const auto look = [&](const auto& entity) {
    if (entity.name != place || out) return;
    for (const char* column : {warningMark ? "warningLevel" : "guaranteedLevel", warningMark ? "警戒水位" : "保证水位"})
      if (const auto at = entity.attributes.find(column); at != entity.attributes.end()) {
        out = findingFrom(at->second);
        if (out->unit.empty()) out->unit = "m";
        out->place = place;
        return;
      }
  };
  situation_->riskZones.forEach([&](const Uuid&, const RiskZone& zone) { look(zone); });
  situation_->facilities.forEach([&](const Uuid&, const Facility& facility) { look(facility); });
  situation_->places.forEach([&](const Uuid&, const Place& one) { look(one); });
  return out;
}

std::optional<Finding> SituationFacts::daylight(const std::string& function) const {
  Finding out;
  out.at = now_;
  if (function == "hour") {
    const auto zone = TimeZone::named(situation_->station.timeZone);
    if (!zone) return std::nullopt;
    out.number = std::stoi(zone->clock(now_).substr(0, 2));
    out.source = {"station clock", "本站时钟"};
    return out;
  }
  if (!centre_) return std::nullopt;
  out.source = {"sun at " + centre_->text(), "按 " + centre_->text() + " 推算日落"};
  if (function == "dark") {
    out.truth = isDark(now_, *centre_);
    return out;
  }
  if (isDark(now_, *centre_)) {
    out.number = 0;
  } else {
    const auto dusk = nextSunset(now_, *centre_);
    if (!dusk) return std::nullopt;
    out.number = static_cast<double>((dusk->ms - now_.ms) / 60'000);
  }
  out.unit = "min";
  return out;
}

std::optional<Finding> SituationFacts::ask(const Asked& asked) const {
  const std::string here = asked.subject ? asked.subject->name : std::string();
  const auto text = [&](std::size_t i) { return i < asked.texts.size() ? asked.texts[i] : std::string(); };
  const std::optional<int> minutes =
      asked.minutes ? std::optional(static_cast<int>(std::min(*asked.minutes, 1e6))) : std::nullopt;
  const std::string& function = asked.function;
  const std::string place = asked.texts.empty() ? here : text(0);
  if (function == "warning") return warning(text(0), here);
  if (function == "rain") return sum("rain", minutes, place);
  if (function == "forecast") return sum("forecast." + text(0), minutes, asked.texts.size() > 1 ? text(1) : here);
  if (function == "reading") return reading(text(0), asked.texts.size() > 1 ? text(1) : here);
  if (function == "level") return reading("level", place);
  if (function == "warningLevel" || function == "guaranteedLevel") return mark(function, place);
  if (function == "figure") return figure(text(0));
  if (function == "incidents") return incidents(text(0));
  if (function == "hour" || function == "dark" || function == "minutesToDusk") return daylight(function);
  return reading(function, {});
}

}  // namespace fengsui
