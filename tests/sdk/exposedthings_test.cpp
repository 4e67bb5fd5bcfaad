// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/exposedthings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Metres east and north of a place in the hills.
Position metres(double east, double north) {
  return *Position::ofDegrees(116.6 + east / 84'800, 40.3 + north / 111'195);
}
Shape square(double west, double south, double east, double north) {
  return {ShapeKind::area,
          {},
          {},
          {{{metres(west, south), metres(east, south), metres(east, north), metres(west, north)}}}};
}

struct Valley {
  Situation situation;
  MapThings map;

  template <class Entity>
  Entity& add(Entity entity) {
    entity.id.uuid.bytes[15] = ++count_;
    situation.all<Entity>().set(entity.id.uuid, entity);
    return *situation.all<Entity>().edit(entity.id.uuid);
  }
  RiskZone& village(const std::string& name, Shape shape) {
    RiskZone zone;
    zone.name = name;
    zone.kind = "village";
    zone.town = "怀北镇";
    zone.shape = std::move(shape);
    return add(zone);
  }
  [[nodiscard]] ExposedThing of(const std::string& name) const {
    for (ExposedThing& one : exposedThings(situation, map))
      if (one.name == name) return one;
    throw std::runtime_error("nothing is called " + name);
  }
  [[nodiscard]] bool has(const std::string& name) const {
    for (const ExposedThing& one : exposedThings(situation, map))
      if (one.name == name) return true;
    return false;
  }

 private:
  std::uint8_t count_ = 0;
};

TEST(ExposedThings, AreAVillagesHomesInsideItsArea) {
  Valley valley;
  RiskZone& zone = valley.village("北沟村", square(0, 0, 500, 500));
  zone.population = 213;
  zone.vulnerable = 31;
  // The area has a hole: a hill in the middle on which nobody of this village lives.
  zone.shape->areas[0].push_back({metres(200, 200), metres(300, 200), metres(300, 300), metres(200, 300)});
  valley.map.buildings = {{metres(50, 50), 3}, {metres(250, 250), 9}, {metres(499, 499), 5}, {metres(501, 50), 7}};
  const ExposedThing village = valley.of("北沟村");
  EXPECT_EQ(village.what, "riskVillage");
  EXPECT_EQ(village.town, "怀北镇");
  EXPECT_EQ(village.registered, 213);
  EXPECT_EQ(village.vulnerable, 31);
  EXPECT_THAT(village.points, ElementsAre(metres(50, 50), metres(499, 499)));
  EXPECT_THAT(village.people, ElementsAre(3, 5));
}

TEST(ExposedThings, AreTheHomesAroundThePointOfAVillage) {
  Valley valley;
  valley.village("北沟村", Shape::at(metres(0, 0)));
  valley.map.buildings = {{metres(0, 295), 2}, {metres(0, 305), 4}, {metres(-290, 0), 6}, {metres(250, 250), 8}};
  EXPECT_THAT(valley.of("北沟村").points, testing::UnorderedElementsAre(metres(0, 295), metres(-290, 0)));
}

TEST(ExposedThings, AreTheAreaItselfWhereTheMapHasNoHomes) {
  Valley valley;
  valley.village("荒村", square(0, 0, 240, 480));
  valley.village("点村", Shape::at(metres(900, 900)));
  const ExposedThing area = valley.of("荒村");
  EXPECT_THAT(area.points, SizeIs(24 * 24));
  EXPECT_THAT(area.people, IsEmpty());
  for (const Position p : area.points) {
    EXPECT_GE(p, metres(0, 0));
    EXPECT_LE(p.latE7, metres(0, 480).latE7);
  }
  EXPECT_THAT(valley.of("点村").points, ElementsAre(metres(900, 900)));
}

TEST(ExposedThings, LeaveOutWhatHasNoPlace) {
  Valley valley;
  RiskZone nowhere;
  nowhere.name = "无址村";
  nowhere.kind = "village";
  valley.add(nowhere);
  Facility school;
  school.name = "无址校";
  school.kind = "school";
  valley.add(school);
  EXPECT_FALSE(valley.has("无址村"));
  EXPECT_FALSE(valley.has("无址校"));
}

TEST(ExposedThings, NameKindsInTheWordsOfPlans) {
  Valley valley;
  RiskZone zone;
  zone.shape = Shape::at(metres(0, 0));
  for (const auto& [name, kind] : {std::pair("滑坡点", "geological"), {"下凹桥", "underpass"}, {"积水点", "ponding"}}) {
    zone.name = name;
    zone.kind = kind;
    valley.add(zone);
  }
  EXPECT_EQ(valley.of("滑坡点").what, "geohazardPoint");
  EXPECT_EQ(valley.of("下凹桥").what, "underpass");
  EXPECT_EQ(valley.of("积水点").what, "ponding");
}

TEST(ExposedThings, KnowBedsAndThoseWhoMustBeCarried) {
  Valley valley;
  Facility home;
  home.name = "敬老院";
  home.kind = "nursingHome";
  home.location = metres(10, 10);
  home.capacity = 80;
  home.bedridden = 12;
  valley.add(home);
  home.name = "小学";
  home.kind = "school";
  valley.add(home);
  home.name = "水库";
  home.kind = "reservoir";
  valley.add(home);
  const ExposedThing nursing = valley.of("敬老院");
  EXPECT_EQ(nursing.beds, 80);
  EXPECT_EQ(nursing.vulnerable, 12);
  EXPECT_EQ(nursing.registered, 80);
  EXPECT_EQ(valley.of("小学").beds, 0);
  EXPECT_FALSE(valley.has("水库")) << "a reservoir is water already";
}

TEST(ExposedThings, AreRoadsInPlacesCloseTogetherButNotBridgesAndTunnels) {
  Valley valley;
  valley.map.roads = {{"怀北路", "primary", false, false, {metres(0, 0), metres(190, 0)}},
                      {"大桥", "primary", true, false, {metres(0, 0), metres(200, 0)}},
                      {"隧道", "primary", false, true, {metres(0, 0), metres(200, 0)}}};
  const ExposedThing road = valley.of("怀北路");
  EXPECT_THAT(road.points, SizeIs(9));
  EXPECT_EQ(road.points.front(), metres(0, 0));
  EXPECT_EQ(road.points.back(), metres(190, 0));
  EXPECT_TRUE(road.id.isNil());
  // Water below a bridge is no news; water at its ends is.
  EXPECT_EQ(valley.of("大桥").what, "bridge");
  EXPECT_THAT(valley.of("大桥").points, ElementsAre(metres(0, 0), metres(200, 0)));
  EXPECT_FALSE(valley.has("隧道"));
}

TEST(ExposedThings, TakeTheCarriagewaysAndSpansOfABridgeForOne) {
  Valley valley;
  valley.map.roads = {{"大桥", "primary", true, false, {metres(0, 0), metres(200, 0)}},
                      {"大桥", "primary", true, false, {metres(200, 20), metres(0, 20)}},
                      {"", "service", true, false, {metres(900, 0), metres(910, 0)}}};
  int bridges = 0;
  for (const ExposedThing& one : exposedThings(valley.situation, valley.map)) bridges += one.what == "bridge";
  EXPECT_EQ(bridges, 1) << "and what leads to a single yard is none";
  EXPECT_THAT(valley.of("大桥").points, SizeIs(4));
}

TEST(ExposedThings, TakeLifelinesOfTheMapThatTheStationDoesNotList) {
  Valley valley;
  Facility hospital;
  hospital.name = "区医院";
  hospital.kind = "hospital";
  hospital.location = metres(0, 0);
  valley.add(hospital);
  valley.map.places = {{"怀柔医院", "hospital", metres(50, 0), 200},
                       {"区医院", "hospital", metres(900, 0), 0},
                       {"镇卫生院", "hospital", metres(2000, 0), 40},
                       {"", "substation", metres(50, 0), 0},
                       {"山居", "hotel", metres(60, 0), 0}};
  EXPECT_FALSE(valley.has("怀柔医院")) << "the same place under another name";
  EXPECT_FALSE(valley.has("山居"));
  EXPECT_EQ(valley.of("镇卫生院").beds, 40);
  EXPECT_EQ(valley.of("区医院").where, metres(0, 0));
  EXPECT_EQ(valley.of("").what, "powerStation");
}

TEST(ExposedThings, KnowWhatLiesInADepot) {
  Valley valley;
  Depot depot;
  depot.name = "镇库";
  depot.location = metres(0, 0);
  StockLine tents;
  tents.item = "帐篷";
  tents.unit = "顶";
  tents.quantity = *Quantity::parse("120");
  depot.stocks = {tents, {}};
  valley.add(depot);
  ASSERT_THAT(valley.of("镇库").stock, SizeIs(1)) << "not what has run out";
  EXPECT_EQ(valley.of("镇库").stock[0].item, "帐篷");
}

TEST(ExposedThings, HoldAllBuildingsAsOneMass) {
  Valley valley;
  valley.map.buildings = {{metres(0, 0), 2}, {metres(10, 0), 3}};
  const auto things = exposedThings(valley.situation, valley.map);
  ASSERT_THAT(things, SizeIs(1));
  EXPECT_EQ(things[0].what, "building");
  EXPECT_THAT(things[0].people, ElementsAre(2, 3));
}

}  // namespace
}  // namespace fengsui
