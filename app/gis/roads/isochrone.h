// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/geo.h"
#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// Somebody who can set out from a place, at once or after a while.
struct IsochroneOrigin {
  RoadPoint at;
  std::int64_t afterMs = 0;
};

struct IsochroneRequest {
  std::vector<IsochroneOrigin> origins;
  Instant depart;
  std::vector<std::int64_t> limitsMs;  ///< one shape for each
  double besideRoadM = 100;            ///< how far from a road still counts as reached
};

/// When each node is reached first, by any of the origins.
struct Reach {
  std::vector<std::int64_t> ms;       ///< by node, after departure; the largest number: not within the limit
  std::vector<std::uint32_t> origin;  ///< by node: whose
};

/// Thread: any. The search follows closures and does not wait for them; a node is taken as early as it can be reached.
[[nodiscard]] Reach reach(const RoadTimes& times, const RoadClosures& closures,
                          std::span<const IsochroneOrigin> origins, Instant depart, std::int64_t limitMs,
                          const std::stop_token& stop = {});

/// What can be reached within each limit: areas along the roads, with what lies between and is not reached as holes.
///
/// Thread: any; for a large city some seconds. Errors: refused when stopped.
[[nodiscard]] Result<std::vector<Shape>> isochrones(const RoadTimes& times, const RoadClosures& closures,
                                                    const IsochroneRequest& request, const std::stop_token& stop = {});

}  // namespace fengsui
