// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/speeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/codec.h"
#include "core/shippedrules.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;

namespace {

Json shipped() {
  return parseJson(speedsRulesText()).value();
}
std::string faultOf(const Json& json) {
  const auto read = readSpeedTable(json.dump());
  return read ? "" : read.error().sentence(Language::english);
}
std::uint32_t msFor(RoadAttributes attributes, Vehicle vehicle, RoadConditions conditions = {}, bool forward = true) {
  RoadGraphBuilder builder;
  const NodeId a = builder.addNode(metres(0, 0)), b = builder.addNode(metres(0, 1));
  builder.addEdge(a, b, 1000, attributes);
  return arcTimes(*std::move(builder).build(), shippedSpeedTable(), vehicle, conditions)[forward ? 0 : 1];
}

}  // namespace

TEST(SpeedTable, ShippedOneIsReadAndEveryVehicleIsSlowerOnAMinorRoadThanOnATrunk) {
  for (const auto& vehicle : namesOf<Vehicle>) {
    const auto& kmh = shippedSpeedTable().of(vehicle.value).kmh;
    EXPECT_LE(kmh[static_cast<std::size_t>(RoadClass::unclassified)], kmh[static_cast<std::size_t>(RoadClass::trunk)]);
  }
}

TEST(SpeedTable, NamesTheFieldThatDoesNotFit) {
  auto json = shipped();
  json["speedsKmh"]["primary"]["car"] = -5;
  EXPECT_THAT(faultOf(json), testing::HasSubstr("speedsKmh.primary.car"));
  json = shipped();
  json["vehicles"]["heavy"]["rain"] = 0;
  EXPECT_THAT(faultOf(json), testing::HasSubstr("vehicles.heavy.rain"));
  json = shipped();
  json["speedsKmh"].erase("track");
  EXPECT_THAT(faultOf(json), testing::HasSubstr("speedsKmh.track"));
  json = shipped();
  json["speedsKmh"]["canal"] = json["speedsKmh"]["track"];
  EXPECT_THAT(faultOf(json), testing::HasSubstr("speedsKmh.canal"));
  json = shipped();
  for (auto& [name, row] : json["speedsKmh"].items()) row["car"] = 0;
  EXPECT_THAT(faultOf(json), testing::HasSubstr("it could use no road at all"));
}

TEST(SpeedTable, RefusesEveryNumberThatIsNoSpeedAndTakesZeroForABar) {
  for (const char* written : {"-0.001", "-50", "201", "1e308", "\"fast\"", "null", "true", "[]"}) {
    auto json = shipped();
    json["speedsKmh"]["primary"]["heavy"] = Json::parse(written);
    EXPECT_THAT(faultOf(json), testing::HasSubstr("speedsKmh.primary.heavy")) << written;
    EXPECT_THAT(faultOf(json), testing::HasSubstr("0 to 200 km/h")) << written;
  }
  for (const char* factor : {"night", "rain", "unpaved"})
    for (const double value : {0.0, -1.0, 1.1}) {
      auto json = shipped();
      json["vehicles"]["car"][factor] = value;
      EXPECT_THAT(faultOf(json), testing::HasSubstr(std::string("vehicles.car.") + factor)) << value;
    }
  auto json = shipped();
  json["speedsKmh"]["primary"]["heavy"] = 0;
  json["vehicles"]["car"]["ford"] = 0;
  const auto table = readSpeedTable(json.dump());
  ASSERT_TRUE(table) << table.error();
  RoadGraphBuilder builder;
  const NodeId a = builder.addNode(metres(0, 0)), b = builder.addNode(metres(0, 1));
  builder.addEdge(a, b, 1000, {.roadClass = RoadClass::primary});
  builder.addEdge(a, b, 1000, {.roadClass = RoadClass::primary, .ford = true});
  const auto graph = std::move(builder).build();
  EXPECT_EQ(arcTimes(*graph, *table, Vehicle::heavy, {})[0], neverMs);
  EXPECT_LT(arcTimes(*graph, *table, Vehicle::car, {})[0], neverMs);
  EXPECT_EQ(arcTimes(*graph, *table, Vehicle::car, {})[2], neverMs) << "a ford that nobody drives through";
  // What a map posts and no sign can mean is not known, and no standstill.
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary, .maxSpeedKmh = 0}, Vehicle::car), 72'000u);
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary, .maxSpeedKmh = -30}, Vehicle::car), 72'000u);
}

TEST(ArcTimes, FollowClassLimitWeatherAndLight) {
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary}, Vehicle::car), 72'000u);
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary, .maxSpeedKmh = 30}, Vehicle::car), 120'000u);
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary}, Vehicle::car, {.night = true, .rain = true}), 100'000u);
  EXPECT_EQ(msFor({.roadClass = RoadClass::primary, .ford = true}, Vehicle::car), 720'000u);
}

TEST(ArcTimes, KeepVehiclesOffWhatTheyCannotPass) {
  EXPECT_EQ(msFor({.roadClass = RoadClass::footway}, Vehicle::car), neverMs);
  EXPECT_LT(msFor({.roadClass = RoadClass::footway}, Vehicle::foot), neverMs);
  const RoadAttributes bridge{.roadClass = RoadClass::tertiary, .bridge = true, .maxWeightT = 10};
  EXPECT_LT(msFor(bridge, Vehicle::car), neverMs);
  EXPECT_EQ(msFor(bridge, Vehicle::heavy), neverMs);
  EXPECT_EQ(msFor({.roadClass = RoadClass::tertiary, .tunnel = true, .maxHeightM = 3.5}, Vehicle::heavy), neverMs);
  EXPECT_EQ(msFor({.roadClass = RoadClass::service, .barred = true}, Vehicle::car), neverMs);
  EXPECT_LT(msFor({.roadClass = RoadClass::track, .barred = true}, Vehicle::car), neverMs);
  const RoadAttributes oneway{.roadClass = RoadClass::primary, .oneway = -1};
  EXPECT_EQ(msFor(oneway, Vehicle::car), neverMs);
  EXPECT_LT(msFor(oneway, Vehicle::car, {}, false), neverMs);
  EXPECT_LT(msFor(oneway, Vehicle::foot), neverMs);
}
