// SPDX-License-Identifier: GPL-3.0-or-later
#include "townmap.h"

#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <string>

#include "gis/district/basemap.h"

namespace fengsui::test {

namespace {

constexpr double lon = 116.6;
constexpr double lat = 40.3;
constexpr double halfDeg = 0.02;

void add(GDALDataset& base, const char* table, const std::string& wkt, const char* kind, const char* name,
         int rank = 0) {
  OGRLayer* layer = base.GetLayerByName(table);
  OGRFeature* feature = OGRFeature::CreateFeature(layer->GetLayerDefn());
  OGRGeometry* geometry = nullptr;
  OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &geometry);
  feature->SetGeometryDirectly(geometry);
  feature->SetField("class", kind);
  if (name) feature->SetField("name", name);
  if (rank) feature->SetField("rank", rank);
  if (layer->CreateFeature(feature) != OGRERR_NONE) std::abort();
  OGRFeature::DestroyFeature(feature);
}

std::string point(double dx, double dy) {
  return std::to_string(lon + dx) + " " + std::to_string(lat + dy);
}

std::string box(double x1, double y1, double x2, double y2) {
  return "MULTIPOLYGON(((" + point(x1, y1) + "," + point(x2, y1) + "," + point(x2, y2) + "," + point(x1, y2) + "," +
         point(x1, y1) + ")))";
}

std::string line(double x1, double y1, double x2, double y2) {
  return "LINESTRING(" + point(x1, y1) + "," + point(x2, y2) + ")";
}

double mercatorY(double latitude) {
  return std::log(std::tan(std::numbers::pi / 4 + latitude * std::numbers::pi / 360)) * 6378137;
}
double mercatorX(double longitude) {
  return longitude * std::numbers::pi / 180 * 6378137;
}

}  // namespace

std::filesystem::path makeTownMap(const std::filesystem::path& folder) {
  if (!createEmptyBaseMap(folder / "base.gpkg") || !installTemplate(folder, "柳河 <Liuhe>")) std::abort();
  GDALAllRegister();
  auto* base = GDALDataset::Open((folder / "base.gpkg").c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE);
  base->StartTransaction();
  for (int i = -8; i <= 8; ++i) {
    const double at = i * 0.002;
    add(*base, "road", line(at, -halfDeg, at, halfDeg), i % 4 == 0 ? "primary" : "residential", "人民路");
    add(*base, "road", line(-halfDeg, at, halfDeg, at), i % 4 == 0 ? "secondary" : "residential", nullptr);
  }
  add(*base, "landuse", box(-halfDeg, 0.01, 0, halfDeg), "forest", nullptr);
  add(*base, "water_area", box(0.005, 0.005, 0.012, 0.012), "lake", "镜湖");
  add(*base, "water_line", line(-halfDeg, -0.013, halfDeg, -0.011), "river", "柳河");
  add(*base, "building", box(-0.0015, -0.0015, -0.0005, -0.0005), "school", "柳河小学");
  add(*base, "place", "POINT(" + point(0, 0) + ")", "town", "柳河镇", 2);
  add(*base, "place", "POINT(" + point(-0.012, -0.006) + ")", "village", "王家庄", 3);
  base->CommitTransaction();
  GDALClose(base);
  return folder / "district.qgs";
}

protocol::Render townView(protocol::Generation generation) {
  protocol::Render view;
  view.generation = generation;
  view.widthPx = view.heightPx = 600;
  view.extent = {mercatorX(lon - halfDeg), 0, mercatorX(lon + halfDeg), 0};
  const double middle = mercatorY(lat);
  const double half = (view.extent.xMax - view.extent.xMin) / 2;
  view.extent.yMin = middle - half;
  view.extent.yMax = middle + half;
  return view;
}

}  // namespace fengsui::test
