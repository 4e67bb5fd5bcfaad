// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/schema.h"

#include <array>

namespace fengsui {

namespace {

using enum BaseFieldType;

constexpr std::array common{BaseField{"osm_id", wide}, BaseField{"class", text}, BaseField{"name", text},
                            BaseField{"name_zh", text}, BaseField{"name_en", text}};
constexpr std::array boundary{BaseField{"admin_level", integer}};
constexpr std::array adminArea{BaseField{"admin_level", integer}, BaseField{"population", wide}};
constexpr std::array waterArea{BaseField{"intermittent", integer}};
constexpr std::array waterLine{BaseField{"intermittent", integer}, BaseField{"tunnel", integer},
                               BaseField{"width_m", real}};
constexpr std::array building{BaseField{"levels", integer}, BaseField{"height_m", real}, BaseField{"population", wide}};
constexpr std::array road{
    BaseField{"ref", text},       BaseField{"link", integer},      BaseField{"bridge", integer},
    BaseField{"tunnel", integer}, BaseField{"layer", integer},     BaseField{"oneway", integer},
    BaseField{"surface", text},   BaseField{"lanes", integer},     BaseField{"maxspeed_kmh", integer},
    BaseField{"width_m", real},   BaseField{"max_height_m", real}, BaseField{"max_weight_t", real},
    BaseField{"access", text}};
constexpr std::array railway{BaseField{"bridge", integer}, BaseField{"tunnel", integer}, BaseField{"layer", integer}};
constexpr std::array powerLine{BaseField{"voltage_kv", real}};
constexpr std::array place{BaseField{"population", wide}, BaseField{"rank", integer}, BaseField{"code", text}};
constexpr std::array peak{BaseField{"ele_m", real}};
constexpr std::array poi{BaseField{"operator", text}, BaseField{"beds", integer}};
constexpr std::array contour{BaseField{"ele_m", real}};

const std::array tables{
    BaseTable{BaseLayer::boundary, "boundary", BaseGeometry::line, "administrative borders as lines", boundary},
    BaseTable{BaseLayer::adminArea, "admin_area", BaseGeometry::area, "administrative areas that are complete",
              adminArea},
    BaseTable{BaseLayer::waterArea, "water_area", BaseGeometry::area, "lakes, reservoirs, river areas, ponds",
              waterArea},
    BaseTable{BaseLayer::waterLine, "water_line", BaseGeometry::line, "rivers, streams, canals, ditches", waterLine},
    BaseTable{BaseLayer::waterBarrier, "water_barrier", BaseGeometry::line, "dams, weirs, dykes", {}},
    BaseTable{BaseLayer::landuse, "landuse", BaseGeometry::area, "land use and land cover", {}},
    BaseTable{BaseLayer::building, "building", BaseGeometry::area, "buildings", building},
    BaseTable{BaseLayer::road, "road", BaseGeometry::line, "roads and paths; shared vertices are junctions", road},
    BaseTable{BaseLayer::railway, "railway", BaseGeometry::line, "railways and cableways", railway},
    BaseTable{BaseLayer::powerLine, "power_line", BaseGeometry::line, "power lines", powerLine},
    BaseTable{BaseLayer::place, "place", BaseGeometry::point, "towns, villages, quarters, localities", place},
    BaseTable{BaseLayer::peak, "peak", BaseGeometry::point, "peaks and passes", peak},
    BaseTable{BaseLayer::poi, "poi", BaseGeometry::point, "what a commander looks for: hospitals, schools, stations",
              poi},
    BaseTable{BaseLayer::contour, "contour", BaseGeometry::line, "contour lines", contour},
};

}  // namespace

std::span<const BaseTable> baseTables() {
  return tables;
}
std::span<const BaseField> commonFields() {
  return common;
}
const BaseTable& tableOf(BaseLayer layer) {
  return tables[static_cast<std::size_t>(layer)];
}

}  // namespace fengsui
