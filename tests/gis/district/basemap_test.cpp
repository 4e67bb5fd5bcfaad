// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/basemap.h"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gis/district/schema.h"
#include "gis/district/terrain.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

struct BaseMap : testing::Test {
  fs::path out;
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "fengsui-test-XXXXXX").string();
    out = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(out); }

  fs::path write(const char* name, const std::string& text) {
    std::ofstream(out / name) << text;
    return out / name;
  }
  static std::string read(const fs::path& file) {
    std::ostringstream all;
    all << std::ifstream(file).rdbuf();
    return all.str();
  }
  static std::unique_ptr<GDALDataset> open(const fs::path& file) {
    GDALAllRegister();
    return std::unique_ptr<GDALDataset>(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
  }
};

// A street, a pond with an island as a multipolygon, a village with a border: all that a map can be, by hand.
constexpr const char* hamlet = R"(<osm version="0.6" generator="hand">
<node id="1" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.0" lon="116.0"/>
<node id="2" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.0" lon="116.1"/>
<node id="3" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.1" lon="116.1"/>
<node id="4" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.1" lon="116.0"/>
<node id="5" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.04" lon="116.04"/>
<node id="6" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.04" lon="116.06"/>
<node id="7" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.06" lon="116.06"/>
<node id="8" version="1" timestamp="2020-01-01T00:00:00Z" lat="40.06" lon="116.04"/>
<node id="9" version="1" timestamp="2021-05-05T00:00:00Z" lat="40.05" lon="116.05">
  <tag k="place" v="village"/><tag k="name" v="王家庄"/><tag k="population" v="1200"/></node>
<way id="10" version="1" timestamp="2020-01-01T00:00:00Z"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
<way id="11" version="1" timestamp="2020-01-01T00:00:00Z"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="8"/><nd ref="5"/></way>
<way id="12" version="1" timestamp="2020-01-01T00:00:00Z"><nd ref="1"/><nd ref="9"/><nd ref="3"/>
  <tag k="highway" v="primary"/><tag k="name" v="京张路"/><tag k="maxweight" v="20"/></way>
<way id="13" version="1" timestamp="2020-01-01T00:00:00Z"><nd ref="1"/><nd ref="999"/><tag k="highway" v="track"/></way>
<relation id="20" version="1" timestamp="2020-01-01T00:00:00Z"><member type="way" ref="10" role="outer"/>
  <member type="way" ref="11" role="inner"/><tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>
<relation id="21" version="1" timestamp="2020-01-01T00:00:00Z"><member type="way" ref="10" role="outer"/>
  <tag k="type" v="boundary"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="8"/><tag k="name" v="王家镇"/></relation>
</osm>)";

TEST_F(BaseMap, WithoutRowsHasEveryTable) {
  ASSERT_TRUE(createEmptyBaseMap(out / "base.gpkg"));
  const auto base = open(out / "base.gpkg");
  ASSERT_TRUE(base);
  EXPECT_EQ(base->GetLayerCount(), static_cast<int>(baseTables().size()));
  for (const BaseTable& table : baseTables()) {
    OGRLayer* layer = base->GetLayerByName(table.name);
    ASSERT_TRUE(layer) << table.name;
    EXPECT_STREQ(layer->GetGeometryColumn(), "geom");
    EXPECT_EQ(layer->GetFeatureCount(), 0);
    for (const char* field : {"osm_id", "class", "name", "name_zh", "name_en"}) {
      EXPECT_GE(layer->GetLayerDefn()->GetFieldIndex(field), 0) << table.name << "." << field;
    }
  }
}

TEST_F(BaseMap, PutsEverythingInItsTable) {
  const auto osm = write("hamlet.osm", hamlet);
  const auto report = buildBaseMap({osm, {}, out / "district", {}}, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->name, "王家镇");
  EXPECT_NEAR(report->box.east, 116.1, 1e-9);
  EXPECT_EQ(report->rows.at("road"), 1);  // the track has a node the file does not have
  EXPECT_EQ(report->rows.at("boundary"), 1);
  EXPECT_EQ(report->rows.at("admin_area"), 1);

  const auto base = open(out / "district" / "base.gpkg");
  ASSERT_TRUE(base);
  OGRLayer* water = base->GetLayerByName("water_area");
  const std::unique_ptr<OGRFeature> pond(water->GetNextFeature());
  ASSERT_TRUE(pond);
  EXPECT_EQ(pond->GetGeometryRef()->toMultiPolygon()->getGeometryRef(0)->getNumInteriorRings(), 1);
  const std::unique_ptr<OGRFeature> road(base->GetLayerByName("road")->GetNextFeature());
  EXPECT_STREQ(road->GetFieldAsString("name"), "京张路");
  EXPECT_EQ(road->GetFieldAsDouble("max_weight_t"), 20);
  EXPECT_EQ(road->GetFieldAsInteger64("osm_id"), 12);
  EXPECT_FALSE(road->IsFieldSetAndNotNull(road->GetFieldIndex("name_zh")));
  const std::unique_ptr<OGRFeature> village(base->GetLayerByName("place")->GetNextFeature());
  EXPECT_EQ(village->GetFieldAsInteger("rank"), 3);
  EXPECT_EQ(village->GetFieldAsInteger64("population"), 1200);

  const auto json = nlohmann::json::parse(read(out / "district" / "district.json"));
  EXPECT_EQ(json["name"], "王家镇");
  EXPECT_EQ(json["edition"], "2021-05-05T00:00:00Z");
  EXPECT_EQ(json["attribution"], "© OpenStreetMap contributors");
  EXPECT_FALSE(json["missing"].empty());
  EXPECT_TRUE(fs::exists(out / "district" / "roads.order")) << "who opens the roads does not wait for their order";
  const std::string project = read(out / "district" / "district.qgs");
  EXPECT_NE(project.find("王家镇"), std::string::npos);
  EXPECT_NE(project.find("./base.gpkg|layername=road"), std::string::npos);
}

TEST_F(BaseMap, OfAFileThatIsNotOsmLeavesTheOldOneAsItWas) {
  const fs::path folder = out / "district";
  fs::create_directories(folder);
  std::ofstream(folder / "base.gpkg") << "the map of yesterday";
  const auto broken = buildBaseMap({write("broken.osm", "<osm><node id="), {}, folder, {}}, {}, {});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::unreadable);
  EXPECT_NE(broken.error().place.file.find("broken.osm"), std::string::npos);
  const auto missing = buildBaseMap({out / "nowhere.osm.pbf", {}, folder, {}}, {}, {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::notFound);
  EXPECT_EQ(read(folder / "base.gpkg"), "the map of yesterday");
  EXPECT_FALSE(fs::exists(folder / ".building"));
}

TEST_F(BaseMap, StopsWhenAsked) {
  const auto osm = write("hamlet.osm", hamlet);
  std::stop_source stop;
  stop.request_stop();
  const auto stopped = buildBaseMap({osm, {}, out / "district", {}}, {}, stop.get_token());
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::refused);
  EXPECT_FALSE(fs::exists(out / "district" / "base.gpkg"));
}

TEST_F(BaseMap, NamesAHeightModelThatCannotBeRead) {
  const auto osm = write("hamlet.osm", hamlet);
  const auto report = buildBaseMap({osm, write("dem.tif", "no raster"), out / "district", {}}, {}, {});
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().place.file.find("dem.tif"), std::string::npos);
}

constexpr const char* twoTowns = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"东区"},"geometry":{"type":"Polygon","coordinates":[[[116.0,40.0],[116.2,40.0],[116.2,40.2],[116.0,40.2],[116.0,40.0]]]}},
{"type":"Feature","properties":{"name":"西区"},"geometry":{"type":"Polygon","coordinates":[[[115.0,40.0],[115.2,40.0],[115.2,40.2],[115.0,40.2],[115.0,40.0]]]}}]})";

TEST_F(BaseMap, TakesBorderCodesAndPeopleFromWhatAnOfficeHas) {
  BaseMapRequest request{write("hamlet.osm", hamlet), {}, out / "district", "东区"};
  request.boundary = write("border.geojson", twoTowns);
  request.gazetteer = write("names.csv",
                            "名称,代码,经度,纬度\n王家庄村民委员会,110228001,,\n新村,110228002,116.02,40.02\n"
                            "远村,110228003,,\n");
  const auto report = buildBaseMap(request, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->name, "东区");
  EXPECT_NEAR(report->box.east, 116.2, 1e-9);
  const auto base = open(out / "district" / "base.gpkg");
  ASSERT_TRUE(base);
  std::map<std::string, std::string> codes;
  OGRLayer* places = base->GetLayerByName("place");
  while (const auto row =
             std::unique_ptr<OGRFeature, void (*)(OGRFeature*)>(places->GetNextFeature(), OGRFeature::DestroyFeature))
    codes[row->GetFieldAsString("name")] = row->GetFieldAsString("code");
  EXPECT_EQ(codes["王家庄"], "110228001") << "called 王家庄村民委员会 in the gazetteer";
  EXPECT_EQ(codes["新村"], "110228002");
  EXPECT_FALSE(codes.contains("远村")) << "nobody knows where it is";
  const auto json = nlohmann::json::parse(read(out / "district" / "district.json"));
  EXPECT_EQ(json["sources"].size(), 3u);
}

TEST_F(BaseMap, GivesNoCodeToANameThatStandsForTwoPlaces) {
  BaseMapRequest request{write("hamlet.osm", hamlet), {}, out / "district", "x"};
  request.gazetteer = write("names.csv", "street,village,village_code\n甲镇,王家庄村委会,1\n乙镇,王家庄村委会,2\n");
  const auto report = buildBaseMap(request, {}, {});
  ASSERT_TRUE(report) << report.error();
  ASSERT_FALSE(report->notes.empty());
  EXPECT_NE(report->notes[0].en.find("1 places carry a name that stands for several"), std::string::npos)
      << report->notes[0].en;
}

TEST_F(BaseMap, SaysInOneSentenceWhatIsWrongWithWhatAnOfficeHas) {
  const auto refused = [&](const BaseMapRequest& request) {
    const auto report = buildBaseMap(request, {}, {});
    EXPECT_FALSE(report);
    EXPECT_FALSE(fs::exists(out / "district" / "base.gpkg"));
    return report ? std::string() : report.error().message.en;
  };
  BaseMapRequest request;
  request.outDir = out / "district";
  EXPECT_EQ(refused(request), "there is nothing to make a map from");
  request.boundary = out / "none.geojson";
  EXPECT_EQ(refused(request), "there is no such file");
  request.boundary = write("damaged.gpkg", "no database");
  EXPECT_NE(refused(request).find("damaged"), std::string::npos);
  request.boundary = write("border.geojson", twoTowns);
  EXPECT_EQ(refused(request), "it holds several areas: 东区, 西区");
  request.name = "北区";
  EXPECT_EQ(refused(request), "none of its areas is called \"北区\": 东区, 西区");
  request.name = "东区";
  request.gazetteer = write("names.csv", "a,b\n1,2\n");
  EXPECT_EQ(refused(request), "it has no column of names");
  request.gazetteer.reset();
  request.layers = request.boundary;
  EXPECT_NE(refused(request).find("none of its layers has a name that a base map knows"), std::string::npos);
  request.layers.reset();
  request.boundary =
      write("empty.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                             R"("geometry":{"type":"Polygon","coordinates":[]}}]})");
  EXPECT_EQ(refused(request), "there is no area in it that could be the district");
  // A Shapefile without .prj says nothing about its coordinates.
  GDALAllRegister();
  {
    const std::unique_ptr<GDALDataset> made(GetGDALDriverManager()
                                                ->GetDriverByName("ESRI Shapefile")
                                                ->Create((out / "nowhere.shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* layer = made->CreateLayer("nowhere", nullptr, wkbPolygon, nullptr);
    const std::unique_ptr<OGRFeature, void (*)(OGRFeature*)> row(OGRFeature::CreateFeature(layer->GetLayerDefn()),
                                                                 OGRFeature::DestroyFeature);
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt("POLYGON ((0 0,1000 0,1000 1000,0 0))", nullptr, &geometry);
    row->SetGeometryDirectly(geometry);
    ASSERT_EQ(layer->CreateFeature(row.get()), OGRERR_NONE);
  }
  request.boundary = out / "nowhere.shp";
  EXPECT_EQ(refused(request), "layer \"nowhere\" does not say its coordinate system");
}

TEST_F(BaseMap, IsMadeFromABorderAloneAndSaysWhatItLacks) {
  BaseMapRequest request;
  request.outDir = out / "district";
  request.boundary = write("border.geojson", twoTowns);
  request.name = "西区";
  request.population = 5000;
  const auto report = buildBaseMap(request, {}, {});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->rows.at("admin_area"), 1);
  EXPECT_GE(report->missing.size(), 6u);
  EXPECT_EQ(report->homes, 0);
  EXPECT_TRUE(fs::exists(out / "district" / "district.qgs"));
}

TEST_F(BaseMap, TemplateTakesATitleThatWouldBreakXml) {
  ASSERT_TRUE(installTemplate(out, "A & B <C> \"D\"", DistrictBox{1, 2, 3, 4}));
  const std::string project = read(out / "district.qgs");
  EXPECT_NE(project.find("A &amp; B &lt;C&gt;"), std::string::npos);
  EXPECT_NE(project.find("xmin=\"1\""), std::string::npos);
  EXPECT_EQ(project.find("@district-title@"), std::string::npos);
  EXPECT_EQ(read(out / "district.qgs").find("/tmp"), std::string::npos);
  ASSERT_TRUE(installTemplate(out));
  EXPECT_EQ(read(out / "district.qgs").find("PresetFullExtent"), std::string::npos);
}

TEST(Contours, AreCloserOnFlatterLand) {
  EXPECT_EQ(contourStepM(40), 2);
  EXPECT_EQ(contourStepM(150), 5);
  EXPECT_EQ(contourStepM(350), 10);
  EXPECT_EQ(contourStepM(2'300), 20);
}

}  // namespace
}  // namespace fengsui
