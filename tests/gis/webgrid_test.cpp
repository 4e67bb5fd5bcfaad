// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/webgrid.h"

#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>
#include <set>

namespace fengsui {
namespace {

Raster raster(int columns, int rows, double west, double north, double cell, const std::string& crs) {
  Raster out{columns, rows, west, north, cell, cell, crs, {}};
  out.values.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
  return out;
}

TEST(WebGrids, HaveUnderEachSquareTheCellInWhichItsMiddleLies) {
  const Raster ground = raster(90, 70, 440'000, 4'430'000, 30, "EPSG:32650");
  const auto grid = webGridOver(ground);
  ASSERT_TRUE(grid) << grid.error();
  OGRSpatialReference web, own;
  web.importFromEPSG(3857);
  own.importFromEPSG(32650);
  for (OGRSpatialReference* one : {&web, &own}) one->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&web, &own));
  std::set<std::int32_t> seen;
  for (int row = 0; row < grid->rows; ++row)
    for (int column = 0; column < grid->columns; ++column) {
      const std::int32_t under = grid->under[static_cast<std::size_t>(row * grid->columns + column)];
      double x = grid->west + (column + 0.5) * grid->cell, y = grid->north - (row + 0.5) * grid->cell;
      ASSERT_TRUE(way->Transform(1, &x, &y));
      const double i = (x - ground.west) / 30, j = (ground.north - y) / 30;
      if (under < 0) {
        EXPECT_FALSE(i > 0.1 && j > 0.1 && i < 89.9 && j < 69.9) << column << "," << row;
        continue;
      }
      seen.insert(under);
      EXPECT_NEAR(i, under % 90 + 0.5, 0.6) << column << "," << row;
      EXPECT_NEAR(j, under / 90 + 0.5, 0.6) << column << "," << row;
    }
  // Squares as large as the cells: next to all of them are seen.
  EXPECT_GT(seen.size(), 90U * 70U * 9 / 10);
}

TEST(WebGrids, HaveSquaresAsLargeOnTheGroundAsTheCells) {
  const auto grid = webGridOver(raster(90, 70, 440'000, 4'430'000, 30, "EPSG:32650"));
  ASSERT_TRUE(grid);
  EXPECT_NEAR(grid->cell * std::cos(40.0 * 3.14159265 / 180), 30, 0.2);
}

TEST(WebGrids, OverARasterWithoutAPlaceOnTheMapAreRefused) {
  EXPECT_FALSE(webGridOver(raster(4, 4, 0, 100, 10, "")));
  EXPECT_FALSE(webGridOver(raster(4, 4, 0, 100, 10, "no such system")));
  EXPECT_FALSE(webGridOver(raster(4, 4, 1e12, 1e12, 10, "EPSG:32650")));
}

}  // namespace
}  // namespace fengsui
