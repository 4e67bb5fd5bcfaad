// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "gis/roads/roadgraph.h"

namespace fengsui {

/// An elimination order of the graph's nodes with small separators last.
///
/// Thread: any; uses up to two. @return rank by node; empty when stopped.
/// Source: inertial flow (Schild and Sommer 2015): the cut with fewest roads between the first and the last part of the
/// nodes along a direction, applied again to both sides.
[[nodiscard]] std::vector<std::uint32_t> dissectionRanks(const RoadGraph& graph, const std::stop_token& stop = {});

}  // namespace fengsui
