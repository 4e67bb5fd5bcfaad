// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace fengsui {

/// An arc of a transport problem: from a node, to a node, how much at most, what one unit costs.
struct FlowArc {
  int from = 0;
  int to = 0;
  std::int64_t capacity = 0;
  std::int64_t cost = 0;
};

/// The cheapest way to carry the supplies (positive) to the demands (negative; they sum to 0 with the supplies).
///
/// Thread: any. @return what each arc carries; empty where it cannot be carried.
/// Source: network simplex of LEMON. This header is plain C++17, as LEMON is.
std::vector<std::int64_t> cheapestFlow(const std::vector<std::int64_t>& supplies, const std::vector<FlowArc>& arcs);

}  // namespace fengsui
