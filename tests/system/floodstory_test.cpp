// SPDX-License-Identifier: GPL-3.0-or-later
// A night from the first gauge to the last closure, without a window: what the desk does by hand is done by commands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "journal/series.h"
#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;

class FloodStory : public testing::Test {
 protected:
  ProcessResult run(const std::string& arguments) {
    return runProcess("FENGSUI_MODULES=" FENGSUI_MODULES_BUILT " " FENGSUI_BIN "/fengsuictl --lang en --station " +
                      folder_ / "demo/demo.fengsui" + " " + arguments);
  }
  json answer(const std::string& arguments) {
    const ProcessResult result = run("--json " + arguments);
    EXPECT_EQ(result.exitCode, 0) << arguments << "\n" << result.output;
    const auto begin = result.output.find_first_of("[{");
    json out = json::parse(begin == std::string::npos ? "" : result.output.substr(begin), nullptr, false);
    EXPECT_FALSE(out.is_discarded()) << arguments << "\n" << result.output;
    return out;
  }
  void measure(const std::string& series, double millimetres) {
    auto store = SeriesStore::open(StationFiles::of(folder_ / "demo/demo.fengsui"));
    ASSERT_TRUE(store) << store.error();
    const SeriesReading reading{series, "mm", {systemNow().plusMs(-60'000), millimetres, std::nullopt}};
    ASSERT_TRUE(store->append({&reading, 1}));
  }
  static const json* level(const json& advice, const std::string& plan) {
    for (const json& one : advice["levels"])
      if (one["plan"] == plan) return &one;
    return nullptr;
  }
  // The words of the criteria that hold.
  static std::string because(const json& level) {
    std::string out;
    for (const json& one : level["because"])
      out += one["says"].get<std::string>() + "：" + one["measured"].get<std::string>() + '\n';
    return out;
  }
  static bool isHit(const json& exposure, const std::string& name) {
    // An empty list is left out.
    for (const json& hit : exposure.value("hits", json::array()))
      if (hit.value("name", "") == name) return true;
    return false;
  }

  TempFolder folder_ = TempFolder::inMemory();
};

TEST_F(FloodStory, GoesFromTheGaugeToOrdersAndClosedRoads) {
  ASSERT_EQ(runProcess(FENGSUI_BIN "/fengsuictl demo create " + folder_ / "demo" + " --small").exitCode, 0);

  // The village below the gauge, its town, and the ground around it.
  json village;
  for (const json& zone : answer("show riskZone"))
    if (zone.value("name", "") == "下庄村") village = zone;
  ASSERT_TRUE(village.is_object());
  const json corner = village["shape"]["areas"][0][0][0];
  const double lon = corner[0].get<double>() / 1e7, lat = corner[1].get<double>() / 1e7;

  // It rains until the trigger for moving at once is passed.
  measure("rain 180/下庄村", 75);
  measure("rain 60/下庄村", 52);
  const json gauges = answer("model flood --gauges")["advice"];
  const json* district = level(gauges, "flood.district");
  ASSERT_TRUE(district);
  EXPECT_EQ((*district)["level"], "二级");
  EXPECT_TRUE((*district)["already"]);
  EXPECT_THAT(because(*district), HasSubstr("立即转移"));
  EXPECT_THAT(answer("model flood --gauges")["says"].dump(), HasSubstr("52 mm")) << "with the gauge that says so";
  EXPECT_FALSE((*district).value("running", false)) << "only level III was begun";

  // A run is proposed, and filled in; a smaller piece of ground makes it quick.
  const json proposals = answer("model flood --propose");
  ASSERT_GE(proposals.size(), 1U);
  json scenario = proposals[0]["settings"];
  EXPECT_GT(std::stod(scenario["rain.total"].get<std::string>()), 50);
  const auto degrees = [](double value) { return std::to_string(value); };
  scenario["area"] =
      degrees(lon - 0.02) + "," + degrees(lat - 0.02) + "," + degrees(lon + 0.03) + "," + degrees(lat + 0.02);
  scenario["cell"] = 40;
  scenario["duration"] = 5400;
  std::ofstream(folder_ / "scenario.json") << scenario.dump();
  const std::string out = folder_ / "results";
  const json result = answer("model flood --scenario " + folder_ / "scenario.json" + " --out " + out);
  EXPECT_TRUE(isHit(result["exposure"], "下庄村"));
  EXPECT_GT(result["exposure"]["people"], 0);
  EXPECT_GE(result["forecast"]["confidence"].size(), 1U);
  district = level(result["advice"], "flood.district");
  ASSERT_TRUE(district);
  EXPECT_EQ((*district)["level"], "二级");
  const json& drafts = result["advice"]["orders"];
  ASSERT_GE(drafts.size(), 2U);
  const json* move = nullptr;
  for (const json& draft : drafts)
    if (draft["line"] == "immediate-move") move = &draft;
  ASSERT_TRUE(move);
  EXPECT_THAT((*move)["because"].dump(), HasSubstr("下庄村"));
  std::vector<std::string> addressees;
  for (const json& one : (*move)["brief"]["each"]) addressees.push_back(one["name"]);
  EXPECT_THAT(addressees, Contains(HasSubstr("下庄村")));
  ASSERT_GE(result["advice"]["closures"].size(), 1U);

  // Nothing has happened by itself.
  const auto orders = [&] { return answer("show order"); };
  const std::size_t before = orders().size();
  const std::size_t closedBefore = answer("show roadClosure").size();

  // The response is raised by the one who signs, and what the forecast advises is taken.
  std::string running;
  for (const json& response : answer("show response"))
    if (response.value("plan", "") == "flood.district") running = response["id"];
  ASSERT_FALSE(running.empty());
  answer("response level " + running + " --to 二级 --sign 总指挥");
  const json taken = answer("model flood --accept orders --accept closures --by 值班长 --out " + out);
  EXPECT_EQ(taken["drafted"], drafts.size());
  EXPECT_EQ(taken["closed"], result["advice"]["closures"].size());
  EXPECT_EQ(orders().size(), before + drafts.size());
  EXPECT_EQ(answer("show roadClosure").size(), closedBefore + result["advice"]["closures"].size());
  const json again = answer("model flood --accept orders --accept closures --by 值班长 --out " + out);
  EXPECT_EQ(again["drafted"], 0);
  EXPECT_EQ(again["known"], drafts.size() + result["advice"]["closures"].size());

  // One of them is signed: it has a number and copies, on the line of the response that runs.
  json draft;
  for (const json& one : orders())
    if (one["brief"].value("task", "").find("依据：") != std::string::npos && one["brief"]["title"] == "立即转移")
      draft = one;
  ASSERT_TRUE(draft.is_object());
  EXPECT_EQ(draft.value("status", "drafted"), "drafted");
  EXPECT_TRUE(draft.contains("item"));
  EXPECT_EQ(draft.value("response", ""), running);
  answer("order issue " + draft["id"].get<std::string>() + " --sign 总指挥 --by 值班长");
  for (const json& one : orders())
    if (one["id"] == draft["id"]) {
      EXPECT_EQ(one["status"], "issued");
      EXPECT_FALSE(one.value("number", "").empty());
      EXPECT_GE(one["copies"].size(), addressees.size());
    }

  // An hour later it is computed anew: what is different is said.
  scenario["rain.total"] = 0;
  scenario["rain"] = "0:5 10800:0";
  std::ofstream(folder_ / "scenario.json") << scenario.dump();
  const json less =
      answer("model flood --scenario " + folder_ / "scenario.json" + " --out " + folder_ / "later --before " + out);
  EXPECT_FALSE(isHit(less["exposure"], "下庄村"));
  EXPECT_THAT(less["advice"]["changes"].dump(), HasSubstr("not hit any more"));
}

}  // namespace
}  // namespace fengsui
