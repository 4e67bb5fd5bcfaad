// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <gdal_priv.h>

#include <fstream>
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

TEST_F(RealDistrict, OfTongzhouIsBuiltWithoutRoadsAndSaysWhatWillNotWork) {
  const fs::path data = fs::path(FENGSUI_TEST_DATA) / "beijing";
  if (!fs::exists(data / "tongzhou_huairou.gpkg")) GTEST_SKIP() << "skipped: no ../shared/data";
  BaseMapRequest request;
  request.dem = data / "dem_90m_utm50n.tif";
  request.outDir = out;
  request.boundary = data / "tongzhou_huairou.gpkg";
  request.layers = data / "tongzhou_huairou.gpkg";
  request.gazetteer = data / "tongzhou_huairou_divisions.csv";
  request.population = 1'840'000;
  const auto several = buildBaseMap(request, {}, {});
  ASSERT_FALSE(several) << "the file holds two districts";
  EXPECT_EQ(several.error().code, ErrorCode::ambiguous);
  request.name = "通州区";
  const auto report = buildBaseMap(request, {}, {});
  ASSERT_TRUE(report) << report.error();
  std::cerr << "Tongzhou in " << report->seconds << " s\n";
  EXPECT_EQ(report->name, "通州区");
  EXPECT_NEAR(report->box.west, 116.52, 0.03);
  EXPECT_GT(report->box.east, 116.8);
  EXPECT_EQ(report->rows.at("road"), 0);
  EXPECT_EQ(report->rows.at("admin_area"), 1);
  EXPECT_GT(report->rows.at("place"), 250);
  EXPECT_GT(report->rows.at("water_area"), 400);
  EXPECT_GT(report->rows.at("contour"), 0);
  std::string missing, notes;
  for (const Text& text : report->missing) missing += text.en + "\n";
  for (const Text& text : report->notes) notes += text.en + "\n";
  std::cerr << notes << missing;
  EXPECT_NE(missing.find("no routes, arrival times or isochrones"), std::string::npos);
  EXPECT_NE(missing.find("no building to spread 1840000 people"), std::string::npos);
  EXPECT_NE(missing.find("names of the gazetteer have no position"), std::string::npos);
  EXPECT_NE(notes.find("places got a code"), std::string::npos);
  EXPECT_NE(notes.find("settlements without buildings: a rough estimate"), std::string::npos);
  std::ifstream file(out / "district.json");
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  for (const char* part : {"tongzhou_huairou_divisions.csv", "\"boundary\"", "\"estimate\": true"})
    EXPECT_NE(json.find(part), std::string::npos) << part;
  EXPECT_EQ(json.find("OpenStreetMap contributors"), std::string::npos)
      << "nothing is said of a source that was not given";
}

TEST_F(RealDistrict, OfLiechtensteinSpreadsItsPeopleOverItsHomesToTheLastOne) {
  const fs::path data = fs::path(FENGSUI_TEST_DATA) / "liechtenstein";
  if (!fs::exists(data / "liechtenstein.osm.pbf")) GTEST_SKIP() << "skipped: no ../shared/data";
  BaseMapRequest request{data / "liechtenstein.osm.pbf", {}, out, {}};
  request.population = 40'000;
  const auto report = buildBaseMap(request, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_GT(report->homes, 10'000);
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> base(
      static_cast<GDALDataset*>(GDALOpenEx((out / "base.gpkg").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
  ASSERT_TRUE(base);
  OGRLayer* sum = base->ExecuteSQL("SELECT sum(population) s, min(population) m FROM building", nullptr, nullptr);
  ASSERT_TRUE(sum);
  const std::unique_ptr<OGRFeature, void (*)(OGRFeature*)> row(sum->GetNextFeature(), OGRFeature::DestroyFeature);
  EXPECT_EQ(row->GetFieldAsInteger64(0), 40'000);
  EXPECT_GE(row->GetFieldAsInteger64(1), 0);
  base->ReleaseResultSet(sum);
}

}  // namespace
}  // namespace fengsui
