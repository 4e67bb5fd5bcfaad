// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

class Sensors : public CommandLine {
 protected:
  void SetUp() override {
    newStation();
    std::ofstream(folder_ / "zones.csv") << "名称,类型,经度,纬度\n铁路东桥,下凹式立交桥,116.63,40.31\n";
    done("import " + folder_ / "zones.csv --as riskZone");
    done(
        "sensors add 铁路东桥监测点 --kind 积水监测点 --unit cm --series depth/铁路东桥 --watches 铁路东桥 "
        "--threshold '劝返>=15 until 10' --threshold 'closed>=27 until 5'");
  }
  std::string refused(const std::string& command) {
    const auto ran = run(command);
    EXPECT_EQ(ran.exitCode, 1) << command << "\n" << ran.output;
    return ran.output;
  }
};

TEST_F(Sensors, SayWhichThresholdIsReachedAndSinceWhen) {
  EXPECT_THAT(done("sensors list --reached"), HasSubstr("no threshold is reached"));
  for (const auto& [ago, depth] : {std::pair("-40m", "6"), {"-30m", "16"}, {"-20m", "29"}, {"-10m", "12"}})
    done(std::string("--happened ") + ago + " sensors record 铁路东桥监测点 " + depth);
  const auto list = json("sensors list --reached");
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["newest"]["value"], 12);
  EXPECT_EQ(list[0]["watches"][0], "铁路东桥");
  EXPECT_TRUE(list[0]["thresholds"][0]["holds"]) << "until 10";
  EXPECT_TRUE(list[0]["thresholds"][1]["holds"]) << "until 5";
  EXPECT_EQ(list[0]["position"], "116.63000,40.31000") << "where it watches";
  EXPECT_THAT(done("sensors list"), HasSubstr("closed to traffic: at or above 27 cm, until 5 cm"));
  EXPECT_EQ(json("sensors list --reached --at -35m").size(), 0u) << "one moment before";
  EXPECT_THAT(done("sensors show 铁路东桥"), HasSubstr("now 12 cm"));
  EXPECT_EQ(json("sensors show 铁路东桥 --last 2")["readings"].size(), 2u);
  EXPECT_EQ(json("show sensors")[0]["series"], "depth/铁路东桥");
}

TEST_F(Sensors, TakeATableOfReadingsAllOrNone) {
  std::ofstream(folder_ / "readings.csv") << "时间,站点,读数\n2026-07-20 21:00,铁路东桥监测点,12.5\n"
                                             "2026-07-20 21:05,铁路东桥监测点,28\n";
  EXPECT_THAT(done("sensors record --file " + folder_ / "readings.csv"), HasSubstr("2 readings recorded"));
  EXPECT_THAT(refused("sensors show 铁路东桥 --at 2026-07-20T21:06"), HasSubstr("no sensor called"))
      << "the station is younger";
  std::ofstream(folder_ / "readings.csv", std::ios::app) << "2026-07-20 21:10,西桥监测点,3\n";
  EXPECT_THAT(refused("sensors record --file " + folder_ / "readings.csv"), HasSubstr("西桥监测点"));
  std::ofstream(folder_ / "none.csv") << "a,b\n1,2\n";
  EXPECT_THAT(refused("sensors record --file " + folder_ / "none.csv"), HasSubstr("columns time, sensor and value"));
}

TEST_F(Sensors, AreRefusedInOneSentence) {
  EXPECT_THAT(refused("sensors record 铁路东桥 深"), HasSubstr("is no reading"));
  EXPECT_THAT(refused("sensors record 西桥 3"), HasSubstr("no sensor called \"西桥\""));
  const std::string other = "sensors add 西桥 --kind waterDepth --unit cm --series depth/";
  EXPECT_THAT(refused(other + "铁路东桥"), HasSubstr("are kept under this name already"));
  EXPECT_THAT(refused(other + "西桥 --threshold 断路27"), HasSubstr("is no threshold"));
  EXPECT_THAT(refused(other + "西桥 --watches 无名桥"), HasSubstr("无名桥"));
  EXPECT_THAT(refused("sensors add 西桥 --kind 潮汐 --unit cm --series x"), HasSubstr("not one of the choices"));
}

}  // namespace
}  // namespace fengsui
