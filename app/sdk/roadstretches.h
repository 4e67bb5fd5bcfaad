// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"
#include "sdk/exposure.h"

namespace fengsui {

/// Reached parts of roads without a name that touch each other, under words by which a person knows where they are.
struct RoadStretch {
  std::string name;               ///< "北沟村附近居住区道路（320 米）"
  std::vector<const Hit*> parts;  ///< the first reached first
};

/// Joins parts that come within 60 m of each other, and names each stretch after the nearest village or place within
/// 3 km, the class of the longest part and the length in all; without a village by its coordinates.
///
/// @p roads: hits of roads without a name, with their shapes; they live as long as the result.
/// Thread: any; pure.
[[nodiscard]] std::vector<RoadStretch> roadStretches(const std::vector<const Hit*>& roads, const Situation& situation);

}  // namespace fengsui
