// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "gis/demo/frame.h"

namespace fengsui::demo {

/// The cell into which a cell drains; kOut where the water leaves the ground.
inline constexpr std::uint32_t kOut = 0xffffffff;

/// Where the water of every cell goes.
struct Drainage {
  Raster<std::uint32_t> into;        ///< the neighbour below, or kOut
  std::vector<std::uint32_t> order;  ///< every cell after the one it drains into
  Raster<float> areaM2;              ///< what drains through the cell, itself included
};

/// Raises the bottoms of hollows until every cell has a neighbour that is @p step lower, out over the southern edge.
///
/// Source: priority flood with an increment, Barnes, Lehman and Mulla (2014).
void fillHollows(Raster<float>& heights, float step);
void fillHollows(Raster<std::int32_t>& heights, std::int32_t step);

/// The steepest way down from every cell (D8). The heights must have no hollows.
/// @param wander where not 0, the way is now and then not quite the steepest, so that valleys do not follow the grid.
[[nodiscard]] Drainage drain(const Raster<float>& heights, std::uint64_t wander = 0);
[[nodiscard]] Drainage drain(const Raster<std::int32_t>& heights, std::uint64_t wander = 0);

}  // namespace fengsui::demo
