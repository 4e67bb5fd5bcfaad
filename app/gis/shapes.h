// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/geo.h"
#include "gis/projection.h"

class OGRGeometry;

namespace fengsui {

/// A geometry of GDAL in WGS 84, and what was lost on the way.
struct ConvertedShape {
  std::optional<Shape> shape;  ///< nothing for an empty geometry
  bool mixed = false;          ///< points or lines beside areas were left out
};

/// Rings are stored open, outer rings counter-clockwise, holes clockwise. Heights and measures are left out.
/// Errors: Error::invalid for a position outside the world, or a geometry of no known kind.
[[nodiscard]] Result<ConvertedShape> shapeOf(const OGRGeometry& geometry, const Projection& projection);
[[nodiscard]] Result<ConvertedShape> shapeOfWkt(const std::string& wkt, const Projection& projection);

/// "POLYGON ((116.6 40.3,…))" with seven decimals.
[[nodiscard]] std::string wktOf(const Shape& shape);

}  // namespace fengsui
