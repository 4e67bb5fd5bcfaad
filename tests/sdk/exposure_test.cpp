// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/exposure.h"

#include <gmock/gmock.h>

#include "sdk/ground.h"

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class Exposures : public Ground {
 protected:
  static Exposure of(const FramesFile& frames, const std::vector<ExposedThing>& things,
                     const FramesFile* maximum = nullptr) {
    auto exposure = exposureOf(frames, maximum, things, rules());
    EXPECT_TRUE(exposure) << exposure.error();
    return exposure.value_or(Exposure{});
  }
};

TEST_F(Exposures, SayWhenAStageBeginsAndEndsBetweenTwoFrames) {
  // 0.10 m at 10 min and 0.20 m at 20 min: 0.15 m at 15 min; 0.30 m at 30 min: 0.27 m at 27 min; and back the same way.
  const Cell low{3, 4};
  const auto file = frames("depth.frames", {{0, {}},
                                            {10, {{low, 0.10}}},
                                            {20, {{low, 0.20}}},
                                            {30, {{low, 0.30}}},
                                            {40, {{low, 0.20}}},
                                            {50, {{low, 0.10}}},
                                            {60, {}}});
  const Exposure exposure = of(file, {thing("underpass", "京张桥下", {at(3, 4)})});
  ASSERT_THAT(exposure.hits, SizeIs(1));
  const Hit& hit = exposure.hits[0];
  EXPECT_EQ(hit.name, "京张桥下");
  EXPECT_NEAR(hit.most, 0.30, 1e-9);
  EXPECT_EQ(hit.mostMs, minutes(30));
  ASSERT_THAT(hit.stages, SizeIs(2));
  const StageTime* turnBack = hit.stage("turnBack");
  EXPECT_NEAR(static_cast<double>(turnBack->firstMs), minutes(15), 1);
  EXPECT_NEAR(static_cast<double>(turnBack->lastMs), minutes(45), 1);
  EXPECT_NEAR(static_cast<double>(turnBack->forMs), minutes(30), 2);
  EXPECT_FALSE(turnBack->goesOn);
  const StageTime* closed = hit.stage("closed");
  EXPECT_NEAR(static_cast<double>(closed->firstMs), minutes(27), 1);
  EXPECT_NEAR(static_cast<double>(closed->lastMs), minutes(33), 1);
  EXPECT_NEAR(static_cast<double>(closed->forMs), minutes(6), 2);
  EXPECT_EQ(exposure.endMs, minutes(60));
  EXPECT_EQ(exposure.unit, "m");
  EXPECT_EQ(exposure.start, kStart);
}

TEST_F(Exposures, AddUpTheTimesOfAThingThatIsReachedTwice) {
  const Cell low{3, 4};
  const auto file =
      frames("depth.frames",
             {{0, {{low, 0.30}}}, {10, {{low, 0.30}}}, {20, {}}, {30, {}}, {40, {{low, 0.30}}}, {50, {{low, 0.30}}}});
  const Exposure exposure = of(file, {thing("school", "小学", {at(3, 4)})});
  ASSERT_THAT(exposure.hits, SizeIs(1));
  const StageTime& wet = exposure.hits[0].stages.at(0);
  EXPECT_EQ(wet.firstMs, 0) << "it begins wet";
  // 0.30 m falls to 0.15 m five minutes after the tenth, and is there again five minutes before the fortieth.
  EXPECT_NEAR(static_cast<double>(wet.forMs), minutes(15 + 15), 2);
  EXPECT_EQ(wet.lastMs, minutes(50));
  EXPECT_TRUE(wet.goesOn);
}

TEST_F(Exposures, SeeAPeakBetweenFramesInTheMaximum) {
  const Cell low{3, 4};
  const auto file = frames("depth.frames", {{0, {}}, {10, {{low, 0.20}}}, {20, {{low, 0.10}}}, {30, {}}});
  const auto largest = frames("most.frames", {{0, {{low, 0.50}}}});
  const auto underpass = thing("underpass", "京张桥下", {at(3, 4)});
  EXPECT_FALSE(of(file, {underpass}).hits.at(0).stage("closed"));
  const Exposure seen = of(file, {underpass}, &largest);
  const Hit& hit = seen.hits.at(0);
  EXPECT_NEAR(hit.most, 0.50, 1e-9);
  EXPECT_EQ(hit.mostMs, minutes(10)) << "the frame nearest to it";
  ASSERT_TRUE(hit.stage("closed"));
  EXPECT_EQ(hit.stage("closed")->firstMs, minutes(10));
  EXPECT_EQ(hit.stage("closed")->forMs, 0) << "how long is not known";
  EXPECT_FALSE(hit.stage("closed")->goesOn);
}

TEST_F(Exposures, SayNothingOfAThingThatStaysDryOrBelowItsFirstStage) {
  const auto file = frames("depth.frames", {{0, {}}, {10, {{{3, 4}, 0.14}}}});
  EXPECT_THAT(of(file, {thing("school", "小学", {at(3, 4)}), thing("school", "中学", {at(8, 8)})}).hits, SizeIs(0));
  const auto wet = frames("wet.frames", {{0, {}}, {10, {{{3, 4}, 0.15}}}});
  EXPECT_THAT(of(wet, {thing("school", "小学", {at(3, 4)})}).hits, SizeIs(1)) << "exactly the threshold is reached";
  EXPECT_THAT(of(wet, {thing("river", "怀河", {at(3, 4)})}).hits, SizeIs(0)) << "a river has no stages";
}

TEST_F(Exposures, PutWhatIsHitFirstOnTopAndTheDeeperOfTwoAtOnce) {
  const auto file = frames("depth.frames", {{0, {{{1, 1}, 0.2}, {{2, 2}, 0.9}}}, {10, {{{3, 3}, 5.0}}}});
  const Exposure exposure = of(file, {thing("school", "late", {at(3, 3)}), thing("school", "shallow", {at(1, 1)}),
                                      thing("school", "deep!", {at(2, 2)})});
  std::vector<std::string> names;
  for (const Hit& hit : exposure.hits) names.push_back(hit.name);
  EXPECT_THAT(names, ElementsAre("deep!", "shallow", "late"));
}

TEST_F(Exposures, CountThePeopleInTheHomesThatAreReachedAndNoOthers) {
  ExposedThing village = thing("riskVillage", "北沟村", {at(1, 1), at(2, 1), at(7, 7)});
  village.people = {4, 7, 100};
  village.registered = 213;
  village.vulnerable = 31;
  ExposedThing buildings;
  buildings.what = "building";
  buildings.points = {at(1, 1), at(2, 1), at(7, 7), at(50, 50)};
  buildings.people = {4, 7, 100, 1000};
  const auto file = frames("depth.frames", {{0, {{{1, 1}, 0.3}}}, {10, {{{2, 1}, 0.2}}}});
  const Exposure exposure = of(file, {village, buildings});
  ASSERT_THAT(exposure.hits, SizeIs(1)) << "buildings are told as a sum";
  EXPECT_EQ(exposure.hits[0].people, 11);
  EXPECT_EQ(exposure.hits[0].registered, 213);
  EXPECT_EQ(exposure.hits[0].vulnerable, 31);
  EXPECT_EQ(exposure.buildings, 2);
  EXPECT_EQ(exposure.people, 11);
}

TEST_F(Exposures, TakeTheWorstPlaceOfAThing) {
  const auto file = frames("depth.frames", {{0, {{{1, 1}, 0.2}, {{2, 1}, 0.6}}}});
  EXPECT_NEAR(of(file, {thing("riskVillage", "北沟村", {at(1, 1), at(2, 1)})}).hits.at(0).most, 0.6, 1e-9);
}

TEST_F(Exposures, KeepOfARoadThePartThatIsReached) {
  ExposedThing road;
  road.what = "road";
  road.name = "怀北路";
  for (int column = 0; column < 8; ++column) road.points.push_back(at(column, 5));
  road.where = road.points[4];
  road.shape = Shape{ShapeKind::line, {}, {road.points}, {}};
  const auto file = frames("depth.frames", {{0, {{{3, 5}, 0.5}, {{4, 5}, 0.5}, {{7, 5}, 0.31}}}});
  const Exposure exposure = of(file, {road});
  ASSERT_THAT(exposure.hits, SizeIs(1));
  const Hit& hit = exposure.hits[0];
  ASSERT_TRUE(hit.shape);
  ASSERT_THAT(hit.shape->lines, SizeIs(2));
  // From the last dry place before to the first dry one after.
  EXPECT_THAT(hit.shape->lines[0], ElementsAre(at(2, 5), at(3, 5), at(4, 5), at(5, 5)));
  EXPECT_THAT(hit.shape->lines[1], ElementsAre(at(6, 5), at(7, 5)));
  const double one = distanceM(at(0, 5), at(1, 5));
  EXPECT_NEAR(static_cast<double>(hit.lengthM), 4 * one, 2);
  EXPECT_TRUE(hit.kind.empty()) << "only the map knows it";
}

TEST_F(Exposures, NameWhatLiesBeyondTheForecastInsteadOfCallingItDry) {
  const auto file = frames("depth.frames", {{0, {{{1, 1}, 0.5}}}});
  ExposedThing road = thing("road", "远路", {at(-5, 3), at(-6, 3)});
  road.id = {};
  const Exposure exposure =
      of(file, {thing("school", "远校", {at(20, 3)}), thing("riskVillage", "边村", {at(-1, 1), at(1, 1)}), road});
  EXPECT_THAT(exposure.beyond, ElementsAre("远校")) << "a village of which a part is seen is inside";
  ASSERT_THAT(exposure.hits, SizeIs(1));
  EXPECT_EQ(exposure.hits[0].name, "边村");
}

TEST_F(Exposures, MeasureTheAreaOnTheGroundNotOnTheMap) {
  const auto file = frames("depth.frames", {{0, {{{1, 1}, 0.5}}}, {10, {{{2, 1}, 0.15}, {{3, 1}, 0.14}}}});
  // At 40.3 degrees north a metre of the web map is 0.763 m on the ground.
  const double latitude = at(1, 1).latDeg() * std::numbers::pi / 180;
  EXPECT_NEAR(of(file, {}).areaM2, 2 * 100 * 100 * std::cos(latitude) * std::cos(latitude), 1);
}

TEST_F(Exposures, EndWhenTheyAreStopped) {
  const auto file = frames("depth.frames", {{0, {}}});
  std::stop_source stop;
  stop.request_stop();
  const auto exposure = exposureOf(file, nullptr, {}, rules(), stop.get_token());
  ASSERT_FALSE(exposure);
  EXPECT_EQ(exposure.error().code, ErrorCode::refused);
}

TEST_F(Exposures, OfNoFramesAreEmpty) {
  const auto file = frames("depth.frames", {});
  const Exposure exposure = of(file, {thing("school", "小学", {at(3, 3)})});
  EXPECT_THAT(exposure.hits, SizeIs(0));
  EXPECT_EQ(exposure.endMs, 0);
}

}  // namespace
}  // namespace fengsui
