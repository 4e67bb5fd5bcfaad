// SPDX-License-Identifier: GPL-3.0-or-later
#include "thresholds.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fengsui::flood {
namespace {

std::string shortNumber(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, std::round(value * 10) / 10).ptr};
}

std::optional<double> column(const RiskZone& zone, std::initializer_list<std::string> names) {
  for (const std::string& name : names)
    if (const auto at = zone.attributes.find(name); at != zone.attributes.end()) {
      double value = 0;
      const std::string& text = at->second;
      if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() && value > 0) return value;
    }
  return std::nullopt;
}

std::string hoursOf(std::int64_t minutes) {
  return std::to_string(minutes / 60);
}

// A village's own number for a step and a time, else that of the rules.
double triggerOf(const RiskZone& zone, const RainTrigger& rule, bool immediate) {
  const std::string hours = hoursOf(rule.minutes);
  const auto own = immediate ? column(zone, {"立即" + hours + "小时", "immediate" + hours + "h"})
                             : column(zone, {"准备" + hours + "小时", "prepare" + hours + "h"});
  return own.value_or(immediate ? rule.immediate : rule.prepare);
}

std::optional<RainFound> rainAt(const RiskZone& zone, const Observations& seen, std::int64_t minutes, Instant now) {
  for (const char* name : {"雨量站", "rainGauge"})
    if (const auto at = zone.attributes.find(name); at != zone.attributes.end() && !at->second.empty())
      return rainOver(seen, "rain", minutes, at->second, now);
  for (const std::string& name : {zone.name, zone.town})
    if (!name.empty())
      if (auto found = rainOver(seen, "rain", minutes, name, now)) return found;
  return std::nullopt;
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

std::vector<Observation> villageStages(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                       Instant now) {
  std::vector<Observation> out;
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (zone.kind != "village") return;
    Observation stage;
    for (const bool immediate : {true, false}) {
      for (const RainTrigger& rule : rules.village.rain) {
        const double from = triggerOf(zone, rule, immediate);
        const auto rain = from > 0 ? rainAt(zone, seen, rule.minutes, now) : std::nullopt;
        if (!rain || rain->mm < from) continue;
        stage.name = "stage";
        stage.place = zone.name;
        stage.word = immediate ? "immediate" : "prepare";
        stage.source = rain->gauge + " " + hoursOf(rule.minutes) + " h " + shortNumber(rain->mm) + " mm ≥ " +
                       shortNumber(from) + " mm";
        stage.at = rain->at;
        break;
      }
      if (!stage.name.empty()) break;
    }
    if (!stage.name.empty()) out.push_back(std::move(stage));
  });
  return out;
}

}  // namespace fengsui::flood
