// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "gis/demo/roads.h"

namespace fengsui::demo {

/// What a fire engine or a loader with its truck weighs: a bridge that bears less is a weak one for it.
inline constexpr double kHeavyEngineT = 20;

/// Takes the limits off as few weak bridges as each place needs to be reached by heavy engines from the first one by
/// one way at least. All other weak bridges stay weak.
void strengthenBridges(RoadNetwork& roads, std::span<const Point> places);

}  // namespace fengsui::demo
