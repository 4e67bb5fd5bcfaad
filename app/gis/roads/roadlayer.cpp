// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadlayer.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <set>

#include "gis/celltext.h"
#include "gis/gdalsession.h"
#include "gis/projection.h"
#include "gis/roads/roadcells.h"
#include "gis/textencoding.h"

namespace fengsui {
namespace {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

// What the columns are called in base.gpkg, in Geofabrik's Shapefiles, in OpenStreetMap and in Chinese road data.
struct Usual {
  std::string RoadColumns::*of;
  std::initializer_list<const char*> names;
};
const std::array usualColumns{
    Usual{&RoadColumns::roadClass,
          {"class", "highway", "fclass", "road_class", "roadclass", "类型", "道路等级", "等级", "道路类型"}},
    Usual{&RoadColumns::name, {"name_zh", "name", "名称", "道路名称", "路名"}},
    Usual{&RoadColumns::ref, {"ref", "编号", "路线编号"}},
    Usual{&RoadColumns::oneway, {"oneway", "one_way", "单行", "单行线"}},
    Usual{&RoadColumns::bridge, {"bridge", "桥", "桥梁"}},
    Usual{&RoadColumns::tunnel, {"tunnel", "隧道"}},
    Usual{&RoadColumns::ford, {"ford", "过水路面", "漫水桥"}},
    Usual{&RoadColumns::surface, {"surface", "路面", "路面类型"}},
    Usual{&RoadColumns::maxSpeedKmh, {"maxspeed_kmh", "maxspeed", "限速"}},
    Usual{&RoadColumns::maxHeightM, {"max_height_m", "maxheight", "限高"}},
    Usual{&RoadColumns::maxWeightT, {"max_weight_t", "maxweight", "限重", "限载"}},
    Usual{&RoadColumns::access, {"access", "通行"}},
};

std::string textOfField(const OGRFeature& feature, int field) {
  if (field < 0 || !feature.IsFieldSetAndNotNull(field)) return {};
  const std::string raw = feature.GetFieldAsString(field);
  return std::string(trimmed(isUtf8(raw) ? raw : toUtf8(raw, "GB18030").value_or("")));
}
double numberOfField(const OGRFeature& feature, int field) {
  if (field < 0 || !feature.IsFieldSetAndNotNull(field)) return 0;
  const double value = feature.GetFieldAsDouble(field);
  return std::isfinite(value) && value > 0 ? value : 0;
}
bool unpavedOf(const std::string& surface) {
  static const std::set<std::string> soft{"unpaved", "gravel", "fine_gravel", "compacted", "dirt",        "earth",
                                          "ground",  "sand",   "mud",         "grass",     "pebblestone", "rock",
                                          "土路",    "砂石",   "碎石",        "砂石路",    "未铺装"};
  return soft.contains(surface);
}

class RoadReader {
 public:
  RoadReader(OGRLayer& layer, const RoadLayerOptions& options, Projection projection)
      : layer_(layer), options_(options), projection_(std::move(projection)) {}

  Outcome findColumns() {
    OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    for (std::size_t i = 0; i < usualColumns.size(); ++i) {
      const std::string& asked = options_.columns.*usualColumns[i].of;
      if (!asked.empty()) {
        column_[i] = definition.GetFieldIndex(asked.c_str());
        if (column_[i] >= 0) continue;
        std::string have;
        for (int f = 0; f < definition.GetFieldCount(); ++f)
          have += (f == 0 ? "" : ", ") + std::string(definition.GetFieldDefn(f)->GetNameRef());
        return failure(ErrorCode::notFound,
                       {"the layer has no column \"" + asked + "\"", "图层没有“" + asked + "”这一列"},
                       {"it has: " + have, "已有：" + have});
      }
      for (const char* name : usualColumns[i].names)
        if (column_[i] < 0) column_[i] = definition.GetFieldIndex(name);
    }
    if (at(Column::roadClass) >= 0)
      geofabrik_ = EQUAL(definition.GetFieldDefn(at(Column::roadClass))->GetNameRef(), "fclass");
    return {};
  }

  Result<RoadLayer> read(const GdalSession& session, const std::stop_token& stop) {
    layer_.ResetReading();
    while (const auto feature = std::unique_ptr<OGRFeature>(layer_.GetNextFeature())) {
      if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
      take(*feature);
    }
    if (session.failed())
      return session.failed(ErrorCode::unreadable, {"the layer cannot be read to its end", "图层无法完整读取"});
    RoadLayer out;
    out.layer = layer_.GetName();
    out.crs = projection_.name();
    out.lines = taken_;
    if (taken_ == 0)
      return failure(ErrorCode::invalid,
                     {"there is not one road in layer \"" + out.layer + "\"", "图层“" + out.layer + "”中没有道路"},
                     {"build the district from an extract that has roads, or give a layer of road lines",
                      "请用含道路的数据建立辖区底图，或提供道路线图层"});
    note(out);
    out.graph = std::move(builder_).build();
    if (const auto parts = partsOf(*out.graph); parts.parts > 1)
      out.notes.push_back({"the roads fall into " + std::to_string(parts.parts) + " pieces that nothing joins; " +
                               std::to_string(out.graph->nodeCount() - parts.nodesInLargest) +
                               " junctions and ends are outside of the largest",
                           "路网分为互不相连的 " + std::to_string(parts.parts) + " 片；最大一片之外有 " +
                               std::to_string(out.graph->nodeCount() - parts.nodesInLargest) + " 个路口和端点"});
    return out;
  }

 private:
  enum class Column {
    roadClass,
    name,
    ref,
    oneway,
    bridge,
    tunnel,
    ford,
    surface,
    maxSpeed,
    maxHeight,
    maxWeight,
    access
  };
  [[nodiscard]] int at(Column column) const { return column_[static_cast<std::size_t>(column)]; }

  void note(RoadLayer& out) const {
    const auto count = [&](std::size_t n, const char* en, const char* zh) {
      if (n > 0) out.notes.push_back({std::to_string(n) + en, std::to_string(n) + zh});
    };
    if (projection_.caveat()) out.notes.push_back(*projection_.caveat());
    if (at(Column::roadClass) < 0)
      out.notes.push_back(
          {"the layer has no column for the class; every road is read as " +
               std::string(fengsui::nameOf(options_.otherwise).en),
           "图层没有道路等级列，全部按“" + std::string(fengsui::nameOf(options_.otherwise).zh) + "”读取"});
    count(empty_, " lines without a length were left out", " 条没有长度的线未读入");
    count(noLine_, " features that are no lines were left out", " 个非线要素未读入");
    count(outside_, " lines with places outside of the world were left out", " 条坐标超出范围的线未读入");
    if (!unknown_.empty()) {
      std::string words;
      for (const auto& [word, times] : unknown_) words += (words.empty() ? "" : ", ") + word;
      out.notes.push_back(
          {"classes that are not known were read as " + std::string(fengsui::nameOf(options_.otherwise).en) + ": " +
               words,
           "未识别的道路等级按“" + std::string(fengsui::nameOf(options_.otherwise).zh) + "”读取：" + words});
    }
  }

  RoadAttributes attributesOf(const OGRFeature& feature) {
    const auto text = [&](Column column) { return textOfField(feature, at(column)); };
    RoadAttributes out;
    out.name = text(Column::name);
    if (out.name.empty()) out.name = text(Column::ref);
    out.roadClass = options_.otherwise;
    if (const std::string word = text(Column::roadClass); !word.empty()) {
      const auto own = options_.classes.find(word);
      const auto known = own != options_.classes.end() ? std::optional(own->second) : roadClassFor(word);
      if (known)
        out.roadClass = *known;
      else
        ++unknown_[word];
    }
    out.oneway = onewayOf(text(Column::oneway), geofabrik_);
    out.bridge = roadFlag(text(Column::bridge));
    out.tunnel = roadFlag(text(Column::tunnel));
    out.ford = roadFlag(text(Column::ford));
    out.unpaved = unpavedOf(text(Column::surface));
    out.barred = text(Column::access) == "no" || text(Column::access) == "禁止通行";
    out.maxSpeedKmh = numberOfField(feature, at(Column::maxSpeed));
    out.maxHeightM = numberOfField(feature, at(Column::maxHeight));
    out.maxWeightT = numberOfField(feature, at(Column::maxWeight));
    return out;
  }

  void take(const OGRFeature& feature) {
    const OGRGeometry* geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) {
      ++empty_;
      return;
    }
    std::unique_ptr<OGRGeometry> straight;
    if (geometry->hasCurveGeometry(FALSE)) {
      straight.reset(geometry->getLinearGeometry());
      geometry = straight.get();
    }
    const RoadAttributes attributes = attributesOf(feature);
    const auto type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbLineString) {
      takeLine(*geometry->toLineString(), attributes);
    } else if (type == wkbMultiLineString) {
      for (const auto* part : geometry->toMultiLineString()) takeLine(*part, attributes);
    } else {
      ++noLine_;
    }
  }

  void takeLine(const OGRLineString& drawn, const RoadAttributes& attributes) {
    Line line;
    for (int i = 0; i < drawn.getNumPoints(); ++i) {
      const auto place = projection_.toWgs84(drawn.getX(i), drawn.getY(i));
      const auto at = place ? Position::ofDegrees(place->lonDeg, place->latDeg) : std::nullopt;
      if (!at) {
        ++outside_;
        return;
      }
      line.push_back(*at);
    }
    if (builder_.addLine(std::move(line), attributes))
      ++taken_;
    else
      ++empty_;
  }

  OGRLayer& layer_;
  const RoadLayerOptions& options_;
  Projection projection_;
  std::array<int, usualColumns.size()> column_ = [] {
    std::array<int, usualColumns.size()> none{};
    none.fill(-1);
    return none;
  }();
  bool geofabrik_ = false;
  RoadGraphBuilder builder_;
  std::size_t taken_ = 0, empty_ = 0, noLine_ = 0, outside_ = 0;
  std::map<std::string, std::size_t> unknown_;
};

bool ofLines(OGRLayer& layer) {
  const auto type = wkbFlatten(layer.GetGeomType());
  return type == wkbLineString || type == wkbMultiLineString || type == wkbUnknown || type == wkbCompoundCurve ||
         type == wkbMultiCurve || type == wkbGeometryCollection;
}

Result<OGRLayer*> chosenLayer(GDALDataset& dataset, const std::string& asked) {
  OGRLayer* best = nullptr;
  std::string names;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    OGRLayer* layer = dataset.GetLayer(i);
    names += (i == 0 ? "" : ", ") + std::string(layer->GetName());
    if (!asked.empty() ? asked == layer->GetName() : std::string_view("road") == layer->GetName()) return layer;
    if (ofLines(*layer) && (!best || layer->GetFeatureCount() > best->GetFeatureCount())) best = layer;
  }
  if (!asked.empty())
    return failure(ErrorCode::notFound, {"there is no layer \"" + asked + "\"", "没有图层“" + asked + "”"},
                   {"the layers are: " + names, "图层有：" + names});
  if (!best)
    return failure(ErrorCode::invalid, {"the file has no layer of lines", "文件中没有线图层"},
                   {"the layers are: " + names, "图层有：" + names});
  return best;
}

Result<Projection> projectionOf(OGRLayer& layer, const std::string& asked) {
  if (!asked.empty()) return crsNamed(asked).and_then([](const NamedCrs& crs) { return Projection::from(crs); });
  if (const auto* system = layer.GetSpatialRef()) return Projection::from(system);
  OGREnvelope box;
  const bool degrees = layer.GetExtent(&box, TRUE) == OGRERR_NONE && box.MinX >= -180 && box.MaxX <= 180 &&
                       box.MinY >= -90 && box.MaxY <= 90;
  // Numbers that can only be metres are never guessed at: a road in the wrong place is worse than none.
  if (degrees) return Projection::from(NamedCrs{"EPSG:4326", 4326, Datum::wgs84});
  return Projection::from(nullptr);
}

Result<RoadLayer> read(const std::filesystem::path& file, const RoadLayerOptions& options,
                       const std::stop_token& stop) {
  GdalSession session;
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return failure(ErrorCode::notFound, {"there is no such file", "文件不存在"});
  const std::string ending = compact(file.extension().string());
  const char* const asBytes[] = {"ENCODING=", nullptr};
  const std::string place = (ending == ".zip" ? "/vsizip/" : "") + std::filesystem::absolute(file).string();
  const bool shapefile = ending == ".zip" || ending == ".shp";
  const Dataset dataset(static_cast<GDALDataset*>(
      GDALOpenEx(place.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, shapefile ? asBytes : nullptr, nullptr)));
  if (!dataset)
    return session.failed(
        ErrorCode::unreadable,
        {"the file is damaged, or holds no map data that is read", "文件已损坏，或不是可读取的地图数据"},
        {"give base.gpkg, a GeoPackage, a Shapefile or GeoJSON with road lines",
         "请提供 base.gpkg，或含道路线的 GeoPackage、Shapefile、GeoJSON"});
  const auto layer = chosenLayer(*dataset, options.layer);
  if (!layer) return failure(layer.error());
  auto projection = projectionOf(**layer, options.crs);
  if (!projection) return failure(projection.error());
  session.forget();
  RoadReader reader(**layer, options, std::move(*projection));
  if (const auto columns = reader.findColumns(); !columns) return failure(columns.error());
  return reader.read(session, stop);
}

}  // namespace

Result<RoadLayer> readRoadLayer(const std::filesystem::path& file, const RoadLayerOptions& options,
                                const std::stop_token& stop) {
  auto layer = read(file, options, stop);
  if (layer || !layer.error().place.file.empty()) return layer;
  Error error = layer.error();
  error.place.file = file.string();
  return failure(error);
}

}  // namespace fengsui
