// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gis/raster.h"

namespace fengsui::flood {

/// How deep the water would stand if every stream rose by so much: the rise less the height above the stream that a
/// cell drains to (HAND). Where water gets to, not when; there is no volume behind it.
///
/// @p streamKm2: from so much land on that drains through a cell it is a stream. Units: m.
/// Thread: any; pure; a second for a million cells. Source: Nobre et al. 2011 (HAND), 2016 (stages).
[[nodiscard]] std::vector<float> depthByStreamRise(const Raster& ground, double riseM, double streamKm2);

/// How deep a pool stands that has this level and reaches the cell: whatever is lower and joined to it through the
/// sides of cells. A dam that overtops, a river held by its banks: what a level means, not what water will do.
///
/// @p from: cells; one above the level gives no pool. Thread: any; pure.
[[nodiscard]] std::vector<float> depthByLevel(const Raster& ground, double levelM,
                                              const std::vector<std::int32_t>& from);

}  // namespace fengsui::flood
