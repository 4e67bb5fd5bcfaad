// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/mapthings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <memory>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class MapsThings : public testing::Test {
 protected:
  MapsThings() { GDALAllRegister(); }
  void write(bool withBuildings) {
    const std::unique_ptr<GDALDataset> map(
        GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_TRUE(map);
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    if (withBuildings) {
      OGRLayer* buildings = map->CreateLayer("building", &degrees, wkbPolygon, nullptr);
      OGRFieldDefn people("population", OFTInteger64);
      ASSERT_EQ(buildings->CreateField(&people), OGRERR_NONE);
      add(*buildings, "POLYGON((116.6 40.3, 116.602 40.3, 116.602 40.304, 116.6 40.304, 116.6 40.3))",
          {{"population", "5"}});
      add(*buildings, "POLYGON((116.7 40.3, 116.702 40.3, 116.702 40.304, 116.7 40.3))", {});
    }
    OGRLayer* places = map->CreateLayer("poi", &degrees, wkbPoint, nullptr);
    for (const char* name : {"class", "name_zh", "name"}) {
      OGRFieldDefn text(name, OFTString);
      ASSERT_EQ(places->CreateField(&text), OGRERR_NONE);
    }
    OGRFieldDefn beds("beds", OFTInteger64);
    ASSERT_EQ(places->CreateField(&beds), OGRERR_NONE);
    add(*places, "POINT(116.6 40.3)", {{"class", "hospital"}, {"name", "Clinic"}, {"beds", "40"}});
    add(*places, "POINT(116.7 40.3)", {{"class", "substation"}});
    OGRLayer* roads = map->CreateLayer("road", &degrees, wkbLineString, nullptr);
    for (const char* name : {"class", "name_zh", "name", "ref"}) {
      OGRFieldDefn text(name, OFTString);
      ASSERT_EQ(roads->CreateField(&text), OGRERR_NONE);
    }
    for (const char* name : {"bridge", "tunnel"}) {
      OGRFieldDefn number(name, OFTInteger);
      ASSERT_EQ(roads->CreateField(&number), OGRERR_NONE);
    }
    const char* line = "LINESTRING(116.6 40.3, 116.61 40.31)";
    add(*roads, line, {{"class", "primary"}, {"name_zh", "怀北路"}, {"name", "Huaibei Road"}, {"ref", "G111"}});
    add(*roads, line, {{"class", "secondary"}, {"ref", "X015"}, {"bridge", "1"}});
    add(*roads, line, {{"class", "track"}, {"tunnel", "1"}});
    for (const char* onFoot : {"footway", "path", "steps", "cycleway"}) add(*roads, line, {{"class", onFoot}});
  }
  static void add(OGRLayer& layer, const char* wkt, const std::vector<std::pair<const char*, const char*>>& fields) {
    OGRFeature feature(layer.GetLayerDefn());
    OGRGeometry* geometry = nullptr;
    ASSERT_EQ(OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry), OGRERR_NONE);
    feature.SetGeometryDirectly(geometry);
    for (const auto& [name, value] : fields) feature.SetField(name, value);
    ASSERT_EQ(layer.CreateFeature(&feature), OGRERR_NONE);
  }
  TempFolder folder_;
  std::string file_ = folder_ / "base.gpkg";
};

TEST_F(MapsThings, AreNotReadWhenNobodyWantsThemAnyMore) {
  write(true);
  std::stop_source stop;
  stop.request_stop();
  const auto things = mapThingsOf(file_, stop.get_token());
  ASSERT_FALSE(things);
  EXPECT_EQ(things.error().code, ErrorCode::refused);
}

TEST_F(MapsThings, AreBuildingsWithTheirPeopleAndRoadsForVehicles) {
  write(true);
  const auto things = mapThingsOf(file_);
  ASSERT_TRUE(things) << things.error();
  ASSERT_THAT(things->buildings, SizeIs(2));
  EXPECT_EQ(things->buildings[0].at, *Position::ofDegrees(116.601, 40.302));
  EXPECT_EQ(things->buildings[0].people, 5);
  ASSERT_THAT(things->places, SizeIs(2));
  EXPECT_EQ(things->places[0].name, "Clinic");
  EXPECT_EQ(things->places[0].featureClass, "hospital");
  EXPECT_EQ(things->places[0].at, *Position::ofDegrees(116.6, 40.3));
  EXPECT_EQ(things->places[0].beds, 40);
  EXPECT_TRUE(things->places[1].name.empty());
  EXPECT_EQ(things->buildings[1].people, 0) << "the map has no figure for it";
  ASSERT_THAT(things->roads, SizeIs(3)) << "nobody drives on a footway";
  EXPECT_EQ(things->roads[0].name, "怀北路") << "its Chinese name first";
  EXPECT_EQ(things->roads[0].roadClass, "primary");
  EXPECT_THAT(things->roads[0].line,
              ElementsAre(*Position::ofDegrees(116.6, 40.3), *Position::ofDegrees(116.61, 40.31)));
  EXPECT_EQ(things->roads[1].name, "X015");
  EXPECT_TRUE(things->roads[1].bridge);
  EXPECT_TRUE(things->roads[2].tunnel);
  EXPECT_EQ(things->roads[2].name, "");
}

TEST_F(MapsThings, OfAMapWithoutALayerHaveNoneOfIt) {
  write(false);
  const auto things = mapThingsOf(file_);
  ASSERT_TRUE(things) << things.error();
  EXPECT_THAT(things->buildings, SizeIs(0));
  EXPECT_THAT(things->roads, SizeIs(3));
}

TEST_F(MapsThings, AreReadWithoutLeavingAnythingBesideTheMap) {
  write(true);
  ASSERT_TRUE(mapThingsOf(file_));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) files += entry.is_regular_file();
  EXPECT_EQ(files, 1);
}

TEST_F(MapsThings, OfNoMapOrOfAnythingElseAreErrorsWithTheFile) {
  EXPECT_EQ(mapThingsOf(file_).error().code, ErrorCode::notFound);
  std::ofstream(file_) << "no map";
  const auto things = mapThingsOf(file_);
  ASSERT_FALSE(things);
  EXPECT_EQ(things.error().code, ErrorCode::unreadable);
  EXPECT_EQ(things.error().place.file, file_);
}

TEST(PlacesAlongALine, AreNoFartherApartThanAskedAndKeepItsCorners) {
  const Line line{{1166000000, 403000000}, {1166010000, 403000000}, {1166010000, 403010000}};
  const Line places = withPlacesEvery(line, 25);
  EXPECT_EQ(places.front(), line.front());
  EXPECT_EQ(places.back(), line.back());
  EXPECT_NE(std::find(places.begin(), places.end(), line[1]), places.end());
  for (std::size_t i = 1; i < places.size(); ++i) EXPECT_LE(distanceM(places[i - 1], places[i]), 25.1);
  EXPECT_THAT(withPlacesEvery({line[0], line[0]}, 25), SizeIs(2)) << "two places at one point";
  EXPECT_TRUE(withPlacesEvery({}, 25).empty());
}

}  // namespace
}  // namespace fengsui
