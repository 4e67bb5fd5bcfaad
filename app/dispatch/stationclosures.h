// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/situation.h"
#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// The station's closures laid over the roads. A closure that touches no road is there without edges.
///
/// Thread: any.
[[nodiscard]] RoadClosures closuresOf(const Situation& situation, const RoadNetwork& network);

}  // namespace fengsui
