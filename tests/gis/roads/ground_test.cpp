// SPDX-License-Identifier: GPL-3.0-or-later
// Closures drawn on the map, matrices, isochrones, walking.
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <cmath>

#include "gis/roads/isochrone.h"
#include "gis/roads/smallroads.h"
#include "gis/roads/timematrix.h"
#include "gis/roads/walking.h"
#include "support/memory.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

constexpr Instant evening{1'784'554'800'000};

/// Streets a hundred metres apart, n by n.
RoadNetwork grid(int n) {
  RoadGraphBuilder builder;
  for (int i = 0; i < n; ++i) {
    Line east, north;
    for (int j = 0; j < n; ++j) east.push_back(metres(j * 100, i * 100)), north.push_back(metres(i * 100, j * 100));
    builder.addLine(east, {.name = "东西" + std::to_string(i), .roadClass = RoadClass::residential});
    builder.addLine(north, {.name = "南北" + std::to_string(i), .roadClass = RoadClass::residential});
  }
  return networkOf(std::move(builder));
}

double areaM2(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& a = ring[i];
    const auto& b = ring[(i + 1) % ring.size()];
    sum += double{1} * a.lonE7 * b.latE7 - double{1} * b.lonE7 * a.latE7;
  }
  return std::abs(sum) / 2 * 0.0111195 * 0.0111195;
}

}  // namespace

TEST(DrawnClosures, HoldTheEdgesThatTheyCoverCrossOrFollow) {
  const auto network = grid(5);
  const auto closed = [&](Shape shape, ClosedEdgeOptions options = {}) {
    return edgesClosedBy(*network.graph, *network.index, shape, options).size();
  };
  EXPECT_EQ(
      closed({ShapeKind::area, {}, {}, {{{metres(150, 150), metres(250, 150), metres(250, 250), metres(150, 250)}}}}),
      4u);
  EXPECT_EQ(closed({ShapeKind::line, {}, {{metres(120, 50), metres(180, 50)}}, {}}), 0u);
  EXPECT_EQ(closed({ShapeKind::line, {}, {{metres(50, 50), metres(150, 50)}}, {}}), 1u);
  EXPECT_EQ(closed({ShapeKind::line, {}, {{metres(10, 4), metres(190, 4)}}, {}}), 2u + 1u);
  EXPECT_EQ(closed(Shape::at(metres(50, 5))), 1u);
  EXPECT_EQ(closed(Shape::at(metres(50, 50))), 0u);
}

TEST(DrawnClosures, SpareBridgesWhereAsked) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(100, 0)}, {});
  builder.addLine({metres(100, 0), metres(200, 0)}, {.bridge = true});
  const auto network = networkOf(std::move(builder));
  const Shape water{ShapeKind::area, {}, {}, {{{metres(50, -50), metres(250, -50), metres(250, 50), metres(50, 50)}}}};
  EXPECT_EQ(edgesClosedBy(*network.graph, *network.index, water).size(), 2u);
  EXPECT_EQ(edgesClosedBy(*network.graph, *network.index, water, {15, true}).size(), 1u);
}

TEST(TimeMatrix, EqualsOneByOneWithAndWithoutClosures) {
  std::mt19937 random(3);
  int differ = 0;
  for (int round = 0; round < 60; ++round) {
    const auto roads = randomRoads(random, 10 + random() % 40, 20 + random() % 60);
    const RoadTimes times(roads.network, Vehicle::car, roads.arcMs);
    const auto& graph = *roads.network.graph;
    std::vector<RoadPoint> from, to;
    for (int i = 0; i < 6; ++i) {
      from.push_back(atNode(graph, static_cast<NodeId>(random() % graph.nodeCount())));
      to.push_back(atNode(graph, static_cast<NodeId>(random() % graph.nodeCount())));
      from.back().share = i % 2 ? 0.3 : from.back().share;
      to.back().share = i % 3 ? 0.6 : to.back().share;
    }
    std::vector<EdgeClosure> closed;
    for (int i = 0; i < 8; ++i)
      closed.push_back({"",
                        "",
                        {static_cast<EdgeId>(random() % graph.edgeCount())},
                        {{evening, i % 2 ? std::optional(evening.plusMs(15'000)) : std::nullopt}},
                        {}});
    RoadSearch search(roads.network);
    for (const RoadClosures& closures : {RoadClosures(), RoadClosures(closed)}) {
      const auto matrix = timeMatrix(times, closures, from, to, evening);
      ASSERT_TRUE(matrix);
      for (std::size_t i = 0; i < from.size(); ++i)
        for (std::size_t j = 0; j < to.size(); ++j) {
          const auto route = search.earliest(times, closures, {from[i], to[j], evening});
          ASSERT_EQ(matrix->at(i, j), route ? static_cast<std::uint32_t>(route->takesMs()) : neverMs);
          differ += route && !route->avoided.empty();
        }
    }
  }
  EXPECT_GT(differ, 20);
}

TEST(Isochrones, GrowWithTimeAndHaveGapsAsHoles) {
  const auto network = grid(21);
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable());
  IsochroneRequest request;
  request.origins = {{*times.snap(metres(1000, 1000)), 0}};
  request.depart = evening;
  request.limitsMs = {60'000, 120'000};
  request.besideRoadM = 20;
  const auto shapes = isochrones(times, {}, request);
  ASSERT_TRUE(shapes);
  ASSERT_EQ((*shapes)[0].areas.size(), 1u);
  const auto& inner = (*shapes)[0].areas[0];
  const auto& outer = (*shapes)[1].areas[0];
  // A minute at 25 km/h is 417 m along the streets: a diamond of that half diagonal, its blocks open.
  EXPECT_NEAR(areaM2(inner[0]), 2 * 417 * 417, 0.25 * 2 * 417 * 417);
  EXPECT_GT(inner.size(), 10u);
  EXPECT_GT(areaM2(outer[0]), 2 * areaM2(inner[0]));
}

TEST(Isochrones, StopAtAClosedStreetAndJoinTheAreasOfTwoOrigins) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(1000, 0)}, {.roadClass = RoadClass::residential});
  builder.addLine({metres(1000, 0), metres(2000, 0)}, {.roadClass = RoadClass::residential});
  const auto network = networkOf(std::move(builder));
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable());
  const RoadClosures closed({{"", "", {1}, {{evening.plusMs(-1), std::nullopt}}, {}}});
  const std::vector<IsochroneOrigin> west{{*times.snap(metres(0, 0)), 0}};
  const auto alone = reach(times, closed, west, evening, 3'600'000);
  EXPECT_EQ(std::count_if(alone.origin.begin(), alone.origin.end(), [](auto o) { return o == 0; }), 2);
  const std::vector<IsochroneOrigin> both{west[0], {*times.snap(metres(2000, 0)), 60'000}};
  const auto joined = reach(times, closed, both, evening, 3'600'000);
  EXPECT_EQ(std::count_if(joined.origin.begin(), joined.origin.end(), [](auto o) { return o == 1; }), 1);
  EXPECT_FALSE(isochrones(times, closed, {}));
}

TEST(Walking, FollowsToblerUpAndDownAndOffThePath) {
  EXPECT_NEAR(toblerMps(-0.05, Footing::path) * 3.6, 6, 1e-9);
  EXPECT_NEAR(toblerMps(0, Footing::path) * 3.6, 5.036, 0.001);
  EXPECT_NEAR(toblerMps(0.5, Footing::path) * 3.6, 6 * std::exp(-3.5 * 0.55), 1e-9);
  EXPECT_NEAR(toblerMps(0, Footing::openGround), 0.6 * toblerMps(0, Footing::path), 1e-9);
  const auto level = walk(metres(0, 0), metres(1000, 0), nullptr, Footing::path);
  EXPECT_NEAR(static_cast<double>(level.ms), 1000 / (5.036 / 3.6) * 1000, 3000);
  EXPECT_EQ(level.unknownM, level.distanceM);
}

TEST(Walking, TakesHeightsFromARasterAndBridgesItsVoids) {
  const TempFolder folder;
  const auto file = (folder.path() / "slope.tif").string();
  GDALAllRegister();
  {
    // 0.001° cells, 100 m up per cell eastwards is steep; here 10 m: about 9 %.
    auto* dataset =
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), 40, 40, 1, GDT_Float32, nullptr);
    double place[6] = {0, 0.001, 0, 0.04, 0, -0.001};
    dataset->SetGeoTransform(place);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    dataset->SetSpatialRef(&wgs84);
    std::vector<float> cells;
    for (int y = 0; y < 40; ++y)
      for (int x = 0; x < 40; ++x) cells.push_back(x >= 15 && x < 18 ? -9999.0F : static_cast<float>(10 * x));
    dataset->GetRasterBand(1)->SetNoDataValue(-9999);
    ASSERT_EQ(
        dataset->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, 40, 40, cells.data(), 40, 40, GDT_Float32, 0, 0, nullptr),
        CE_None);
    GDALClose(dataset);
  }
  const auto heights = TerrainHeights::open(file);
  ASSERT_TRUE(heights) << heights.error();
  const Position west{50'000, 200'000}, east{250'000, 200'000};
  EXPECT_NEAR(heights->at(west).value(), 45, 0.01);
  EXPECT_FALSE(heights->at({160'000, 200'000}));
  EXPECT_FALSE(heights->at({-10'000, 200'000}));
  const auto up = walk(west, east, &*heights, Footing::path), down = walk(east, west, &*heights, Footing::path);
  EXPECT_NEAR(up.climbM, 200, 1);
  EXPECT_NEAR(down.climbM, 0, 1);
  EXPECT_GT(up.ms, down.ms);
  EXPECT_GT(up.unknownM, 200);
  EXPECT_LT(up.unknownM, 600);
  EXPECT_FALSE(TerrainHeights::open(folder.path() / "none.tif"));
}

TEST(Walking, ReadsOnlyTheCellsOnTheWayFromARasterOfFourGigabytes) {
  const TempFolder folder;
  const auto file = (folder.path() / "large.tif").string();
  GDALAllRegister();
  {
    const char* how[] = {"SPARSE_OK=TRUE", "BIGTIFF=YES", nullptr};
    auto* made = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), 30'000, 35'000, 1, GDT_Float32,
                                                                          const_cast<char**>(how));
    double place[6] = {0, 0.0005, 0, 15, 0, -0.0005};
    made->SetGeoTransform(place);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    made->SetSpatialRef(&wgs84);
    GDALClose(made);
  }
  const PeakMemory memory;
  const auto heights = TerrainHeights::open(file);
  ASSERT_TRUE(heights) << heights.error();
  const auto level = walk({50'000'000, 50'000'000}, {50'500'000, 50'200'000}, &*heights, Footing::path);
  EXPECT_EQ(level.unknownM, 0);
  EXPECT_EQ(level.climbM, 0);
  EXPECT_LT(memory.grownMB(), 100);
}

TEST(DrawnClosures, OfAnAreaThatCrossesItselfHoldWhatLiesInEitherHalf) {
  const auto network = grid(5);
  // A bow tie: one half in the west, one in the east.
  const Shape bow{
      ShapeKind::area, {}, {}, {{{metres(120, 120), metres(280, 280), metres(280, 120), metres(120, 280)}}}};
  const auto closed = edgesClosedBy(*network.graph, *network.index, bow, {});
  EXPECT_GE(closed.size(), 4u) << "the streets around the crossing in the middle";
  EXPECT_LE(closed.size(), 4u);
  const Shape empty{ShapeKind::area, {}, {}, {}};
  EXPECT_TRUE(edgesClosedBy(*network.graph, *network.index, empty, {}).empty());
  const Shape flat{ShapeKind::area, {}, {}, {{{metres(150, 150), metres(150, 150), metres(150, 150)}}}};
  EXPECT_TRUE(edgesClosedBy(*network.graph, *network.index, flat, {}).empty());
}
