// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "gis/demo/drainage.h"
#include "gis/demo/frame.h"

namespace fengsui::demo {

/// How large a district is wanted, and which one.
struct Wish {
  std::uint64_t seed = 7;
  int scale = 1;       ///< how many times the places and buildings of a district
  bool small = false;  ///< a twelfth of a district, for trying things
};

/// The grid of a district of that size: 40 × 60 km in cells of 30 m; larger ones have larger cells.
[[nodiscard]] Frame frameOf(const Wish& wish);
/// Where the plain ends, on the average: share of the height of the frame.
[[nodiscard]] double plainShare(const Wish& wish);

/// Mountains in the north that rivers have cut, a plain in the south; every cell drains to the southern edge.
///
/// Units: centimetres.
/// Source: uplift and stream power erosion, solved implicitly after Braun and Willett (2013).
[[nodiscard]] Raster<std::int32_t> reliefCm(const Wish& wish);

}  // namespace fengsui::demo
