// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/text.h"
#include "gis/demo/district.h"

namespace fengsui::demo {

/// One class of a raster: what its number stands for.
struct CoverClass {
  std::uint8_t value;
  const char* code;
  Text name;
  const char* colour;  ///< "#RRGGBB"
  double manning = 0;  ///< s/m^(1/3), of land cover; nobody has calibrated it
};

/// The classes of landCoverOf(), ascending.
[[nodiscard]] std::span<const CoverClass> landClasses();
/// What covers the ground, water included, on the grid of ways.
[[nodiscard]] Raster<std::uint8_t> landCoverOf(const DemoDistrict& district);

/// The classes of fuelOf(), ascending: numbers and codes of the standard fuel models.
/// Source: Scott and Burgan (2005), Standard Fire Behavior Fuel Models, RMRS-GTR-153.
[[nodiscard]] std::span<const CoverClass> fuelClasses();
/// What could burn, on the grid of ways: derived from the land cover, aspect and height.
[[nodiscard]] Raster<std::uint8_t> fuelOf(const DemoDistrict& district);

}  // namespace fengsui::demo
