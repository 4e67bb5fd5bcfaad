// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/drawnclosure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gis/roads/smallroads.h"

using namespace fengsui;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

namespace {

/// A main street with two cross streets, 500 m apart, and a lane beside it.
struct Town {
  RoadNetwork network = [] {
    RoadGraphBuilder builder;
    const auto road = [&](const char* name, Line line) { builder.addLine(std::move(line), {.name = name}); };
    road("西段", {metres(10, 0), metres(1000, 0)});
    road("中段", {metres(1000, 0), metres(1500, 0)});
    road("东段", {metres(1500, 0), metres(3000, 0)});
    road("甲街北", {metres(1000, 0), metres(1000, 600)});
    road("甲街南", {metres(1000, 0), metres(1000, -600)});
    road("乙街北", {metres(1500, 0), metres(1500, 600)});
    road("乙街南", {metres(1500, 0), metres(1500, -600)});
    return networkOf(std::move(builder));
  }();

  [[nodiscard]] std::vector<std::string> closedBy(const Shape& shape) const {
    std::vector<std::string> names;
    for (const EdgeId edge : edgesClosedBy(*network.graph, *network.index, shape))
      names.push_back(network.graph->nameOf(edge));
    return names;
  }
  [[nodiscard]] std::vector<std::string> closedByDrawing(Line line) const {
    return closedBy(alongRoads({ShapeKind::line, {}, {std::move(line)}, {}}, network));
  }
};

}  // namespace

TEST(DrawnClosure, ThatEndsOnJunctionsClosesTheStretchBetweenThemAlone) {
  const Town town;
  const Line drawn{metres(1000, 0), metres(1500, 0)};
  ASSERT_GT(town.closedBy({ShapeKind::line, {}, {drawn}, {}}).size(), 1u) << "as drawn it touches the cross streets";
  EXPECT_THAT(town.closedByDrawing(drawn), ElementsAre("中段"));
}

TEST(DrawnClosure, IsForgivenAHandThatIsNotSteady) {
  const Town town;
  EXPECT_THAT(town.closedByDrawing({metres(1008, 6), metres(1250, -5), metres(1509, 4)}), ElementsAre("中段"));
  EXPECT_THAT(town.closedByDrawing({metres(988, 3), metres(1250, 8), metres(1492, -6)}), ElementsAre("中段"));
}

TEST(DrawnClosure, OverAJunctionClosesTheRoadOnBothSidesAndNoStreetThatCrosses) {
  const Town town;
  EXPECT_THAT(town.closedByDrawing({metres(700, 4), metres(1300, 4)}), UnorderedElementsAre("西段", "中段"));
}

TEST(DrawnClosure, AcrossARoadStaysAsItWasDrawn) {
  const Town town;
  const Shape across{ShapeKind::line, {}, {{metres(1250, 60), metres(1250, -60)}}, {}};
  EXPECT_EQ(alongRoads(across, town.network), across);
  EXPECT_THAT(town.closedBy(across), ElementsAre("中段"));
}

TEST(DrawnClosure, AlongOneRoadAndAcrossAnotherClosesBoth) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(1000, 0)}, {.name = "堤顶路"});
  builder.addLine({metres(600, -500), metres(600, -20)}, {.name = "断头路"});
  builder.addLine({metres(1300, -500), metres(1300, 500)}, {.name = "横路"});
  const RoadNetwork network = networkOf(std::move(builder));
  const Shape fitted =
      alongRoads({ShapeKind::line, {}, {{metres(100, 3), metres(1000, 3), metres(1400, 3)}}, {}}, network);
  EXPECT_EQ(edgesClosedBy(*network.graph, *network.index, fitted).size(), 2u);
}

TEST(DrawnClosure, ThatIsAPointOrAnAreaOrFarFromRoadsStaysAsItIs) {
  const Town town;
  const Shape point = Shape::at(metres(1000, 0));
  EXPECT_EQ(alongRoads(point, town.network), point);
  const Shape area{ShapeKind::area, {}, {}, {{{metres(900, -50), metres(1100, -50), metres(1100, 50)}}}};
  EXPECT_EQ(alongRoads(area, town.network), area);
  const Shape far{ShapeKind::line, {}, {{metres(0, 3000), metres(900, 3000)}}, {}};
  EXPECT_EQ(alongRoads(far, town.network), far);
}
