// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo.h"

namespace fengsui {

/// Whether a place lies in an area; even and odd decide, so that outlines that cross themselves have an answer too.
[[nodiscard]] bool inside(const Polygon& area, Position p);
/// In any of the shape's areas.
[[nodiscard]] bool inside(const Shape& areas, Position p);
/// Whether two drawn lines share a place; @p ring: the second one is closed. The first has two places at least.
[[nodiscard]] bool crosses(const Line& road, const Line& drawn, bool ring);
/// Whether any part of a thing lies in the areas of a shape.
[[nodiscard]] bool touches(const Shape& thing, const Shape& areas);

}  // namespace fengsui
