// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/webgrid.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "gis/crsway.h"
#include "gis/gdalsession.h"

namespace fengsui {
namespace {

// The way is computed exactly at every so many squares and straight between: a coordinate takes PROJ a microsecond.
constexpr int kExactEvery = 16;

}  // namespace

Result<WebGrid> webGridOver(const Raster& raster) {
  const GdalSession quiet;
  OGRSpatialReference own, web;
  const auto nowhere = [] {
    return failure(ErrorCode::invalid, {"the raster has no place on the map", "栅格在地图上没有位置"});
  };
  if (raster.crs.empty() || own.SetFromUserInput(raster.crs.c_str()) != OGRERR_NONE) return nowhere();
  web.importFromEPSG(3857);
  const CrsWay out = wayBetween(own, web), back = wayBetween(web, own);
  if (!out || !back) return nowhere();
  double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
  constexpr int parts = 16;
  for (int k = 0; k <= parts; ++k) {
    const double x0 = raster.west, x1 = raster.west + raster.columns * raster.cellWidth;
    const double y1 = raster.north, y0 = raster.north - raster.rows * raster.cellHeight;
    const double x = x0 + (x1 - x0) * k / parts, y = y0 + (y1 - y0) * k / parts;
    double xs[4] = {x0, x1, x, x}, ys[4] = {y, y, y0, y1};
    if (!out->Transform(4, xs, ys)) return nowhere();
    for (int i = 0; i < 4; ++i) {
      west = std::min(west, xs[i]);
      east = std::max(east, xs[i]);
      south = std::min(south, ys[i]);
      north = std::max(north, ys[i]);
    }
  }
  WebGrid grid;
  const double stretch = std::cosh((north + south) / 2 / 6378137);
  grid.cell = std::sqrt(raster.cellWidth * raster.cellHeight) * stretch;
  grid.west = west;
  grid.north = north;
  grid.columns = std::max(1, static_cast<int>(std::ceil((east - west) / grid.cell)));
  grid.rows = std::max(1, static_cast<int>(std::ceil((north - south) / grid.cell)));
  if (std::int64_t{grid.columns} * grid.rows > std::int64_t{4} * raster.columns * raster.rows + 1000) return nowhere();

  const int across = (grid.columns + kExactEvery - 1) / kExactEvery + 1,
            down = (grid.rows + kExactEvery - 1) / kExactEvery + 1;
  std::vector<double> xs, ys;
  for (int j = 0; j < down; ++j)
    for (int i = 0; i < across; ++i) {
      xs.push_back(grid.west + (i * kExactEvery + 0.5) * grid.cell);
      ys.push_back(grid.north - (j * kExactEvery + 0.5) * grid.cell);
    }
  if (!back->Transform(static_cast<int>(xs.size()), xs.data(), ys.data())) return nowhere();
  grid.under.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
  std::size_t at = 0;
  for (int j = 0; j < grid.rows; ++j)
    for (int i = 0; i < grid.columns; ++i, ++at) {
      const int bi = i / kExactEvery, bj = j / kExactEvery;
      const double u = static_cast<double>(i % kExactEvery) / kExactEvery,
                   v = static_cast<double>(j % kExactEvery) / kExactEvery;
      const std::size_t k =
          static_cast<std::size_t>(bj) * static_cast<std::size_t>(across) + static_cast<std::size_t>(bi);
      const auto between = [&](const std::vector<double>& of) {
        const std::size_t below = k + static_cast<std::size_t>(across);
        return (1 - v) * ((1 - u) * of[k] + u * of[k + 1]) + v * ((1 - u) * of[below] + u * of[below + 1]);
      };
      const double column = std::floor((between(xs) - raster.west) / raster.cellWidth);
      const double row = std::floor((raster.north - between(ys)) / raster.cellHeight);
      grid.under[at] = column >= 0 && row >= 0 && column < raster.columns && row < raster.rows
                           ? static_cast<std::int32_t>(row) * raster.columns + static_cast<std::int32_t>(column)
                           : -1;
    }
  return grid;
}

}  // namespace fengsui
