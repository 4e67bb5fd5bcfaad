// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/sensorlevels.h"
#include "support/desk.h"

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;
const Instant kStart{1'784'550'000'000};

Instant minute(double n) {
  return kStart.plusMs(static_cast<std::int64_t>(n * kMinute));
}

Threshold at(const char* level, std::int64_t value) {
  Threshold out;
  out.level = level;
  out.value = Quantity::of(value);
  return out;
}

Sensor underpass(int number = 0) {
  Sensor sensor;
  sensor.id = the<Sensor>(number);
  sensor.name = "铁路东桥积水监测点";
  sensor.kind = "waterDepth";
  sensor.unit = "cm";
  sensor.series = "depth/铁路东桥" + std::string(number == 0 ? "" : std::to_string(number));
  sensor.thresholds = {at("turnBack", 15), at("closed", 27)};
  sensor.thresholds[1].until = Quantity::of(5);
  return sensor;
}

Sensor rainGauge() {
  Sensor sensor;
  sensor.id = the<Sensor>(7);
  sensor.name = "北沟雨量站";
  sensor.kind = "rain";
  sensor.unit = "mm";
  sensor.series = "rain 5/北沟";
  sensor.thresholds = {at("prepare", 30), at("immediate", 60)};
  sensor.thresholds[0].overMinutes = 60;
  sensor.thresholds[1].overMinutes = 180;
  return sensor;
}

TEST(Sensors, AreRegisteredRevisedRetiredAndTakenBackLikeEverythingElse) {
  Desk desk;
  RiskZone zone;
  zone.id = the<RiskZone>(1);
  zone.name = "铁路东桥";
  zone.kind = "underpass";
  desk.does(Register<RiskZone>{zone});
  Sensor sensor = underpass();
  sensor.watches = {zone.id.uuid};
  const auto registered = desk.does(Register<Sensor>{sensor});
  EXPECT_EQ(desk.the<Sensor>(0).watches, std::vector<Uuid>{zone.id.uuid});
  desk.does(Revise<Sensor>{sensor.id, {{"thresholds", encode(std::vector<Threshold>{at("turnBack", 12)})}}});
  EXPECT_EQ(desk.the<Sensor>(0).thresholds.at(0).value, Quantity::of(12));
  desk.does(Retire<RiskZone>{zone.id, "改造完成"});
  desk.does(Revise<Sensor>{sensor.id, {{"owner", "区水务局"}}});
  EXPECT_EQ(desk.the<Sensor>(0).owner, "区水务局") << "what it watched may be gone";
  const auto retired = desk.does(Retire<Sensor>{sensor.id, "拆除"});
  EXPECT_EQ(desk.situation().sensors.size(), 0u);
  desk.does(Undo{retired.front()});
  EXPECT_EQ(desk.the<Sensor>(0).owner, "区水务局");
}

TEST(Sensors, AreRefusedWhereTheirReadingsOrLevelsCannotBeMeant) {
  Desk desk;
  desk.does(Register<Sensor>{underpass()});
  Sensor wrong = underpass(1);
  wrong.series = "depth/铁路东桥";
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("are kept under this name already"));
  wrong = underpass(1);
  wrong.series.clear();
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("under which its readings are kept"));
  wrong = underpass(1);
  wrong.unit.clear();
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("the unit of its readings"));
  wrong = underpass(1);
  wrong.kind.clear();
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("needs a kind"));
  wrong = underpass(1);
  wrong.thresholds[0].level.clear();
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("what does it mean"));
  wrong = underpass(1);
  wrong.thresholds[0].until = Quantity::of(16);
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("cannot end at 16 already"));
  wrong = underpass(1);
  wrong.thresholds[0].overMinutes = -60;
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("not ahead"));
  wrong = underpass(1);
  wrong.watches = {the<RiskZone>(9).uuid};
  EXPECT_THAT(desk.refuses(Register<Sensor>{wrong}), HasSubstr("is not known here"));
  EXPECT_THAT(desk.refuses(Revise<Sensor>{the<Sensor>(0), {{"unit", Json()}}}), HasSubstr("the unit"));
}

TEST(SensorLevels, HoldFromWhereTheyAreReachedToWhereTheyAreOver) {
  const Sensor sensor = underpass();
  const std::vector<Measured> readings{{minute(0), 4},   {minute(5), 15},  {minute(10), 28},
                                       {minute(15), 20}, {minute(20), 14}, {minute(25), 5}};
  const auto state = [&](double when) { return levelsOf(sensor, readings, minute(when)); };
  EXPECT_FALSE(state(4)[0].holds);
  EXPECT_TRUE(state(5)[0].holds) << "15 cm is 15 cm";
  EXPECT_EQ(state(12)[0].since, minute(5));
  EXPECT_TRUE(state(12)[1].holds);
  EXPECT_EQ(state(12)[1].since, minute(10));
  EXPECT_FALSE(state(21)[0].holds) << "without a level of its own it ends where it began";
  EXPECT_TRUE(state(21)[1].holds) << "closed until the bottom is seen";
  EXPECT_FALSE(state(26)[1].holds);
  EXPECT_EQ(state(26)[1].since, std::nullopt);
  EXPECT_EQ(state(21)[1].value, 14);
  EXPECT_EQ(state(-1)[0].value, std::nullopt);
}

TEST(SensorLevels, OfRainCompareSumsAndForgetWhatFellLongAgo) {
  const Sensor sensor = rainGauge();
  std::vector<Measured> readings;
  for (int i = 1; i <= 20; ++i) readings.push_back({minute(5 * i), 3});  // 36 mm in each hour from the twelfth on
  const auto state = [&](double when) { return levelsOf(sensor, readings, minute(when)); };
  EXPECT_FALSE(state(46)[0].holds);
  EXPECT_EQ(state(50)[0].since, minute(50)) << "ten readings of 3 mm are 30";
  EXPECT_DOUBLE_EQ(*state(65)[0].value, 36);
  EXPECT_EQ(state(100)[1].since, minute(100)) << "60 mm in three hours";
  EXPECT_TRUE(state(105)[0].holds);
  EXPECT_FALSE(state(200)[0].holds) << "nothing is reported any more, and the hour goes on";
  EXPECT_EQ(state(200)[0].value, 0);
  EXPECT_EQ(state(200)[0].at, minute(100));
  EXPECT_DOUBLE_EQ(*sumOver(readings, 30, minute(60)), 18);
  EXPECT_EQ(sumOver(readings, 60, minute(4)), std::nullopt);
}

TEST(SensorLevels, AreSaidInBothLanguages) {
  const Sensor rain = rainGauge();
  EXPECT_EQ(inWords(rain.thresholds[1], rain.unit).en, "move now: at or above 60 mm in 3 h");
  EXPECT_EQ(inWords(rain.thresholds[1], rain.unit).zh, "立即转移：3小时达到或超过60mm");
  const Sensor depth = underpass();
  EXPECT_EQ(inWords(depth.thresholds[1], depth.unit).zh, "断路：达到或超过27cm，回到5cm解除");
}

}  // namespace
}  // namespace fengsui
