// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/roads/hierarchysearch.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// How a place on a road is connected with a node: by part of an arc.
struct Access {
  NodeId node = 0;
  ArcId arc = 0;
  double fromShare = 0;  ///< of the arc
  double toShare = 1;
  std::uint32_t ms = 0;

  [[nodiscard]] bool isNode() const { return fromShare == toShare; }
};

/// From the place to the ends of its edge, for what the vehicle may drive.
[[nodiscard]] std::vector<Access> leaving(const RoadTimes& times, const RoadPoint& from);
/// From the ends of its edge to the place.
[[nodiscard]] std::vector<Access> reaching(const RoadTimes& times, const RoadPoint& to);
/// Between two places on one edge without a node between them; the quicker direction.
[[nodiscard]] std::optional<Access> alongOneEdge(const RoadTimes& times, const RoadPoint& from, const RoadPoint& to);
[[nodiscard]] std::vector<Seed> seedsOf(const std::vector<Access>& accesses);

}  // namespace fengsui
