// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/frame.h"

#include <cmath>

namespace fengsui::demo {

double distance(Point a, Point b) {
  const double x = a.x - b.x;
  const double y = a.y - b.y;
  return std::sqrt(x * x + y * y);
}

Position positionOf(Point at) {
  return Position::ofDegrees(kWestDeg + at.x / kMetresPerDegreeEast, kSouthDeg + at.y / kMetresPerDegreeNorth)
      .value_or(Position{});
}

Point pointOf(Position at) {
  return {(at.lonDeg() - kWestDeg) * kMetresPerDegreeEast, (at.latDeg() - kSouthDeg) * kMetresPerDegreeNorth};
}

}  // namespace fengsui::demo
