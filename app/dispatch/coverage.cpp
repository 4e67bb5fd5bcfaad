// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/coverage.h"

#include "gis/roads/timematrix.h"

namespace fengsui {

Result<Coverage> coverageWithin(const RoadPicture& roads, const std::vector<CoverageOrigin>& origins,
                                const std::vector<CoveredPlace>& places, Instant depart, std::int64_t limitMs,
                                const std::stop_token& stop) {
  if (origins.empty()) return failure(ErrorCode::invalid, {"there is nobody who could set out", "没有可出动的队伍"});
  Coverage out;
  out.places.resize(places.size());
  for (const auto& vehicle : namesOf<Vehicle>) {
    const RoadTimes& times = roads.times(vehicle.value);
    std::vector<RoadPoint> from, to;
    std::vector<std::size_t> whose, which;
    for (std::size_t i = 0; i < origins.size(); ++i)
      if (origins[i].vehicle == vehicle.value)
        if (const auto at = times.snap(origins[i].at)) from.push_back(*at), whose.push_back(i);
    if (from.empty()) continue;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (const auto at = times.snap(places[i].at)) to.push_back(*at), which.push_back(i);
    const auto matrix = timeMatrix(times, roads.closures(), from, to, depart, stop);
    if (!matrix) return failure(matrix.error());
    for (std::size_t column = 0; column < to.size(); ++column) {
      const std::int64_t onFoot = walk(to[column].on, to[column].asked, nullptr, Footing::openGround).ms;
      auto& place = out.places[which[column]];
      for (std::size_t row = 0; row < from.size(); ++row) {
        if (matrix->at(row, column) >= neverMs) continue;
        const std::int64_t ms = matrix->at(row, column) + onFoot;
        if (!place.ms || ms < *place.ms) place = {ms, whose[row]};
      }
    }
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    out.people += places[i].people;
    if (!out.places[i].ms || *out.places[i].ms > limitMs) continue;
    ++out.covered;
    out.peopleCovered += places[i].people;
  }
  return out;
}

}  // namespace fengsui
