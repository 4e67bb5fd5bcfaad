// SPDX-License-Identifier: GPL-3.0-or-later
// A station filled from real files, opened with GDAL's tools and drawn by QGIS.
#include <gmock/gmock.h>

#include <fstream>

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

  // A QGIS project over the published layers, as somebody would make it by hand.
  std::string projectOver(const std::vector<std::pair<std::string, std::string>>& layers) {
    const std::string path = folder_ / "published.qgs";
    std::ofstream out(path);
    out << "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22.16\" projectname=\"\">"
           "<projectCrs><spatialrefsys><authid>EPSG:3857</authid></spatialrefsys></projectCrs><layer-tree-group>";
    for (const auto& [table, geometry] : layers)
      out << "<layer-tree-layer id=\"" << table << "\" name=\"" << table << "\" checked=\"Qt::Checked\"/>";
    out << "</layer-tree-group><projectlayers>";
    for (const auto& [table, geometry] : layers)
      out << "<maplayer type=\"vector\" geometry=\"" << geometry << "\"><id>" << table << "</id><datasource>./s.gpkg|layername="
          << table << "</datasource><layername>" << table << "</layername><provider encoding=\"UTF-8\">ogr</provider></maplayer>";
    out << "</projectlayers></qgis>";
    return path;
  }
};

TEST_F(RealStation, HoldsTheDistrictsPlacesSheltersAndFacilitiesAndEveryGisToolReadsThem) {
  const std::string file = FENGSUI_TEST_DATA "/beijing/tongzhou_huairou.gpkg";
  EXPECT_EQ(json("import " + file + " --layer places --as places")["rows"], 306);
  EXPECT_EQ(json("import " + file + " --layer shelters --as shelters --map name=sid")["rows"], 65);
  done("import " + file + " --layer points --as facilities --leave-out-bad-rows");
  EXPECT_THAT(done("journal verify"), HasSubstr("every chain intact"));

  const auto places = runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " place");
  EXPECT_EQ(places.exitCode, 0) << places.output;
  EXPECT_THAT(places.output, HasSubstr("Feature Count: 306"));
  EXPECT_THAT(runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " shelter").output, HasSubstr("Feature Count: 65"));

  const std::string engine = FENGSUI_BIN "/fengsui-mapengine";
  const std::string full = folder_ / "full.png", empty = folder_ / "empty.png";
  const auto drawn = runProcess(engine + " --render " + projectOver({{"place", "Point"}, {"shelter", "Point"}}) +
                                " --extent 12950000,4820000,13050000,4950000 --size 400x400 --out " + full);
  ASSERT_EQ(drawn.exitCode, 0) << drawn.output;
  const auto elsewhere = runProcess(engine + " --render " + folder_ / "published.qgs" +
                                    " --extent 0,0,100000,130000 --size 400x400 --out " + empty);
  ASSERT_EQ(elsewhere.exitCode, 0) << elsewhere.output;
  EXPECT_GT(std::filesystem::file_size(full), std::filesystem::file_size(empty) + 1000) << drawn.output;
}

TEST_F(RealStation, TakesEveryVillageOfTwoDistrictsOnceHoweverOftenTheyAreBrought) {
  const std::string file = FENGSUI_TEST_DATA "/beijing/tongzhou_huairou_divisions.csv";
  const auto first = json("import " + file + " --as places");
  EXPECT_EQ(first["changes"], first["rows"]);
  EXPECT_GT(first["rows"], 900);
  EXPECT_EQ(json("import " + file + " --as places")["changes"], 0);
}

TEST_F(RealStation, TakesAndorrasPlacesFromItsMapAndShowsThemOverIt) {
  done("district build --osm " FENGSUI_TEST_DATA "/andorra/andorra.osm.pbf --dem " FENGSUI_TEST_DATA "/andorra/N42E001.hgt --out " +
       folder_ / "s.map");
  const auto places = json("import " + folder_ / "s.map/base.gpkg" + " --layer place --as places --leave-out-bad-rows");
  EXPECT_GT(places["changes"], 50);
  const auto facilities = json("import " + folder_ / "s.map/base.gpkg" + " --layer poi --as facilities --leave-out-bad-rows");
  EXPECT_GT(facilities["changes"], 20);
  EXPECT_THAT(runProcess("ogrinfo -so -ro " + folder_ / "s.gpkg" + " place").output, HasSubstr("Feature Count"));
}

}  // namespace
}  // namespace fengsui
