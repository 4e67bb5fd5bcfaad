// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <gdal_priv.h>

#include <iostream>
#include <memory>

#include "gis/district/basemap.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

struct RealDistrict : testing::Test {
  fs::path out;
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "fengsui-test-XXXXXX").string();
    out = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(out); }
};

TEST_F(RealDistrict, OfAndorraIsBuiltWithReliefInAMinute) {
  const fs::path data = fs::path(FENGSUI_TEST_DATA) / "andorra";
  if (!fs::exists(data / "andorra.osm.pbf")) GTEST_SKIP() << "skipped: no ../shared/data";
  double last = 0;
  const auto report = buildBaseMap({data / "andorra.osm.pbf", data / "N42E001.hgt", out, {}},
                                   [&](double fraction, const Text& step) {
                                     EXPECT_GE(fraction, last - 1e-9) << step.en;
                                     EXPECT_FALSE(step.zh.empty());
                                     last = fraction;
                                   },
                                   {});
  ASSERT_TRUE(report) << report.error();
  std::cerr << "Andorra in " << report->seconds << " s\n";
  EXPECT_LT(report->seconds, 60);
  EXPECT_EQ(report->name, "Andorra");
  EXPECT_NEAR(report->box.west, 1.41, 0.02);
  EXPECT_GT(report->rows.at("road"), 1'000);
  EXPECT_GT(report->rows.at("contour"), 500);
  EXPECT_EQ(last, 1.0);

  GDALAllRegister();
  const std::unique_ptr<GDALDataset> terrain(GDALDataset::Open((out / "terrain.tif").c_str()));
  ASSERT_TRUE(terrain);
  double heights[2] = {};
  ASSERT_EQ(GDALComputeRasterMinMax(GDALRasterBand::ToHandle(terrain->GetRasterBand(1)), FALSE, heights), CE_None);
  EXPECT_GT(heights[0], 600);    // no void is left
  EXPECT_LT(heights[1], 3'150);  // Coma Pedrosa is 2,942 m; the margin reaches into higher France and Spain
  const std::unique_ptr<GDALDataset> shade(GDALDataset::Open((out / "hillshade.tif").c_str()));
  ASSERT_TRUE(shade);
  EXPECT_GE(shade->GetRasterBand(1)->GetOverviewCount(), 2);
}

TEST_F(RealDistrict, OfLiechtensteinIsBuiltInAMinute) {
  const fs::path data = fs::path(FENGSUI_TEST_DATA) / "liechtenstein";
  if (!fs::exists(data / "liechtenstein.osm.pbf")) GTEST_SKIP() << "skipped: no ../shared/data";
  const auto report = buildBaseMap({data / "liechtenstein.osm.pbf", {}, out, {}}, {}, {});
  ASSERT_TRUE(report) << report.error();
  std::cerr << "Liechtenstein in " << report->seconds << " s\n";
  EXPECT_LT(report->seconds, 60);
  EXPECT_EQ(report->name, "Liechtenstein");
  EXPECT_GT(report->rows.at("building"), 15'000);
  EXPECT_EQ(report->rows.at("contour"), 0);
  EXPECT_FALSE(report->missing.empty());
}

}  // namespace
}  // namespace fengsui
