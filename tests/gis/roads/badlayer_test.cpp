// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of roads as they come: every one gives a right answer or one sentence that says what is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <limits>

#include "gis/roads/openroads.h"
#include "support/tempfolder.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

struct BadLayer : testing::Test {
  TempFolder folder;

  using Vertices = std::vector<std::pair<double, double>>;
  static std::unique_ptr<OGRGeometry> line(const Vertices& vertices) {
    auto out = std::make_unique<OGRLineString>();
    for (const auto& [x, y] : vertices) out->addPoint(x, y);
    return out;
  }
  /// @param crs a definition; empty: none.
  std::string layer(std::vector<std::unique_ptr<OGRGeometry>> geometries, const std::string& crs = "EPSG:4326",
                    const char* driver = "GPKG", const char* name = "roads.gpkg") {
    GDALAllRegister();
    const std::string file = folder / name;
    const GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference system;
    if (!crs.empty()) system.SetFromUserInput(crs.c_str());
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* rows = made->CreateLayer("roads", crs.empty() ? nullptr : &system, wkbUnknown, nullptr);
    if (driver != std::string("GPKG")) rows = made->GetLayer(0);
    OGRFieldDefn highway("highway", OFTString);
    rows->CreateField(&highway);
    for (auto& geometry : geometries) {
      const OGRFeatureUniquePtr row(OGRFeature::CreateFeature(rows->GetLayerDefn()));
      row->SetField("highway", "primary");
      if (geometry) row->SetGeometryDirectly(geometry.release());
      EXPECT_EQ(rows->CreateFeature(row.get()), OGRERR_NONE);
    }
    return file;
  }
  static std::string notesOf(const OpenedRoads& roads) {
    std::string all;
    for (const Text& note : roads.notes) all += note.en + "\n";
    return all;
  }
};

std::vector<std::unique_ptr<OGRGeometry>> together(std::unique_ptr<OGRGeometry> a, std::unique_ptr<OGRGeometry> b = {},
                                                   std::unique_ptr<OGRGeometry> c = {},
                                                   std::unique_ptr<OGRGeometry> d = {}) {
  std::vector<std::unique_ptr<OGRGeometry>> out;
  for (auto* one : {&a, &b, &c, &d})
    if (*one) out.push_back(std::move(*one));
  return out;
}

}  // namespace

TEST_F(BadLayer, LeavesOutPlacesThatAreNoNumbersAndKeepsTheRest) {
  const auto roads =
      openRoads(layer(together(line({{116.0, 40.0}, {116.1, 40.0}}), line({{116.0, 40.0}, {nowhere, 40.0}}),
                               line({{nowhere, nowhere}, {nowhere, nowhere}}),
                               line({{116.0, 40.0}, {std::numeric_limits<double>::infinity(), 1}}))));
  ASSERT_TRUE(roads) << roads.error();
  EXPECT_EQ(roads->network.graph->edgeCount(), 1u);
  EXPECT_THAT(notesOf(*roads), HasSubstr("3 lines with places outside of the world were left out"));
}

TEST_F(BadLayer, TakesALineThatCrossesItselfAndLeavesOutWhatIsEmptyOrNoLine) {
  auto empty = std::make_unique<OGRLineString>();
  const auto roads =
      openRoads(layer(together(line({{116.0, 40.0}, {116.1, 40.1}, {116.1, 40.0}, {116.0, 40.1}}), std::move(empty),
                               line({{116.0, 40.0}, {116.0, 40.0}}), std::make_unique<OGRPoint>(116.0, 40.0))));
  ASSERT_TRUE(roads) << roads.error();
  // It crosses between its vertices: a bridge over itself, not a junction.
  EXPECT_EQ(roads->network.graph->edgeCount(), 1u);
  EXPECT_EQ(roads->network.graph->nodeCount(), 2u);
  EXPECT_THAT(notesOf(*roads), HasSubstr("2 lines without a length were left out"));
  EXPECT_THAT(notesOf(*roads), HasSubstr("1 features that are no lines were left out"));
}

TEST_F(BadLayer, WithoutALineThatIsLeftIsRefusedInOneSentence) {
  auto empty = std::make_unique<OGRLineString>();
  const auto none = openRoads(layer(together(line({{nowhere, nowhere}, {nowhere, nowhere}}), std::move(empty))));
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message.en, HasSubstr("there is not one road in layer \"roads\""));
  EXPECT_THAT(none.error().place.file, HasSubstr("roads.gpkg"));
}

TEST_F(BadLayer, InAnUnknownCoordinateSystemIsRefusedUnlessItIsNamed) {
  const auto metresOnly = [&] { return together(line({{500'000, 4'440'000}, {501'000, 4'440'000}})); };
  // A drawing of a building site, in metres from its corner.
  const std::string site =
      layer(metresOnly(), "LOCAL_CS[\"site\",UNIT[\"metre\",1],AXIS[\"x\",EAST],AXIS[\"y\",NORTH]]");
  const auto unknown = openRoads(site);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::invalid) << unknown.error();
  EXPECT_FALSE(unknown.error().remedy.en.empty());
  RoadLayerOptions utm;
  utm.crs = "EPSG:32650";
  const std::string silent = layer(metresOnly(), "", "ESRI Shapefile", "silent.shp");
  const auto metres = openRoads(silent);
  ASSERT_FALSE(metres);
  EXPECT_THAT(metres.error().message.en, HasSubstr("does not say its coordinate system"));
  const auto right = openRoads(silent, utm);
  ASSERT_TRUE(right) << right.error();
  EXPECT_NEAR(right->network.graph->at(0).lonDeg(), 117.0, 1e-4);
  EXPECT_NEAR(right->network.graph->lengthM(0), 1000, 5);
}

TEST_F(BadLayer, WithAWorldThatIsNotOursIsRefusedAndNotReadAsDegrees) {
  // Numbers of another planet's size in a system that counts degrees.
  const auto roads = openRoads(layer(together(line({{5'000, 4'000}, {5'001, 4'000}}))));
  ASSERT_FALSE(roads);
  EXPECT_THAT(roads.error().message.en, HasSubstr("not one road"));
}
