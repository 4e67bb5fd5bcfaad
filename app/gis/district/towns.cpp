// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/towns.h"

#include <ogrsf_frmts.h>

#include <algorithm>

#include "gis/district/basemapfile.h"

namespace fengsui {

struct TownAreas::Area {
  std::string name;
  std::unique_ptr<OGRGeometry> shape;
  OGREnvelope box;
  double size = 0;
};

TownAreas::TownAreas(GDALDataset& baseMap) {
  OGRLayer* layer = baseMap.GetLayerByName("admin_area");
  if (!layer || layer->GetLayerDefn()->GetFieldIndex("class") < 0 || layer->GetLayerDefn()->GetFieldIndex("name") < 0)
    return;
  layer->ResetReading();
  for (const auto& row : layer) {
    const std::string featureClass = row->GetFieldAsString("class");
    Area area{row->GetFieldAsString("name"), std::unique_ptr<OGRGeometry>(row->StealGeometry()), {}, 0};
    if (!area.shape || area.shape->IsEmpty() || area.name.empty()) continue;
    if (featureClass != "town" && featureClass != "county" && featureClass != "prefecture") continue;
    area.shape->getEnvelope(&area.box);
    area.size = (area.box.MaxX - area.box.MinX) * (area.box.MaxY - area.box.MinY);
    areas_.push_back(std::move(area));
  }
  std::stable_sort(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.size < b.size; });
}

TownAreas::~TownAreas() = default;

std::string TownAreas::at(Position where) const {
  if (areas_.size() < 2) return {};
  const QuietGdal quiet;
  const OGRPoint point(where.lonDeg(), where.latDeg());
  for (const Area& area : areas_)
    if (point.getX() >= area.box.MinX && point.getX() <= area.box.MaxX && point.getY() >= area.box.MinY &&
        point.getY() <= area.box.MaxY && area.shape->Contains(&point))
      return area.name;
  return {};
}

std::vector<std::string> townsOf(std::span<const Position> places, const std::filesystem::path& baseMap) {
  constexpr double farthestM = 20'000;
  std::vector<std::string> out(places.size());
  std::error_code unread;
  if (!std::filesystem::is_regular_file(baseMap, unread)) return out;
  const QuietGdal quiet;
  GDALAllRegister();
  const GDALDatasetUniquePtr dataset(
      GDALDataset::Open(baseMap.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
  if (!dataset) return out;
  const TownAreas areas(*dataset);
  for (std::size_t i = 0; i < places.size(); ++i) out[i] = areas.at(places[i]);
  OGRLayer* towns = dataset->GetLayerByName("place");
  if (!towns || towns->SetAttributeFilter("class IN ('town', 'city', 'borough')") != OGRERR_NONE) return out;
  std::vector<double> nearest(places.size(), farthestM);
  for (const auto& row : towns) {
    const OGRGeometry* geometry = row->GetGeometryRef();
    const std::string name = row->GetFieldAsString("name");
    if (!geometry || name.empty() || wkbFlatten(geometry->getGeometryType()) != wkbPoint) continue;
    const auto at = Position::ofDegrees(geometry->toPoint()->getX(), geometry->toPoint()->getY());
    if (!at) continue;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!out[i].empty() && nearest[i] == farthestM) continue;  // its area is known
      const double away = distanceM(*at, places[i]);
      if (away >= nearest[i] || away < 1) continue;  // the town itself
      nearest[i] = away;
      out[i] = name;
    }
  }
  return out;
}

}  // namespace fengsui
