// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/writefeatures.h"

#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <charconv>
#include <memory>

#include "gis/celltext.h"
#include "gis/columntypes.h"
#include "gis/gdalsession.h"
#include "gis/kmlfields.h"
#include "gis/shapes.h"

namespace fengsui {
namespace {

constexpr std::size_t longestDbfText = 254;

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

const char* driverOf(FeatureFormat format) {
  switch (format) {
    case FeatureFormat::workbook:
      return "XLSX";
    case FeatureFormat::geoJson:
      return "GeoJSON";
    case FeatureFormat::shapefile:
      return "ESRI Shapefile";
    case FeatureFormat::kml:
      return "LIBKML";
    case FeatureFormat::gpx:
      return "GPX";
    case FeatureFormat::geoPackage:
      return "GPKG";
  }
  return "";
}

NameRules nameRulesOf(FeatureFormat format) {
  switch (format) {
    case FeatureFormat::shapefile:
      return {10, true, {}, true};
    case FeatureFormat::geoPackage:
      return {0, true, {"fid", "geom"}, false};
    case FeatureFormat::kml:
      return {0, true, {std::string(kmlPlacemarkName)}, false};
    default:
      return {};
  }
}

struct ShapeCensus {
  std::size_t points = 0, lines = 0, areas = 0, none = 0;
  bool several = false;  // more than one part somewhere
  std::vector<int> rowsWithout;
};

ShapeCensus censusOf(const Table& table) {
  ShapeCensus census;
  for (const Row& row : table.rows) {
    if (!row.shape || row.shape->empty()) {
      ++census.none;
      census.rowsWithout.push_back(row.number);
      continue;
    }
    const Shape& shape = *row.shape;
    if (shape.kind == ShapeKind::point) ++census.points;
    if (shape.kind == ShapeKind::line) ++census.lines;
    if (shape.kind == ShapeKind::area) ++census.areas;
    if (shape.points.size() + shape.lines.size() + shape.areas.size() > 1) census.several = true;
  }
  return census;
}

Outcome canHold(FeatureFormat format, const ShapeCensus& census) {
  const int kinds = (census.points > 0) + (census.lines > 0) + (census.areas > 0);
  if (format == FeatureFormat::gpx && (census.lines > 0 || census.areas > 0 || census.several))
    return failure(ErrorCode::invalid, {"GPX holds single points only", "GPX 只能保存单点"},
                   {"write .kml, .geojson or .gpkg", "请改用 .kml、.geojson 或 .gpkg"});
  if (format == FeatureFormat::gpx && census.none > 0)
    return failure(ErrorCode::invalid,
                   {"GPX holds places only; these rows have none: " + rowList(census.rowsWithout),
                    "GPX 只能保存有位置的对象；以下行没有位置：" + rowList(census.rowsWithout)},
                   {"write .kml, .csv or .xlsx", "请改用 .kml、.csv 或 .xlsx"});
  if (format == FeatureFormat::shapefile && kinds > 1)
    return failure(ErrorCode::invalid,
                   {"a Shapefile holds points, lines or areas, not a mixture", "Shapefile 不能混存点、线、面"},
                   {"write .gpkg, .geojson or .kml", "请改用 .gpkg、.geojson 或 .kml"});
  return {};
}

OGRwkbGeometryType layerType(FeatureFormat format, const ShapeCensus& census) {
  if (format == FeatureFormat::workbook) return wkbNone;
  const int kinds = (census.points > 0) + (census.lines > 0) + (census.areas > 0);
  if (kinds == 0)
    return format == FeatureFormat::shapefile ? wkbPoint : format == FeatureFormat::geoPackage ? wkbNone : wkbUnknown;
  if (kinds > 1) return wkbUnknown;
  if (census.points > 0) return census.several ? wkbMultiPoint : wkbPoint;
  if (census.lines > 0) return census.several ? wkbMultiLineString : wkbLineString;
  return census.several ? wkbMultiPolygon : wkbPolygon;
}

class FeatureWriter {
 public:
  FeatureWriter(const Table& table, FeatureFormat format)
      : table_(table), format_(format), census_(censusOf(table)), plan_(planColumns(table, nameRulesOf(format))) {}

  Result<Written> write(const std::filesystem::path& file, const std::string& layerName) {
    if (auto fits = canHold(format_, census_); !fits) return failure(fits.error());
    GdalSession session;
    const KmlFieldNames kmlNames;
    const GdalSetting noLaunder("LIBKML_LAUNDER_FIELD_NAMES", "NO");
    // A GeoPackage would wait for the disk at every step; the whole file is synced once, when it is made.
    const GdalSetting noSteps("OGR_SQLITE_SYNCHRONOUS", "OFF");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverOf(format_));
    CPLStringList options;
    if (format_ == FeatureFormat::gpx) options.SetNameValue("GPX_USE_EXTENSIONS", "YES");
    std::unique_ptr<GDALDataset, CloseDataset> dataset(
        driver ? driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, options.List()) : nullptr);
    if (!dataset) return cannotWrite(session);
    OGRLayer* layer = createLayer(*dataset, layerName);
    if (!layer) return cannotWrite(session);
    if (auto made = createFields(*layer, session); !made) return failure(made.error());
    const bool batched = dataset->StartTransaction(FALSE) == OGRERR_NONE;
    session.forget();
    for (const Row& row : table_.rows)
      if (auto added = add(*layer, row, session); !added) return failure(added.error());
    if (batched) dataset->CommitTransaction();
    session.forget();
    dataset.reset();  // much is only written, and only fails, at the end
    if (session.failed()) return cannotWrite(session);
    noteCutCells();
    noteEmptyColumns();
    return Written{std::move(plan_.notes)};
  }

 private:
  static tl::unexpected<Error> cannotWrite(const GdalSession& session) {
    return session.failed(ErrorCode::io, {"the file cannot be written", "无法写入文件"});
  }

  OGRLayer* createLayer(GDALDataset& dataset, const std::string& name) const {
    CPLStringList options;
    if (format_ == FeatureFormat::shapefile) options.SetNameValue("ENCODING", "UTF-8");
    if (format_ == FeatureFormat::geoJson) options.SetNameValue("COORDINATE_PRECISION", "7");
    if (format_ == FeatureFormat::gpx) options.SetNameValue("FORCE_GPX_TRACK", "NO");
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool plain = format_ == FeatureFormat::workbook;
    const std::string layer = format_ == FeatureFormat::gpx ? "waypoints" : name;
    return dataset.CreateLayer(layer.c_str(), plain ? nullptr : &wgs84, layerType(format_, census_), options.List());
  }

  Outcome createFields(OGRLayer& layer, const GdalSession& session) {
    if (format_ == FeatureFormat::kml && !plan_.columns.empty()) {
      OGRFieldDefn placemark(std::string(kmlPlacemarkName).c_str(), OFTString);
      if (layer.CreateField(&placemark) != OGRERR_NONE) return cannotWrite(session);
    }
    for (const PlannedColumn& column : plan_.columns) {
      const std::string name = format_ == FeatureFormat::gpx ? gpxFieldName(column.name) : column.name;
      OGRFieldDefn field(name.c_str(), column.type == ColumnType::whole  ? OFTInteger
                                       : column.type == ColumnType::real ? OFTReal
                                                                         : OFTString);
      if (format_ == FeatureFormat::shapefile) {
        if (column.type == ColumnType::text)
          field.SetWidth(static_cast<int>(std::min(longestDbfText, std::max<std::size_t>(1, column.longestBytes))));
        if (column.type == ColumnType::whole) field.SetWidth(9);
        if (column.type == ColumnType::real) field.SetWidth(24), field.SetPrecision(column.decimals);
      }
      if (layer.CreateField(&field) != OGRERR_NONE) return cannotWrite(session);
      fields_.push_back(layer.GetLayerDefn()->GetFieldCount() - 1);
    }
    return {};
  }

  // GPX knows some names itself and gives them types of its own; escaping one letter makes the name ours.
  static std::string gpxFieldName(const std::string& column) {
    std::string name = elementNameOf(column);
    for (const auto* known : {"ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "sym", "type",
                              "fix", "sat", "hdop", "vdop", "pdop", "ageofdgpsdata", "dgpsid"})
      if (name == known) return "_x" + hexOf(name[0]) + "_" + name.substr(1);
    if (name.starts_with("link")) return "_x6C_" + name.substr(1);
    return name;
  }
  static std::string hexOf(char c) {
    static constexpr char digits[] = "0123456789ABCDEF";
    return {digits[(c >> 4) & 15], digits[c & 15]};
  }

  Outcome add(OGRLayer& layer, const Row& row, const GdalSession& session) {
    const std::unique_ptr<OGRFeature> feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const std::string& cell = row.cells[plan_.columns[i].source];
      if (cell.empty()) {
        feature->SetFieldNull(fields_[i]);
      } else {
        setCell(*feature, fields_[i], plan_.columns[i], cell, row.number);
      }
    }
    if (!plan_.columns.empty()) {
      const std::string& name = row.cells[plan_.columns[nameColumnOf(plan_)].source];
      if (format_ == FeatureFormat::kml) feature->SetField(0, name.c_str());
      if (format_ == FeatureFormat::gpx) feature->SetField("name", name.c_str());
    }
    if (row.shape && !row.shape->empty() && format_ != FeatureFormat::workbook) {
      OGRGeometry* geometry = nullptr;
      OGRGeometryFactory::createFromWkt(wktOf(*row.shape).c_str(), nullptr, &geometry);
      if (geometry) geometry = OGRGeometryFactory::forceTo(geometry, wholeType(geometry, layer.GetGeomType()));
      feature->SetGeometryDirectly(geometry);
    }
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE || session.failed()) {
      auto error = cannotWrite(session);
      error.value().place.line = row.number;
      return error;
    }
    return {};
  }

  static OGRwkbGeometryType wholeType(const OGRGeometry* geometry, OGRwkbGeometryType layer) {
    return layer == wkbUnknown ? geometry->getGeometryType() : layer;
  }

  void setCell(OGRFeature& feature, int field, const PlannedColumn& column, const std::string& cell, int row) {
    if (column.type == ColumnType::whole) {
      int value = 0;
      std::from_chars(cell.data(), cell.data() + cell.size(), value);
      feature.SetField(field, value);
    } else if (column.type == ColumnType::real) {
      feature.SetField(field, numberIn(cell).value_or(0));
    } else if (format_ == FeatureFormat::shapefile && cell.size() > longestDbfText) {
      cutRows_.push_back(row);
      feature.SetField(field, shortened(cell, longestDbfText).c_str());
    } else if (format_ == FeatureFormat::gpx && numberIn(cell)) {
      feature.SetField(field, (cell + "\u200b").c_str());  // GPX readers guess types; this stays text, and is trimmed
    } else if (format_ == FeatureFormat::gpx && cell.starts_with('<')) {
      feature.SetField(field, ("\u200b" + cell).c_str());  // else it would be written as markup
    } else {
      feature.SetField(field, cell.c_str());
    }
  }

  void noteCutCells() {
    if (cutRows_.empty()) return;
    plan_.notes.push_back({"texts longer than 254 bytes were cut, as the format asks: row " + rowList(cutRows_),
                           "超过 254 字节的文字已截断：第 " + rowList(cutRows_) + " 行"});
  }

  // GPX writes what a waypoint has; a column that no waypoint fills is not in the file.
  void noteEmptyColumns() {
    if (format_ != FeatureFormat::gpx) return;
    std::string names;
    for (const PlannedColumn& column : plan_.columns)
      if (column.longestBytes == 0) names += (names.empty() ? "" : ", ") + column.name;
    if (!names.empty())
      plan_.notes.push_back({"empty columns are not in a GPX file: " + names, "GPX 不保存空列：" + names});
  }

  const Table& table_;
  FeatureFormat format_;
  ShapeCensus census_;
  ColumnPlan plan_;
  std::vector<int> fields_;
  std::vector<int> cutRows_;
};

}  // namespace

Result<Written> writeFeatures(const Table& table, const std::filesystem::path& file, FeatureFormat format,
                              const std::string& layer) {
  return FeatureWriter(table, format).write(file, layer);
}

}  // namespace fengsui
