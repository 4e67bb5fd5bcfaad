// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/situation.h"
#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// A closure laid over the roads; one that touches no road is there without edges.
///
/// Thread: any.
[[nodiscard]] EdgeClosure laidOver(const RoadClosure& closure, const RoadNetwork& network);

/// The station's closures laid over the roads.
[[nodiscard]] RoadClosures closuresOf(const Situation& situation, const RoadNetwork& network);

/// The station's and others beside them, the station's first.
[[nodiscard]] RoadClosures closuresOf(const Situation& situation, std::span<const RoadClosure> more,
                                      const RoadNetwork& network);

}  // namespace fengsui
