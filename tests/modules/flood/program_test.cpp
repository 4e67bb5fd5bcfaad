// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "flood/model/mapframes.h"
#include "flood/model/program.h"
#include "flood/model/scenario.h"
#include "gis/raster.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

class FloodProgram : public testing::Test {
 protected:
  // A bowl of 30 m cells.
  std::string bowl(int cells) {
    Raster out{cells, cells, 440000, 4430000, 30, 30, "EPSG:32650", {}};
    for (int j = 0; j < cells; ++j)
      for (int i = 0; i < cells; ++i) {
        const double x = i - 0.5 * cells, y = j - 0.5 * cells;
        out.values.push_back(100 + 0.02 * std::sqrt(x * x + y * y) * 30);
      }
    EXPECT_TRUE(writeRaster(out, folder_ / "dem.tif"));
    return folder_ / "dem.tif";
  }
  Result<Json> run(const std::vector<std::string>& said, const std::stop_token& stop = {},
                   const flood::TellShare& progress = {}) {
    const auto values = SettingValues::from(flood::floodSettings(), nullptr, said);
    if (!values) return failure(values.error());
    return flood::runFlood(*values, folder_ / "out", header(), stop, progress);
  }
  static FramesHeader header() {
    FramesHeader out;
    out.layer = flood::depthLayer();
    return out;
  }
  std::string content(const std::string& name) {
    std::ifstream stream(folder_.path() / "out" / name, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
  }
  TempFolder folder_;
};

TEST_F(FloodProgram, LeavesRastersTablesAndASummaryWithItsBalance) {
  std::ofstream(folder_ / "gauges.csv") << "x,y\n440615,4429385\n";
  std::ofstream(folder_ / "sections.csv") << "440300,4429400,440900,4429400,across\n";
  double last = -1;
  const auto summary = run({"dem=" + bowl(40), "rain=100", "duration=1800", "save.every=600", "gauges.every=60",
                            "gauges=" + (folder_ / "gauges.csv"), "sections=" + (folder_ / "sections.csv"),
                            "infiltration=constant", "infiltration.rate=10"},
                           {}, [&](double share, double) {
                             EXPECT_GE(share, last);
                             last = share;
                           });
  ASSERT_TRUE(summary) << summary.error();
  EXPECT_EQ(last, 1);
  EXPECT_NEAR((*summary)["volume_m3"]["rained"].get<double>(), 0.05 * 1200 * 1200, 1);
  EXPECT_LE((*summary)["mass_error"].get<double>(), 1e-5);
  EXPECT_GT((*summary)["flooded_area_m2"].get<double>(), 0);
  EXPECT_EQ((*summary)["provenance"]["inputs"].size(), 1U + 0U);
  EXPECT_EQ((*summary)["provenance"]["inputs"][0]["blake2b"].get<std::string>().size(), 64U);
  EXPECT_FALSE((*summary)["caveats"].empty());
  EXPECT_EQ(Json::parse(content("summary.json"))["volume_m3"], (*summary)["volume_m3"]);
  const std::filesystem::path out = folder_ / "out";
  for (const char* name :
       {"depth_0000000.tif", "depth_0000600.tif", "u_0001200.tif", "v_0001800.tif", "level_0001800.tif",
        "depth_max.tif", "depth_max_time.tif", "arrival.tif", "duration.tif", "speed_max.tif", "hazard_max.tif"})
    EXPECT_TRUE(std::filesystem::exists(out / name)) << name;
  // What the rasters hold is what the summary says.
  const auto depth = readRaster(out / "depth_0001800.tif");
  ASSERT_TRUE(depth);
  double volume = 0;
  for (const double h : depth->values) volume += h * 900;
  EXPECT_NEAR(volume, (*summary)["volume_m3"]["stored"].get<double>(), 1e-4 * volume);
  const std::string gauges = content("gauges.csv");
  EXPECT_EQ(gauges.substr(0, gauges.find('\n')), "time,x,y,depth,u,v,level");
  EXPECT_EQ(std::count(gauges.begin(), gauges.end(), '\n'), 32);
  EXPECT_THAT(content("discharges.csv"), testing::HasSubstr("1800,across,"));
  EXPECT_THAT(content("volumes.csv"), testing::HasSubstr("time,stored,rained"));
}

TEST_F(FloodProgram, GivesACoarseAnswerBeforeTheFineOne) {
  double last = 0;
  bool coarseFirst = false;
  const auto summary = run({"dem=" + bowl(80), "rain=60", "duration=600", "coarse=4"}, {}, [&](double share, double) {
    EXPECT_GE(share, last);
    last = share;
    if (share > 0.2 && share < 0.9)
      coarseFirst = std::filesystem::exists(folder_.path() / "out" / "coarse" / "summary.json");
  });
  ASSERT_TRUE(summary) << summary.error();
  EXPECT_EQ(last, 1);
  EXPECT_TRUE(coarseFirst);
  const Json coarse = Json::parse(content("coarse/summary.json"));
  EXPECT_EQ(coarse["cells"].get<int>(), 400);
  EXPECT_EQ((*summary)["cells"].get<int>(), 6400);
  EXPECT_NEAR(coarse["volume_m3"]["rained"].get<double>(), (*summary)["volume_m3"]["rained"].get<double>(), 1);
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "out" / "coarse" / "depth_max.tif"));
}

TEST_F(FloodProgram, EndsOnATerrainThatNamesNoPlaceOnTheMap) {
  Raster ground{20, 20, 0, 200, 10, 10, "", std::vector<double>(400, 5.0)};
  ASSERT_TRUE(writeRaster(ground, folder_ / "local.tif"));
  std::stop_source patience;
  const std::jthread clock([&](const std::stop_token& over) {
    for (int k = 0; k < 200 && !over.stop_requested(); ++k) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    patience.request_stop();
  });
  const auto summary =
      run({"dem=" + (folder_ / "local.tif"), "initial.depth=0.5", "duration=60"}, patience.get_token());
  ASSERT_TRUE(summary) << summary.error();
  EXPECT_EQ((*summary)["time_s"].get<double>(), 60);
}

TEST_F(FloodProgram, SaysTheSameTwice) {
  // Fewer than 8,192 cells are not worth a second thread.
  const std::vector<std::string> said{"dem=" + bowl(100), "rain=60", "duration=600", "threads=2"};
  ASSERT_TRUE(run(said));
  const std::string first = content("depth_max.tif") + content("volumes.csv");
  auto alone = said;
  alone.back() = "threads=1";
  ASSERT_TRUE(run(alone));
  EXPECT_EQ(first, content("depth_max.tif") + content("volumes.csv"));
}

TEST_F(FloodProgram, RunsTwiceAtTheSameTime) {
  const std::vector<std::string> said{"dem=" + bowl(100), "rain=60", "duration=300", "threads=2"};
  const auto values = SettingValues::from(flood::floodSettings(), nullptr, said);
  ASSERT_TRUE(values);
  const auto runIn = [&](const char* name) { return flood::runFlood(*values, folder_ / name, header()).has_value(); };
  auto beside = std::async(std::launch::async, [&] { return runIn("beside"); });
  const bool here = runIn("here");
  EXPECT_TRUE(beside.get() && here);
  ASSERT_TRUE(run(said));
  const std::string alone = content("depth_max.tif") + content("volumes.csv");
  EXPECT_FALSE(alone.empty());
  for (const std::string folder : {"../beside/", "../here/"})
    EXPECT_EQ(content(folder + "depth_max.tif") + content(folder + "volumes.csv"), alone);
}

TEST_F(FloodProgram, StopsWithinAFifthOfASecondAndLeavesNoSummary) {
  // Instrumented programs are many times slower; what counts there is that it stops at all.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr int patience = 5000;
#else
  constexpr int patience = 200;
#endif
  const std::string dem = bowl(700);
  std::stop_source source;
  std::chrono::steady_clock::time_point asked;
  std::jthread impatient;
  bool begun = false;
  const auto result = run({"dem=" + dem, "rain=100", "duration=86400"}, source.get_token(), [&](double, double) {
    if (std::exchange(begun, true)) return;
    impatient = std::jthread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      asked = std::chrono::steady_clock::now();
      source.request_stop();
    });
  });
  const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().sentence(Language::english), testing::HasSubstr("stopped"));
  EXPECT_LE(late.count(), patience);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out" / "summary.json"));
}

TEST_F(FloodProgram, RefusesAFolderThatCannotBe) {
  const auto values = SettingValues::from(flood::floodSettings(), nullptr, {"dem=" + bowl(20), "duration=10"});
  std::ofstream(folder_ / "file") << "x";
  const auto result = flood::runFlood(*values, std::filesystem::path(folder_ / "file") / "out", header());
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().sentence(Language::english), testing::HasSubstr("file/out"));
}

TEST_F(FloodProgram, LeavesNothingOfAnEarlierRunInTheFolder) {
  std::ofstream(folder_ / "points.csv") << "440015,4429985\n";
  const std::string dem = bowl(20);
  ASSERT_TRUE(run({"dem=" + dem, "rain=100", "duration=20", "save.every=10", "coarse=2", "durations=0.6",
                   "gauges=" + (folder_ / "points.csv")}));
  const std::filesystem::path out = folder_ / "out";
  std::ofstream(out / "notes.csv") << "mine\n";
  ASSERT_TRUE(run({"dem=" + dem, "rain=100", "duration=5"}));
  for (const char* gone :
       {"gauges.csv", "depth_0000010.tif", "u_0000020.tif", "duration_0.6m.tif", "coarse/summary.json"})
    EXPECT_FALSE(std::filesystem::exists(out / gone)) << gone;
  for (const char* kept : {"notes.csv", "depth_0000005.tif", "summary.json"})
    EXPECT_TRUE(std::filesystem::exists(out / kept)) << kept;
}

TEST_F(FloodProgram, DoesNotWriteOverWhatItReads) {
  std::filesystem::create_directories(folder_.path() / "out");
  std::ofstream(folder_.path() / "out" / "gauges.csv") << "440015,4429985\n";
  const auto result = run({"dem=" + bowl(20), "duration=5", "gauges=" + (folder_ / "out/gauges.csv")});
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().sentence(Language::english), testing::HasSubstr("take the place of this file"));
  EXPECT_EQ(content("gauges.csv"), "440015,4429985\n");
}

TEST_F(FloodProgram, TellsEverySettingInBothLanguages) {
  for (const Setting& setting : flood::floodSettings()) {
    EXPECT_FALSE(setting.en.empty()) << setting.name;
    EXPECT_FALSE(setting.zh.empty()) << setting.name;
  }
}

}  // namespace
}  // namespace fengsui
