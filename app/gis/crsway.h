// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ogr_spatialref.h>

#include <memory>

namespace fengsui {

using CrsWay = std::unique_ptr<OGRCoordinateTransformation>;

/// The way from one coordinate system to another, x east or longitude in both; null where there is none.
///
/// Thread: one at a time.
[[nodiscard]] inline CrsWay wayBetween(const OGRSpatialReference& from, const OGRSpatialReference& to) {
  OGRSpatialReference a(from), b(to);
  a.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  b.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return CrsWay(OGRCreateCoordinateTransformation(&a, &b));
}

}  // namespace fengsui
