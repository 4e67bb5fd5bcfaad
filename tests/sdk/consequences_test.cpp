// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a forecast, and how it ends when nobody wants it any more: in whichever stage it is, nothing of the
// next one is done.
#include "sdk/consequences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "sdk/host/modules/obedient.h"
#include "sdk/unfinished.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::IsEmpty;

// Says what it is asked for, and wishes the run to stop when it is asked for one of them.
class Counting final : public ObedientModule {
 public:
  Counting() : ObedientModule("counting") {}
  [[nodiscard]] Result<Forecast> run(const RunRequest& request, const std::stop_token& wish,
                                     const TellProgress& tell) const override {
    note("run");
    if (coarse) {
      RunRequest first = request;
      first.out /= "coarse";
      std::filesystem::create_directories(first.out);
      const auto answer = leave(first, {}, 20);
      if (!answer) return answer;
      tell({0.5, {"a first answer is there", "粗算已出"}, FirstAnswer{*answer, "coarse"}});
    }
    if (wish.stop_requested()) return failure(ErrorCode::refused, {"it was stopped", "已停止"});
    return leave(request, tell, 30);
  }
  [[nodiscard]] ExposureRules exposureRules() const override {
    note("rules");
    return ObedientModule::exposureRules();
  }
  [[nodiscard]] std::vector<Observation> inPlanWords(const Exposure&, const Surroundings&) const override {
    note("words");
    return {};
  }
  [[nodiscard]] std::vector<Observation> thresholds(const Surroundings&) const override {
    note("thresholds");
    return {};
  }
  [[nodiscard]] std::vector<std::string> hazards() const override {
    note("hazards");
    return {"flood"};
  }
  int count(const std::string& what) const { return static_cast<int>(std::count(asked.begin(), asked.end(), what)); }

  mutable std::vector<std::string> asked;
  std::string stopAt;
  bool coarse = false;
  mutable std::stop_source stop;

 private:
  void note(const std::string& what) const {
    asked.push_back(what);
    if (what == stopAt) stop.request_stop();
  }
};

class ConsequencesOfARun : public testing::Test {
 protected:
  Result<ModelOutcome> run() {
    return runModel(module_, {*SettingValues::from(module_.settings(), nullptr, {}), around_, folder_ / "out"},
                    module_.stop.get_token(), {});
  }
  [[nodiscard]] bool left(const char* file) const { return std::filesystem::exists(folder_.path() / "out" / file); }
  void expectStopped(const Result<ModelOutcome>& result) const {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::refused);
    EXPECT_FALSE(left("forecast.json"));
  }
  Counting module_;
  Surroundings around_ = Surroundings::nothing({1'783'000'000'000});
  TempFolder folder_;
};

TEST_F(ConsequencesOfARun, ComeInTheirOrderWhenNobodyStopsThem) {
  ASSERT_TRUE(run());
  EXPECT_EQ(module_.asked.front(), "run");
  for (const char* file : {"exposure.json", "says.json", "advice.json", "forecast.json"})
    EXPECT_TRUE(left(file)) << file;
  EXPECT_FALSE(left(".unfinished"));
}

TEST_F(ConsequencesOfARun, ThatIsStoppedBeforeItBeginsComputeNothing) {
  module_.stop.request_stop();
  expectStopped(run());
  EXPECT_THAT(module_.asked, IsEmpty());
}

TEST_F(ConsequencesOfARun, ThatIsStoppedWhileItIsLookedWhoIsHitEndThere) {
  module_.stopAt = "rules";
  expectStopped(run());
  EXPECT_EQ(module_.count("words"), 0);
  EXPECT_FALSE(left("exposure.json"));
}

TEST_F(ConsequencesOfARun, ThatIsStoppedBetweenExposureAndPlansReadNoPlan) {
  module_.stopAt = "words";
  expectStopped(run());
  EXPECT_EQ(module_.count("thresholds"), 0);
  EXPECT_EQ(module_.count("hazards"), 0);
}

TEST_F(ConsequencesOfARun, ThatIsStoppedWhileAdviceIsMadeLeaveNone) {
  module_.stopAt = "thresholds";
  expectStopped(run());
  EXPECT_EQ(module_.count("hazards"), 0);
}

TEST_F(ConsequencesOfARun, ThatIsStoppedAmongThePlansAskNoMoreOfThem) {
  module_.stopAt = "hazards";
  expectStopped(run());
  EXPECT_EQ(module_.count("hazards"), 1);
  EXPECT_FALSE(left("advice.json"));
}

TEST_F(ConsequencesOfARun, CoarseAndFineReadThePlansOnce) {
  module_.coarse = true;
  ASSERT_TRUE(run());
  EXPECT_EQ(module_.count("words"), 2) << "each has its own exposure";
  EXPECT_EQ(module_.count("thresholds"), 1);
  EXPECT_TRUE(left("coarse/forecast.json"));
  EXPECT_TRUE(left("forecast.json"));
}

class UnfinishedRuns : public ConsequencesOfARun {
 protected:
  [[nodiscard]] bool there(const char* what) const { return std::filesystem::exists(folder_ / what); }
  void lay(const std::string& file) const {
    std::filesystem::create_directories((folder_.path() / file).parent_path());
    std::ofstream(folder_.path() / file) << "{}";
  }
};

TEST_F(UnfinishedRuns, ThatWereStoppedAreClearedAway) {
  module_.stopAt = "words";
  expectStopped(run());
  EXPECT_TRUE(left("depth.frames"));
  EXPECT_EQ(sweepUnfinished(folder_.path()), 1);
  EXPECT_FALSE(there("out"));
  EXPECT_EQ(sweepUnfinished(folder_.path()), 0);
}

TEST_F(UnfinishedRuns, KeepTheFirstAnswerThatIsWhole) {
  module_.coarse = true;
  module_.stopAt = "thresholds";  // of the first answer: it is not whole
  expectStopped(run());
  EXPECT_EQ(sweepUnfinished(folder_.path()), 1);
  EXPECT_FALSE(there("out"));

  lay("other/coarse/forecast.json");
  lay("other/depth.frames");
  lay("other/.unfinished");
  EXPECT_EQ(sweepUnfinished(folder_.path()), 1);
  EXPECT_TRUE(there("other/coarse/forecast.json"));
  EXPECT_FALSE(there("other/depth.frames"));
  EXPECT_FALSE(there("other/.unfinished"));
}

TEST_F(UnfinishedRuns, ThatAreStillAliveAreLeftAlone) {
  lay("out/depth.frames");
  {
    const UnfinishedMark alive(folder_.path() / "out");
    EXPECT_EQ(sweepUnfinished(folder_.path()), 0);
    EXPECT_TRUE(there("out/depth.frames"));
  }
  EXPECT_EQ(sweepUnfinished(folder_.path()), 1);
  EXPECT_FALSE(there("out"));
}

TEST_F(UnfinishedRuns, AreOnlyThoseWithAMark) {
  lay("somebody/else.txt");
  lay("whole/forecast.json");
  lay("whole/depth.frames");
  lay("whole/.unfinished");
  sweepUnfinished(folder_.path());
  EXPECT_TRUE(there("somebody/else.txt"));
  EXPECT_TRUE(there("whole/depth.frames")) << "killed between the forecast and the end of its mark";
  EXPECT_EQ(sweepUnfinished(folder_.path() / "nowhere"), 0);
}

}  // namespace
}  // namespace fengsui
