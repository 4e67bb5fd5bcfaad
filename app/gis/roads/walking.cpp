// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/walking.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "gis/gdalsession.h"

namespace fengsui {

struct TerrainHeights::Opened {
  struct Close {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
  };
  std::unique_ptr<GDALDataset, Close> dataset;
  std::unique_ptr<OGRCoordinateTransformation> toRaster;  // empty: it is in degrees of WGS 84
  double inverse[6] = {};
  bool hasVoid = false;
  double voidValue = 0;
};

TerrainHeights::TerrainHeights() : opened_(std::make_unique<Opened>()) {}
TerrainHeights::TerrainHeights(TerrainHeights&&) noexcept = default;
TerrainHeights& TerrainHeights::operator=(TerrainHeights&&) noexcept = default;
TerrainHeights::~TerrainHeights() = default;

Result<TerrainHeights> TerrainHeights::open(const std::filesystem::path& file) {
  const GdalSession session;
  const auto placed = [&](tl::unexpected<Error> error) {
    Error with = std::move(error).value();
    with.place.file = file.string();
    return failure(with);
  };
  std::error_code unread;
  if (!std::filesystem::exists(file, unread))
    return placed(failure(ErrorCode::notFound, {"there is no such file", "文件不存在"}));
  TerrainHeights out;
  Opened& opened = *out.opened_;
  opened.dataset.reset(static_cast<GDALDataset*>(
      GDALOpenEx(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, nullptr, nullptr, nullptr)));
  if (!opened.dataset || opened.dataset->GetRasterCount() < 1)
    return placed(session.failed(ErrorCode::unreadable, {"the heights cannot be read", "高程数据无法读取"}));
  double forward[6];
  const OGRSpatialReference* system = opened.dataset->GetSpatialRef();
  if (!system || opened.dataset->GetGeoTransform(forward) != CE_None || !GDALInvGeoTransform(forward, opened.inverse))
    return placed(
        failure(ErrorCode::invalid,
                {"the raster does not say its coordinate system or where it lies", "栅格没有注明坐标系或位置"},
                {"give a GeoTIFF or .hgt with its coordinate system", "请提供带坐标系的 GeoTIFF 或 .hgt"}));
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRSpatialReference own(*system);
  own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (!own.IsSame(&wgs84)) {
    opened.toRaster.reset(OGRCreateCoordinateTransformation(&wgs84, &own));
    if (!opened.toRaster)
      return placed(
          session.failed(ErrorCode::invalid, {"the raster's coordinate system is not known", "栅格坐标系无法识别"}));
  }
  int hasVoid = 0;
  opened.voidValue = opened.dataset->GetRasterBand(1)->GetNoDataValue(&hasVoid);
  opened.hasVoid = hasVoid != 0;
  return out;
}

std::optional<double> TerrainHeights::at(Position where) const {
  const GdalSession quiet;
  double x = where.lonDeg(), y = where.latDeg();
  if (opened_->toRaster && !opened_->toRaster->Transform(1, &x, &y)) return std::nullopt;
  const double* inverse = opened_->inverse;
  const double column = inverse[0] + inverse[1] * x + inverse[2] * y - 0.5;
  const double row = inverse[3] + inverse[4] * x + inverse[5] * y - 0.5;
  const double left = std::floor(column), top = std::floor(row);
  if (!(left >= 0) || !(top >= 0) || left + 1 >= opened_->dataset->GetRasterXSize() ||
      top + 1 >= opened_->dataset->GetRasterYSize())
    return std::nullopt;
  double cells[4];
  if (opened_->dataset->GetRasterBand(1)->RasterIO(GF_Read, static_cast<int>(left), static_cast<int>(top), 2, 2, cells,
                                                   2, 2, GDT_Float64, 0, 0, nullptr) != CE_None)
    return std::nullopt;
  // Voids of old height models are not always declared; the Dead Sea is at −430 m.
  for (const double cell : cells)
    if (!std::isfinite(cell) || (opened_->hasVoid && cell == opened_->voidValue) || cell < -1000 || cell > 9000)
      return std::nullopt;
  const double dx = column - left, dy = row - top;
  return (cells[0] * (1 - dx) + cells[1] * dx) * (1 - dy) + (cells[2] * (1 - dx) + cells[3] * dx) * dy;
}

double toblerMps(double slope, Footing footing) {
  const double kmh = 6 * std::exp(-3.5 * std::abs(std::clamp(slope, -1.0, 1.0) + 0.05));
  return (footing == Footing::path ? 1 : 0.6) * kmh / 3.6;
}

Walk walk(Position from, Position to, const TerrainHeights* heights, Footing footing) {
  constexpr double stepM = 30;
  Walk out;
  out.distanceM = distanceM(from, to);
  const int steps = std::max(1, static_cast<int>(std::ceil(out.distanceM / stepM)));
  std::vector<std::optional<double>> height(static_cast<std::size_t>(steps) + 1);
  if (heights)
    for (int i = 0; i <= steps; ++i) {
      const double share = double{1} * i / steps;
      height[static_cast<std::size_t>(i)] = heights->at(
          {static_cast<std::int32_t>(std::lround(from.lonE7 + share * (double{1} * to.lonE7 - from.lonE7))),
           static_cast<std::int32_t>(std::lround(from.latE7 + share * (double{1} * to.latE7 - from.latE7)))});
    }
  // Over a void from the last known height to the next, evenly.
  double seconds = 0;
  std::size_t known = 0;
  bool any = false;
  const double each = out.distanceM / steps;
  const auto stretch = [&](std::size_t a, std::size_t b, double rise) {
    const double lengthM = each * static_cast<double>(b - a);
    seconds += lengthM / toblerMps(lengthM > 0 ? rise / lengthM : 0, footing);
    out.climbM += std::max(0.0, rise);
  };
  for (std::size_t i = 0; i < height.size(); ++i) {
    if (!height[i]) continue;
    if (!any && i > 0) stretch(0, i, 0), out.unknownM += each * static_cast<double>(i);
    if (any) {
      stretch(known, i, *height[i] - *height[known]);
      if (i - known > 1) out.unknownM += each * static_cast<double>(i - known);
    }
    known = i;
    any = true;
  }
  if (const std::size_t last = height.size() - 1; known < last) {
    stretch(known, last, 0);
    out.unknownM += each * static_cast<double>(last - known);
  }
  if (!any) out.unknownM = out.distanceM;
  out.ms = static_cast<std::int64_t>(std::llround(seconds * 1000));
  return out;
}

}  // namespace fengsui
