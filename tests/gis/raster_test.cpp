// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Raster plane(int columns, int rows, double west, double north, double cell, int epsg) {
  Raster out{columns, rows, west, north, cell, cell, epsg ? "EPSG:" + std::to_string(epsg) : "", {}};
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i) out.values.push_back(i + 100.0 * j);
  return out;
}

class Rasters : public testing::Test {
 protected:
  std::filesystem::path write(const Raster& raster, const char* name) {
    const std::filesystem::path file = folder_ / name;
    EXPECT_TRUE(writeRaster(raster, file, "m"));
    return file;
  }
  TempFolder folder_;
};

TEST_F(Rasters, ComeBackAsTheyWereWritten) {
  Raster raster = plane(7, 5, 500000, 4000000, 30, 32650);
  raster.values[8] = nothing;
  const auto back = readRaster(write(raster, "a.tif"));
  ASSERT_TRUE(back) << back.error();
  EXPECT_TRUE(back->coincidesWith(raster));
  for (std::size_t k = 0; k < raster.values.size(); ++k)
    if (k == 8)
      EXPECT_TRUE(std::isnan(back->values[k]));
    else
      EXPECT_EQ(back->values[k], raster.values[k]);
}

TEST_F(Rasters, InDegreesAreBroughtToMetresWithoutEmptyCorners) {
  Raster raster = plane(120, 100, 116.2, 40.1, 1.0 / 1200, 4326);
  for (double& value : raster.values) value = 50;
  raster.values[60 * 120 + 60] = nothing;
  const auto metres = readRaster(write(raster, "degrees.tif"));
  ASSERT_TRUE(metres) << metres.error();
  EXPECT_GT(metres->cellWidth, 60);
  EXPECT_LT(metres->cellWidth, 100);
  EXPECT_GT(metres->columns * metres->cellWidth, 0.95 * 0.1 * 85000);
  int empty = 0;
  for (const double value : metres->values)
    if (std::isnan(value))
      ++empty;
    else
      EXPECT_NEAR(value, 50, 1e-6);
  // The hole and what touches it, nothing else.
  EXPECT_GE(empty, 1);
  EXPECT_LE(empty, 9);
}

TEST_F(Rasters, OnAMercatorMapAreBroughtToTrueMetres) {
  const auto metres = readRaster(write(plane(50, 50, 12940000, 4860000, 100, 3857), "web.tif"));
  ASSERT_TRUE(metres) << metres.error();
  EXPECT_NEAR(metres->cellWidth, 100 * std::cos(39.97 * std::numbers::pi / 180), 2);
}

TEST_F(Rasters, ComeOntoTheCellsOfAnother) {
  const Raster grid = plane(40, 40, 440000, 4430000, 100, 32650);
  // In degrees, coarser, all around it.
  Raster rain = plane(10, 10, 116.2, 40.2, 0.05, 4326);
  for (double& value : rain.values) value = 12;
  const auto onto = readRasterOnto(grid, write(rain, "rain.tif"));
  ASSERT_TRUE(onto) << onto.error();
  EXPECT_TRUE(onto->coincidesWith(grid));
  for (const double value : onto->values) EXPECT_NEAR(value, 12, 1e-6);
  const auto elsewhere = readRasterOnto(plane(40, 40, 740000, 4430000, 100, 32650), write(rain, "rain.tif"));
  ASSERT_TRUE(elsewhere) << elsewhere.error();
  for (const double value : elsewhere->values) EXPECT_TRUE(std::isnan(value));
}

TEST_F(Rasters, OnOtherCellsOfAnUnknownPlaceAreRefused) {
  const Raster grid = plane(40, 40, 440000, 4430000, 100, 32650);
  const auto onto = readRasterOnto(grid, write(plane(20, 20, 440000, 4430000, 200, 0), "bare.tif"));
  ASSERT_FALSE(onto);
  EXPECT_THAT(onto.error().sentence(Language::english), testing::HasSubstr("coordinate system"));
}

TEST_F(Rasters, ThatAreNoneAreRefusedWithTheFile) {
  const std::filesystem::path empty = folder_ / "empty.tif", text = folder_ / "text.tif";
  std::ofstream(empty).close();
  std::ofstream(text) << "not a raster\n";
  for (const auto& file : {empty, text, std::filesystem::path(folder_ / "missing.tif")}) {
    const auto raster = readRaster(file);
    ASSERT_FALSE(raster) << file;
    EXPECT_THAT(raster.error().sentence(Language::english), testing::HasSubstr(file.string()));
    EXPECT_FALSE(raster.error().message.zh.empty());
  }
}

TEST_F(Rasters, ThatEndTooEarlyAreRefused) {
  const auto file = write(plane(200, 200, 440000, 4430000, 100, 32650), "cut.tif");
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  EXPECT_FALSE(readRaster(file));
}

}  // namespace
}  // namespace fengsui
