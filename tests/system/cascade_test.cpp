// SPDX-License-Identifier: GPL-3.0-or-later
// What a forecast may lead to, on the command line: water over a dam proposes the break of that dam, and the command
// that is printed computes it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "gis/raster.h"
#include "support/process.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class DamThatOvertops : public testing::Test {
 protected:
  // Level ground at 120 m around 117°E 40°N, and a reservoir there whose crest is at so many metres.
  void make(double crest, const std::string& crs = "EPSG:32650") {
    const bool degrees = crs == "EPSG:4326";
    const double cell = degrees ? 0.0003 : 30;
    Raster ground{30,   30,  degrees ? 116.9955 : 499'550,   degrees ? 40.0045 : 4'428'207, cell,
                  cell, crs, std::vector<double>(900, 120.0)};
    const auto wrote = writeRaster(ground, folder_ / "ground.tif");
    ASSERT_TRUE(wrote) << wrote.error();
    auto station = newStation(folder_ / "s");
    RiskZone dam;
    dam.id.uuid = Uuid::v7(systemNow());
    dam.name = "云岭水库";
    dam.kind = "reservoir";
    dam.shape = Shape::at(*Position::ofDegrees(117, 40));
    dam.attributes = {{"坝顶高程", std::to_string(crest)}, {"坝高", "12"}, {"库容万立方米", "3"}};
    does(*station, Register<RiskZone>{dam});
  }
  ProcessResult command(const std::string& arguments, const std::string& lang = "en") const {
    return runProcess("cd " + folder_.path().string() +
                      " && FENGSUI_MODULES=" FENGSUI_MODULES_BUILT " PATH=" FENGSUI_BIN
                      ":$PATH && export FENGSUI_MODULES && fengsuictl --lang " +
                      lang + " " + arguments);
  }
  ProcessResult run(const std::string& more, const std::string& lang = "en") const {
    return command("--station " + folder_ / "s.fengsui" + " " + more +
                       " model flood --out out --set dem=" + folder_ / "ground.tif" +
                       " initial.depth=3 boundary.west=wall boundary.east=wall boundary.north=wall boundary.south=wall "
                       "duration=20 rasters=end coarse=3",
                   lang);
  }
  TempFolder folder_ = TempFolder::inMemory();
};

TEST_F(DamThatOvertops, ProposesItsBreakWithTheCommandThatComputesIt) {
  make(122.5);
  const auto result = run("--json");
  ASSERT_EQ(result.exitCode, 0) << result.output;
  const json answer = json::parse(result.output, nullptr, false);
  ASSERT_TRUE(answer.is_object()) << result.output;
  ASSERT_EQ(answer["mayLeadTo"].size(), 1U) << "once, though there was a coarse answer before";
  const json& one = answer["mayLeadTo"][0];
  EXPECT_EQ(one["module"], "flood");
  EXPECT_TRUE(one["usable"]);
  EXPECT_EQ(one["settings"]["dambreak.volume"], "30000");
  EXPECT_THAT(one["because"].dump(), HasSubstr("123.00 m"));
  // The command is one: it runs as it stands, and does not write over the forecast that proposed it.
  const std::string said = one["command"];
  ASSERT_EQ(said.rfind("fengsuictl ", 0), 0U);
  const auto next = command(said.substr(std::string("fengsuictl ").size()) + " --set dem=" + folder_ / "ground.tif" +
                            " duration=60 coarse=0");
  ASSERT_EQ(next.exitCode, 0) << said << "\n" << next.output;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out-next-1/forecast.json"));
}

TEST_F(DamThatOvertops, IsToldInWordsWithItsReason) {
  make(122.5);
  const auto english = run("");
  EXPECT_THAT(english.output, HasSubstr("may lead to"));
  EXPECT_THAT(english.output, HasSubstr("dam break of 云岭水库"));
  EXPECT_THAT(english.output, HasSubstr("fengsuictl --station " + folder_ / "s.fengsui" + " model flood --set"));
  const auto chinese = run("", "zh");
  EXPECT_THAT(chinese.output, HasSubstr("云岭水库溃坝"));
  EXPECT_THAT(chinese.output, HasSubstr("可能引发"));
}

TEST_F(DamThatOvertops, IsSeenOnGroundThatIsGivenInDegreesToo) {
  make(122.5, "EPSG:4326");
  const auto result = run("--json");
  const json answer = json::parse(result.output, nullptr, false);
  ASSERT_TRUE(answer.is_object()) << result.output;
  EXPECT_EQ(answer["mayLeadTo"].size(), 1U) << result.output.substr(0, 2000);
}

TEST_F(DamThatOvertops, IsNotOneWhoseCrestStaysDry) {
  make(124);
  const auto result = run("--json");
  const json answer = json::parse(result.output, nullptr, false);
  ASSERT_TRUE(answer.is_object()) << result.output;
  EXPECT_TRUE(answer["mayLeadTo"].empty());
}

}  // namespace
}  // namespace fengsui
