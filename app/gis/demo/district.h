// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/text.h"
#include "gis/demo/land.h"

namespace fengsui::demo {

/// A thing that a commander looks for, on the map and in the station.
struct Site {
  std::string kind;    ///< Vocabulary::facilityKind; empty where it is on the map only
  const char* osmKey;  ///< how OpenStreetMap says it; nullptr where it is in the station only
  const char* osmValue;
  Name name;
  Point at;
  int town = 0;
  int capacity = 0;
};

struct Peak {
  Name name;
  Point at;
  int heightM = 0;
};

struct HazardPoint {
  Name name;
  Point at;
  int town = 0;
  bool slide = false;  ///< a landslide; else rockfall
};

/// A whole fictional district: all that the map shows and the station knows.
struct DemoDistrict {
  Ground ground;
  Settlements settlements;
  RoadNetwork roads;
  Raster<std::uint8_t> land;
  Buildings buildings;
  std::vector<Site> sites;
  std::vector<Peak> peaks;
  std::vector<HazardPoint> hazards;
  std::vector<HazardPoint> ponding;
  Line fault;
  [[nodiscard]] int townAt(Point at) const;  ///< −1 outside the district
};

/// @param report what was made, and how many seconds it took.
[[nodiscard]] DemoDistrict makeDistrict(const Wish& wish,
                                        const std::function<void(const Text& stage, double seconds)>& report);

/// The district as OpenStreetMap would tell it.
[[nodiscard]] std::string osmText(const DemoDistrict& district);

}  // namespace fengsui::demo
