// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace fengsui::demo {

/// A point of the fictional district, degrees.
struct LonLat {
  double lon = 0, lat = 0;
};
using Track = std::vector<LonLat>;

struct River {
  const char* name;
  bool main;
  Track course;  ///< from the source down, smooth
};

/// The rivers; everything else follows them: valleys, roads, villages.
[[nodiscard]] const std::vector<River>& rivers();

/// Degrees (of latitude) to the nearest river.
[[nodiscard]] double riverDistance(LonLat at);

/// Metres above sea level: mountains in the north, a plain in the south, valleys along the rivers.
[[nodiscard]] double heightM(LonLat at);

/// A smooth curve through the points with gentle bends that differ by @p seed; deterministic.
[[nodiscard]] Track bend(const Track& through, double amplitudeDeg, int seed);

/// The same way, beside it.
[[nodiscard]] Track beside(const Track& track, double offsetDeg);

/// The terrain as an Arc/Info ASCII grid (EPSG:4326), 0.0005° cells.
[[nodiscard]] std::string terrainGrid();

}  // namespace fengsui::demo
