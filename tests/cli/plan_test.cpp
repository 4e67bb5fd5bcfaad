// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PlanCommand : public CommandLine {
 protected:
  std::string fixture(const std::string& name) { return std::string(FENGSUI_FIXTURES) + "/plans/" + name; }
};

TEST_F(PlanCommand, ChecksAFileAndSaysWhereItIsWrong) {
  newStation();
  EXPECT_NE(done("plan check " + fixture("good.yaml")).find("flood.test 1, 2 items"), std::string::npos);
  const ProcessResult wrong = run("plan check " + fixture("wrong_kind.yaml"));
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_NE(wrong.output.find("wrong_kind.yaml:25:11: items[1].kind: one of instruction, appeal"), std::string::npos)
      << wrong.output;
  EXPECT_NE(wrong.output.find("did you mean instruction?"), std::string::npos) << wrong.output;
}

TEST_F(PlanCommand, ChecksTheListOfPosts) {
  newStation();
  const std::string file = folder_ / "posts.yaml";
  std::ofstream(file) << "edition: \"1\"\nposts:\n  - {post: 值班长, en: duty chief}\n  - {post: 信息席, en: desk}\n";
  EXPECT_THAT(done("plan check " + file), HasSubstr("posts 1, 2 posts"));
  std::ofstream(file) << "edition: \"1\"\nposts:\n  - {post: 值班长, en: duty chief}\n  - {post: 值班长, en: desk}\n";
  const ProcessResult wrong = run("plan check " + file + " " + fixture("good.yaml"));
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_THAT(wrong.output, HasSubstr("posts.yaml:4:12: posts[1].post \"值班长\": this post stands twice"));
  EXPECT_THAT(wrong.output, HasSubstr("flood.test 1, 2 items")) << "the plan beside it is checked all the same";
}

TEST_F(PlanCommand, FindsTheShippedPlansWhereItIsInstalled) {
  const std::string prefix = folder_ / "prefix";
  for (const char* part : {"cli", "libraries", "plans"}) {
    const auto installed = runProcess("cmake --install " FENGSUI_BUILD " --prefix " + prefix + " --component " + part);
    ASSERT_EQ(installed.exitCode, 0) << installed.output;
  }
  const auto listed = runProcess("cd / && " + prefix + "/bin/fengsuictl --lang en plan list");
  EXPECT_THAT(listed.output, HasSubstr("flood.district"));
  EXPECT_THAT(listed.output, HasSubstr("annex.duty"));
  EXPECT_THAT(listed.output, HasSubstr("forestfire.district"));
  EXPECT_THAT(listed.output, Not(HasSubstr("errors")));
}

TEST_F(PlanCommand, WarnsOfWhatTheStationDoesNotKnow) {
  newStation();
  const auto checked = json("plan check " + fixture("good.yaml"));
  ASSERT_EQ(checked.size(), 1u);
  ASSERT_FALSE(checked[0]["warnings"].empty());
  EXPECT_EQ(checked[0]["warnings"][0]["value"], "分管区领导");
  EXPECT_EQ(checked[0]["warnings"][0]["line"], 8);
}

TEST_F(PlanCommand, ListsShowsAndMakesACardOfAStationsOwnPlan) {
  newStation();
  ASSERT_EQ(runProcess("mkdir " + folder_ / "s.plans" + " && cp " + fixture("good.yaml") + " " + folder_ / "s.plans")
                .exitCode,
            0);
  const auto listed = json("plan list");
  const auto own =
      std::find_if(listed.begin(), listed.end(), [](const auto& one) { return one.value("plan", "") == "flood.test"; });
  ASSERT_NE(own, listed.end());
  EXPECT_EQ((*own)["items"], 2);
  EXPECT_NE(done("plan show flood.test --level 三级").find("T+30  First [instruction]  值班长"), std::string::npos);
  const auto card = json("plan card flood.test 值班长");
  EXPECT_EQ(card["b"], "副值班长");
  EXPECT_EQ(card["front"][0]["when"], "T+30");
  EXPECT_EQ(done("plan diff flood.test " + fixture("good.yaml")), "they say the same\n");
}

TEST_F(PlanCommand, ExpandsATableAndKeepsTheEditionsOfRowsThatDidNotChange) {
  const std::string table = folder_ / "villages.csv";
  const auto write = [&](const char* people) {
    std::ofstream(table) << "村名,人\n北沟村," << people << "\n南沟村,88\n";
  };
  std::ofstream(folder_ / "v.yaml") << R"(plan: village
edition: "2026-1"
effective: 2026-06-01
source: 示例
title: {zh: 转移, en: Evacuation}
hazard: flashFlood
template: {table: {key: 村名, columns: {村名: text, 人: number}}, id: "village/{row.村名}", title: {zh: "{row.村名}", en: "{row.村名}"}}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - {id: move, title: {zh: 转移, en: Move}, phase: act, owner: {post: 村书记}, do: "转移{row.人}人"}
)";
  const std::string command = "plan expand " + folder_ / "v.yaml" + " " + table;
  write("213");
  EXPECT_EQ(json(command)["added"].size(), 2u);
  EXPECT_EQ(json(command)["unchanged"], 2);
  write("214");
  const auto again = json(command);
  EXPECT_EQ(again["changed"], nlohmann::json::array({"village/北沟村"}));
  EXPECT_EQ(again["plans"][0]["edition"], "2026-1.2");
  const std::string out = folder_ / "lines.xlsx";
  done(command + " --out " + out);
  std::ifstream workbook(out, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(workbook), {}).substr(0, 2), "PK") << "a workbook is a ZIP file";
  const std::string lines = folder_ / "lines.csv";
  done(command + " --out " + lines);
  std::ifstream in(lines);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  EXPECT_THAT(text, HasSubstr("village/北沟村,2026-1.2,move,Act,,Move,instruction,,村书记,,T+0,转移214人"));
  EXPECT_THAT(text, HasSubstr("转移88人"));
  write("many");
  const ProcessResult wrong = run(command);
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_NE(wrong.output.find("villages.csv:2: 人 \"many\": a number is wanted"), std::string::npos) << wrong.output;
}

}  // namespace
}  // namespace fengsui
