// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "core/situation.h"
#include "gis/roads/roadnetwork.h"
#include "sdk/exposure.h"

namespace fengsui {

/// Until when the villages that are reached can still be left by car, and when it gets dark there: hours that a
/// forecast of water alone does not tell.
///
/// A village counts as cut off when no way is open to any of the shelters and towns nearby that stay dry, under the
/// station's closures and the roads that the forecast itself shuts. Looked at every ten minutes: the last moment at
/// which a way was open stands in Hit::lastWayMs. Without a road network nothing is said.
///
/// Thread: any; slow: up to a second. @p roads: nullptr where there are none. Errors: refused when stopped.
[[nodiscard]] Outcome sayDeadlines(Exposure& exposure, const Situation& situation, const RoadNetwork* roads,
                                   const std::stop_token& stop = {});

}  // namespace fengsui
