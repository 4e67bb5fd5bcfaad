// SPDX-License-Identifier: GPL-3.0-or-later
// Land cover and people of a district.
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/district/basemap.h"
#include "gis/district/homes.h"
#include "support/memory.h"
#include "support/tempfolder.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

/// Two towns side by side. In the western one two villages with four houses each, in the eastern one a village with
/// none and another without a name in any table.
struct Extras : testing::Test {
  TempFolder folder;
  std::filesystem::path out = folder.path() / "district";

  std::filesystem::path write(const char* name, const std::string& text) {
    std::ofstream(folder.path() / name) << text;
    return folder.path() / name;
  }
  BaseMapRequest request() {
    GDALAllRegister();
    const auto file = folder.path() / "own.gpkg";
    std::filesystem::remove(file);
    {
      const GDALDatasetUniquePtr made(
          GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
      OGRSpatialReference wgs84;
      wgs84.importFromEPSG(4326);
      wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
      OGRLayer* buildings = made->CreateLayer("building", &wgs84, wkbPolygon, nullptr);
      OGRFieldDefn levels("levels", OFTInteger), name("name", OFTString), featureClass("class", OFTString),
          code("code", OFTString);
      buildings->CreateField(&levels);
      const auto build = [&](double lon, double lat, int floors) {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const auto& [x, y] : {std::pair(0.0, 0.0), {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {0.0, 0.0}})
          ring->addPoint(lon + x * 1e-4, lat + y * 1e-4);
        auto polygon = std::make_unique<OGRPolygon>();
        polygon->addRingDirectly(ring.release());
        const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(buildings->GetLayerDefn()));
        row->SetField("levels", floors);
        row->SetGeometryDirectly(polygon.release());
        EXPECT_EQ(buildings->CreateFeature(row.get()), OGRERR_NONE);
      };
      for (int i = 0; i < 4; ++i) build(116.020 + 0.001 * i, 40.020, 1), build(116.060 + 0.001 * i, 40.060, i + 1);
      OGRLayer* villages = made->CreateLayer("place", &wgs84, wkbPoint, nullptr);
      for (OGRFieldDefn* field : {&name, &featureClass, &code}) villages->CreateField(field);
      const auto village = [&](const char* called, const char* number, double lon, double lat) {
        const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(villages->GetLayerDefn()));
        row->SetField("name", called);
        row->SetField("class", "village");
        row->SetField("code", number);
        row->SetGeometryDirectly(new OGRPoint(lon, lat));
        EXPECT_EQ(villages->CreateFeature(row.get()), OGRERR_NONE);
      };
      village("南村", "11", 116.022, 40.021);
      village("北村", "12", 116.062, 40.061);
      village("河村", "21", 116.150, 40.050);
      village("远村", "22", 116.180, 40.080);
    }
    BaseMapRequest made;
    made.outDir = out;
    made.layers = file;
    made.name = "示范区";
    made.boundary = write(
        "border.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"示范区"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[116,40],[116.2,40],[116.2,40.1],[116,40.1],[116,40]]]}}]})");
    return made;
  }
  struct People {
    std::vector<std::int64_t> buildings;  ///< in the order of the file: south and north by turns
    std::map<std::string, std::int64_t> places;
    std::int64_t sum = 0;
  };
  [[nodiscard]] People people() const {
    People found;
    const GDALDatasetUniquePtr base(GDALDataset::Open((out / "base.gpkg").c_str(), GDAL_OF_VECTOR));
    for (const auto& row : *base->GetLayerByName("building")) {
      found.buildings.push_back(row->GetFieldAsInteger64("population"));
      found.sum += found.buildings.back();
    }
    for (const auto& row : *base->GetLayerByName("place")) {
      found.places[row->GetFieldAsString("name")] = row->GetFieldAsInteger64("population");
      found.sum += row->GetFieldAsInteger64("population");
    }
    return found;
  }
  [[nodiscard]] nlohmann::json description() const {
    return nlohmann::json::parse(std::ifstream(out / "district.json"));
  }
  static std::string words(const std::vector<Text>& texts) {
    std::string all;
    for (const Text& text : texts) all += text.en + "\n";
    return all;
  }
  std::string refused(BaseMapRequest wanted) {
    const auto report = buildBaseMap(wanted, {}, {});
    EXPECT_FALSE(report);
    return report ? std::string() : report.error().sentence(Language::english);
  }
  /// 0.001° cells over the district and its surroundings; @p sparse: of a world of four gigabytes.
  std::filesystem::path raster(const char* name, GDALDataType type, const std::function<double(int x, int y)>& at,
                               std::optional<double> empty = {}, const char* crs = "EPSG:4326") {
    GDALAllRegister();
    const auto file = folder.path() / name;
    const GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), 300, 200, 1, type, nullptr));
    double place[6] = {115.95, 0.001, 0, 40.15, 0, -0.001};
    made->SetGeoTransform(place);
    OGRSpatialReference system;
    if (*crs && system.SetFromUserInput(crs) == OGRERR_NONE) made->SetSpatialRef(&system);
    if (empty) made->GetRasterBand(1)->SetNoDataValue(*empty);
    std::vector<double> row(300);
    for (int y = 0; y < 200; ++y) {
      for (int x = 0; x < 300; ++x) row[static_cast<std::size_t>(x)] = at(x, y);
      EXPECT_EQ(
          made->GetRasterBand(1)->RasterIO(GF_Write, 0, y, 300, 1, row.data(), 300, 1, GDT_Float64, 0, 0, nullptr),
          CE_None);
    }
    return file;
  }
};

}  // namespace

TEST(DividedPeople, AddUpToTheLastOne) {
  EXPECT_THAT(divided(10, {1, 1, 1}), testing::ElementsAre(3, 4, 3));
  EXPECT_THAT(divided(7, {0, 2, 0, 5, 0}), testing::ElementsAre(0, 2, 0, 5, 0));
  EXPECT_THAT(divided(7, {0, 0}), testing::ElementsAre(0, 0));
  EXPECT_TRUE(divided(7, {}).empty());
  for (std::int64_t total : {0, 1, 999, 1'840'000}) {
    std::vector<double> shares;
    for (int i = 0; i < 1'000; ++i) shares.push_back(1.0 / (1 + i * 7 % 13));
    std::int64_t sum = 0;
    for (const auto part : divided(total, shares)) {
      EXPECT_GE(part, 0);
      sum += part;
    }
    EXPECT_EQ(sum, total);
  }
}

TEST_F(Extras, PeopleOfATableGoToTheBuildingsOfTheirPlaceOrStayAtIt) {
  auto wanted = request();
  wanted.populationFile =
      write("people.csv", "名称,代码,常住人口\n南村村委会,,\"1,001\"\n,12,100人\n河村,21,50\n无名村,,7\n");
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  const People found = people();
  EXPECT_THAT(found.buildings, testing::ElementsAre(250, 10, 251, 20, 250, 30, 250, 40)) << "by area times levels";
  EXPECT_EQ(found.places.at("河村"), 50) << "it has no building";
  EXPECT_EQ(found.places.at("远村"), 0);
  EXPECT_EQ(found.sum, 1'001 + 100 + 50);
  const auto json = description()["population"];
  EXPECT_EQ(json["total"], 1'158);
  EXPECT_EQ(json["onBuildings"].get<int>() + json["atSettlements"].get<int>() + json["nowhere"].get<int>(), 1'158);
  EXPECT_EQ(json["nowhere"], 7);
  EXPECT_TRUE(json["estimate"].get<bool>());
  EXPECT_THAT(words(report->missing), HasSubstr("1 rows with 7 people name no place of the map"));
  EXPECT_THAT(words(report->missing), HasSubstr("无名村"));
}

TEST_F(Extras, PeopleOfAnAreaHoldThoseOfThePlacesWithinIt) {
  auto wanted = request();
  wanted.populationFile = write("people.csv", "name,population\n示范区,1000\n南村,400\n河村,100\n");
  ASSERT_TRUE(buildBaseMap(wanted, {}, {}));
  const People found = people();
  EXPECT_EQ(found.sum, 1'000);
  EXPECT_EQ(found.places.at("河村"), 100);
  EXPECT_EQ(found.buildings[1] + found.buildings[3] + found.buildings[5] + found.buildings[7], 500) << "what is left";
  wanted.populationFile = write("people.csv", "name,population\n示范区,1000\n南村,400\n河村,700\n");
  EXPECT_THAT(refused(wanted), HasSubstr("\"示范区\" has 1000 people, but the places within it have 1100"));
}

TEST_F(Extras, PeopleOfATableThatCannotBeReadAreRefusedWithTheRow) {
  auto wanted = request();
  const auto refusal = [&](const std::string& text) {
    wanted.populationFile = write("people.csv", text);
    return refused(wanted);
  };
  EXPECT_THAT(refusal("name,population\n南村,many\n"),
              testing::AllOf(HasSubstr("people.csv:2:2"), HasSubstr("no number of people")));
  EXPECT_THAT(refusal("name,population\n南村,-5\n"), HasSubstr("no number of people"));
  EXPECT_THAT(refusal("name,population\n南村,1.5\n"), HasSubstr("no number of people"));
  EXPECT_THAT(refusal("name,population\n南村,5\n南村,6\n"), HasSubstr("is in row 2 already"));
  EXPECT_THAT(refusal("a,b\n1,2\n"), HasSubstr("no columns for a name or code and for the population"));
  wanted.populationFile = folder.path() / "none.csv";
  EXPECT_THAT(refused(wanted), HasSubstr("there is no such file"));
  EXPECT_FALSE(std::filesystem::exists(out / "base.gpkg"));
}

TEST_F(Extras, PeopleOfARasterGoToTheBuildingsOfTheirCellTheNearestOneOrTheNextVillage) {
  auto wanted = request();
  wanted.populationFile = raster(
      "people.tif", GDT_Float32,
      [](int x, int y) {
        if (x == 70 && y == 129) return 40.5;    // the first house of the south
        if (x == 71 && y == 127) return 10.25;   // beside its houses
        if (x == 200 && y == 100) return 30.0;   // at the village on the river
        if (x == 290 && y == 190) return 500.0;  // outside of the district
        return -1.0;
      },
      -1);
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  const People found = people();
  EXPECT_EQ(found.sum, 81) << "80.75 in whole people";
  EXPECT_NEAR(found.places.at("河村"), 30, 1);
  EXPECT_NEAR(found.buildings[0], 40.5, 1);
  EXPECT_EQ(description()["population"]["total"], 81);
  wanted.populationFile = raster("people.tif", GDT_Float32, [](int x, int) { return x == 100 ? -3.0 : 1.0; });
  EXPECT_THAT(refused(wanted), HasSubstr("a cell has -3 people"));
  wanted.populationFile = raster("people.tif", GDT_Float32, [](int, int) { return 0.0; });
  EXPECT_THAT(refused(wanted), HasSubstr("nobody lives in the district"));
  wanted.populationFile = raster(
      "people.tif", GDT_Float32, [](int, int) { return 1.0; }, {}, "");
  EXPECT_THAT(refused(wanted), HasSubstr("does not say its coordinate system"));
}

TEST_F(Extras, ATotalWithoutBuildingsGoesToTheSettlements) {
  auto wanted = request();
  const auto only = folder.path() / "places.gpkg";
  {
    const GDALDatasetUniquePtr from(GDALDataset::Open((folder.path() / "own.gpkg").c_str(), GDAL_OF_VECTOR));
    const GDALDatasetUniquePtr to(
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(only.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_TRUE(to->CopyLayer(from->GetLayerByName("place"), "place"));
  }
  wanted.layers = only;
  wanted.population = 1'003;
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(people().sum, 1'003);
  EXPECT_THAT(words(report->notes), HasSubstr("1003 people put at 4 settlements without buildings"));
}

TEST_F(Extras, LandCoverIsCutNamedAndSaidWhoUsesIt) {
  auto wanted = request();
  wanted.landCover = raster("cover.tif", GDT_Byte, [](int x, int) { return x < 150 ? 10 : x < 250 ? 95 : 80; });
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  const auto json = description()["landCover"];
  EXPECT_EQ(json["scheme"], "worldcover") << "no other scheme has a class 95";
  EXPECT_TRUE(json["guessed"].get<bool>());
  EXPECT_EQ(json["classes"][0]["zh"], "林地");
  EXPECT_EQ(json["usedBy"], nlohmann::json::array({"forestFire", "flood"}));
  EXPECT_THAT(words(report->notes), HasSubstr("3 classes (ESA WorldCover): tree cover"));
  const GDALDatasetUniquePtr cut(GDALDataset::Open((out / "landcover.tif").c_str()));
  ASSERT_TRUE(cut);
  EXPECT_LT(cut->GetRasterXSize(), 260) << "the district with a margin";
  EXPECT_EQ(cut->GetRasterBand(1)->GetRasterDataType(), GDT_Byte);
  // Without it, it is said what will not work, and an earlier one is gone.
  wanted.landCover.reset();
  const auto without = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(without);
  EXPECT_THAT(words(without->missing), HasSubstr("no land cover or fuel raster"));
  EXPECT_FALSE(std::filesystem::exists(out / "landcover.tif"));
}

TEST_F(Extras, LandCoverIsNamedByATableASchemeOrNotAtAll) {
  auto wanted = request();
  wanted.landCover = raster(
      "cover.tif", GDT_Int16, [](int x, int) { return x < 150 ? 1 : 2; }, -1);
  const auto unnamed = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(unnamed) << unnamed.error();
  EXPECT_THAT(words(unnamed->missing), HasSubstr("(they fit clcd, fuel13): fires and floods cannot use it"));
  wanted.landCoverClasses = "fuel13";
  ASSERT_TRUE(buildBaseMap(wanted, {}, {}));
  EXPECT_EQ(description()["landCover"]["kind"], "fuel");
  EXPECT_EQ(description()["landCover"]["usedBy"], nlohmann::json::array({"forestFire"}));
  wanted.landCoverClasses = write("classes.csv", "值,名称\n1,油松林\n2,灌丛\n").string();
  ASSERT_TRUE(buildBaseMap(wanted, {}, {}));
  EXPECT_EQ(description()["landCover"]["classes"][0]["zh"], "油松林");
  EXPECT_TRUE(description()["landCover"]["named"].get<bool>());
  wanted.landCoverClasses = "corine";
  EXPECT_THAT(refused(wanted), HasSubstr("neither a scheme of classes nor a file"));
}

TEST_F(Extras, LandCoverInOtherCoordinatesIsBroughtToThoseOfTheTerrain) {
  auto wanted = request();
  wanted.landCover = raster("cover.tif", GDT_Byte, [](int x, int) { return x < 150 ? 30 : 95; });
  GDALAllRegister();
  const auto dem = folder.path() / "dem.tif";
  {
    const GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(dem.c_str(), 300, 300, 1, GDT_Float32, nullptr));
    double place[6] = {410'000, 100, 0, 4'445'000, 0, -100};
    made->SetGeoTransform(place);
    OGRSpatialReference utm;
    utm.importFromEPSG(32650);
    made->SetSpatialRef(&utm);
    ASSERT_EQ(made->GetRasterBand(1)->Fill(250), CE_None);
  }
  wanted.dem = dem;
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  const GDALDatasetUniquePtr cut(GDALDataset::Open((out / "landcover.tif").c_str()));
  ASSERT_TRUE(cut);
  EXPECT_STREQ(cut->GetSpatialRef()->GetAuthorityCode(nullptr), "32650");
  std::map<int, double> share;
  const auto described = description();
  for (const auto& one : described["landCover"]["classes"]) share[one["value"]] = one["share"];
  EXPECT_NEAR(share[30] + share[95], 1, 1e-9) << "no class between two is made up";
}

TEST_F(Extras, ARasterThatIsNoLandCoverIsRefused) {
  auto wanted = request();
  const auto refusal = [&](const std::filesystem::path& file) {
    wanted.landCover = file;
    return refused(wanted);
  };
  EXPECT_THAT(refusal(raster("a.tif", GDT_Float32, [](int x, int) { return 0.5 + x; })), HasSubstr("are no classes"));
  EXPECT_THAT(refusal(raster("b.tif", GDT_Int32, [](int x, int y) { return 1 + x * 200 + y; })),
              HasSubstr("more than 256 different values"));
  EXPECT_THAT(refusal(raster(
                  "c.tif", GDT_Byte, [](int, int) { return 1; }, {}, "")),
              HasSubstr("does not say its coordinate system"));
  EXPECT_THAT(refusal(raster("d.tif", GDT_Byte, [](int, int) { return 0; })),
              HasSubstr("does not lie over the district"));
  EXPECT_THAT(refusal(raster(
                  "e.tif", GDT_Byte, [](int, int) { return 1; }, {}, "EPSG:32633")),
              HasSubstr("does not lie over the district"));
  EXPECT_THAT(refusal(write("f.tif", "no raster")), HasSubstr("cannot be read as a raster"));
  EXPECT_FALSE(std::filesystem::exists(out / "base.gpkg"));
}

TEST_F(Extras, LandCoverAndPeopleOfAWorldOfGigabytesAreReadOnlyWhereTheDistrictIs) {
  GDALAllRegister();
  const auto sparse = [&](const char* name) {
    const auto file = folder.path() / name;
    CPLStringList how;
    for (const char* word : {"SPARSE_OK=TRUE", "TILED=YES", "BIGTIFF=YES"}) how.AddString(word);
    const GDALDatasetUniquePtr made(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), 30'000, 35'000, 1, GDT_Float32, how.List()));
    double place[6] = {110, 0.0005, 0, 45, 0, -0.0005};
    made->SetGeoTransform(place);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    made->SetSpatialRef(&wgs84);
    const std::vector<float> cells(200 * 200, 7);
    EXPECT_EQ(made->GetRasterBand(1)->RasterIO(GF_Write, 12'000, 9'800, 200, 200, const_cast<float*>(cells.data()), 200,
                                               200, GDT_Float32, 0, 0, nullptr),
              CE_None);
    return file;
  };
  auto wanted = request();
  wanted.landCover = sparse("cover.tif");
  wanted.landCoverClasses = "clcd";
  wanted.populationFile = sparse("people.tif");
  const PeakMemory memory;
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(description()["landCover"]["classes"][0]["zh"], "荒地");
  EXPECT_LT(memory.grownMB(), 150) << "of 8,400 MB";
}
