// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/stationallocation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "gis/roads/smallroads.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

constexpr Instant evening{1'784'554'800'000};

Shape square(int eastM, int northM, int halfM) {
  return Shape{ShapeKind::area,
               {},
               {},
               {{{metres(eastM - halfM, northM - halfM), metres(eastM + halfM, northM - halfM),
                  metres(eastM + halfM, northM + halfM), metres(eastM - halfM, northM + halfM)}}}};
}

/// One road of 10 km from west to east; villages and schools along it.
struct Valley {
  RoadNetwork network = [] {
    RoadGraphBuilder builder;
    for (int km = 0; km < 10; ++km)
      builder.addLine({metres(km * 1000, 0), metres(km * 1000 + 1000, 0)},
                      {.name = std::to_string(km) + "号路", .roadClass = RoadClass::primary});
    return networkOf(std::move(builder));
  }();
  RoadPicture roads{network, shippedSpeedTable(), {}, {}};
  Situation situation;

  Id<RiskZone> village(const std::string& name, int eastM, std::int64_t people) {
    RiskZone zone;
    zone.id.uuid.bytes[0] = 1;
    zone.id.uuid.bytes[15] = static_cast<std::uint8_t>(situation.riskZones.size());
    zone.name = name;
    zone.population = people;
    zone.shape = square(eastM, 0, 50);
    situation.riskZones.set(zone.id.uuid, zone);
    return zone.id;
  }
  Id<Shelter> school(const std::string& name, int eastM, std::map<std::string, std::int64_t> capacity,
                     std::optional<ShelterClass> shelterClass = std::nullopt) {
    Shelter shelter;
    shelter.id.uuid.bytes[0] = 2;
    shelter.id.uuid.bytes[15] = static_cast<std::uint8_t>(situation.shelters.size());
    shelter.name = name;
    shelter.location = metres(eastM, 0);
    shelter.capacity = std::move(capacity);
    shelter.shelterClass = shelterClass;
    situation.shelters.set(shelter.id.uuid, shelter);
    return shelter.id;
  }
  [[nodiscard]] StationAllocationWish wish() const {
    StationAllocationWish out;
    out.depart = evening;
    return out;
  }
  [[nodiscard]] std::string whither(const StationAllocation& out) const {
    std::string text;
    for (const Allotment& one : out.made.allotments)
      text += out.request.zones[one.zone].name + ">" + out.request.shelters[one.shelter].name + ":" +
              std::to_string(one.people) + " ";
    return text;
  }
};

TEST(StationAllocation, MovesPeopleToTheNearestPlacesAndSaysWhoTakesNoPart) {
  Valley valley;
  valley.village("西村", 500, 100);
  valley.village("东村", 9500, 50);
  valley.school("西校", 1500, {{"", 80}});
  valley.school("东校", 8500, {{"", 200}});
  valley.school("无容量校", 5000, {});
  const auto out = allocateStation(valley.situation, valley.roads, valley.wish());
  ASSERT_TRUE(out) << out.error();
  EXPECT_EQ(valley.whither(*out), "西村>西校:80 西村>东校:20 东村>东校:50 ");
  ASSERT_EQ(out->leftOut.size(), 1u);
  EXPECT_THAT(out->leftOut[0].zh, HasSubstr("无容量校：容量不明"));
}

TEST(StationAllocation, MovesOnlyWhomTheHazardTouchesAndNobodyIntoIt) {
  Valley valley;
  valley.village("西村", 500, 100);
  valley.village("东村", 9500, 50);
  valley.school("西校", 700, {{"", 500}});
  valley.school("中校", 5000, {{"", 500}});
  auto wish = valley.wish();
  wish.hazard = {{"溃坝淹没", square(500, 0, 400), evening.plusMs(30 * 60'000), std::nullopt}};
  const auto out = allocateStation(valley.situation, valley.roads, wish);
  ASSERT_TRUE(out) << out.error();
  EXPECT_EQ(valley.whither(*out), "西村>中校:100 ");
  EXPECT_EQ(out->untouched, 1u);
  EXPECT_THAT(out->leftOut[0].en, HasSubstr("西校: lies inside the hazard"));
  wish.allZones = true;
  EXPECT_EQ(valley.whither(*allocateStation(valley.situation, valley.roads, wish)), "西村>中校:100 东村>中校:50 ");
}

TEST(StationAllocation, SaysThatTheHazardIsThereFirstAndWhatCutsPeopleOff) {
  Valley valley;
  valley.village("西村", 500, 100);
  valley.school("中校", 5000, {{"", 500}});
  auto wish = valley.wish();
  wish.hazard = {{"淹没", square(500, 0, 400), evening.plusMs(60'000), std::nullopt}};
  auto out = allocateStation(valley.situation, valley.roads, wish);
  ASSERT_TRUE(out) << out.error();
  EXPECT_EQ(out->made.placed, 0);
  ASSERT_EQ(out->because.size(), 1u);
  wish.hazard.clear();
  const auto slide = valley.network.index->nearest(metres(2500, 0), 10, [](EdgeId) { return true; });
  const auto closed =
      valley.roads.with(RoadClosures({{"1", "3公里塌方", {slide->edge}, {{evening.plusMs(-1000), std::nullopt}}, {}}}));
  out = allocateStation(valley.situation, closed, wish);
  ASSERT_TRUE(out) << out.error();
  EXPECT_THAT(out->because[0].en, HasSubstr("no road is open to a shelter; to be opened: 3公里塌方, then to 中校"));
  EXPECT_THAT(out->because[0].zh, HasSubstr("需打通：3公里塌方"));
}

TEST(StationAllocation, KeepsWhatSomebodyDecidedAndSaysWhatIsWrongWithIt) {
  Valley valley;
  const auto west = valley.village("西村", 500, 100);
  valley.school("西校", 1500, {{"", 500}});
  const auto east = valley.school("东校", 9500, {{"", 60}});
  auto wish = valley.wish();
  wish.keep = {{west, east, 40}};
  auto out = allocateStation(valley.situation, valley.roads, wish);
  ASSERT_TRUE(out) << out.error();
  EXPECT_EQ(valley.whither(*out), "西村>西校:60 西村>东校:40 ");
  EXPECT_EQ(out->ways[1].en, "kept as decided");
  wish.hazardAt = evening.plusMs(5 * 60'000);
  out = allocateStation(valley.situation, valley.roads, wish);
  EXPECT_THAT(out->ways[1].zh, HasSubstr("险情先于到达"));
  wish.keep = {{west, east, std::nullopt}};
  const auto much = allocateStation(valley.situation, valley.roads, wish);
  ASSERT_FALSE(much);
  EXPECT_THAT(much.error().message.en, HasSubstr("东校: more people are placed by decision than it has places"));
  wish.keep = {{west, Id<Shelter>{}, 1}};
  EXPECT_EQ(allocateStation(valley.situation, valley.roads, wish).error().code, ErrorCode::notFound);
}

TEST(StationAllocation, CountsPlacesForTheLengthOfTheStay) {
  Valley valley;
  const auto id = valley.school("校", 100, {{"emergency", 300}, {"shortTerm", 120}}, ShelterClass::emergency);
  Shelter shelter = *valley.situation.find(id);
  EXPECT_EQ(freePlaces(shelter, ShelterClass::emergency), 300);
  EXPECT_EQ(freePlaces(shelter, ShelterClass::shortTerm), 120);
  EXPECT_EQ(freePlaces(shelter, ShelterClass::longTerm), 0) << "it is for emergencies only";
  EXPECT_EQ(freePlaces(shelter, std::nullopt), 300);
  shelter.occupants = 290;
  EXPECT_EQ(freePlaces(shelter, std::nullopt), 10);
  shelter.occupants = 900;
  EXPECT_EQ(freePlaces(shelter, std::nullopt), 0);
  shelter.capacity = {{"", 50}};
  shelter.occupants = 0;
  shelter.shelterClass = ShelterClass::longTerm;
  EXPECT_EQ(freePlaces(shelter, ShelterClass::shortTerm), 50) << "who can keep people long can keep them shortly";
  shelter.capacity.clear();
  EXPECT_FALSE(freePlaces(shelter, std::nullopt));
}

TEST(StationAllocation, IsRefusedWithoutAZoneThatMoves) {
  Valley valley;
  valley.school("校", 100, {{"", 100}});
  EXPECT_EQ(allocateStation(valley.situation, valley.roads, valley.wish()).error().code, ErrorCode::notFound);
  valley.village("村", 500, 10);
  auto wish = valley.wish();
  wish.hazard = {{"淹没", square(5000, 0, 100), evening, std::nullopt}};
  EXPECT_THAT(allocateStation(valley.situation, valley.roads, wish).error().message.en,
              HasSubstr("touches no risk zone"));
}

}  // namespace
