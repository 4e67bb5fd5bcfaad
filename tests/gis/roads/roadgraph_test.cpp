// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadgraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gis/roads/roadindex.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;

TEST(RoadGraph, JoinsLinesWhereTheyShareAVertexAndNotWhereTheyOnlyCross) {
  RoadGraphBuilder builder;
  ASSERT_TRUE(builder.addLine({metres(-100, 0), metres(0, 0), metres(100, 0)}, {.name = "东西路"}));
  ASSERT_TRUE(builder.addLine({metres(0, -100), metres(0, 0), metres(0, 100)}, {.name = "南北路"}));
  ASSERT_TRUE(builder.addLine({metres(50, -100), metres(50, 100)}, {.name = "高架", .bridge = true}));
  const auto graph = std::move(builder).build();
  EXPECT_EQ(graph->edgeCount(), 5u);
  EXPECT_EQ(graph->nodeCount(), 7u);
  const auto parts = partsOf(*graph);
  EXPECT_EQ(parts.parts, 2u);
  EXPECT_EQ(parts.nodesInLargest, 5u);
}

TEST(RoadGraph, KeepsTheVerticesBetweenNodesInBothDirections) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(10, 5), metres(20, 0)}, {});
  const auto graph = std::move(builder).build();
  ASSERT_EQ(graph->edgeCount(), 1u);
  EXPECT_THAT(graph->lineOfArc(0), testing::ElementsAre(metres(0, 0), metres(10, 5), metres(20, 0)));
  EXPECT_THAT(graph->lineOfArc(1), testing::ElementsAre(metres(20, 0), metres(10, 5), metres(0, 0)));
  EXPECT_NEAR(graph->lengthM(0), 2 * std::hypot(10, 5), 0.1);
}

TEST(RoadGraph, MakesANodeWhereALineCrossesItselfAtAVertex) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(50, 0), metres(50, 50), metres(50, 0), metres(100, 0)}, {});
  builder.addLine({metres(200, 0), metres(250, 0), metres(250, 50), metres(200, 0)}, {.name = "环路"});
  const auto graph = std::move(builder).build();
  EXPECT_EQ(graph->edgeCount(), 4u);  // in, round, out, and the loop
  EXPECT_TRUE(RoadNetwork::of(graph));
}

TEST(RoadGraph, LeavesOutLinesWithoutALength) {
  RoadGraphBuilder builder;
  EXPECT_FALSE(builder.addLine({}, {}));
  EXPECT_FALSE(builder.addLine({metres(1, 1), metres(1, 1)}, {}));
  const auto network = RoadNetwork::of(std::move(builder).build());
  ASSERT_FALSE(network);
  EXPECT_THAT(network.error().message.en, testing::HasSubstr("not one road"));
}

TEST(RoadIndex, FindsTheSameEdgeAsLookingAtEachOfThem) {
  std::mt19937 random(7);
  RoadGraphBuilder builder;
  const auto coordinate = [&] { return static_cast<int>(random() % 4000); };
  for (int i = 0; i < 700; ++i) {
    const int x = coordinate(), y = coordinate();
    builder.addLine({metres(x, y), metres(x + coordinate() % 90, y + coordinate() % 90 + 1)}, {});
  }
  const auto graph = std::move(builder).build();
  const RoadIndex index(graph);
  for (int i = 0; i < 300; ++i) {
    const Position at = metres(coordinate(), coordinate());
    double nearest = 1e9;
    for (EdgeId e = 0; e < graph->edgeCount(); ++e)
      if (e % 3 == 0) nearest = std::min(nearest, nearestOn(*graph, e, at).offRoadM);
    const auto found = index.nearest(
        at, 10'000, [](EdgeId e) { return e % 3 == 0; }, 0);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->offRoadM, nearest, 1e-6);
  }
}

TEST(RoadIndex, PrefersTheNetworkToAPieceApartThatIsLittleNearer) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(1000, 0)}, {.name = "干路"});
  builder.addLine({metres(1000, 0), metres(2000, 0)}, {.name = "干路"});
  builder.addLine({metres(0, 100), metres(100, 100)}, {.name = "院内路"});
  const auto network = networkOf(std::move(builder));
  const auto any = [](EdgeId) { return true; };
  EXPECT_EQ(network.graph->nameOf(network.index->nearest(metres(50, 90), 500, any)->edge), "干路");
  EXPECT_EQ(network.graph->nameOf(network.index->nearest(metres(50, 90), 500, any, 0)->edge), "院内路");
  EXPECT_FALSE(network.index->nearest(metres(50, 4000), 500, any));
}
