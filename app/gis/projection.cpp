// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/projection.h"

#include <ogr_spatialref.h>

#include <charconv>
#include <cmath>

#include "gis/celltext.h"
#include "gis/gdalsession.h"

namespace fengsui {
namespace {

Text crsForms() {
  return {"name the coordinate system: EPSG:4490, EPSG:4549, gcj02 or bd09",
          "请指明坐标系：EPSG:4490、EPSG:4549、gcj02 或 bd09"};
}

std::string nameOf(const OGRSpatialReference& system) {
  const char* authority = system.GetAuthorityName(nullptr);
  const char* code = system.GetAuthorityCode(nullptr);
  if (authority && code) return std::string(authority) + ":" + code;
  const char* name = system.GetName();
  return name && *name ? name : "unnamed";
}

// WGS 84 and CGCS2000 differ by centimetres; every other datum needs parameters that may be poor.
bool sharesTheDatum(const OGRSpatialReference& system) {
  const char* datum = system.GetAttrValue("DATUM");
  if (!datum) return true;
  const std::string name = compact(datum);
  for (const auto same : {"wgs_1984", "wgs84", "worldgeodeticsystem1984", "china_2000", "china2000", "cgcs2000",
                          "d_wgs_1984", "d_china_2000", "etrs89", "internationalterrestrialreferenceframe"})
    if (name.find(same) != std::string::npos) return true;
  return name.find("european_terrestrial_reference_system_1989") != std::string::npos;
}

}  // namespace

struct Projection::Transformation {
  OGRSpatialReference source;
  std::unique_ptr<OGRCoordinateTransformation> run;  // empty: the source is WGS 84 already
  double west = -180, south = -90, east = 180, north = 90;
};

Result<NamedCrs> crsNamed(const std::string& text) {
  std::string name = compact(text);
  if (name == "gcj02" || name == "gcj-02") return NamedCrs{"gcj02", 4326, Datum::gcj02};
  if (name == "bd09" || name == "bd-09" || name == "bd09ll") return NamedCrs{"bd09", 4326, Datum::bd09};
  if (name == "wgs84" || name == "wgs-84") return NamedCrs{"EPSG:4326", 4326, Datum::wgs84};
  if (name == "cgcs2000") return NamedCrs{"EPSG:4490", 4490, Datum::wgs84};
  if (name.starts_with("epsg:")) name.erase(0, 5);
  int code = 0;
  const auto [end, status] = std::from_chars(name.data(), name.data() + name.size(), code);
  if (status == std::errc{} && end == name.data() + name.size() && code > 0)
    return NamedCrs{"EPSG:" + std::to_string(code), code, Datum::wgs84};
  return failure(ErrorCode::invalid,
                 {"\"" + text + "\" is not a coordinate system", "“" + text + "”不是坐标系"}, crsForms());
}

Projection::Projection() : transformation_(std::make_unique<Transformation>()) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Result<Projection> Projection::from(const NamedCrs& crs) {
  GdalSession session;
  OGRSpatialReference system;
  if (system.importFromEPSG(crs.epsg) != OGRERR_NONE)
    return session.failed(ErrorCode::notFound,
                          {"there is no coordinate system " + crs.name, "没有坐标系 " + crs.name}, crsForms());
  auto projection = from(&system);
  if (projection) {
    projection->name_ = crs.name;
    projection->datum_ = crs.datum;
  }
  return projection;
}

Result<Projection> Projection::from(const OGRSpatialReference* found) {
  GdalSession session;
  if (!found)
    return failure(ErrorCode::invalid, {"the file does not say its coordinate system", "文件没有注明坐标系"}, crsForms());
  Projection projection;
  Transformation& way = *projection.transformation_;
  way.source = *found;
  way.source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  projection.name_ = nameOf(way.source);
  projection.inDegrees_ = way.source.IsGeographic() != 0;
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (!way.source.IsSame(&wgs84)) {
    way.run.reset(OGRCreateCoordinateTransformation(&way.source, &wgs84));
    if (!way.run)
      return session.failed(ErrorCode::invalid,
                            {"there is no way from " + projection.name_ + " to WGS 84",
                             "无法从 " + projection.name_ + " 换算到 WGS 84"},
                            crsForms());
  }
  const char* area = nullptr;
  double west = 0, south = 0, east = 0, north = 0;
  if (way.source.GetAreaOfUse(&west, &south, &east, &north, &area) && west < east)
    way.west = west, way.south = south, way.east = east, way.north = north;
  if (!sharesTheDatum(way.source))
    projection.caveat_ = Text{"the datum of " + projection.name_ +
                                  " is related to WGS 84 by published parameters: places may be off by tens of metres",
                              projection.name_ + " 的基准面按公开参数换算到 WGS 84，位置可能偏差数十米"};
  return projection;
}

std::optional<LonLat> Projection::toWgs84(double x, double y) const {
  if (transformation_->run) {
    int ok = FALSE;
    if (!transformation_->run->Transform(1, &x, &y, nullptr, &ok) || !ok) return std::nullopt;
  }
  if (!(std::abs(x) <= 180) || !(std::abs(y) <= 90)) return std::nullopt;
  return fengsui::toWgs84(LonLat{x, y}, datum_);
}

bool Projection::coversArea(LonLat at) const {
  // Areas of use are drawn along borders; a district may reach over them.
  constexpr double marginDeg = 1.5;
  const Transformation& way = *transformation_;
  return at.lonDeg >= way.west - marginDeg && at.lonDeg <= way.east + marginDeg &&
         at.latDeg >= way.south - marginDeg && at.latDeg <= way.north + marginDeg;
}

}  // namespace fengsui
