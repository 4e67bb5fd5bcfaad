// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/modelrun.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::int64_t kMinute = 60'000;

class Differences : public testing::Test {
 protected:
  Exposure exposure(const std::string& start) const {
    Exposure out;
    out.start = *zone_.parse("2026-07-20 " + start);
    out.unit = "m";
    return out;
  }
  static Hit village(std::uint8_t id, const std::string& name, std::int64_t firstMinute, double most) {
    Hit out;
    out.kind = "riskZone";
    out.id.bytes[15] = id;
    out.what = "riskVillage";
    out.name = name;
    out.most = most;
    out.stages = {{"wet", firstMinute * kMinute, 0, firstMinute * kMinute, false}};
    return out;
  }
  static Hit road(const std::string& name) {
    Hit out;
    out.what = "road";
    out.name = name;
    out.most = 0.5;
    out.stages = {{"shut", 0, 0, 0, false}};
    return out;
  }
  std::vector<std::string> between(const Exposure& before, const Exposure& after) const {
    std::vector<std::string> out;
    for (const Text& one : differenceBetween(before, after, rules_, zone_)) {
      EXPECT_FALSE(one.zh.empty());
      out.push_back(one.en);
    }
    return out;
  }
  TimeZone zone_ = *TimeZone::named("Asia/Shanghai");
  ExposureRules rules_{{{"riskVillage", {{"wet", 0.15, {"wet", "湿"}}}}, {"road", {{"shut", 0.3, {"shut", "断"}}}}}};
};

TEST_F(Differences, NameWhatIsNewAndWhatIsGone) {
  Exposure before = exposure("20:00"), after = exposure("20:00");
  before.hits = {village(1, "北沟村", 30, 0.5), road("怀北路")};
  after.hits = {village(2, "南沟村", 30, 0.5), road("怀北路"), road("沙峪路")};
  EXPECT_THAT(between(before, after), ElementsAre("hit now, not before: 南沟村, 沙峪路", "not hit any more: 北沟村"));
}

TEST_F(Differences, CompareClockTimesNotTimesAfterTheirOwnStarts) {
  Exposure before = exposure("20:00"), after = exposure("21:00");
  before.hits = {village(1, "北沟村", 120, 0.5), village(2, "南沟村", 120, 0.5)};
  after.hits = {village(1, "北沟村", 60, 0.5), village(2, "南沟村", 20, 0.5)};
  EXPECT_THAT(between(before, after), ElementsAre("南沟村: first hit 21:20 instead of 22:00, 40 min earlier"));
  EXPECT_THAT(between(after, before), ElementsAre("南沟村: first hit 22:00 instead of 21:20, 40 min later"));
}

TEST_F(Differences, SayHowMuchDeeperAndLeaveOutWhatIsAsItWas) {
  Exposure before = exposure("20:00"), after = exposure("20:00");
  before.hits = {village(1, "北沟村", 30, 0.5), village(2, "南沟村", 30, 0.50)};
  after.hits = {village(1, "北沟村", 35, 1.25), village(2, "南沟村", 39, 0.55)};
  EXPECT_THAT(between(before, after), ElementsAre("北沟村: at most 1.3 m, before 0.5 m"));
  EXPECT_THAT(between(before, before), ElementsAre("nothing that matters has changed"));
}

TEST_F(Differences, KnowAVillageByItsIdNotByItsName) {
  Exposure before = exposure("20:00"), after = exposure("20:00");
  before.hits = {village(1, "北沟", 30, 0.5)};
  after.hits = {village(1, "北沟村", 30, 0.5)};
  EXPECT_THAT(between(before, after), ElementsAre("nothing that matters has changed"));
}

TEST_F(Differences, CountWhatIsTooManyToName) {
  Exposure before = exposure("20:00"), after = exposure("20:00");
  for (std::uint8_t i = 1; i <= 11; ++i) after.hits.push_back(village(i, "村" + std::to_string(i), 30, 0.5));
  const auto told = differenceBetween(before, after, rules_, zone_);
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_THAT(told[0].en, HasSubstr("and 3 more"));
  EXPECT_THAT(told[0].zh, HasSubstr("等 11 处"));
}

}  // namespace
}  // namespace fengsui
