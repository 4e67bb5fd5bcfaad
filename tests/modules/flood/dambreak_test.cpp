// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/dambreak.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "flood/model/scenario.h"
#include "support/tempfolder.h"

namespace fengsui::flood {
namespace {

TEST(DamBreak, IsAsWideFastAndHighAsTheFormulaeSay) {
  // By hand for 10 million m³ behind 20 m: 0.607 · 10^(7·0.295) · 20^1.24, 63.2 √(10^7 / (9.81 · 400)),
  // 0.27 · 1.3 · 10^(7·0.32) · 20^0.04.
  const DamBreak dam = damBreakOf(1e7, 20);
  EXPECT_NEAR(dam.peak, 2893.78, 0.05);
  EXPECT_NEAR(dam.failureS, 3190.45, 0.05);
  EXPECT_NEAR(dam.widthM, 68.762, 0.005);
}

TEST(DamBreak, ComesAsNearToTetonDamAsItsAuthorSays) {
  // Teton, 1976: 310 million m³ behind 77.4 m; 65,120 m³/s, 1.25 h, 151 m (table of Froehlich 2008). Wahl (2004) gives
  // the bands of the formulae: 0.32 decades for the peak, 0.39 for the width, 0.64 for the time.
  const DamBreak teton = damBreakOf(3.1e8, 77.4);
  EXPECT_LT(std::abs(std::log10(teton.peak / 65120)), 0.32);
  EXPECT_LT(std::abs(std::log10(teton.widthM / 151)), 0.39);
  EXPECT_LT(std::abs(std::log10(teton.failureS / 4500)), 0.64);
}

TEST(DamBreakHydrograph, EmptiesTheReservoirExactly) {
  for (const auto& [volume, height] : {std::pair(1e7, 20.0), {3.1e8, 77.4}, {2e5, 4.0}, {5e9, 6.0}}) {
    const Series flow = damBreakHydrograph(volume, height, 600);
    const auto& points = flow.points();
    EXPECT_NEAR(flow.mean(0, points.back().first + 1000) * (points.back().first + 1000), volume, 1e-9 * volume);
    EXPECT_NEAR(flow.highest(), damBreakOf(volume, height).peak, 1e-9 * flow.highest());
    EXPECT_EQ(flow.at(600), 0);
    EXPECT_EQ(flow.at(1e12), 0);
    EXPECT_LE(points[1].first - 600, damBreakOf(volume, height).failureS);
  }
}

class DamWater : public testing::Test {
 protected:
  Result<Scenario> read(std::vector<std::string> said, const std::string& crs = {}) {
    Raster ground{60, 20, 0, 400, 20, 20, crs, {}};
    for (int j = 0; j < 20; ++j)
      for (int i = 0; i < 60; ++i) ground.values.push_back(100 - i * 0.2 + std::abs(j - 10) * 4);
    EXPECT_TRUE(writeRaster(ground, folder_ / "dem.tif"));
    said.push_back("dem=" + (folder_ / "dem.tif"));
    const auto values = SettingValues::from(floodSettings(), nullptr, said);
    if (!values) return failure(values.error());
    return scenarioFrom(*values);
  }
  TempFolder folder_;
};

TEST_F(DamWater, OfAReleaseAndADamBreakRunsIntoTheValley) {
  const auto scenario = read({"release=0:0 600:12 1200:0", "release.at=30,190", "dambreak.at=210,190",
                              "dambreak.volume=10000000", "dambreak.height=8", "dambreak.time=300"});
  ASSERT_TRUE(scenario) << scenario.error();
  ASSERT_EQ(scenario->forcing.inflows.size(), 2U);
  EXPECT_EQ(scenario->forcing.inflows[0].cells, (std::vector<Cell>{{1, 10}}));
  // 66 m wide in a valley whose sides rise by 4 m from cell to cell.
  EXPECT_EQ(scenario->forcing.inflows[1].cells, (std::vector<Cell>{{9, 10}, {10, 10}, {11, 10}}));
  Forcing forcing = scenario->forcing;
  auto solver = *Solver<double>::make(scenario->terrain, forcing, scenario->numerics);
  ASSERT_TRUE(solver.start({}, {}, {}));
  solver.advance(forcing.inflows[1].discharge.points().back().first + 1200);
  EXPECT_NEAR(solver.volumes().sprung, 1e7 + 7200, 1e-6 * 1e7);
  EXPECT_LE(std::abs(solver.volumes().error()), 1e-9 * solver.volumes().received());
}

TEST_F(DamWater, SaysWhatIsMissing) {
  const auto sentence = [&](std::vector<std::string> said) {
    const auto scenario = read(std::move(said));
    return scenario ? std::string() : scenario.error().place.field + ": " + scenario.error().message.en;
  };
  EXPECT_THAT(sentence({"release=5"}), testing::HasSubstr("release.at: "));
  EXPECT_THAT(sentence({"release.at=30,190"}), testing::HasSubstr("release: "));
  EXPECT_THAT(sentence({"dambreak.at=30,190", "dambreak.height=5"}), testing::HasSubstr("dambreak.volume: "));
  EXPECT_THAT(sentence({"dambreak.at=5000,190", "dambreak.height=5", "dambreak.volume=1000"}),
              testing::HasSubstr("dambreak.at: "));
  EXPECT_THAT(sentence({"release=-1", "release.at=30,190"}), testing::HasSubstr("release"));
}

}  // namespace
}  // namespace fengsui::flood
