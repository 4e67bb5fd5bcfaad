// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/text.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// Which of two places no road joins to the other, closures aside, and what stands in between.
struct CutOff {
  enum class Why {
    apart,    ///< its roads are joined to no other
    oneWays,  ///< one-ways lead only out of it (the destination) or only into it (the start)
    barred    ///< the vehicle may not use what joins it to the rest
  };
  bool destination = true;  ///< else the start is what is cut off
  Why why = Why::apart;
  std::vector<std::string> roads;  ///< of the piece that is cut off, the longest first; those with names
  double lengthM = 0;              ///< of all of its roads
  std::vector<Text> bars;          ///< with Why::barred the roads that join it: "老桥 (10 t)"
};

/// Of two places between which there is no way for the vehicle. Looks at the smaller of the two pieces only.
///
/// Thread: any.
[[nodiscard]] CutOff cutOffBetween(const RoadTimes& times, const RoadPoint& from, const RoadPoint& to);

/// "the destination is cut off: 岛上路 (1.2 km) is joined to no other road".
[[nodiscard]] Text inWords(const CutOff& cut);

}  // namespace fengsui
