// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/situation.h"
#include "gis/mapthings.h"
#include "sdk/exposure.h"

namespace fengsui {

/// All that a hazard may reach: what the station has on its lists, and roads, buildings and lifelines of the map.
///
/// A village stands where its homes are: the map's buildings inside its area, or within 300 m of its point; without
/// any, the area itself. Roads on bridges and in tunnels are left out: no layer of the ground says whether they are
/// reached; a bridge stands where its two ends are on the ground. Thread: any; pure. When stopped it gives what it has.
[[nodiscard]] std::vector<ExposedThing> exposedThings(const Situation& situation, const MapThings& map,
                                                      const std::stop_token& stop = {});

}  // namespace fengsui
