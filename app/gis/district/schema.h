// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace fengsui {

/// The tables of base.gpkg. The map template and every reader count on these names; BASEMAP.md describes them.
enum class BaseLayer {
  boundary,
  adminArea,
  waterArea,
  waterLine,
  waterBarrier,
  landuse,
  building,
  road,
  railway,
  powerLine,
  place,
  peak,
  poi,
  contour,
};

enum class BaseGeometry { point, line, area };
enum class BaseFieldType { text, integer, wide, real };

struct BaseField {
  const char* name;
  BaseFieldType type;
};

struct BaseTable {
  BaseLayer layer;
  const char* name;
  BaseGeometry geometry;
  const char* description;
  std::span<const BaseField> ownFields;  ///< after those that every table has
};

/// In the order of BaseLayer.
[[nodiscard]] std::span<const BaseTable> baseTables();
/// osm_id, class, name, name_zh, name_en
[[nodiscard]] std::span<const BaseField> commonFields();
[[nodiscard]] const BaseTable& tableOf(BaseLayer layer);

}  // namespace fengsui
