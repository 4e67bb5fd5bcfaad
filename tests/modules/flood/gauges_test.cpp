// SPDX-License-Identifier: GPL-3.0-or-later
// What gauges and warnings say about places before any model, and which runs reservoirs call for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flood/model/damproposals.h"
#include "flood/model/floodmodule.h"
#include "flood/model/rules.h"
#include "flood/model/thresholds.h"
#include "gis/raster.h"
#include "support/tempfolder.h"

namespace fengsui::flood {
namespace {

class Gauges : public testing::Test {
 protected:
  Gauges() { around_ = Surroundings::nothing({1'783'000'000'000}); }
  Uuid nextId() {
    Uuid out;
    out.bytes[15] = ++count_;
    return out;
  }
  Uuid zone(const std::string& name, const std::string& kind, double lon = 116.6, Attributes columns = {}) {
    RiskZone one;
    one.id.uuid = nextId();
    one.name = name;
    one.kind = kind;
    one.town = "怀北镇";
    one.shape = Shape::at(*Position::ofDegrees(lon, 40.3));
    one.attributes = std::move(columns);
    situation_.riskZones.set(one.id.uuid, one);
    return one.id.uuid;
  }
  void sensor(const std::string& kind, const std::string& series, const std::string& unit,
              std::vector<Threshold> thresholds, std::vector<Uuid> watches, double lon = 116.6) {
    Sensor one;
    one.id.uuid = nextId();
    one.name = series + "站";
    one.kind = kind;
    one.series = series;
    one.unit = unit;
    one.thresholds = std::move(thresholds);
    one.watches = std::move(watches);
    one.location = *Position::ofDegrees(lon, 40.3);
    situation_.sensors.set(one.id.uuid, one);
  }
  static Threshold threshold(const std::string& level, std::int64_t milli, std::int64_t overMinutes = 0) {
    Threshold out;
    out.level = level;
    out.value.milli = milli;
    out.overMinutes = overMinutes;
    return out;
  }
  void measure(const std::string& series, const std::string& unit, double value, int minutesAgo = 5) {
    around_.readings.push_back({series, unit, value, around_.now.plusMs(-minutesAgo * 60'000LL)});
  }
  void warn(const std::string& kind, WarningColour colour) {
    Warning one;
    one.id.uuid = nextId();
    one.kind = kind;
    one.colour = colour;
    one.issuer = "区气象局";
    one.signedAt = around_.now.plusMs(-600'000);
    situation_.warnings.set(one.id.uuid, one);
  }
  const Surroundings& around() {
    around_.situation = std::make_shared<const Situation>(situation_);
    return around_;
  }
  std::string stage(const std::string& place) {
    std::string out;
    for (const Observation& one : gaugeStages(around(), shippedRules()))
      if (one.name == "stage" && one.place == place) out = one.word;
    return out;
  }
  std::optional<double> value(const std::string& name, const std::string& place) {
    for (const Observation& one : gaugeStages(around(), shippedRules()))
      if (one.name == name && one.place == place) return one.value;
    return std::nullopt;
  }
  Situation situation_;
  Surroundings around_;
  std::uint8_t count_ = 0;
};

TEST_F(Gauges, ThatWatchAVillageSayWithTheirOwnThresholdsWhenItMoves) {
  const Uuid village = zone("北沟村", "village");
  sensor("rain", "rain 5/上游", "mm", {threshold("prepare", 20'000, 60), threshold("immediate", 40'000, 60)},
         {village});
  measure("rain 60/上游", "mm", 19.9);
  EXPECT_EQ(stage("北沟村"), "");
  measure("rain 60/上游", "mm", 20, 4);
  EXPECT_EQ(stage("北沟村"), "prepare");
  measure("rain 60/上游", "mm", 41, 3);
  EXPECT_EQ(stage("北沟村"), "immediate");
}

TEST_F(Gauges, GiveWayToTheNumbersOfTheVillageItself) {
  const Uuid village = zone("北沟村", "village", 116.6, {{"立即1小时", "60"}});
  sensor("rain", "rain 5/上游", "mm", {threshold("immediate", 40'000, 60)}, {village});
  measure("rain 60/上游", "mm", 50);
  EXPECT_EQ(stage("北沟村"), "");
}

TEST_F(Gauges, NearbySpeakForAVillageThatNobodyWatches) {
  zone("远村", "village", 116.6);
  // 12.7 km and 42 km away.
  sensor("rain", "rain 5/邻镇", "mm", {}, {}, 116.75);
  sensor("rain", "rain 5/外县", "mm", {}, {}, 117.1);
  measure("rain 60/外县", "mm", 90);
  EXPECT_EQ(stage("远村"), "");
  measure("rain 60/邻镇", "mm", 45);
  EXPECT_EQ(stage("远村"), "immediate");
}

TEST_F(Gauges, OfWaterMoveAVillageToo) {
  const Uuid village = zone("河边村", "village");
  sensor("riverLevel", "level/怀沙河", "m", {threshold("immediate", 91'500)}, {village});
  measure("level/怀沙河", "m", 91.4, 10);
  EXPECT_EQ(stage("河边村"), "");
  measure("level/怀沙河", "m", 91.5);
  EXPECT_EQ(stage("河边村"), "immediate");
}

TEST_F(Gauges, LeaveSlopesByRain) {
  zone("西坡", "geological");
  sensor("rain", "rain 5/西坡雨量", "mm", {}, {}, 116.61);
  measure("rain 180/西坡雨量", "mm", 61);
  EXPECT_EQ(stage("西坡"), "prepare");
  measure("rain 60/西坡雨量", "mm", 45);
  EXPECT_EQ(stage("西坡"), "immediate");
}

TEST_F(Gauges, AndWarningsCloseScenicAreas) {
  zone("黄花城", "scenic");
  warn("暴雨", WarningColour::blue);
  EXPECT_EQ(stage("黄花城"), "");
  warn("山洪", WarningColour::yellow);
  EXPECT_EQ(stage("黄花城"), "close");
}

TEST_F(Gauges, CloseScenicAreasByRainWithoutAWarning) {
  zone("黄花城", "scenic");
  sensor("rain", "rain 5/九渡河", "mm", {}, {}, 116.61);
  measure("rain 60/九渡河", "mm", 20);
  EXPECT_EQ(stage("黄花城"), "close");
}

TEST_F(Gauges, TurnCarsBackAndCloseUnderpasses) {
  const Uuid bridge = zone("东桥", "underpass");
  sensor("waterDepth", "depth/东桥水尺", "cm", {}, {bridge});
  measure("depth/东桥水尺", "cm", 14, 30);
  EXPECT_EQ(stage("东桥"), "");
  EXPECT_NEAR(value("depth", "东桥").value_or(0), 0.14, 1e-12);
  measure("depth/东桥水尺", "cm", 15, 20);
  EXPECT_EQ(stage("东桥"), "turnBack");
  measure("depth/东桥水尺", "cm", 27, 10);
  EXPECT_EQ(stage("东桥"), "closed");
}

TEST_F(Gauges, KeepAClosedUnderpassClosedUntilItIsAlmostDry) {
  const Uuid bridge = zone("东桥", "underpass");
  sensor("waterDepth", "depth/东桥", "cm", {}, {bridge});
  RoadClosure closure;
  closure.id.uuid = nextId();
  closure.name = "东桥";
  closure.spans = {{around_.now.plusMs(-3'600'000), std::nullopt}};
  situation_.roadClosures.set(closure.id.uuid, closure);
  measure("depth/东桥", "cm", 8, 20);
  EXPECT_EQ(stage("东桥"), "closed");
  measure("depth/东桥", "cm", 4.9, 10);
  EXPECT_EQ(stage("东桥"), "");
}

TEST_F(Gauges, TellRiversAndReservoirsAgainstTheirLevels) {
  const Uuid river = zone("怀沙河城区段", "river"),
             lake = zone("云岭水库", "reservoir", 116.6, {{"汛限水位", "120.5"}});
  sensor("riverLevel", "level/怀沙河站", "m", {threshold("warningLevel", 90'000), threshold("guaranteedLevel", 91'000)},
         {river});
  sensor("reservoirLevel", "level/云岭水库", "m", {threshold("limitLevel", 119'000), threshold("checkLevel", 123'000)},
         {lake});
  measure("level/怀沙河站", "m", 90.4);
  measure("level/云岭水库", "m", 120);
  EXPECT_EQ(stage("怀沙河城区段"), "warningLevel");
  EXPECT_NEAR(value("level", "怀沙河城区段").value_or(0), 90.4, 1e-12);
  EXPECT_NEAR(value("guaranteedLevel", "怀沙河城区段").value_or(0), 91, 1e-12);
  EXPECT_EQ(stage("云岭水库"), "") << "its own column counts before the gauge's";
  EXPECT_NEAR(value("limitLevel", "云岭水库").value_or(0), 120.5, 1e-12);
  measure("level/云岭水库", "m", 123, 1);
  EXPECT_EQ(stage("云岭水库"), "checkLevel");
  // The plans' own words see them.
  Observations all = around().observations();
  for (const Observation& one : floodModule().thresholds(around())) all.readings.push_back(one);
  const SituationFacts facts(*around_.situation, all, around_.now);
  const auto subject = facts.subject("river", "怀沙河城区段");
  ASSERT_TRUE(subject);
  const auto mark = facts.ask({"warningLevel", {}, std::nullopt, &*subject});
  ASSERT_TRUE(mark);
  EXPECT_NEAR(mark->number.value_or(0), 90, 1e-12);
}

TEST_F(Gauges, ThatAreOldSayNothing) {
  const Uuid bridge = zone("东桥", "underpass");
  sensor("waterDepth", "depth/东桥", "cm", {}, {bridge});
  measure("depth/东桥", "cm", 50, 7 * 60);
  EXPECT_EQ(stage("东桥"), "");
}

TEST_F(Gauges, OfAReservoirProposeADamBreakAndSayWhatIsMissing) {
  const Uuid lake = zone("云岭水库", "reservoir", 116.6, {{"库容万立方米", "850"}});
  sensor("reservoirLevel", "level/云岭水库", "m", {threshold("limitLevel", 119'000), threshold("designLevel", 122'000)},
         {lake});
  measure("level/云岭水库", "m", 121.9, 10);
  EXPECT_TRUE(damProposals(around(), shippedRules()).empty());
  measure("level/云岭水库", "m", 122.1, 5);
  measure("rain 60/云岭", "mm", 40);
  const auto all = floodModule().propose(around());
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U) << "the rain is still proposed";
  const ScenarioProposal& dam = all->front();
  EXPECT_EQ(dam.settings.value("dambreak.volume", ""), "8500000");
  EXPECT_EQ(dam.settings.value("dambreak.at", ""), "116.600000,40.300000");
  EXPECT_FALSE(dam.settings.contains("dambreak.height"));
  ASSERT_EQ(dam.because.size(), 2U);
  EXPECT_THAT(dam.because[0].zh, testing::HasSubstr("122.10"));
  EXPECT_THAT(dam.because[1].en, testing::HasSubstr("the height of its dam is not known"));
}

TEST_F(Gauges, OfAReservoirThatReleasesProposeTheRelease) {
  const Uuid lake = zone("云岭水库", "reservoir");
  sensor("reservoirLevel", "level/云岭水库", "m", {threshold("limitLevel", 119'000)}, {lake});
  measure("level/云岭水库", "m", 119.2);
  EXPECT_TRUE(damProposals(around(), shippedRules()).empty()) << "nothing is let out";
  measure("release/云岭水库", "m3/s", 150);
  const auto all = damProposals(around(), shippedRules());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].settings.value("release", ""), "150");
  // What is proposed is what the module takes.
  std::vector<std::string> said;
  for (const auto& [name, text] : all[0].settings.items()) said.push_back(name + "=" + text.get<std::string>());
  EXPECT_TRUE(SettingValues::from(floodModule().settings(), nullptr, said));
}

TEST_F(Gauges, AndAForecastThatOvertopsADamProposeItsBreak) {
  TempFolder folder;
  Raster ground{20, 20, 116.59, 40.31, 0.001, 0.001, "EPSG:4326", std::vector<double>(400, 120.0)};
  ASSERT_TRUE(writeRaster(ground, folder.path() / "ground.tif"));
  Raster depth = ground;
  std::fill(depth.values.begin(), depth.values.end(), 3.0);
  ASSERT_TRUE(writeRaster(depth, folder.path() / "depth_max.tif"));
  zone("高坝", "reservoir", 116.6, {{"坝顶高程", "123.5"}});
  zone("低坝", "reservoir", 116.6, {{"坝顶高程", "122.5"}, {"坝高", "12"}});
  const auto causes = damCauses(around(), folder.path() / "ground.tif", folder.path());
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].module, "flood");
  EXPECT_EQ(causes[0].settings.value("dambreak.height", ""), "12");
  EXPECT_THAT(causes[0].because[0].zh, testing::HasSubstr("低坝"));
}

}  // namespace
}  // namespace fengsui::flood
