// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vectorfile.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <memory>

#include "gis/celltext.h"
#include "gis/gdalsession.h"
#include "gis/kmlfields.h"
#include "gis/projection.h"
#include "gis/shapes.h"
#include "gis/textencoding.h"

namespace fengsui {
namespace {

constexpr std::size_t mostFeatures = 2'000'000;

constexpr std::array<const char*, 17> drivers{"ESRI Shapefile", "GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "LIBKML",
                                              "KML",            "GPX",     "GPKG",       "MapInfo File", "FlatGeobuf",
                                              "OpenFileGDB",    "GeoRSS",  "DXF",        "ODS",      "XLS",    nullptr};

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

bool endsWith(const std::filesystem::path& file, std::string_view ending) {
  return compact(file.extension().string()) == ending;
}

Dataset open(const std::filesystem::path& file) {
  // Shapefile text comes as raw bytes: what its header claims about the encoding is often wrong.
  const char* const asBytes[] = {"ENCODING=", nullptr};
  const char* const asWritten[] = {"DATE_AS_STRING=YES", nullptr};
  const bool zipped = endsWith(file, ".zip");
  const bool shapefile = zipped || endsWith(file, ".shp") || endsWith(file, ".dbf");
  const bool json = endsWith(file, ".geojson") || endsWith(file, ".json");
  const std::string place = (zipped ? "/vsizip/" : "") + std::filesystem::absolute(file).string();
  return Dataset(static_cast<GDALDataset*>(GDALOpenEx(place.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(),
                                                      shapefile ? asBytes : json ? asWritten : nullptr, nullptr)));
}

std::string layerName(OGRLayer& layer) {
  const std::string name = layer.GetName();
  return isUtf8(name) ? name : toUtf8(name, "GB18030").value_or("layer");
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// A value as the person who made the file would write it.
std::string cellOf(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
  switch (definition.GetType()) {
    case OFTReal: return numberText(feature.GetFieldAsDouble(field));
    case OFTInteger:
      if (definition.GetSubType() == OFSTBoolean) return feature.GetFieldAsInteger(field) ? "true" : "false";
      return std::to_string(feature.GetFieldAsInteger(field));
    case OFTBinary: return {};
    case OFTDate:
    case OFTDateTime: {
      std::string text = feature.GetFieldAsString(field);  // 2026/07/20 21:40:00+08
      for (std::size_t i = 0; i < text.size() && i < 10; ++i)
        if (text[i] == '/') text[i] = '-';
      return text;
    }
    default: return std::string(trimmed(feature.GetFieldAsString(field)));
  }
}

class LayerReader {
 public:
  LayerReader(GDALDataset& dataset, OGRLayer& layer, const ReadOptions& options)
      : dataset_(dataset), layer_(layer), options_(options) {}

  Result<Table> read(GdalSession& session) {
    table_.layer = layerName(layer_);
    OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    for (int field = 0; field < definition.GetFieldCount(); ++field)
      table_.columns.push_back({definition.GetFieldDefn(field)->GetNameRef(), ColumnRole::data});
    const bool hasGeometry = definition.GetGeomFieldCount() > 0 && layer_.GetGeomType() != wkbNone;
    if (hasGeometry)
      if (auto ready = findProjection(); !ready) return failure(ready.error());
    session.forget();
    layer_.ResetReading();
    while (const auto feature = std::unique_ptr<OGRFeature>(layer_.GetNextFeature())) {
      if (table_.rows.size() >= mostFeatures)
        return failure(ErrorCode::unreadable, {"the layer has more than two million features", "图层超过两百万个要素"});
      take(*feature);
    }
    if (session.failed())
      return session.failed(ErrorCode::unreadable,
                            {"the file cannot be read beyond row " + std::to_string(table_.rows.size()),
                             "文件在第 " + std::to_string(table_.rows.size()) + " 行之后无法读取"});
    if (auto decoded = decode(); !decoded) return failure(decoded.error());
    if (!mixed_.empty())
      table_.notes.push_back({"of mixed geometries only the areas or lines were kept: feature " + rowList(mixed_),
                              "混合几何只保留面或线：第 " + rowList(mixed_) + " 个要素"});
    return std::move(table_);
  }

 private:
  Outcome findProjection() {
    if (!options_.crs.empty()) {
      const auto named = crsNamed(options_.crs);
      if (!named) return failure(named.error());
      return use(Projection::from(*named));
    }
    if (const auto* system = layer_.GetSpatialRef()) return use(Projection::from(system));
    OGREnvelope extent;
    const bool degrees = layer_.GetExtent(&extent, TRUE) == OGRERR_NONE && extent.MinX >= -180 && extent.MaxX <= 180 &&
                         extent.MinY >= -90 && extent.MaxY <= 90;
    if (!degrees && layer_.GetFeatureCount() > 0) return use(Projection::from(nullptr));
    table_.notes.push_back({"the file does not say its coordinate system; the numbers are read as WGS 84 degrees",
                            "文件没有注明坐标系，按 WGS 84 经纬度读取"});
    return use(Projection::from(NamedCrs{"EPSG:4326", 4326, Datum::wgs84}));
  }

  Outcome use(Result<Projection> projection) {
    if (!projection) return failure(projection.error());
    projection_ = std::make_unique<Projection>(std::move(*projection));
    table_.crs = projection_->name();
    if (projection_->caveat()) table_.notes.push_back(*projection_->caveat());
    return {};
  }

  void take(const OGRFeature& feature) {
    Row row;
    row.number = static_cast<int>(table_.rows.size()) + 1;
    for (int field = 0; field < feature.GetFieldCount(); ++field) row.cells.push_back(cellOf(feature, field));
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (geometry && projection_) {
      auto shape = shapeOf(*geometry, *projection_);
      if (!shape) {
        row.shapeFault = shape.error().at({{}, row.number, 0, {}, {}});
      } else {
        if (shape->mixed) mixed_.push_back(row.number);
        row.shape = std::move(shape->shape);
      }
    }
    table_.rows.push_back(std::move(row));
  }

  // What the file says about its text is believed unless the text itself contradicts.
  Outcome decode() {
    std::string claimed;
    for (const auto* key : {"ENCODING_FROM_CPG", "ENCODING_FROM_LDID"})
      if (const char* value = layer_.GetMetadataItem(key, "SHAPEFILE"); value && *value && claimed.empty()) claimed = value;
    bool allAscii = true;
    bool allUtf8 = true;
    const auto look = [&](std::string_view text) {
      const auto whole = withoutCutCharacter(text);
      allUtf8 = allUtf8 && isUtf8(whole);
      allAscii = allAscii && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    for (const Column& column : table_.columns) look(column.name);
    for (const Row& row : table_.rows)
      for (const auto& cell : row.cells) look(cell);
    std::string encoding = options_.encoding;
    if (encoding.empty()) encoding = allUtf8 ? "UTF-8" : claimed.empty() || compact(claimed) == "utf-8" ? "GB18030" : claimed;
    if (!options_.encoding.empty() && allUtf8 && dataset_.GetDriver() && !isShapefile()) encoding = "UTF-8";
    table_.encoding = encoding;
    if (encoding != "UTF-8" && claimed.empty() && options_.encoding.empty())
      table_.notes.push_back({"the file does not say its text encoding; read as " + encoding,
                              "文件没有注明文字编码，按 " + encoding + " 读取"});
    if (allAscii) return {};
    for (Column& column : table_.columns)
      if (auto done = decode(column.name, encoding, 0, {}); !done) return done;
    for (Row& row : table_.rows)
      for (std::size_t column = 0; column < row.cells.size(); ++column)
        if (auto done = decode(row.cells[column], encoding, row.number, table_.columns[column].name); !done) return done;
    return {};
  }

  [[nodiscard]] bool isShapefile() const {
    return dataset_.GetDriver() && std::string_view(dataset_.GetDriver()->GetDescription()) == "ESRI Shapefile";
  }

  static Outcome decode(std::string& text, const std::string& encoding, int row, const std::string& field) {
    // A field of fixed width cuts the last character in half; at most three bytes are lost that way.
    for (std::size_t cut = 0; cut < 4 && cut <= text.size(); ++cut) {
      if (auto whole = toUtf8(std::string_view(text).substr(0, text.size() - cut), encoding)) {
        text = std::string(trimmed(*whole));
        return {};
      }
    }
    return failure(Error{ErrorCode::unreadable,
                         {"the text is not " + encoding, "文字不是 " + encoding + " 编码"},
                         {"name the encoding of the file: UTF-8 or GB18030", "请指明文件编码：UTF-8 或 GB18030"},
                         {{}, row, 0, field, {}}});
  }

  GDALDataset& dataset_;
  OGRLayer& layer_;
  const ReadOptions& options_;
  Table table_;
  std::unique_ptr<Projection> projection_;
  std::vector<int> mixed_;
};

// The layer with most features; of a GPS file the waypoints before the vertices of its tracks.
OGRLayer* chosenLayer(GDALDataset& dataset, const std::string& asked) {
  OGRLayer* best = nullptr;
  GIntBig most = 0;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    OGRLayer* layer = dataset.GetLayer(i);
    const std::string name = layerName(*layer);
    if (!asked.empty()) {
      if (name == asked) return layer;
      continue;
    }
    if (name == "track_points" || name == "route_points") continue;
    const GIntBig count = layer->GetFeatureCount();
    if (!best || count > most || (name == "layer_styles" && count == 0)) best = layer, most = count;
    if (name == "waypoints" && count > 0) return layer;
  }
  return best;
}

tl::unexpected<Error> cannotOpen(const GdalSession& session) {
  return session.failed(
      ErrorCode::unreadable, {"the file is damaged, or of a kind that is not read", "文件已损坏，或格式不支持"},
      {"give CSV, XLSX, GeoJSON, Shapefile (with its .dbf and .shx), KML, GPX or GeoPackage",
       "请提供 CSV、XLSX、GeoJSON、Shapefile（连同 .dbf、.shx）、KML、GPX 或 GeoPackage"});
}

}  // namespace

Result<Table> readVectorFile(const std::filesystem::path& file, const ReadOptions& options) {
  GdalSession session;
  const KmlFieldNames kmlNames;
  const Dataset dataset = open(file);
  if (!dataset) return cannotOpen(session);
  std::vector<std::string> names;
  for (int i = 0; i < dataset->GetLayerCount(); ++i) names.push_back(layerName(*dataset->GetLayer(i)));
  OGRLayer* layer = chosenLayer(*dataset, options.layer);
  if (!layer && options.layer.empty()) return cannotOpen(session);
  if (!layer)
    return failure(ErrorCode::notFound,
                   {"there is no layer \"" + options.layer + "\"", "没有图层“" + options.layer + "”"},
                   {"the layers are: " + joined(names), "图层有：" + joined(names)});
  auto table = LayerReader(*dataset, *layer, options).read(session);
  if (!table) return table;
  const std::string driver = dataset->GetDriver() ? dataset->GetDriver()->GetDescription() : "";
  if (driver == "LIBKML" || driver == "KML") tidyKmlColumns(*table);
  if (driver == "GPX") tidyGpxColumns(*table);
  std::erase(names, table->layer);
  table->otherLayers = std::move(names);
  if (!table->otherLayers.empty() && options.layer.empty() && driver != "GPX")
    table->notes.push_back({"read layer " + table->layer + "; not read: " + joined(table->otherLayers),
                            "读取了图层“" + table->layer + "”；未读：" + joined(table->otherLayers)});
  if (table->rows.empty())
    return failure(ErrorCode::invalid, {"there is nothing in layer \"" + table->layer + "\"", "图层“" + table->layer + "”是空的"},
                   {"check that the right file was saved", "请检查保存的是否是正确的文件"});
  return table;
}

Result<std::vector<Grid>> readOtherWorkbook(const std::filesystem::path& file) {
  GdalSession session;
  const GdalSetting settings[] = {{"OGR_ODS_HEADERS", "DISABLE"}, {"OGR_ODS_FIELD_TYPES", "STRING"},
                                  {"OGR_XLS_HEADERS", "DISABLE"}, {"OGR_XLS_FIELD_TYPES", "STRING"}};
  const Dataset dataset = open(file);
  if (!dataset) return cannotOpen(session);
  std::vector<Grid> grids;
  for (int i = 0; i < dataset->GetLayerCount(); ++i) {
    OGRLayer& layer = *dataset->GetLayer(i);
    Grid grid;
    grid.name = layerName(layer);
    while (const auto feature = std::unique_ptr<OGRFeature>(layer.GetNextFeature())) {
      GridRow row{static_cast<int>(feature->GetFID()), {}};
      for (int field = 0; field < feature->GetFieldCount(); ++field) row.cells.push_back(cellOf(*feature, field));
      grid.rows.push_back(std::move(row));
    }
    grids.push_back(std::move(grid));
  }
  if (session.failed()) return cannotOpen(session);
  return grids;
}

}  // namespace fengsui
