// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/deadlines.h"

#include <algorithm>
#include <array>
#include <set>

#include "dispatch/stationclosures.h"
#include "gis/roads/timematrix.h"
#include "plans/sun.h"

namespace fengsui {
namespace {

constexpr std::int64_t kLookEveryMs = 10 * 60'000;
constexpr std::size_t kWaysOut = 5;  // as many of the nearest dry places are tried

std::vector<RoadClosure> shutRoads(const Exposure& exposure) {
  std::vector<RoadClosure> out;
  for (const Hit& hit : exposure.hits) {
    if (hit.what != "road" || !hit.shape || hit.stages.empty()) continue;
    const StageTime& shut = hit.stages.back();
    RoadClosure one;
    one.source = ClosureSource::forecast;
    one.name = hit.name;
    one.shape = hit.shape;
    one.sparesBridges = true;
    ClosedSpan span{exposure.start.plusMs(shut.firstMs), std::nullopt};
    if (!shut.goesOn) span.to = exposure.start.plusMs(std::max(shut.lastMs, shut.firstMs + 60'000));
    one.spans = {span};
    out.push_back(std::move(one));
  }
  return out;
}

// Shelters and towns that the forecast does not reach.
std::vector<Position> dryPlaces(const Exposure& exposure, const Situation& situation) {
  std::set<Uuid> wet;
  std::set<std::string> wetNames;
  for (const Hit& hit : exposure.hits) {
    wet.insert(hit.id);
    wetNames.insert(hit.name);
  }
  std::vector<Position> out;
  situation.shelters.forEach([&](const Uuid& id, const Shelter& shelter) {
    if (shelter.location && !wet.contains(id)) out.push_back(*shelter.location);
  });
  situation.places.forEach([&](const Uuid&, const Place& place) {
    if (place.location && (place.kind == "town" || place.kind == "street") && !wetNames.contains(place.name))
      out.push_back(*place.location);
  });
  return out;
}

// Whether a way is open at a moment from each of the origins to any of its own destinations.
Result<std::vector<bool>> waysOpen(const RoadTimes& times, const RoadClosures& closures,
                                   const std::vector<RoadPoint>& from, const std::vector<std::vector<RoadPoint>>& to,
                                   Instant at, const std::stop_token& stop) {
  std::vector<bool> out(from.size(), false);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto matrix = timeMatrix(times, closures, std::span(&from[i], 1), to[i], at, stop);
    if (!matrix) return failure(matrix.error());
    for (std::size_t k = 0; k < to[i].size(); ++k) out[i] = out[i] || matrix->at(0, k) < neverMs;
  }
  return out;
}

}  // namespace

Outcome sayDeadlines(Exposure& exposure, const Situation& situation, const RoadNetwork* roads,
                     const std::stop_token& stop) {
  for (Hit& hit : exposure.hits)
    if (hit.what == "riskVillage" && !isDark(exposure.start, hit.where))
      if (const auto sunset = nextSunset(exposure.start, hit.where);
          sunset && sunset->ms < exposure.start.ms + exposure.endMs)
        hit.darkMs = sunset->ms - exposure.start.ms;
  if (!roads) return {};
  const RoadNetwork& network = *roads;
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable(),
                        {isDark(exposure.start, network.graph->at(0)), true});
  const std::vector<Position> dry = dryPlaces(exposure, situation);
  std::vector<Hit*> villages;
  std::vector<RoadPoint> from;
  std::vector<std::vector<RoadPoint>> to;
  for (Hit& hit : exposure.hits) {
    if (hit.what != "riskVillage") continue;
    const auto start = times.snap(hit.where);
    if (!start) continue;
    std::vector<Position> near = dry;
    const std::size_t count = std::min(kWaysOut, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end(),
                      [&](Position a, Position b) { return distanceM(a, hit.where) < distanceM(b, hit.where); });
    std::vector<RoadPoint> ends;
    for (std::size_t i = 0; i < count; ++i)
      if (const auto end = times.snap(near[i])) ends.push_back(*end);
    if (ends.empty()) continue;
    villages.push_back(&hit);
    from.push_back(*start);
    to.push_back(std::move(ends));
  }
  if (villages.empty()) return {};
  const RoadClosures closures = closuresOf(situation, shutRoads(exposure), network);
  std::vector<std::int64_t> last(villages.size(), -1);
  for (std::int64_t ms = 0; ms <= exposure.endMs; ms += kLookEveryMs) {
    if (stop.stop_requested()) return failure(ErrorCode::refused, {"it was stopped", "已停止"});
    const auto open = waysOpen(times, closures, from, to, exposure.start.plusMs(ms), stop);
    if (!open) return failure(open.error());
    for (std::size_t i = 0; i < villages.size(); ++i)
      if ((*open)[i]) last[i] = ms;
  }
  for (std::size_t i = 0; i < villages.size(); ++i)
    if (last[i] + kLookEveryMs <= exposure.endMs) villages[i]->lastWayMs = last[i];
  return {};
}

}  // namespace fengsui
