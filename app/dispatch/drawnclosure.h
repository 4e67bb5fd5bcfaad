// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// What somebody drew along a road, without what it only brushes: it ends short of junctions, so that the streets that
/// cross there stay open. A line that runs along no road, a point and an area stay as they were drawn.
///
/// Thread: any.
[[nodiscard]] Shape alongRoads(const Shape& drawn, const RoadNetwork& network);

}  // namespace fengsui
