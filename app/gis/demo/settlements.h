// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "gis/demo/placenames.h"
#include "gis/demo/wayfinding.h"

namespace fengsui::demo {

enum class SettlementKind { street, town, village };

struct Settlement {
  SettlementKind kind = SettlementKind::village;
  Name name;
  Point at;
  int town = 0;  ///< index of the town or street it belongs to; its own for these
  bool mountain = false;
  int population = 0;
  int households = 0;
  int vulnerable = 0;
  double slope = 0;     ///< around it
  double brookKm2 = 0;  ///< what the largest brook near it drains
  double radiusM = 0;   ///< of a town
};

/// Where people live, and up to where the district goes.
struct Settlements {
  Frame wayFrame;  ///< twice as coarse as the ground
  Raster<float> wayHeightsM;
  Raster<std::int32_t> townOfWay;  ///< index of the town a cell belongs to, −1 outside the district
  Point city;
  double cityRadiusM = 0;
  Line railway, motorway;         ///< over the plain in wide bends, by the city, from edge to edge
  std::vector<Settlement> towns;  ///< the first three are the streets of the city
  std::vector<Settlement> villages;
};

[[nodiscard]] Settlements settle(const Ground& ground, PlaceNames& names);

}  // namespace fengsui::demo
