// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/knownplaces.h"

#include <ogrsf_frmts.h>

#include <memory>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

void collect(OGRLayer& layer, std::vector<NamedPosition>& out) {
  layer.ResetReading();
  while (const auto feature = std::unique_ptr<OGRFeature>(layer.GetNextFeature())) {
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (!geometry || wkbFlatten(geometry->getGeometryType()) != wkbPoint) continue;
    const auto at = Position::ofDegrees(geometry->toPoint()->getX(), geometry->toPoint()->getY());
    if (!at) continue;
    std::string before;
    for (const char* column : {"name", "name_zh"}) {
      const int field = feature->GetFieldIndex(column);
      const std::string name = field < 0 ? "" : feature->GetFieldAsString(field);
      if (!name.empty() && name != before) out.push_back({name, *at});
      before = name;
    }
  }
}

}  // namespace

std::vector<NamedPosition> placesOfBaseMap(const std::filesystem::path& baseMap) {
  std::vector<NamedPosition> places;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(baseMap, ignored)) return places;
  const GdalSession quiet;
  const char* const drivers[] = {"GPKG", nullptr};
  const std::unique_ptr<GDALDataset, CloseDataset> dataset(static_cast<GDALDataset*>(
      GDALOpenEx(baseMap.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)));
  if (!dataset) return places;
  for (const char* name : {"place", "poi", "peak"})
    if (OGRLayer* layer = dataset->GetLayerByName(name)) collect(*layer, places);
  return places;
}

std::vector<NamedPosition> placesOf(const Situation& s) {
  std::vector<NamedPosition> places;
  const auto add = [&](const std::string& name, const std::optional<Position>& at) {
    if (at && !name.empty()) places.push_back({name, *at});
  };
  s.places.forEach([&](const Uuid&, const Place& place) { add(place.name, place.location); });
  s.shelters.forEach([&](const Uuid&, const Shelter& shelter) { add(shelter.name, shelter.location); });
  s.facilities.forEach([&](const Uuid&, const Facility& facility) { add(facility.name, facility.location); });
  s.depots.forEach([&](const Uuid&, const Depot& depot) { add(depot.name, depot.location); });
  s.teams.forEach([&](const Uuid&, const Team& team) { add(team.name, team.home); });
  return places;
}

}  // namespace fengsui
