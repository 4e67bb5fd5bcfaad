// SPDX-License-Identifier: GPL-3.0-or-later
// A module in its child, asked through real pipes: what it does wrong is an answer or an end, never a riddle.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "sdk/surroundings.h"
#include "support/modelchild.h"
#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace std::chrono_literals;

class ServedModules : public testing::Test {
 protected:
  ServedModules() { EXPECT_TRUE(writeSurroundings(Surroundings::nothing({1'783'000'000'000}), folder_ / "around")); }
  static ModelChild child(const std::string& name) { return {FENGSUI_BIN "/fengsuictl", name, FENGSUI_BAD_MODULES}; }
  Json run(const std::string& how, int id = 1) const {
    return {{"id", id},
            {"ask", "run"},
            {"around", folder_ / "around"},
            {"settings", {{"how", how}}},
            {"out", folder_ / "out"},
            {"before", ""}};
  }
  static Json plain(const std::string& what, int id = 1) {
    return {{"id", id}, {"ask", what}, {"around", ""}, {"settings", Json::object()}, {"out", ""}, {"before", ""}};
  }
  static std::string words(const std::optional<nlohmann::json>& answer) {
    if (!answer) return "no answer";
    if (answer->value("answer", "") == "failed") {
      EXPECT_FALSE(answer->value("zh", "").empty());
    }
    return answer->value("answer", "none") + ": " + answer->value("en", "");
  }
  TempFolder folder_;
};

TEST_F(ServedModules, SayWhatTheyAreAndComputeOneRunAfterTheOther) {
  ModelChild one = child("misbehaving");
  one.ask(plain("describe", 7));
  const auto about = one.answer();
  ASSERT_TRUE(about);
  EXPECT_EQ((*about)["id"], 7);
  EXPECT_EQ((*about)["result"]["name"], "misbehaving");
  EXPECT_EQ((*about)["result"]["settings"].size(), 2U);
  for (int id = 1; id <= 30; ++id) {
    one.ask(run("well", id));
    const auto done = one.answer();
    ASSERT_EQ(words(done), "done: ") << "asked at once after the answer before: " << id;
    EXPECT_EQ((*done)["id"], id);
  }
  EXPECT_GT(one.progress, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/forecast.json"));
  one.askNoMore();
  EXPECT_EQ(one.end(), "exit 0");
}

TEST_F(ServedModules, ThatThrowFailTheAskAndAnswerTheNext) {
  ModelChild one = child("misbehaving");
  one.ask(run("throw"));
  EXPECT_THAT(words(one.answer()), AllOf(HasSubstr("failed: "), HasSubstr("matrix is singular")));
  one.ask(run("throw-text"));
  EXPECT_THAT(words(one.answer()), HasSubstr("failed: the module failed"));
  one.ask(run("memory"));
  EXPECT_THAT(words(one.answer()), HasSubstr("not enough memory"));
  Json propose = plain("propose");
  propose["around"] = folder_ / "around";
  one.ask(propose);
  EXPECT_THAT(words(one.answer()), HasSubstr("no such gauge"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/forecast.json")) << "a run that failed leaves no forecast";
  one.ask(run("well"));
  EXPECT_EQ(words(one.answer()), "done: ");
}

TEST_F(ServedModules, ThatCrashAreSeenByWhoeverAsksAndCanBeStartedAgain) {
  {
    ModelChild one = child("misbehaving");
    one.ask(run("crash"));
    EXPECT_FALSE(one.answer());
    EXPECT_TRUE(one.ended()) << "the end of its answers says so, not a time limit";
    EXPECT_EQ(one.end(), "signal 11");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "out/forecast.json"));
  }
  ModelChild again = child("misbehaving");
  again.ask(run("well"));
  EXPECT_EQ(words(again.answer()), "done: ");
}

TEST_F(ServedModules, ThatDoNotHearCanBeEnded) {
  ModelChild deaf = child("misbehaving");
  deaf.ask(run("hang"));
  ASSERT_TRUE(deaf.hasBegun());
  deaf.ask(plain("stop"));
  EXPECT_FALSE(deaf.answer(700ms));
  EXPECT_FALSE(deaf.ended());
  EXPECT_EQ(deaf.kill(), "signal 9");

  ModelChild silent = child("silent");
  silent.ask(plain("describe"));
  EXPECT_FALSE(silent.answer(1s));
  EXPECT_FALSE(silent.ended());
  EXPECT_EQ(silent.kill(), "signal 9");
}

TEST_F(ServedModules, PrintWhatTheyLikeWithoutBeingTakenForAnAnswer) {
  ModelChild one = child("misbehaving");
  one.ask(run("chat", 5));
  const auto done = one.answer();
  ASSERT_EQ(words(done), "done: ");
  EXPECT_EQ((*done)["id"], 5);
  EXPECT_EQ((*done)["result"]["folder"], folder_ / "out") << "not what the module printed in the form of an answer";
}

TEST_F(ServedModules, StopWhenTheyAreAskedAndWhenNobodyIsThereAnyMore) {
  ModelChild one = child("misbehaving");
  one.ask(run("slow-stop"));
  ASSERT_TRUE(one.hasBegun());
  one.ask(run("well", 2));
  EXPECT_THAT(words(one.answer()), HasSubstr("a run is under way"));
  one.ask(plain("stop"));
  EXPECT_THAT(words(one.answer()), HasSubstr("stopped"));

  ModelChild alone = child("misbehaving");
  alone.ask(run("slow-stop"));
  ASSERT_TRUE(alone.hasBegun());
  const auto begin = std::chrono::steady_clock::now();
  alone.askNoMore();
  EXPECT_EQ(alone.end(), "exit 0");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s) << "its run would go on for twenty seconds";
}

TEST_F(ServedModules, RefuseWhatTheyCannotRead) {
  ModelChild one = child("misbehaving");
  one.write("no message\n");
  EXPECT_THAT(words(one.answer()), HasSubstr("no message"));
  one.write("{\"ask\": \"dance\"}\n");
  EXPECT_THAT(words(one.answer()), HasSubstr("no message"));
  Json ask = run("well");
  ask["around"] = folder_ / "nowhere";
  one.ask(ask);
  const auto nowhere = one.answer();
  EXPECT_THAT(words(nowhere), HasSubstr("no such file"));
  EXPECT_EQ((*nowhere)["file"], folder_ / "nowhere");
  ask = run("well");
  ask["settings"]["duraton"] = 5;
  one.ask(ask);
  const auto misspelt = one.answer();
  EXPECT_EQ((*misspelt)["field"], "duraton");
  EXPECT_THAT((*misspelt)["remedyEn"], HasSubstr("duration"));
  one.ask(run("well"));
  EXPECT_EQ(words(one.answer()), "done: ");
}

TEST_F(ServedModules, ThatCannotBeLoadedAnswerEachAskWithWhy) {
  for (const auto& [name, why] : {std::pair("unresolved", "solveWhatNobodyCanSolve"),
                                  {"otherversion", "version 99"},
                                  {"throws", "no licence"},
                                  {"volcano", "no module \"volcano\""}}) {
    ModelChild one = child(name);
    one.ask(plain("describe", 3));
    const auto answer = one.answer();
    EXPECT_THAT(words(answer), AllOf(HasSubstr("failed"), HasSubstr(why))) << name;
    EXPECT_EQ(answer ? answer->value("id", 0) : 0, 3);
    EXPECT_EQ(one.end(), "exit 1");
  }
  ModelChild crashes = child("crashes");
  crashes.ask(plain("describe"));
  EXPECT_FALSE(crashes.answer());
  EXPECT_EQ(crashes.end(), "signal 11");
}

TEST_F(ServedModules, FailWithASentenceOnTheCommandLineToo) {
  const auto command = [&](const std::string& more) {
    return runProcess("FENGSUI_MODULES=" FENGSUI_BAD_MODULES " " FENGSUI_BIN
                      "/fengsuictl --lang en model misbehaving " +
                      more + " --out " + folder_ / "out");
  };
  const auto thrown = command("--set how=throw");
  EXPECT_EQ(thrown.exitCode, 1);
  EXPECT_THAT(thrown.output, HasSubstr("matrix is singular"));
  const auto well = command("--set how=well");
  EXPECT_EQ(well.exitCode, 0);
  EXPECT_EQ(well.output.find(" %"), std::string::npos) << "how far it is, is for a terminal or whoever asks";
  EXPECT_THAT(command("--progress --set how=well").output, HasSubstr("computing · 0 %"));
  // What it prints by itself is nobody's answer.
  const auto chat = command("--json --set how=chat 2>/dev/null");
  EXPECT_EQ(chat.exitCode, 0);
}

}  // namespace
}  // namespace fengsui
