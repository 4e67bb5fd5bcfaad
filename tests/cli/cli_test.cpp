// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

TEST_F(CommandLine, DoesTheMainJobFromAnEmptyFolderToAVerifiedReplay) {
  newStation();
  done("import " FENGSUI_FIXTURES "/tables/teams-merged.xlsx --as teams");
  done("incident report --kind 火情 --title 桥梓镇火情 --locality 桥梓镇 --location 116.52,40.33");
  const auto before = json("replay");
  done("team send 示范镇救援队 --to 桥梓镇火情 --task 灭火 --eta +20m");
  bool sent = false;
  for (const auto& team : json("show teams")) sent |= team["name"] == "示范镇救援队" && team["status"] == "enRoute";
  EXPECT_TRUE(sent);
  EXPECT_THAT(done("journal verify"), HasSubstr("every chain intact"));

  done("undo");
  EXPECT_EQ(json("station info")["overview"]["teamsOut"], 0);
  // What was sent and taken back is still there to look back on.
  EXPECT_NE(json("replay")["hash"], before["hash"]);
}

TEST_F(CommandLine, RefusesWithTheRuleAndTellsUsageFromRefusal) {
  newStation();
  done("import " FENGSUI_FIXTURES "/tables/teams-merged.xlsx --as teams");
  done("incident report --kind flood --title 甲");
  done("incident report --kind flood --title 乙");
  done("team send 示范镇救援队 --to 甲");
  const auto again = run("team send 示范镇救援队 --to 乙");
  EXPECT_EQ(again.exitCode, 1);
  EXPECT_THAT(again.output, HasSubstr("cannot be sent elsewhere without release"));
  EXPECT_EQ(run("team send").exitCode, 2);
  EXPECT_EQ(run("team fly 示范镇救援队").exitCode, 2);
  const auto unknown = run("incident close 丙");
  EXPECT_EQ(unknown.exitCode, 1);
  EXPECT_THAT(unknown.output, HasSubstr("丙"));
  const auto chinese = run("--lang zh team send 示范镇救援队 --to 乙");
  EXPECT_THAT(chinese.output, HasSubstr("未解除任务不能另派"));
}

TEST_F(CommandLine, DecidesWhoseCountHoldsAndTakesTheDecisionBack) {
  newStation();
  done("incident report --kind flood --title 甲");
  done("incident figure 甲 missing 5 --whose 公安");
  done("incident figure 甲 missing 3 --whose 镇政府");
  EXPECT_EQ(run("incident decide-figure 甲 missing --whose 镇政府").exitCode, 2) << "without a reason";
  done("incident decide-figure 甲 missing --whose 镇政府 --reason 名单比对");
  EXPECT_TRUE(json("show incidents")[0]["figures"][1]["decided"]);
  done("undo");
  EXPECT_FALSE(json("show incidents")[0]["figures"][1]["decided"]);
}

TEST_F(CommandLine, ImportsAllRowsOrNoneAndUpdatesTheSecondTime) {
  newStation();
  std::ofstream(folder_ / "teams.csv")
      << "队伍名称,人数,经度,纬度\n甲队,20,116.5,40.3\n乙队,很多,116.6,40.3\n,5,116.6,40.3\n";
  const auto bad = run("import " + folder_ / "teams.csv" + " --as teams");
  EXPECT_EQ(bad.exitCode, 1);
  EXPECT_THAT(bad.output, HasSubstr("row 3: 人数 \"很多\""));
  EXPECT_THAT(bad.output, HasSubstr("row 4: name"));
  EXPECT_TRUE(json("show teams").empty());

  done("import " + folder_ / "teams.csv" + " --as teams --leave-out-bad-rows");
  EXPECT_EQ(json("show teams").size(), 1u);
  std::ofstream(folder_ / "teams.csv") << "队伍名称,人数,经度,纬度\n甲队,25,116.5,40.3\n丁队,8,116.6,40.3\n";
  EXPECT_EQ(json("import " + folder_ / "teams.csv" + " --as teams --dry-run")["changes"], 2);
  EXPECT_EQ(json("import " + folder_ / "teams.csv" + " --as teams")["changes"], 2);
  EXPECT_EQ(json("import " + folder_ / "teams.csv" + " --as teams")["changes"], 0);
  EXPECT_EQ(json("show teams").size(), 2u);
}

TEST_F(CommandLine, ExportsWhatItImportsAgain) {
  newStation();
  done("import " FENGSUI_FIXTURES "/tables/teams-merged.xlsx --as teams");
  for (const char* ending : {"csv", "xlsx", "geojson", "gpkg", "kml"}) {
    const std::string file = folder_ / ("teams." + std::string(ending));
    done("export teams " + file);
    EXPECT_EQ(json("import " + file + " --as teams")["changes"], 0) << ending;
  }
}

TEST_F(CommandLine, LooksBackToWhatThisSeatKnewThen) {
  newStation();
  done("incident report --kind flood --title 甲 ");
  done("incident figure 甲 trapped 9 --whose 公安");
  EXPECT_TRUE(json("show incidents --at -1h").empty());
  EXPECT_TRUE(json("show incidents --at -1h --known-by-here").empty());
  EXPECT_EQ(json("show incidents")[0]["figures"][0]["count"], 9);
}

TEST_F(CommandLine, MovesStockAndNeverBelowZero) {
  newStation();
  std::ofstream(folder_ / "depots.csv") << "物资库名称,物资清单\n区库,编织袋500条；铁锹20把\n镇库,编织袋10条\n";
  done("import " + folder_ / "depots.csv" + " --as depots");
  done("stock move 编织袋 300 --from 区库 --to 镇库");
  const auto tooMuch = run("stock move 编织袋 201 --from 区库 --to 镇库");
  EXPECT_EQ(tooMuch.exitCode, 1);
  EXPECT_THAT(tooMuch.output, HasSubstr("never goes below zero"));
}

TEST_F(CommandLine, MakesAFictionalDistrictToReplay) {
  const auto made = runProcess(std::string(FENGSUI_BIN) + "/fengsuictl --json demo create --small " + folder_ / "demo");
  ASSERT_EQ(made.exitCode, 0) << made.output;
  const std::string station = folder_ / "demo/demo.fengsui";
  EXPECT_THAT(runProcess(std::string(FENGSUI_BIN) + "/fengsuictl --lang en -s " + station + " journal verify").output,
              HasSubstr("every chain intact"));
  const auto then =
      runProcess(std::string(FENGSUI_BIN) + "/fengsuictl --json -s " + station + " show incidents --at -56m");
  const auto incidents = nlohmann::json::parse(then.output, nullptr, false);
  std::set<std::string> titles;
  for (const auto& incident : incidents) titles.insert(incident.value("title", ""));
  EXPECT_TRUE(titles.contains("铁路东桥积水")) << then.output;
  EXPECT_FALSE(titles.contains("北沟村山洪")) << "reported in the eighth minute";
  EXPECT_TRUE(std::filesystem::exists(folder_ / "demo/demo.map/district.qgs"));
}

}  // namespace
}  // namespace fengsui
