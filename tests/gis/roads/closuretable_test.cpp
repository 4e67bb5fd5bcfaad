// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/closuretable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gis/roads/namedroad.h"
#include "gis/roads/smallroads.h"
#include "gis/roads/within.h"
#include "gis/shapes.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

const TimeZone& beijing() {
  static const TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  return zone;
}

TEST(ClosureTable, ReadsBackWhatItWrote) {
  RoadClosure closure;
  closure.id.uuid.bytes[0] = 5;
  closure.name = "怀北大桥";
  closure.words = "积水，\"深\" 60 厘米";
  closure.source = ClosureSource::sensor;
  closure.vehicles = {"car", "heavy"};
  closure.sparesBridges = true;
  closure.openedBecause = "水退";
  closure.shape = Shape{ShapeKind::line, {}, {{metres(0, 0), metres(100, 0)}}, {}};
  closure.spans = {{Instant{1784554800000}, Instant{1784560000000}}, {Instant{1784570000123}, std::nullopt}};
  RoadClosure other;
  other.id.uuid.bytes[0] = 6;
  other.name = "另一处";
  other.shape = Shape::at(metres(5, 5));
  other.spans = {{Instant{}, std::nullopt}};
  for (const Language language : {Language::english, Language::chinese}) {
    const Table table = tableOfClosures({closure, other}, beijing(), language);
    EXPECT_EQ(table.rows.size(), 3u);
    const auto back = closuresOfTable(table, "a.csv", beijing());
    ASSERT_TRUE(back) << back.error();
    ASSERT_EQ(back->size(), 2u);
    EXPECT_EQ((*back)[0], closure);
    EXPECT_EQ((*back)[1], other);
  }
}

TEST(ClosureTable, SaysWhichRowIsWrongAndWhy) {
  const auto refused = [](std::vector<std::string> cells, std::optional<Shape> shape = Shape::at(metres(0, 0))) {
    Table table;
    for (const char* name : {"name", "from", "to", "vehicles", "source"}) table.columns.push_back({name, {}});
    Row row;
    row.number = 7;
    row.cells = std::move(cells);
    row.shape = std::move(shape);
    table.rows.push_back(std::move(row));
    const auto read = closuresOfTable(table, "a.csv", beijing());
    EXPECT_FALSE(read);
    if (read) return std::string();
    EXPECT_EQ(read.error().place.line, 7);
    return read.error().message.en;
  };
  EXPECT_THAT(refused({"桥", "", "", "", ""}, std::nullopt), HasSubstr("not drawn"));
  EXPECT_THAT(refused({"桥", "", "", "", ""}, Shape{}), HasSubstr("not drawn"));
  EXPECT_THAT(refused({"桥", "昨天", "", "", ""}), HasSubstr("not a time"));
  EXPECT_THAT(refused({"桥", "2026-07-20 21:40", "2026-07-20 21:40", "", ""}), HasSubstr("ends after it begins"));
  EXPECT_THAT(refused({"桥", "", "", "小型车、船", ""}), HasSubstr("\"船\" is no kind of vehicle"));
  EXPECT_THAT(refused({"桥", "", "", "", "听说"}), HasSubstr("is no source"));
}

TEST(VehicleCodes, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(vehicleCodes("car, heavy;car").value(), (std::vector<std::string>{"car", "heavy"}));
  EXPECT_TRUE(vehicleCodes("")->empty());
  EXPECT_FALSE(vehicleCodes("tank"));
}

/// Two crossing streets, one of them in three pieces.
RoadNetwork crossing() {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(200, 0)}, {.name = "长街", .roadClass = RoadClass::primary});
  builder.addLine({metres(200, 0), metres(400, 0)}, {.name = "长街", .roadClass = RoadClass::primary});
  builder.addLine({metres(400, 0), metres(4000, 0)}, {.name = "长街", .roadClass = RoadClass::primary});
  builder.addLine({metres(4000, 0), metres(9000, 0)}, {.name = "长街", .roadClass = RoadClass::primary});
  builder.addLine({metres(200, -300), metres(200, 0)}, {.name = "横街", .roadClass = RoadClass::secondary});
  builder.addLine({metres(200, 0), metres(200, 300)}, {.name = "横街", .roadClass = RoadClass::secondary});
  return networkOf(std::move(builder));
}

TEST(NamedRoad, IsClosedNearThePlaceAndNothingElseWithIt) {
  const RoadNetwork network = crossing();
  const auto shape = shapeOfRoad(network, "长街", metres(200, 50), 500);
  ASSERT_TRUE(shape) << shape.error();
  EXPECT_EQ(shape->kind, ShapeKind::line);
  const auto edges = edgesClosedBy(*network.graph, *network.index, *shape);
  EXPECT_EQ(edges.size(), 3u) << "not the piece that begins four kilometres away";
  for (const EdgeId edge : edges) EXPECT_EQ(network.graph->nameOf(edge), "长街");
  const auto none = shapeOfRoad(network, "短街", metres(200, 50), 500);
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message.en, HasSubstr("no road called \"短街\" lies within 500 m"));
  EXPECT_THAT(none.error().remedy.zh, HasSubstr("横街"));
  EXPECT_FALSE(shapeOfRoad(network, "长街", metres(200, 5000), 500));
}

TEST(NamedRoad, IsClosedByPointsWhereALineWouldCloseTheRoadBelowToo) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(1000, 0)}, {.name = "高架", .bridge = true});
  builder.addLine({metres(300, -300), metres(300, 300)}, {.name = "地面路"});
  const RoadNetwork network = networkOf(std::move(builder));
  const auto shape = shapeOfRoad(network, "高架", metres(500, 0), 500);
  ASSERT_TRUE(shape) << shape.error();
  EXPECT_EQ(shape->kind, ShapeKind::point);
  const auto edges = edgesClosedBy(*network.graph, *network.index, *shape);
  ASSERT_EQ(edges.size(), 1u);
  EXPECT_EQ(network.graph->nameOf(edges[0]), "高架");
}

TEST(NearestRoad, IsFoundWithinReachOnly) {
  const RoadNetwork network = crossing();
  EXPECT_EQ(network.graph->nameOf(nearestRoad(network, metres(190, 200))->edge), "横街");
  EXPECT_THAT(nearestRoad(network, metres(5000, 900)).error().message.en, HasSubstr("no road within 200 m"));
}

TEST(Within, AThingTouchesAnAreaInWhateverWayTheyLie) {
  const auto square = [](int east, int half) {
    return Shape{ShapeKind::area,
                 {},
                 {},
                 {{{metres(east - half, -half), metres(east + half, -half), metres(east + half, half),
                    metres(east - half, half)}}}};
  };
  const Shape flood = square(0, 100);
  EXPECT_TRUE(touches(Shape::at(metres(50, 50)), flood));
  EXPECT_FALSE(touches(Shape::at(metres(150, 50)), flood));
  EXPECT_TRUE(touches(square(0, 10), flood)) << "inside";
  EXPECT_TRUE(touches(square(0, 1000), flood)) << "around it";
  EXPECT_TRUE(touches(square(150, 100), flood)) << "over its edge";
  EXPECT_FALSE(touches(square(500, 100), flood));
  EXPECT_TRUE(touches(Shape{ShapeKind::line, {}, {{metres(-500, 0), metres(500, 0)}}, {}}, flood)) << "right across";
  EXPECT_FALSE(touches(Shape{}, flood));
  EXPECT_FALSE(touches(flood, Shape{}));
  Shape ring = flood;
  ring.areas[0].push_back({metres(-50, -50), metres(50, -50), metres(50, 50), metres(-50, 50)});
  EXPECT_FALSE(inside(ring, metres(0, 0))) << "in its hole";
  const Polygon bow{{metres(0, 0), metres(100, 100), metres(100, 0), metres(0, 100)}};
  EXPECT_TRUE(inside(bow, metres(90, 50))) << "an outline that crosses itself has two halves";
  EXPECT_FALSE(inside(bow, metres(50, 90)));
}

}  // namespace
