// SPDX-License-Identifier: GPL-3.0-or-later
// A station filled from real files, and opened with GDAL's tools.
#include <gmock/gmock.h>

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
}

}  // namespace
}  // namespace fengsui
