// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "gis/demo/placenames.h"
#include "gis/demo/settlements.h"

namespace fengsui::demo {

enum class RoadClass {
  motorway,
  motorwayLink,
  primary,
  secondary,
  tertiary,
  unclassified,
  residential,
  service,
  track,
  path
};
[[nodiscard]] const char* osmName(RoadClass kind);

struct Road {
  RoadClass kind = RoadClass::unclassified;
  Name name;
  std::string ref;
  Line line;
  bool bridge = false;
  bool tunnel = false;
  double maxHeightM = 0;  ///< of an underpass
  double maxWeightT = 0;  ///< of a weak bridge
};

/// What lies between four streets.
struct Block {
  std::array<Point, 4> corners;
  double fromCentre = 0;  ///< 0 in the middle of the town, 1 at its edge
};

struct StreetPlan {
  std::vector<Road> streets;
  std::vector<Block> blocks;
  std::vector<Point> gates;  ///< where roads from outside come in
};

/// The streets of a city or town: a grid that is not quite regular, all connected; only wide ones cross rivers.
[[nodiscard]] StreetPlan planStreets(const Ground& ground, Point centre, double radiusM, bool city, std::uint64_t seed);

}  // namespace fengsui::demo
