// SPDX-License-Identifier: GPL-3.0-or-later
// A station filled from real files, and opened with GDAL's tools.
#include <gmock/gmock.h>

#include <cstdio>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

class RealStation : public CommandLine {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(FENGSUI_TEST_DATA "/beijing")) GTEST_SKIP() << "skipped: no ../shared/data";
    newStation();
  }
};

// QGIS draws what was published; a picture of one colour would be an empty map.
void expectQgisDraws(const std::string& data, const std::string& picture) {
  const auto drawn = runProcess(FENGSUI_BIN "/fengsui-mapengine --render " + data + " --size 800x600 --out " + picture);
  ASSERT_EQ(drawn.exitCode, 0) << drawn.output;
  const auto about = runProcess("gdalinfo -mm " + picture);
  EXPECT_THAT(about.output, HasSubstr("Size is 800, 600"));
  const auto at = about.output.find("Computed Min/Max=");
  ASSERT_NE(at, std::string::npos) << about.output;
  double least = 0;
  double most = 0;
  ASSERT_EQ(std::sscanf(about.output.c_str() + at, "Computed Min/Max=%lf,%lf", &least, &most), 2) << about.output;
  EXPECT_GT(most - least, 50) << "nothing stands out from the ground";
}

TEST_F(RealStation, HoldsTheDistrictsPlacesSheltersAndFacilitiesAndGdalReadsThem) {
  const std::string file = FENGSUI_TEST_DATA "/beijing/tongzhou_huairou.gpkg";
  EXPECT_EQ(json("import " + file + " --layer places --as places")["rows"], 306);
  EXPECT_EQ(json("import " + file + " --layer shelters --as shelters --map name=sid")["rows"], 65);
  done("import " + file + " --layer points --as facilities --leave-out-bad-rows");
  EXPECT_THAT(done("journal verify"), HasSubstr("every chain intact"));

  const auto places = runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " place");
  EXPECT_EQ(places.exitCode, 0) << places.output;
  EXPECT_THAT(places.output, HasSubstr("Feature Count: 306"));
  EXPECT_THAT(runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " shelter").output, HasSubstr("Feature Count: 65"));
  expectQgisDraws(folder_ / "s.gpkg", folder_ / "s.png");
}

TEST_F(RealStation, TakesEveryVillageOfTwoDistrictsOnceHoweverOftenTheyAreBrought) {
  const std::string file = FENGSUI_TEST_DATA "/beijing/tongzhou_huairou_divisions.csv";
  const auto first = json("import " + file + " --as places");
  EXPECT_EQ(first["changes"], first["rows"]);
  EXPECT_GT(first["rows"], 900);
  EXPECT_EQ(json("import " + file + " --as places")["changes"], 0);
}

TEST_F(RealStation, TakesAndorrasPlacesAndFacilitiesFromItsMap) {
  done("district build --osm " FENGSUI_TEST_DATA "/andorra/andorra.osm.pbf --dem " FENGSUI_TEST_DATA
       "/andorra/N42E001.hgt --out " +
       folder_ / "s.map");
  const auto places = json("import " + folder_ / "s.map/base.gpkg" + " --layer place --as places --leave-out-bad-rows");
  EXPECT_GT(places["changes"], 50);
  const auto facilities =
      json("import " + folder_ / "s.map/base.gpkg" + " --layer poi --as facilities --leave-out-bad-rows");
  EXPECT_GT(facilities["changes"], 20);
  EXPECT_THAT(runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " place").output, HasSubstr("Feature Count"));
  expectQgisDraws(folder_ / "s.gpkg", folder_ / "s.png");
  expectQgisDraws(folder_ / "s.map/district.qgs", folder_ / "map.png");
}

}  // namespace
}  // namespace fengsui
