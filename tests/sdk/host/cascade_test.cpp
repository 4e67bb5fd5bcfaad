// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/host/cascade.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.h"

namespace fengsui {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

ScenarioProposal cause(const std::string& module, const std::string& why, const Json& settings) {
  return {module, {"what may come", "可能的后果"}, {{why, why}}, settings};
}

TEST(Cascade, TellsTheSameRunOnceWithAllItsReasons) {
  Forecast forecast;
  forecast.causes = {cause("flood", "the coarse answer says so", {{"dambreak.height", "12"}}),
                     cause("flood", "the fine one too", {{"dambreak.height", "12"}}),
                     cause("flood", "the fine one too", {{"dambreak.height", "12"}}),
                     cause("flood", "another dam", {{"dambreak.height", "20"}})};
  ModuleEntry flood;
  flood.name = "flood";
  const auto steps = cascadeOf(forecast, {flood});
  ASSERT_THAT(steps, SizeIs(2));
  EXPECT_THAT(steps[0].run.because, SizeIs(2));
  EXPECT_FALSE(steps[0].hindrance);
}

TEST(Cascade, SaysWhichModuleIsNotThereAndWhyOneCannotBeUsed) {
  Forecast forecast;
  forecast.causes = {cause("hazmat", "works flooded", {}), cause("fire", "sparks", {})};
  ModuleEntry fire;
  fire.name = "fire";
  fire.trouble = Error{ErrorCode::unreadable, {"this is not a hazard module", "不是灾害模块"}, {}, {}};
  const auto steps = cascadeOf(forecast, {fire});
  ASSERT_THAT(steps, SizeIs(2));
  ASSERT_TRUE(steps[0].hindrance);
  EXPECT_THAT(steps[0].hindrance->sentence(Language::english), HasSubstr("hazmat"));
  EXPECT_THAT(steps[0].hindrance->sentence(Language::chinese), HasSubstr("未安装"));
  ASSERT_TRUE(steps[1].hindrance);
  EXPECT_EQ(steps[1].hindrance->message.en, "this is not a hazard module");
}

TEST(Cascade, GivesACommandThatAShellTakesAsItIsMeant) {
  const auto one =
      cause("flood", "", {{"gauges", "it's here; $HOME.csv"}, {"coarse", 6}, {"release.at", "116.6,40.3"}});
  EXPECT_EQ(commandOf(one),
            "model flood --set coarse=6 --set 'gauges=it'\\''s here; $HOME.csv' --set release.at=116.6,40.3");
  EXPECT_EQ(runProcess("printf %s " + shellQuoted("it's here; $HOME.csv")).output, "it's here; $HOME.csv");
}

}  // namespace
}  // namespace fengsui
