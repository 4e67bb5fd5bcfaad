// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ogr_geometry.h>

#include <memory>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

namespace fengsui {

/// OSM objects as simple features in degrees. Nothing for what cannot be drawn: a line of one place, nodes that the
/// extract does not have. (libosmium's own factories do not compile as C++20.)
[[nodiscard]] std::unique_ptr<OGRGeometry> pointOf(const osmium::Node& node);
[[nodiscard]] std::unique_ptr<OGRGeometry> lineOf(const osmium::Way& way);
[[nodiscard]] std::unique_ptr<OGRGeometry> polygonsOf(const osmium::Area& area);

}  // namespace fengsui
