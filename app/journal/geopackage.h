// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "journal/sqlite.h"

namespace fengsui {

/// The parts of a GeoPackage that have nothing to do with what is in it: tables, functions, geometry.
///
/// Units: WGS 84 (EPSG:4326), x = longitude.
/// Thread: any for the pure functions; a connection is used in one thread.
/// Source: OGC 12-128r14, GeoPackage 1.2, with the R-tree extension (annex F.3).
namespace geopackage {

using Bytes = std::vector<std::uint8_t>;

inline constexpr std::int64_t kApplicationId = 0x47504B47;  // "GPKG"
inline constexpr std::int64_t kUserVersion = 10200;

struct Column {
  std::string name;
  std::string sqlType;
  bool operator==(const Column&) const = default;
};

/// One table of the file: a layer where it has a geometry type, else attributes.
struct Table {
  std::string name;
  std::string identifier;  ///< what GIS programs show
  std::string description;
  std::string geometryType;     ///< "POINT", "MULTIPOLYGON" …; empty for attributes
  std::vector<Column> columns;  ///< without fid and geom; "id" is unique
};

/// Everything that makes an empty file a GeoPackage with these tables, in one script: the tables, the R-trees, and
/// triggers that refuse every writer but us with a sentence.
[[nodiscard]] std::string schema(const std::vector<Table>& tables);

/// Gives a connection the functions that the R-tree triggers call, and the right to write.
[[nodiscard]] Outcome allowWriting(Sqlite& db);

/// Everything about the file that must not change: its schema and the rows that describe it.
[[nodiscard]] Result<std::string> fingerprint(Sqlite& db);

/// GeoPackage geometry, version 1. @return nothing for an empty shape.
[[nodiscard]] std::optional<Bytes> geometry(const Shape& shape);
[[nodiscard]] Bytes pointGeometry(Position where);

}  // namespace geopackage
}  // namespace fengsui
