// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/cutoff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatch/arrival.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

constexpr Instant evening{1'784'554'800'000};

/// A main road; north of it an island, a ring that cannot be entered, one that cannot be left, and a weak bridge.
struct Coast {
  RoadNetwork network = [] {
    RoadGraphBuilder builder;
    const auto road = [&](const char* name, Line line, RoadAttributes with = {}) {
      with.name = name;
      with.roadClass = RoadClass::primary;
      builder.addLine(std::move(line), with);
    };
    road("滨海路", {metres(0, 0), metres(2000, 0), metres(4000, 0), metres(6000, 0), metres(8000, 0)});
    road("岛上路", {metres(0, 2000), metres(800, 2000)});
    road("码头路", {metres(800, 2000), metres(800, 2300)});
    road("出口", {metres(2000, 1500), metres(2000, 0)}, {.oneway = 1});
    road("东环", {metres(2000, 1500), metres(2300, 1800), metres(2000, 2100), metres(2000, 1500)}, {.oneway = 1});
    road("入口", {metres(4000, 0), metres(4000, 1500)}, {.oneway = 1});
    road("西环", {metres(4000, 1500), metres(4300, 1800), metres(4000, 2100), metres(4000, 1500)}, {.oneway = 1});
    road("老桥", {metres(6000, 0), metres(6000, 200)}, {.bridge = true, .maxWeightT = 10});
    road("对岸路", {metres(6000, 200), metres(6000, 2200)});
    return networkOf(std::move(builder));
  }();
  RoadPicture roads{network, shippedSpeedTable(), {}, {}};
  TimeZone zone = TimeZone::named("Asia/Shanghai").value();

  [[nodiscard]] RoadPoint at(int eastM, int northM, Vehicle vehicle = Vehicle::car) const {
    return *roads.times(vehicle).snap(metres(eastM, northM));
  }
  [[nodiscard]] CutOff between(RoadPoint from, RoadPoint to, Vehicle vehicle = Vehicle::car) const {
    return cutOffBetween(roads.times(vehicle), from, to);
  }
};

}  // namespace

TEST(CutOff, NamesThePieceThatNoRoadJoinsWhicheverEndItIs) {
  const Coast coast;
  const CutOff to = coast.between(coast.at(100, 0), coast.at(400, 2000));
  EXPECT_TRUE(to.destination);
  EXPECT_EQ(to.why, CutOff::Why::apart);
  EXPECT_THAT(to.roads, ElementsAre("岛上路", "码头路"));
  EXPECT_NEAR(to.lengthM, 1100, 5);
  const CutOff from = coast.between(coast.at(400, 2000), coast.at(100, 0));
  EXPECT_FALSE(from.destination);
  EXPECT_THAT(inWords(from).en, HasSubstr("the start is cut off, 岛上路, 码头路 (1.1 km) is joined to no other road"));
  EXPECT_THAT(inWords(from).zh, HasSubstr("起点孤立，岛上路、码头路（1.1 公里）与其他道路不相连"));
}

TEST(CutOff, TellsARingThatCannotBeEnteredFromOneThatCannotBeLeft) {
  const Coast coast;
  const CutOff in = coast.between(coast.at(100, 0), coast.at(2300, 1800));
  EXPECT_TRUE(in.destination);
  EXPECT_EQ(in.why, CutOff::Why::oneWays);
  EXPECT_THAT(in.roads, ElementsAre("东环"));
  EXPECT_THAT(inWords(in).zh, HasSubstr("无法驶入"));
  const CutOff out = coast.between(coast.at(4300, 1800), coast.at(100, 0));
  EXPECT_FALSE(out.destination);
  EXPECT_EQ(out.why, CutOff::Why::oneWays);
  EXPECT_THAT(inWords(out).en, HasSubstr("none out of it"));
  // Those on foot walk against one-ways, and the rings can be gone the other way round.
  RoadSearch search(coast.network);
  const auto go = [&](Vehicle vehicle, int fromX, int fromY, int toX, int toY) {
    return arrivalAt(search, coast.roads, vehicle, metres(fromX, fromY), metres(toX, toY), evening, coast.zone).value();
  };
  EXPECT_TRUE(go(Vehicle::foot, 100, 0, 2300, 1800).route);
  EXPECT_TRUE(go(Vehicle::car, 2300, 1800, 100, 0).route);
  EXPECT_TRUE(go(Vehicle::car, 100, 0, 4300, 1800).route);
  const RoadArrival never = go(Vehicle::car, 2300, 1800, 2300, 1800);
  EXPECT_TRUE(never.route) << "to where it is";
  EXPECT_THAT(go(Vehicle::car, 100, 0, 2300, 1800).words.en, HasSubstr("no road leads there: one-ways lead only out"));
}

TEST(CutOff, NamesTheBridgeThatTheVehicleIsTooHeavyFor) {
  const Coast coast;
  const CutOff cut =
      coast.between(coast.at(100, 0, Vehicle::heavy), coast.at(6000, 2000, Vehicle::heavy), Vehicle::heavy);
  EXPECT_EQ(cut.why, CutOff::Why::barred);
  EXPECT_THAT(cut.roads, ElementsAre("对岸路"));
  EXPECT_THAT(inWords(cut).en, HasSubstr("joined only by 老桥 (limit 10 t), which it may not use"));
  EXPECT_THAT(inWords(cut).zh, HasSubstr("老桥（限重 10 吨）"));
  RoadSearch search(coast.network);
  EXPECT_TRUE(
      arrivalAt(search, coast.roads, Vehicle::car, metres(100, 0), metres(6000, 2000), evening, coast.zone)->route);
}
