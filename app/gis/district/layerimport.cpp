// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/layerimport.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "gis/district/osmclass.h"
#include "gis/roads/roadcells.h"

namespace fengsui {
namespace {

using Data = std::unique_ptr<GDALDataset>;
using FeaturePtr = std::unique_ptr<OGRFeature, void (*)(OGRFeature*)>;

tl::unexpected<Error> wrong(ErrorCode code, const std::filesystem::path& file, Text words, Text remedy = {}) {
  return failure(Error{code, std::move(words), std::move(remedy), {file.string(), 0, 0, {}, {}}});
}

Result<Data> open(const std::filesystem::path& file) {
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return wrong(ErrorCode::notFound, file, {"there is no such file", "文件不存在"});
  GDALAllRegister();
  const QuietGdal quiet;
  Data data(static_cast<GDALDataset*>(
      GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr)));
  if (!data)
    return wrong(ErrorCode::unreadable, file,
                 {"the file is damaged, or holds no map data that is read", "文件已损坏，或不是可读取的地图数据"});
  return data;
}

/// Into WGS 84; nothing where the layer is in it already.
Result<std::unique_ptr<OGRCoordinateTransformation>> toWgs84(OGRLayer& layer, const std::filesystem::path& file) {
  const OGRSpatialReference* system = layer.GetSpatialRef();
  if (!system || system->IsLocal())
    return wrong(
        ErrorCode::invalid, file,
        {"layer \"" + std::string(layer.GetName()) + "\" does not say its coordinate system",
         "图层“" + std::string(layer.GetName()) + "”未注明坐标系"},
        {"give it one, for instance with ogr2ogr -a_srs EPSG:4490", "请先赋予坐标系，例如 ogr2ogr -a_srs EPSG:4490"});
  OGRSpatialReference from(*system), wgs84;
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (from.IsSame(&wgs84)) return nullptr;
  const QuietGdal quiet;
  std::unique_ptr<OGRCoordinateTransformation> out(OGRCreateCoordinateTransformation(&from, &wgs84));
  if (!out)
    return wrong(ErrorCode::invalid, file,
                 {"its coordinate system cannot be turned into WGS 84", "其坐标系无法转换为 WGS 84"});
  return out;
}

std::string textOf(const OGRFeature& feature, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const int at = feature.GetFieldIndex(name); at >= 0 && feature.IsFieldSetAndNotNull(at))
      return feature.GetFieldAsString(at);
  return {};
}

void include(DistrictBox& box, const OGRGeometry& geometry) {
  OGREnvelope of;
  geometry.getEnvelope(&of);
  if (box.empty() && box.west == 0 && box.east == 0) {
    box = {of.MinX, of.MinY, of.MaxX, of.MaxY};
    return;
  }
  box.west = std::min(box.west, of.MinX);
  box.south = std::min(box.south, of.MinY);
  box.east = std::max(box.east, of.MaxX);
  box.north = std::max(box.north, of.MaxY);
}

struct EveryNumber : OGRDefaultConstGeometryVisitor {
  using OGRDefaultConstGeometryVisitor::visit;
  void visit(const OGRPoint* point) override {
    finite = finite && std::isfinite(point->getX()) && std::isfinite(point->getY());
  }
  bool finite = true;
};

// The feature's geometry in WGS 84; nothing for one that has none, or lies outside of the world.
std::unique_ptr<OGRGeometry> geometryOf(OGRFeature& feature, OGRCoordinateTransformation* transformation) {
  std::unique_ptr<OGRGeometry> geometry(feature.StealGeometry());
  if (!geometry || geometry->IsEmpty()) return nullptr;
  if (geometry->hasCurveGeometry(FALSE)) geometry.reset(geometry->getLinearGeometry());
  geometry->flattenTo2D();
  const QuietGdal quiet;
  if (transformation && geometry->transform(transformation) != OGRERR_NONE) return nullptr;
  OGREnvelope of;
  geometry->getEnvelope(&of);
  if (!(of.MinX >= -180 && of.MaxX <= 180 && of.MinY >= -90 && of.MaxY <= 90)) return nullptr;
  // An envelope passes over what is not a number.
  EveryNumber numbers;
  geometry->accept(&numbers);
  if (!numbers.finite) return nullptr;
  return geometry;
}

bool isArea(const OGRGeometry& geometry) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  return type == wkbPolygon || type == wkbMultiPolygon;
}

// ---- the district's own area

struct Candidate {
  std::string name;
  std::unique_ptr<OGRGeometry> geometry;
};

void addOutline(const OGRGeometry& area, const std::string& name, BaseMapFile& out) {
  const std::unique_ptr<OGRGeometry> outline(area.Boundary());
  if (!outline) return;
  const auto add = [&](const OGRGeometry& line) {
    out.add(BaseLayer::boundary, std::unique_ptr<OGRGeometry>(line.clone()),
            {{"class", std::string("county")}, {"name", name}, {"admin_level", std::int64_t{6}}});
  };
  if (wkbFlatten(outline->getGeometryType()) == wkbMultiLineString)
    for (const auto* line : outline->toMultiLineString()) add(*line);
  else
    add(*outline);
}

// ---- layers beside it

struct Alias {
  BaseLayer layer;
  std::initializer_list<const char*> names;
};
const Alias aliases[] = {
    {BaseLayer::waterArea, {"water_area", "water_areas", "gis_osm_water_a_free_1"}},
    {BaseLayer::waterLine, {"water_line", "water_lines", "waterway", "waterways", "gis_osm_waterways_free_1"}},
    {BaseLayer::waterBarrier, {"water_barrier", "dam", "dams"}},
    {BaseLayer::landuse, {"landuse", "natural", "landcover", "gis_osm_landuse_a_free_1"}},
    {BaseLayer::building, {"building", "buildings", "gis_osm_buildings_a_free_1"}},
    {BaseLayer::road, {"road", "roads", "gis_osm_roads_free_1"}},
    {BaseLayer::railway, {"railway", "railways", "gis_osm_railways_free_1"}},
    {BaseLayer::powerLine, {"power_line", "power_lines"}},
    {BaseLayer::place, {"place", "places", "gis_osm_places_free_1"}},
    {BaseLayer::peak, {"peak", "peaks"}},
    {BaseLayer::poi, {"poi", "pois", "gis_osm_pois_free_1"}},
};

std::optional<BaseLayer> tableFor(const std::string& name) {
  for (const Alias& alias : aliases)
    for (const char* one : alias.names)
      if (name == one) return alias.layer;
  return std::nullopt;
}

bool fits(const OGRGeometry& geometry, BaseGeometry wanted) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  switch (wanted) {
    case BaseGeometry::point:
      return type == wkbPoint;
    case BaseGeometry::line:
      return type == wkbLineString || type == wkbMultiLineString;
    case BaseGeometry::area:
      return isArea(geometry);
  }
  return false;
}

// A road's class is one of base.gpkg's, whatever the layer calls it; words that are not known are minor roads.
void addRoad(const OGRFeature& feature, std::string& kind, BaseAttributes& out, std::map<std::string, long>& unknown) {
  if (kind.empty()) kind = textOf(feature, {"highway", "road_class", "道路等级", "等级", "类型"});
  const bool geofabrik = feature.GetFieldIndex("fclass") >= 0;
  if (kind.ends_with("_link")) out.emplace_back("link", std::int64_t{1});
  if (const auto known = roadClassCode(kind); !known.empty()) {
    kind = known;
  } else {
    ++unknown[kind.empty() ? "-" : kind];
    kind = "unclassified";
  }
  const auto cell = [&](const char* name) { return textOf(feature, {name}); };
  if (const int oneway = onewayOf(cell("oneway"), geofabrik)) out.emplace_back("oneway", std::int64_t{oneway});
  for (const char* flag : {"bridge", "tunnel"})
    if (roadFlag(cell(flag))) out.emplace_back(flag, std::int64_t{1});
  for (const auto& [to, from] : {std::pair("maxspeed_kmh", "maxspeed")})
    if (const double posted = std::strtod(cell(from).c_str(), nullptr); posted > 0 && feature.GetFieldIndex(to) < 0)
      out.emplace_back(to, static_cast<std::int64_t>(std::llround(posted)));
}

BaseAttributes attributesOf(const OGRFeature& feature, const BaseTable& table, std::map<std::string, long>& unknown) {
  BaseAttributes out;
  std::string kind = textOf(feature, {"class", "type", "fclass"});
  if (table.layer == BaseLayer::road) addRoad(feature, kind, out, unknown);
  out.emplace_back("class", kind);
  out.emplace_back("name", textOf(feature, {"name", "名称", "NAME"}));
  for (const char* name : {"name_zh", "name_en"}) out.emplace_back(name, textOf(feature, {name}));
  if (const int at = feature.GetFieldIndex("osm_id"); at >= 0 && feature.IsFieldSetAndNotNull(at))
    out.emplace_back("osm_id", std::int64_t{feature.GetFieldAsInteger64(at)});
  for (const BaseField& field : table.ownFields) {
    const int at = feature.GetFieldIndex(field.name);
    if (at < 0 || !feature.IsFieldSetAndNotNull(at)) continue;
    if (std::any_of(out.begin(), out.end(), [&](const auto& had) { return std::string_view(had.first) == field.name; }))
      continue;
    if (field.type == BaseFieldType::text)
      out.emplace_back(field.name, std::string(feature.GetFieldAsString(at)));
    else if (field.type == BaseFieldType::real)
      out.emplace_back(field.name, feature.GetFieldAsDouble(at));
    else
      out.emplace_back(field.name, std::int64_t{feature.GetFieldAsInteger64(at)});
  }
  if (table.layer == BaseLayer::place && feature.GetFieldIndex("rank") < 0)
    if (const auto rank = placeRank(kind)) out.emplace_back("rank", std::int64_t{*rank});
  return out;
}

}  // namespace

Result<BoundarySummary> importBoundary(const std::filesystem::path& file, const std::string& name, BaseMapFile& out) {
  const auto data = open(file);
  if (!data) return failure(data.error());
  std::vector<Candidate> found;
  std::string names;
  // A file with several layers keeps its districts in one that says so.
  OGRLayer* own = nullptr;
  for (const char* usual : {"district", "boundary", "admin_area"})
    if (!own) own = (*data)->GetLayerByName(usual);
  for (OGRLayer* layer : (*data)->GetLayers()) {
    if (own && layer != own) continue;
    const auto transformation = toWgs84(*layer, file);
    if (!transformation) return failure(transformation.error());
    layer->ResetReading();
    while (const auto feature = FeaturePtr(layer->GetNextFeature(), OGRFeature::DestroyFeature)) {
      auto geometry = geometryOf(*feature, transformation->get());
      if (!geometry || !isArea(*geometry)) continue;
      const std::string called = textOf(*feature, {"name", "名称", "NAME", "name_zh"});
      names += (names.empty() ? "" : ", ") + called;
      found.push_back({called, std::move(geometry)});
    }
  }
  if (found.empty())
    return wrong(ErrorCode::invalid, file,
                 {"there is no area in it that could be the district", "文件中没有可作为辖区边界的面"},
                 {"give a layer of polygons", "请提供面图层"});
  const auto chosen = std::find_if(found.begin(), found.end(), [&](const Candidate& one) { return one.name == name; });
  if (chosen == found.end() && found.size() > 1)
    return wrong(ErrorCode::ambiguous, file,
                 name.empty() ? Text{"it holds several areas: " + names, "文件中有多个区域：" + names}
                              : Text{"none of its areas is called \"" + name + "\": " + names,
                                     "没有名为“" + name + "”的区域：" + names},
                 {"say which with --name", "请用 --name 指定"});
  Candidate& one = chosen == found.end() ? found.front() : *chosen;
  BoundarySummary summary{one.name, {}};
  include(summary.box, *one.geometry);
  addOutline(*one.geometry, one.name, out);
  out.add(BaseLayer::adminArea, std::move(one.geometry),
          {{"class", std::string("county")}, {"name", one.name}, {"admin_level", std::int64_t{6}}});
  return summary;
}

Result<LayersSummary> importLayers(const std::filesystem::path& file, BaseMapFile& out, const std::stop_token& stop) {
  const auto data = open(file);
  if (!data) return failure(data.error());
  LayersSummary summary;
  std::string others, have;
  bool any = false;
  for (OGRLayer* layer : (*data)->GetLayers()) {
    const std::string name = layer->GetName();
    have += (have.empty() ? "" : ", ") + name;
    const auto target = tableFor(name);
    if (!target) {
      others += (others.empty() ? "" : ", ") + name;
      continue;
    }
    // One drawing twice under two names is one.
    if (*target == BaseLayer::waterLine && name != "water_line" && (*data)->GetLayerByName("water_line")) continue;
    const auto transformation = toWgs84(*layer, file);
    if (!transformation) return failure(transformation.error());
    any = true;
    const BaseTable& table = tableOf(*target);
    std::size_t left = 0;
    std::map<std::string, long> unknown;
    layer->ResetReading();
    while (const auto feature = FeaturePtr(layer->GetNextFeature(), OGRFeature::DestroyFeature)) {
      if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
      auto geometry = geometryOf(*feature, transformation->get());
      if (!geometry || !fits(*geometry, table.geometry)) {
        ++left;
        continue;
      }
      include(summary.box, *geometry);
      const BaseAttributes attributes = attributesOf(*feature, table, unknown);
      if (wkbFlatten(geometry->getGeometryType()) == wkbMultiLineString)
        for (const auto* line : geometry->toMultiLineString())
          out.add(*target, std::unique_ptr<OGRGeometry>(line->clone()), attributes);
      else
        out.add(*target, std::move(geometry), attributes);
    }
    if (!unknown.empty()) {
      std::string words;
      for (const auto& [word, times] : unknown) words += (words.empty() ? "" : ", ") + word;
      summary.notes.push_back({"classes of " + name + " that are not known were taken as minor roads: " + words,
                               name + " 中未识别的道路等级按村道计：" + words});
    }
    if (left > 0) {
      const std::string many = std::to_string(left);
      summary.notes.push_back({many + " features of " + name + " have no geometry that fits and were left out",
                               name + " 中 " + many + " 个要素没有可用的几何，已略去"});
    }
  }
  if (!any)
    return wrong(ErrorCode::invalid, file,
                 {"none of its layers has a name that a base map knows: " + have, "没有底图可识别的图层：" + have},
                 {"name them road, building, place, water_area, water_line, landuse, railway or poi",
                  "请命名为 road、building、place、water_area、water_line、landuse、railway 或 poi"});
  if (!others.empty())
    summary.notes.push_back({"layers that have no place in a base map: " + others, "底图未采用的图层：" + others});
  return summary;
}

}  // namespace fengsui
