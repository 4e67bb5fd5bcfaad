// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/demo/segments.h"
#include "gis/demo/streets.h"

namespace fengsui::demo {

struct Underpass {
  Name name;
  Point at;
};

/// A village's own lanes, along which its houses stand.
struct Lanes {
  int village = 0;
  Line main;
  std::vector<Line> side;
};

/// Everything that is driven on. Two roads meet where they share a point to the last bit.
struct RoadNetwork {
  std::vector<Road> roads;  ///< cut at bridges and underpasses
  std::vector<Line> railways;
  std::vector<StreetPlan> plans;  ///< of the city, then of each town from the fourth on
  std::vector<Lanes> lanes;
  std::vector<Underpass> underpasses;
  std::vector<std::string> roadOfVillage;  ///< the name of the road that leads to it
};

[[nodiscard]] RoadNetwork buildRoads(const Ground& ground, const Settlements& settlements);

}  // namespace fengsui::demo
