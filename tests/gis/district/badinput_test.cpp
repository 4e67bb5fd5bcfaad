// SPDX-License-Identifier: GPL-3.0-or-later
// What districts are made from, as it comes: a right answer, or one sentence that says what is wrong.
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <limits>

#include "gis/district/basemap.h"
#include "gis/district/towns.h"
#include "support/memory.h"
#include "support/tempfolder.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

constexpr const char* border =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"示范区"},"geometry":{"type":)"
    R"("Polygon","coordinates":[[[116.0,40.0],[116.2,40.0],[116.2,40.2],[116.0,40.2],[116.0,40.0]]]}}]})";

struct BadInput : testing::Test {
  TempFolder folder;
  std::filesystem::path out = folder.path() / "district";

  std::filesystem::path write(const char* name, const std::string& text) {
    std::ofstream(folder.path() / name) << text;
    return folder.path() / name;
  }
  BaseMapRequest request() {
    BaseMapRequest made;
    made.outDir = out;
    made.boundary = write("border.geojson", border);
    return made;
  }
  /// Heights of 0.002° (about 200 m) around the district; hills of a hundred metres.
  std::filesystem::path heights(const std::function<double(int x, int y)>& at, std::optional<double> declared = {},
                                const char* crs = "EPSG:4326") {
    GDALAllRegister();
    constexpr int size = 200;
    const auto file = folder.path() / "dem.tif";
    const GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), size, size, 1, GDT_Float32, nullptr));
    double place[6] = {115.9, 0.002, 0, 40.3, 0, -0.002};
    made->SetGeoTransform(place);
    OGRSpatialReference system;
    if (*crs && system.SetFromUserInput(crs) == OGRERR_NONE) made->SetSpatialRef(&system);
    if (declared) made->GetRasterBand(1)->SetNoDataValue(*declared);
    std::vector<float> row(size);
    for (int y = 0; y < size; ++y) {
      for (int x = 0; x < size; ++x) row[static_cast<std::size_t>(x)] = static_cast<float>(at(x, y));
      EXPECT_EQ(
          made->GetRasterBand(1)->RasterIO(GF_Write, 0, y, size, 1, row.data(), size, 1, GDT_Float32, 0, 0, nullptr),
          CE_None);
    }
    return file;
  }
  static double hill(int x, int y) { return 500 + 100 * std::sin(x * 0.05) * std::cos(y * 0.04); }
  static std::string missing(const BaseMapReport& report) {
    std::string all;
    for (const Text& text : report.missing) all += text.en + "\n";
    return all;
  }
  /// Lowest and highest of terrain.tif.
  [[nodiscard]] std::pair<double, double> range() const {
    const GDALDatasetUniquePtr made(GDALDataset::Open((out / "terrain.tif").c_str()));
    double of[2] = {};
    EXPECT_EQ(GDALComputeRasterMinMax(GDALRasterBand::ToHandle(made->GetRasterBand(1)), FALSE, of), CE_None);
    return {of[0], of[1]};
  }
};

}  // namespace

TEST_F(BadInput, HeightsWithVoidsAreFilledFromTheirEdgesAndItIsSaid) {
  for (const double written : {-9999.0, -32768.0, std::numeric_limits<double>::quiet_NaN()})
    for (const bool declared : {true, false}) {
      auto wanted = request();
      // A tenth of the district, in the middle of it.
      const auto hole = [&](int x, int y) { return x >= 85 && x < 117 && y >= 85 && y < 117; };
      wanted.dem = heights([&](int x, int y) { return hole(x, y) ? written : hill(x, y); },
                           declared ? std::optional(written) : std::nullopt);
      const auto report = buildBaseMap(wanted, {}, {});
      ASSERT_TRUE(report) << report.error();
      EXPECT_THAT(missing(*report), HasSubstr("the heights cover 89 % of the district; voids were filled from their "
                                              "edges, now it is 100 %"))
          << written << declared;
      EXPECT_GE(range().first, 390);
      EXPECT_LE(range().second, 610);
    }
}

TEST_F(BadInput, HeightsThatAreAllVoidsOrElsewhereAreRefusedInOneSentence) {
  const auto refused = [&](const std::filesystem::path& dem) {
    auto wanted = request();
    wanted.dem = dem;
    const auto report = buildBaseMap(wanted, {}, {});
    EXPECT_FALSE(report);
    EXPECT_FALSE(std::filesystem::exists(out / "base.gpkg"));
    if (report) return std::string();
    EXPECT_EQ(report.error().place.file, dem.string());
    EXPECT_FALSE(report.error().remedy.zh.empty());
    return report.error().message.en;
  };
  EXPECT_THAT(refused(heights([](int, int) { return -32768; })), HasSubstr("not one height"));
  EXPECT_THAT(refused(heights(hill, {}, "")), HasSubstr("do not say their coordinate system"));
  EXPECT_THAT(refused(heights(hill, {}, "LOCAL_CS[\"site\",UNIT[\"metre\",1],AXIS[\"x\",EAST],AXIS[\"y\",NORTH]]")),
              HasSubstr("do not say their coordinate system"));
  // Degrees that are called metres of a zone far away.
  EXPECT_THAT(refused(heights(hill, {}, "EPSG:32633")), HasSubstr("do not lie over the district"));
}

TEST_F(BadInput, ARasterOfFourGigabytesIsNotReadWhole) {
  // 30,000 × 35,000 numbers of four bytes; sparse, so that it takes no room on the disk.
  GDALAllRegister();
  const auto file = folder.path() / "large.tif";
  constexpr int columns = 30'000, rows = 35'000;
  {
    CPLStringList how;
    how.AddString("SPARSE_OK=TRUE");
    how.AddString("TILED=YES");
    how.AddString("BIGTIFF=YES");
    const GDALDatasetUniquePtr made(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), columns, rows, 1, GDT_Float32, how.List()));
    double place[6] = {110, 0.0005, 0, 45, 0, -0.0005};
    made->SetGeoTransform(place);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    made->SetSpatialRef(&wgs84);
    // Heights where the district is, and sea everywhere else.
    std::vector<float> cells;
    for (int i = 0; i < 600 * 600; ++i) cells.push_back(static_cast<float>(hill(i % 600, i / 600)));
    ASSERT_EQ(made->GetRasterBand(1)->RasterIO(GF_Write, 11'900, 9'500, 600, 600, cells.data(), 600, 600, GDT_Float32,
                                               0, 0, nullptr),
              CE_None);
  }
  ASSERT_GT(double{4} * columns * rows, 2e9);
  auto wanted = request();
  wanted.dem = file;
  const PeakMemory memory;
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_GT(range().second, 550);
  EXPECT_LT(memory.grownMB(), 300) << "of 4,200 MB";
  RecordProperty("grownMB", static_cast<int>(memory.grownMB()));
}

TEST_F(BadInput, AnExtractWithoutRoadsIsADistrictThatSaysWhatItCannotDo) {
  BaseMapRequest wanted;
  wanted.outDir = out;
  wanted.osm = write("village.osm", R"(<osm version="0.6"><node id="9" version="1" timestamp="2021-05-05T00:00:00Z"
      lat="40.05" lon="116.05"><tag k="place" v="village"/><tag k="name" v="王家庄"/></node>
      <node id="10" version="1" timestamp="2021-05-05T00:00:00Z" lat="40.15" lon="116.15"><tag k="place" v="village"/>
      <tag k="name" v="李家庄"/></node></osm>)");
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->rows.at("road"), 0);
  EXPECT_THAT(missing(*report), HasSubstr("no routes, arrival times or isochrones"));
  EXPECT_FALSE(std::filesystem::exists(out / "roads.order"));
}

TEST_F(BadInput, LayersWithPlacesThatAreNoNumbersLoseTheseRowsAndSayHowMany) {
  GDALAllRegister();
  const auto file = folder.path() / "own.gpkg";
  {
    const GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* roads = made->CreateLayer("road", &wgs84, wkbLineString, nullptr);
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    for (const double end : {116.1, nowhere, 116.2}) {
      auto line = std::make_unique<OGRLineString>();
      line->addPoint(116.0, 40.0);
      line->addPoint(end, 40.1);
      const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(roads->GetLayerDefn()));
      row->SetGeometryDirectly(line.release());
      ASSERT_EQ(roads->CreateFeature(row.get()), OGRERR_NONE);
    }
    OGRLayer* woods = made->CreateLayer("landuse", &wgs84, wkbPolygon, nullptr);
    OGRGeometry* bowTie = nullptr;
    OGRGeometryFactory::createFromWkt("POLYGON ((116 40,116.1 40.1,116.1 40,116 40.1,116 40))", nullptr, &bowTie);
    const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(woods->GetLayerDefn()));
    row->SetGeometryDirectly(bowTie);
    ASSERT_EQ(woods->CreateFeature(row.get()), OGRERR_NONE);
  }
  auto wanted = request();
  wanted.layers = file;
  const auto report = buildBaseMap(wanted, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->rows.at("road"), 2);
  EXPECT_EQ(report->rows.at("landuse"), 1) << "drawn as it is";
  std::string notes;
  for (const Text& note : report->notes) notes += note.en + '\n';
  EXPECT_THAT(notes, HasSubstr("1 features of road have no geometry that fits and were left out"));
}

TEST_F(BadInput, RoadsOfOsmLikeLayersKeepTheirClassesDirectionsAndSpeeds) {
  GDALAllRegister();
  struct Written {
    const char *word, *oneway, *bridge;
    int maxspeed;
    const char* becomes;
    int direction;
  };
  const std::vector<Written> geofabrik{{"motorway_link", "F", "F", 60, "motorway", 1},
                                       {"track_grade3", "B", "F", 0, "track", 0},
                                       {"primary", "T", "T", 80, "primary", -1},
                                       {"unknown", "B", "F", 0, "unclassified", 0},
                                       {"国道", "B", "F", 0, "trunk", 0},
                                       {"canal_path", "B", "F", 0, "unclassified", 0}};
  const std::vector<Written> plain{{"secondary_link", "yes", "no", 50, "secondary", 1},
                                   {"living_street", "no", "yes", 0, "living_street", 0},
                                   {"footway", "-1", "", 0, "footway", -1}};
  for (const bool shapes : {true, false}) {
    const auto file = folder.path() / (shapes ? "gis_osm_roads_free_1.shp" : "roads.gpkg");
    const auto& rows = shapes ? geofabrik : plain;
    {
      const GDALDatasetUniquePtr made(GetGDALDriverManager()
                                          ->GetDriverByName(shapes ? "ESRI Shapefile" : "GPKG")
                                          ->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
      OGRSpatialReference wgs84;
      wgs84.importFromEPSG(4326);
      wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
      char utf8[] = "ENCODING=UTF-8";
      char* how[] = {utf8, nullptr};
      OGRLayer* roads =
          made->CreateLayer(shapes ? "gis_osm_roads_free_1" : "roads", &wgs84, wkbLineString, shapes ? how : nullptr);
      OGRFieldDefn kind(shapes ? "fclass" : "highway", OFTString), oneway("oneway", OFTString),
          bridge("bridge", OFTString), maxspeed("maxspeed", OFTInteger);
      for (OGRFieldDefn* field : {&kind, &oneway, &bridge, &maxspeed}) roads->CreateField(field);
      double lat = 40.01;
      for (const Written& one : rows) {
        const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(roads->GetLayerDefn()));
        row->SetField(0, one.word);
        row->SetField(1, one.oneway);
        row->SetField(2, one.bridge);
        row->SetField(3, one.maxspeed);
        auto line = std::make_unique<OGRLineString>();
        line->addPoint(116.0, lat);
        line->addPoint(116.1, lat);
        lat += 0.01;
        row->SetGeometryDirectly(line.release());
        ASSERT_EQ(roads->CreateFeature(row.get()), OGRERR_NONE);
      }
    }
    auto wanted = request();
    wanted.layers = file;
    const auto report = buildBaseMap(wanted, {}, {});
    ASSERT_TRUE(report) << report.error();
    const GDALDatasetUniquePtr base(GDALDataset::Open((out / "base.gpkg").c_str(), GDAL_OF_VECTOR));
    std::size_t i = 0;
    for (const auto& row : *base->GetLayerByName("road")) {
      ASSERT_LT(i, rows.size());
      EXPECT_STREQ(row->GetFieldAsString("class"), rows[i].becomes) << rows[i].word;
      EXPECT_EQ(row->GetFieldAsInteger("oneway"), rows[i].direction) << rows[i].word;
      EXPECT_EQ(row->GetFieldAsInteger("bridge"), rows[i].bridge[0] == 'T' || rows[i].bridge[0] == 'y');
      EXPECT_EQ(row->GetFieldAsInteger("maxspeed_kmh"), rows[i].maxspeed);
      EXPECT_EQ(row->GetFieldAsInteger("link"), std::string(rows[i].word).ends_with("_link"));
      ++i;
    }
    EXPECT_EQ(i, rows.size());
    if (shapes) {
      ASSERT_FALSE(report->notes.empty());
      EXPECT_THAT(report->notes[0].en, HasSubstr("not known were taken as minor roads: canal_path"));
    }
  }
}

TEST_F(BadInput, PlacesOfOneNameAreToldApartByTheirTown) {
  auto wanted = request();
  wanted.osm = write("twins.osm", R"(<osm version="0.6">
<node id="1" version="1" lat="40.05" lon="116.05"><tag k="place" v="village"/><tag k="name" v="王家庄"/></node>
<node id="2" version="1" lat="40.15" lon="116.15"><tag k="place" v="village"/><tag k="name" v="王家庄"/></node>
<node id="3" version="1" lat="40.051" lon="116.06"><tag k="place" v="town"/><tag k="name" v="甲镇"/></node>
<node id="4" version="1" lat="40.149" lon="116.14"><tag k="place" v="town"/><tag k="name" v="乙镇"/></node></osm>)");
  ASSERT_TRUE(buildBaseMap(wanted, {}, {}));
  const std::vector<Position> places{*Position::ofDegrees(116.05, 40.05), *Position::ofDegrees(116.15, 40.15),
                                     *Position::ofDegrees(110, 30)};
  EXPECT_THAT(townsOf(places, out / "base.gpkg"), testing::ElementsAre("甲镇", "乙镇", ""));
  EXPECT_THAT(townsOf(places, out / "none.gpkg"), testing::ElementsAre("", "", ""));
}
