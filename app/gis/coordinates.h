// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo.h"

namespace fengsui {

/// The frames in which coordinates of China are handed around.
enum class Datum {
  wgs84,  ///< GPS; CGCS2000 differs from it by centimetres
  gcj02,  ///< the shifted coordinates of consumer maps
  bd09,   ///< GCJ-02 shifted once more, by one map vendor
};

/// Degrees, not yet rounded to a Position.
struct LonLat {
  double lonDeg = 0;
  double latDeg = 0;
};

/// Shifts between the frames. Outside the box 72.004–137.8347° E, 0.8293–55.8271° N nothing is shifted: there the
/// consumer maps show WGS 84.
///
/// Units: degrees. Thread: any; pure.
/// The way back to WGS 84 is iterated until it moves by less than 1e-9° (0.1 mm).
/// Source: the published reverse engineering of the shift (eviltransform, 2013); checked in tests against vectors.
[[nodiscard]] LonLat gcj02FromWgs84(LonLat);
[[nodiscard]] LonLat wgs84FromGcj02(LonLat);
[[nodiscard]] LonLat bd09FromGcj02(LonLat);
[[nodiscard]] LonLat gcj02FromBd09(LonLat);

[[nodiscard]] LonLat toWgs84(LonLat, Datum from);
[[nodiscard]] LonLat fromWgs84(LonLat, Datum to);

/// Every position of the shape moved to WGS 84.
[[nodiscard]] Shape toWgs84(Shape, Datum from);

/// Whether the shift applies there; a generous box around China.
[[nodiscard]] bool insideShiftedBox(LonLat);

}  // namespace fengsui
