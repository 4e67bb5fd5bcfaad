// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/roadstretches.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <set>

#include "core/names.h"
#include "gis/roads/roadclass.h"

namespace fengsui {
namespace {

constexpr double kJoinedM = 60;
constexpr double kNearM = 3000;
constexpr double kMetresPerE7 = 0.01113;  // of latitude

struct Part {
  const Hit* hit;
  Line places;
  Position low{2'000'000'000, 2'000'000'000}, high{-2'000'000'000, -2'000'000'000};
};

Part partOf(const Hit& hit) {
  Part out{&hit, {}};
  if (hit.shape)
    for (const Line& line : hit.shape->lines) out.places.insert(out.places.end(), line.begin(), line.end());
  if (out.places.empty()) out.places.push_back(hit.where);
  for (const Position p : out.places) {
    out.low = {std::min(out.low.lonE7, p.lonE7), std::min(out.low.latE7, p.latE7)};
    out.high = {std::max(out.high.lonE7, p.lonE7), std::max(out.high.latE7, p.latE7)};
  }
  return out;
}

bool touch(const Part& a, const Part& b) {
  const double north = kJoinedM / kMetresPerE7;
  const double east = north / std::max(0.1, std::cos(a.places.front().latDeg() * 3.14159265 / 180));
  if (a.low.lonE7 - b.high.lonE7 > east || b.low.lonE7 - a.high.lonE7 > east || a.low.latE7 - b.high.latE7 > north ||
      b.low.latE7 - a.high.latE7 > north)
    return false;
  for (const Position p : a.places)
    for (const Position q : b.places)
      if (std::abs(p.latE7 - q.latE7) <= north && std::abs(p.lonE7 - q.lonE7) <= east && distanceM(p, q) <= kJoinedM)
        return true;
  return false;
}

struct Named {
  std::string name;
  Position where;
};
std::vector<Named> villagesOf(const Situation& situation) {
  std::vector<Named> out;
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (zone.kind != "village" || !zone.shape) return;
    if (const auto at = anchorOf(*zone.shape)) out.push_back({zone.name, *at});
  });
  situation.places.forEach([&](const Uuid&, const Place& place) {
    if (place.location && place.kind != "district") out.push_back({place.name, *place.location});
  });
  return out;
}

std::string whereWords(Position at, const std::vector<Named>& villages) {
  const Named* nearest = nullptr;
  double least = kNearM;
  for (const Named& one : villages)
    if (const double m = distanceM(one.where, at); m < least) {
      least = m;
      nearest = &one;
    }
  if (nearest) return nearest->name + "附近";
  char text[48];
  std::snprintf(text, sizeof text, "%.4f,%.4f ", at.lonDeg(), at.latDeg());
  return text;
}

std::string lengthWords(std::int64_t metres) {
  if (metres < 1000) return std::to_string(std::max<std::int64_t>(10, (metres + 5) / 10 * 10)) + " 米";
  const std::int64_t tenths = (metres + 50) / 100;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " 公里";
}

std::string nameOfStretch(const RoadStretch& stretch, const std::vector<Named>& villages) {
  std::map<std::string, std::int64_t> byClass;
  std::int64_t length = 0;
  const Hit* longest = stretch.parts.front();
  for (const Hit* part : stretch.parts) {
    byClass[part->roadClass] += part->lengthM;
    length += part->lengthM;
    if (part->lengthM > longest->lengthM) longest = part;
  }
  const auto most = std::max_element(byClass.begin(), byClass.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto roadClass = fromCode<RoadClass>(most->first);
  std::string kind = roadClass ? textOf(*roadClass).zh : "道路";
  kind = kind.substr(0, kind.find("、"));  // of several words for a class the first
  return whereWords(longest->where, villages) + kind + (byClass.size() > 1 ? "等道路" : "") + "（" +
         lengthWords(length) + "）";
}

}  // namespace

std::vector<RoadStretch> roadStretches(const std::vector<const Hit*>& roads, const Situation& situation) {
  std::vector<Part> parts;
  for (const Hit* hit : roads) parts.push_back(partOf(*hit));
  std::vector<std::size_t> joined(parts.size());
  std::iota(joined.begin(), joined.end(), std::size_t{0});
  const auto first = [&](std::size_t i) {
    while (joined[i] != i) i = joined[i] = joined[joined[i]];
    return i;
  };
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (const std::size_t a = first(i), b = first(k); a != b && touch(parts[i], parts[k]))
        joined[std::max(a, b)] = std::min(a, b);
  std::map<std::size_t, RoadStretch> stretches;
  for (std::size_t i = 0; i < parts.size(); ++i) stretches[first(i)].parts.push_back(parts[i].hit);
  const std::vector<Named> villages = villagesOf(situation);
  std::vector<RoadStretch> out;
  std::map<std::string, int> names;
  for (auto& [at, stretch] : stretches) {
    stretch.name = nameOfStretch(stretch, villages);
    // Two of the same words are still two.
    if (const int number = ++names[stretch.name]; number > 1) stretch.name += " " + std::to_string(number);
    out.push_back(std::move(stretch));
  }
  return out;
}

}  // namespace fengsui
