// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/mapthings.h"

#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <memory>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

std::string textOf(const OGRFeature& feature, const char* column) {
  const int field = feature.GetFieldIndex(column);
  return field < 0 || !feature.IsFieldSetAndNotNull(field) ? std::string() : feature.GetFieldAsString(field);
}
std::int64_t numberOf(const OGRFeature& feature, const char* column) {
  const int field = feature.GetFieldIndex(column);
  return field < 0 || !feature.IsFieldSetAndNotNull(field) ? 0 : feature.GetFieldAsInteger64(field);
}

void takeBuildings(OGRLayer& layer, std::vector<MapBuilding>& out, const std::stop_token& stop) {
  OGREnvelope box;
  for (const auto& feature : layer) {
    if (stop.stop_requested()) return;
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) continue;
    geometry->getEnvelope(&box);
    if (const auto at = Position::ofDegrees((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2))
      out.push_back({*at, numberOf(*feature, "population")});
  }
}

// What no vehicle uses.
bool onFoot(const std::string& roadClass) {
  static constexpr std::array kinds{"footway", "path", "steps", "pedestrian", "cycleway", "bridleway"};
  for (const char* kind : kinds)
    if (roadClass == kind) return true;
  return false;
}

void takeRoads(OGRLayer& layer, std::vector<MapRoad>& out, const std::stop_token& stop) {
  for (const auto& feature : layer) {
    if (stop.stop_requested()) return;
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbLineString) continue;
    MapRoad road;
    road.roadClass = textOf(*feature, "class");
    if (onFoot(road.roadClass)) continue;
    for (const char* column : {"name_zh", "name", "ref"})
      if (road.name.empty()) road.name = textOf(*feature, column);
    road.bridge = numberOf(*feature, "bridge") != 0;
    road.tunnel = numberOf(*feature, "tunnel") != 0;
    for (const OGRPoint& point : *geometry->toLineString())
      if (const auto at = Position::ofDegrees(point.getX(), point.getY())) road.line.push_back(*at);
    if (road.line.size() > 1) out.push_back(std::move(road));
  }
}

void takePlaces(OGRLayer& layer, std::vector<MapPlace>& out, const std::stop_token& stop) {
  for (const auto& feature : layer) {
    if (stop.stop_requested()) return;
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || geometry->IsEmpty() || wkbFlatten(geometry->getGeometryType()) != wkbPoint) continue;
    const auto at = Position::ofDegrees(geometry->toPoint()->getX(), geometry->toPoint()->getY());
    if (!at) continue;
    MapPlace place{{}, textOf(*feature, "class"), *at, numberOf(*feature, "beds")};
    for (const char* column : {"name_zh", "name"})
      if (place.name.empty()) place.name = textOf(*feature, column);
    out.push_back(std::move(place));
  }
}

}  // namespace

Result<MapThings> mapThingsOf(const std::filesystem::path& baseMap, const std::stop_token& stop) {
  Error error{ErrorCode::notFound, {"there is no base map", "没有底图"}, {}, {}};
  error.place.file = baseMap.string();
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(baseMap, ignored)) return failure(error);
  const GdalSession quiet;
  const std::unique_ptr<GDALDataset, CloseDataset> dataset(static_cast<GDALDataset*>(
      GDALOpenEx(baseMap.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr)));
  if (!dataset) {
    error.code = ErrorCode::unreadable;
    error.message = {"the base map cannot be read", "底图无法读取"};
    return failure(error);
  }
  MapThings out;
  if (OGRLayer* layer = dataset->GetLayerByName("building")) takeBuildings(*layer, out.buildings, stop);
  if (OGRLayer* layer = dataset->GetLayerByName("road")) takeRoads(*layer, out.roads, stop);
  if (OGRLayer* layer = dataset->GetLayerByName("poi")) takePlaces(*layer, out.places, stop);
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"it was stopped", "已停止"});
  return out;
}

Line withPlacesEvery(const Line& line, double metres) {
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) {
      const Position a = line[i - 1], b = line[i];
      const int parts = static_cast<int>(std::min(10'000.0, std::ceil(distanceM(a, b) / metres)));
      for (int k = 1; k < parts; ++k)
        out.push_back({static_cast<std::int32_t>(a.lonE7 + (std::int64_t{b.lonE7} - a.lonE7) * k / parts),
                       static_cast<std::int32_t>(a.latE7 + (std::int64_t{b.latE7} - a.latE7) * k / parts)});
    }
    out.push_back(line[i]);
  }
  return out;
}

}  // namespace fengsui
