// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/floodmodule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

constexpr std::int64_t kMinute = 60'000;

// A village with its gauge, and an underpass with its own.
class FloodInPlanWords : public testing::Test {
 protected:
  FloodInPlanWords() {
    auto situation = std::make_shared<Situation>();
    std::uint8_t count = 0;
    for (const auto& [name, kind] : {std::pair("北沟村", "village"), {"东桥", "underpass"}}) {
      RiskZone zone;
      zone.id.uuid.bytes[15] = ++count;
      zone.name = name;
      zone.kind = kind;
      situation->riskZones.set(zone.id.uuid, zone);
    }
    around_ = Surroundings::nothing({1'783'000'000'000});
    around_.situation = situation;
    exposure_.start = around_.now;
  }
  void measure(const std::string& series, const std::string& unit, double value) {
    around_.readings.push_back({series, unit, value, around_.now.plusMs(-5 * kMinute)});
  }
  void hit(const std::string& what, const std::string& name, std::int64_t firstMinute, double most) {
    Hit out;
    out.what = what;
    out.name = name;
    out.most = most;
    out.stages = {{"wet", firstMinute * kMinute, 0, firstMinute * kMinute, true}};
    exposure_.hits.push_back(std::move(out));
  }
  // What a plan sees of a place when the forecast is laid over what is measured.
  Finding seen(const std::string& kind, const std::string& name, const std::string& field) const {
    Observations all = around_.observations();
    for (Observation& one : floodModule().thresholds(around_)) all.readings.push_back(std::move(one));
    for (Observation& one : floodModule().inPlanWords(exposure_, around_)) all.readings.push_back(std::move(one));
    const SituationFacts facts(*around_.situation, all, around_.now);
    const auto subject = facts.subject(kind, name);
    return subject ? facts.ask({"reading", {field}, std::nullopt, &*subject}).value_or(Finding{}) : Finding{};
  }
  Surroundings around_;
  Exposure exposure_;
};

TEST_F(FloodInPlanWords, SaysWhichVillagesMoveNowAndWhichGetReady) {
  hit("riskVillage", "北沟村", 60, 0.5);
  EXPECT_EQ(seen("riskVillage", "北沟村", "stage").word, "immediate");
  exposure_.hits[0].stages[0].firstMs = 200 * kMinute;
  EXPECT_EQ(seen("riskVillage", "北沟村", "stage").word, "prepare");
}

TEST_F(FloodInPlanWords, NeverSoftensWhatAGaugeSaysAlready) {
  measure("rain 60/北沟村", "mm", 52);
  EXPECT_EQ(seen("riskVillage", "北沟村", "stage").word, "immediate");
  hit("riskVillage", "北沟村", 200, 0.5);
  EXPECT_EQ(seen("riskVillage", "北沟村", "stage").word, "immediate") << "water that comes late is no reason to wait";
}

TEST_F(FloodInPlanWords, NeverMakesAnUnderpassShallowerThanItIs) {
  hit("underpass", "东桥", 10, 0.2);
  EXPECT_NEAR(seen("underpass", "东桥", "depth").number.value_or(0), 0.2, 1e-9);
  measure("depth/东桥", "m", 0.5);
  EXPECT_NEAR(seen("underpass", "东桥", "depth").number.value_or(0), 0.5, 1e-9);
}

}  // namespace
}  // namespace fengsui
