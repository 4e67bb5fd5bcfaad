// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/geopackage.h"

#include <sqlite3.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace fengsui::geopackage {
namespace {

static_assert(std::endian::native == std::endian::little, "geometry is written in the machine's byte order");

// A function by this name exists on our connection only. Whoever else writes reads the name as the reason:
// "no such function: …".
constexpr std::string_view kGuard =
    "this file is published by Fengsui and may only be read; make the change in the station "
    "本文件由烽燧发布，只读；请在站点中修改";

constexpr const char* kCoreTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys(
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents(
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns(
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions(
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_spatial_ref_sys VALUES
 ('Undefined Cartesian SRS',-1,'NONE',-1,'undefined','undefined Cartesian coordinate reference system'),
 ('Undefined geographic SRS',0,'NONE',0,'undefined','undefined geographic coordinate reference system'),
 ('WGS 84 geodetic',4326,'EPSG',4326,'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]','longitude and latitude in degrees');
)sql";

std::string quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}
std::string text(std::string_view value) {
  std::string out = "'";
  for (const char c : value) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string replaceAll(std::string in, std::string_view what, std::string_view with) {
  for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + with.size()))
    in.replace(at, what.size(), with);
  return in;
}

// The triggers of annex F.3 for a table {T} with the columns fid and geom.
constexpr const char* kRtree = R"sql(
CREATE VIRTUAL TABLE rtree_{T}_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_{T}_geom_insert AFTER INSERT ON {T}
  WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN INSERT OR REPLACE INTO rtree_{T}_geom VALUES
  (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{T}_geom_update1 AFTER UPDATE OF geom ON {T}
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN INSERT OR REPLACE INTO rtree_{T}_geom VALUES
  (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{T}_geom_update2 AFTER UPDATE OF geom ON {T}
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{T}_geom WHERE id = OLD.fid; END;
CREATE TRIGGER rtree_{T}_geom_update3 AFTER UPDATE ON {T}
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{T}_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_{T}_geom VALUES
  (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;
CREATE TRIGGER rtree_{T}_geom_update4 AFTER UPDATE ON {T}
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM rtree_{T}_geom WHERE id IN (OLD.fid, NEW.fid); END;
CREATE TRIGGER rtree_{T}_geom_delete AFTER DELETE ON {T} WHEN old.geom NOT NULL
BEGIN DELETE FROM rtree_{T}_geom WHERE id = OLD.fid; END;
INSERT INTO gpkg_extensions VALUES('{T}','geom','gpkg_rtree_index','http://www.geopackage.org/spec120/#extension_rtree','write-only');
)sql";

std::string guards(const std::string& table) {
  std::string out;
  for (const std::string deed : {"insert", "update", "delete"})
    out += "CREATE TRIGGER guard_" + table + '_' + deed + " BEFORE " + deed + " ON " + table + " BEGIN SELECT " +
           quoted(kGuard) + "(); END;\n";
  return out;
}

// ---- functions on our connection

struct Extent {
  double minX = std::numeric_limits<double>::infinity();
  double maxX = -std::numeric_limits<double>::infinity();
  double minY = std::numeric_limits<double>::infinity();
  double maxY = -std::numeric_limits<double>::infinity();
  void add(double x, double y) {
    minX = std::min(minX, x), maxX = std::max(maxX, x);
    minY = std::min(minY, y), maxY = std::max(maxY, y);
  }
};

// Of geometry as we write it: a point without envelope, everything else with one. Nothing for other bytes.
std::optional<Extent> extentOf(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kHeader = 8;
  if (!bytes || size < kHeader || std::memcmp(bytes, "GP", 2) != 0) return std::nullopt;
  const auto number = [&](std::size_t at) {
    double value = 0;
    std::memcpy(&value, bytes + at, sizeof value);
    return value;
  };
  Extent extent;
  if (bytes[3] == 0x03 && size >= kHeader + 32) {
    extent.minX = number(8), extent.maxX = number(16), extent.minY = number(24), extent.maxY = number(32);
    return extent;
  }
  if (bytes[3] == 0x01 && size == kHeader + 21) {
    extent.add(number(13), number(21));
    return extent;
  }
  return std::nullopt;
}

template <int what>
void extentFunction(sqlite3_context* context, int, sqlite3_value** values) {
  const auto extent = extentOf(static_cast<const std::uint8_t*>(sqlite3_value_blob(values[0])),
                               static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
  if constexpr (what == 4) {
    sqlite3_result_int(context, extent ? 0 : 1);
  } else if (extent) {
    const double all[] = {extent->minX, extent->maxX, extent->minY, extent->maxY};
    sqlite3_result_double(context, all[what]);
  } else {
    sqlite3_result_null(context);
  }
}

void guardFunction(sqlite3_context* context, int, sqlite3_value**) {
  sqlite3_result_int(context, 1);
}

// ---- geometry

class Wkb {
 public:
  void raw(const void* from, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(from);
    out.insert(out.end(), bytes, bytes + size);
  }
  template <class Number>
  void number(Number value) {
    raw(&value, sizeof value);
  }
  void begin(std::uint32_t type) {
    number(std::uint8_t{1});
    number(type);
  }
  void count(std::size_t n) { number(static_cast<std::uint32_t>(n)); }
  // Divided, not multiplied: the double nearest to what was stored, 116.6318 and not 116.63180000000001.
  void position(Position p) {
    const double x = p.lonE7 / 1e7;
    const double y = p.latE7 / 1e7;
    number(x);
    number(y);
    extent.add(x, y);
  }
  void positions(const std::vector<Position>& all, bool close) {
    count(all.size() + (close ? 1 : 0));
    for (const Position& p : all) position(p);
    if (close) position(all.front());
  }

  Bytes out;
  Extent extent;
};

constexpr std::uint32_t kPoint = 1, kLine = 2, kPolygon = 3, kMultiPoint = 4, kMultiLine = 5, kMultiPolygon = 6;

Bytes header(std::uint8_t flags) {
  Bytes out = {'G', 'P', 0, flags};
  const std::int32_t srs = 4326;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&srs);
  out.insert(out.end(), bytes, bytes + sizeof srs);
  return out;
}

}  // namespace

std::string schema(const std::vector<Table>& tables) {
  std::string out = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                    ";PRAGMA user_version=" + std::to_string(kUserVersion) + ";" + kCoreTables;
  for (const Table& table : tables) {
    const bool spatial = !table.geometryType.empty();
    out += "CREATE TABLE " + table.name + "(fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    if (spatial) out += ",geom " + table.geometryType;
    for (const Column& column : table.columns)
      out += ',' + quoted(column.name) + ' ' + column.sqlType + (column.name == "id" ? " NOT NULL UNIQUE" : "");
    out += ");\nINSERT INTO gpkg_contents(table_name,data_type,identifier,description,srs_id) VALUES(" +
           text(table.name) + (spatial ? ",'features'," : ",'attributes',") + text(table.identifier) + ',' +
           text(table.description) + (spatial ? ",4326);\n" : ",NULL);\n");
    if (spatial)
      out += "INSERT INTO gpkg_geometry_columns VALUES(" + text(table.name) + ",'geom'," + text(table.geometryType) +
             ",4326,0,0);\n" + replaceAll(kRtree, "{T}", table.name);
  }
  for (const char* core : {"gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions"})
    out += guards(core);
  for (const Table& table : tables) out += guards(table.name);
  return out;
}

Outcome allowWriting(Sqlite& db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const std::pair<const char*, void (*)(sqlite3_context*, int, sqlite3_value**)> all[] = {
      {"ST_MinX", &extentFunction<0>},
      {"ST_MaxX", &extentFunction<1>},
      {"ST_MinY", &extentFunction<2>},
      {"ST_MaxY", &extentFunction<3>},
      {"ST_IsEmpty", &extentFunction<4>}};
  for (const auto& [name, function] : all)
    if (sqlite3_create_function_v2(db.handle(), name, 1, kFlags, nullptr, function, nullptr, nullptr, nullptr) !=
        SQLITE_OK)
      return failure(db.lastError());
  if (sqlite3_create_function_v2(db.handle(), std::string(kGuard).c_str(), 0, kFlags, nullptr, &guardFunction, nullptr,
                                 nullptr, nullptr) != SQLITE_OK)
    return failure(db.lastError());
  return {};
}

Result<std::string> fingerprint(Sqlite& db) {
  constexpr std::string_view kQueries[] = {
      "SELECT (SELECT application_id FROM pragma_application_id),(SELECT user_version FROM pragma_user_version)",
      "SELECT type,name,tbl_name,sql FROM sqlite_schema ORDER BY type,name",
      "SELECT * FROM gpkg_spatial_ref_sys ORDER BY 2",
      "SELECT table_name,data_type,identifier,description,srs_id FROM gpkg_contents ORDER BY 1",
      "SELECT * FROM gpkg_geometry_columns ORDER BY 1",
      "SELECT * FROM gpkg_extensions ORDER BY 1,2"};
  std::string out;
  for (const std::string_view query : kQueries) {
    auto statement = db.prepare(query);
    if (!statement) return failure(statement.error());
    for (;;) {
      const auto row = statement->step();
      if (!row) return failure(row.error());
      if (!*row) break;
      for (int i = 0; i < statement->columns(); ++i) out.append(statement->text(i)) += '\x1f';
      out += '\n';
    }
  }
  return out;
}

Bytes pointGeometry(Position where) {
  Bytes out = header(0x01);
  Wkb wkb;
  wkb.begin(kPoint);
  wkb.position(where);
  out.insert(out.end(), wkb.out.begin(), wkb.out.end());
  return out;
}

std::optional<Bytes> geometry(const Shape& shape) {
  Wkb wkb;
  switch (shape.kind) {
    case ShapeKind::point:
      wkb.begin(kMultiPoint);
      wkb.count(shape.points.size());
      for (const Position& p : shape.points) {
        wkb.begin(kPoint);
        wkb.position(p);
      }
      break;
    case ShapeKind::line:
      wkb.begin(kMultiLine);
      wkb.count(shape.lines.size());
      for (const Line& line : shape.lines) {
        wkb.begin(kLine);
        wkb.positions(line, false);
      }
      break;
    case ShapeKind::area: {
      wkb.begin(kMultiPolygon);
      wkb.count(shape.areas.size());
      for (const Polygon& area : shape.areas) {
        wkb.begin(kPolygon);
        std::size_t rings = 0;
        for (const Ring& ring : area) rings += ring.empty() ? 0 : 1;
        wkb.count(rings);
        for (const Ring& ring : area)
          if (!ring.empty()) wkb.positions(ring, true);
      }
      break;
    }
  }
  if (!std::isfinite(wkb.extent.minX)) return std::nullopt;
  Bytes out = header(0x03);
  Wkb envelope;
  for (const double edge : {wkb.extent.minX, wkb.extent.maxX, wkb.extent.minY, wkb.extent.maxY}) envelope.number(edge);
  out.insert(out.end(), envelope.out.begin(), envelope.out.end());
  out.insert(out.end(), wkb.out.begin(), wkb.out.end());
  return out;
}

}  // namespace fengsui::geopackage
