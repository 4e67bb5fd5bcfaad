// SPDX-License-Identifier: GPL-3.0-or-later
// Published tables through fengsuictl. What is measured stands in modules/flood/VERIFICATION.md; limits are a little
// wider.
#include "modules/flood/published.h"

#include <gtest/gtest.h>

#include <cmath>

#include "modules/flood/commandrun.h"

namespace fengsui::flood {
namespace {

using published::Apart;
using published::Choice;

class PublishedCases : public testing::Test {
 protected:
  void SetUp() override {
    if (published::folder().empty()) GTEST_SKIP() << "skipped: no ../shared/verification/flood";
  }
};

using ADamBreak = PublishedCases;
using ABump = PublishedCases;
using AChannelOfMacDonald = PublishedCases;
using ABasinOfThacker = PublishedCases;
using ASheetOnASlope = PublishedCases;
using AVShapedCatchment = PublishedCases;

constexpr double mm = 1e-3;

Choice ofOrder(int order, int cells, int rows = 3) {
  return {cells, order, false, false, rows};
}
// Enough rows that cells may take steps of their own.
Choice wide(int cells, bool together, bool single = true) {
  return {cells, 2, single, together, (10000 + cells - 1) / cells};
}

void expectNear(const Apart& apart, std::size_t points, double mean, double largest, double massLimit = 1e-9) {
  EXPECT_EQ(apart.points, points);
  EXPECT_LE(apart.mean, mean);
  EXPECT_LE(apart.largest, largest);
  EXPECT_LE(apart.massError, massLimit);
}

TEST_F(ADamBreak, OnDryGroundIsRitters) {
  expectNear(published::ritter(ofOrder(1, 100)), 50, 0.055 * mm, 0.45 * mm);
  expectNear(published::ritter(ofOrder(2, 100)), 50, 0.025 * mm, 0.18 * mm);
  const Apart fine = published::ritter(ofOrder(2, 400));
  expectNear(fine, 50, 0.006 * mm, 0.06 * mm);
  EXPECT_LE(fine.flow, 0.02);
  for (const bool together : {false, true})
    expectNear(published::ritter(wide(200, together)), 50, 0.0125 * mm, 0.11 * mm, 1e-7);
}

TEST_F(ADamBreak, OnWaterIsStokers) {
  // A point stands within a cell of the shock, which is 1.5 mm high.
  expectNear(published::stoker(ofOrder(1, 100)), 50, 0.075 * mm, 0.8 * mm);
  expectNear(published::stoker(ofOrder(2, 100)), 50, 0.027 * mm, 0.75 * mm);
  expectNear(published::stoker(ofOrder(2, 400)), 50, 0.015 * mm, 0.6 * mm);
  for (const bool together : {false, true})
    expectNear(published::stoker(wide(200, together)), 50, 0.021 * mm, 0.75 * mm, 1e-7);
}

TEST_F(ABump, IsFlownOverSubcritically) {
  expectNear(published::subcriticalBump(ofOrder(1, 100)), 50, 3.3 * mm, 25 * mm);
  const Apart fine = published::subcriticalBump(ofOrder(2, 200));
  expectNear(fine, 50, 0.065 * mm, 0.55 * mm);
  EXPECT_LE(fine.flow, 5e-5);
  EXPECT_LE(fine.throughout, 1e-4);
  for (const bool together : {false, true})
    expectNear(published::subcriticalBump(wide(100, together)), 50, 0.4 * mm, 2.3 * mm, 1e-7);
}

TEST_F(ABump, IsFlownOverWithACriticalCrest) {
  expectNear(published::transcriticalBump(ofOrder(1, 100)), 50, 5.5 * mm, 16 * mm);
  const Apart fine = published::transcriticalBump(ofOrder(2, 200));
  expectNear(fine, 50, 0.16 * mm, 0.3 * mm);
  EXPECT_LE(fine.flow, 1e-4);
  EXPECT_LE(fine.throughout, 3e-4);
  for (const bool together : {false, true})
    expectNear(published::transcriticalBump(wide(100, together)), 50, 0.7 * mm, 2.6 * mm, 1e-7);
}

TEST_F(AChannelOfMacDonald, FlowsAtItsLevelWithWhateverLiesBelow) {
  // In first order the cell at the inflow stands 0.1 m too low.
  expectNear(published::macDonald(ofOrder(1, 200), "open"), 200, 5.2 * mm, 120 * mm);
  for (const char* east : {"open", "fall", "depth:0.7484"}) {
    const Apart apart = published::macDonald(ofOrder(2, 200), east);
    expectNear(apart, 200, 2.1 * mm, 3.7 * mm);
    EXPECT_LE(apart.throughout, 1e-4);
  }
  for (const bool together : {false, true})
    expectNear(published::macDonald(wide(200, together), "open"), 200, 2.1 * mm, 3.7 * mm, 1e-7);
}

TEST_F(ABasinOfThacker, IsWhatItWasAfterAPeriodAndThree) {
  expectNear(published::thacker(ofOrder(1, 80), 1), 62, 7.1 * mm, 31 * mm);
  for (const auto& [periods, mean, largest] :
       {std::tuple{0.25, 0.18, 1.3}, {0.5, 0.77, 3.1}, {1.0, 0.85, 3.8}, {3.0, 1.9, 7.7}})
    expectNear(published::thacker(ofOrder(2, 80), periods), 62, mean * mm, largest * mm);
  for (const bool together : {false, true})
    expectNear(published::thacker({160, 2, true, together}, 1), 62, 0.26 * mm, 1.5 * mm, 1e-7);
}

TEST_F(ASheetOnASlope, FlowsAtTheDepthOfManning) {
  const auto sheets = published::sheets();
  ASSERT_EQ(sheets.size(), 54U);
  double sum = 0;
  for (const auto& sheet : sheets) {
    SCOPED_TRACE("slope " + std::to_string(sheet.slope) + ", n " + std::to_string(sheet.n) + ", q " +
                 std::to_string(sheet.flow));
    const Apart apart = published::normalDepth(sheet, ofOrder(2, 80));
    // Roll waves begin where the Froude number is high.
    EXPECT_LE(apart.mean, (sheet.froude > 4 ? 0.02 : 0.003) * sheet.depth);
    EXPECT_LE(apart.massError, 1e-9);
    sum += apart.mean / sheet.depth;
  }
  EXPECT_LE(sum / static_cast<double>(sheets.size()), 0.0005);
}

TEST_F(ASheetOnASlope, IsTheSameWhereCellsTakeStepsOfTheirOwnAndInFloat) {
  const auto sheets = published::sheets();
  for (const std::size_t k : {4U, 38U})
    for (const bool together : {false, true}) {
      const Apart apart = published::normalDepth(sheets.at(k), wide(100, together));
      EXPECT_LE(apart.mean, 0.003 * sheets[k].depth) << k;
      EXPECT_LE(apart.massError, 1e-5);
    }
}

// First order smears a bed that falls by much against the depth: slow sheets on wide cells are up to a fifth too thin.
TEST_F(ASheetOnASlope, IsTooThinInFirstOrderAndThickensWithSmallerCells) {
  const auto sheet = published::sheets().at(6);
  const double wideCells = published::normalDepth(sheet, ofOrder(1, 80)).mean / sheet.depth;
  const double smallCells = published::normalDepth(sheet, ofOrder(1, 320)).mean / sheet.depth;
  EXPECT_LE(wideCells, 0.23);
  EXPECT_LE(smallCells, 0.35 * wideCells);
}

TEST_F(AVShapedCatchment, YieldsInTheEndWhatFallsOnIt) {
  struct Way {
    double cell;
    bool together;
    double wavers;
  };
  for (const Way& way : {Way{20, false, 0.045}, {10, false, 0.005}, {10, true, 0.005}})
    for (const bool onHillsOnly : {false, true}) {
      if (way.together && onHillsOnly) continue;
      Choice choice;
      choice.together = way.together;
      const auto out = published::vCatchment(way.cell, onHillsOnly, choice);
      EXPECT_NEAR(out.outflow, out.expected, 0.003) << way.cell;
      EXPECT_LE(out.wavers, way.wavers) << way.cell;
      EXPECT_NEAR(out.rained, out.expectedRain, 1e-6 * out.expectedRain);
      EXPECT_LE(out.massError, 1e-9);
    }
}

TEST_F(ADamBreak, LeavesInItsRastersWhatItsGaugesSay) {
  CommandRun run(100, 3, 0.1, [](double, double) { return 0.0; });
  run.set("initial.depth", run.raster("initial", [](double x, double) { return x < 5 ? 0.005 : 0.0; }));
  run.set("friction", 0);
  run.set("duration", 6);
  run.set("save.every", 3);
  std::vector<Place> places;
  for (int i = 0; i < 100; ++i) places.push_back({0.1 * i + 0.05, 0.15});
  run.gauges(places);
  run.run();
  for (const int time : {3, 6}) {
    const std::string stamp = "_000000" + std::to_string(time) + ".tif";
    const auto depth = run.resultRaster("depth" + stamp), u = run.resultRaster("u" + stamp);
    const auto gauged = run.atGauges("depth", time), along = run.atGauges("u", time);
    for (std::size_t k = 0; k < 100; ++k) {
      EXPECT_NEAR(depth.values[100 + k], gauged[k], 1e-9);
      EXPECT_NEAR(u.values[100 + k], along[k], 1e-7);
    }
  }
}

}  // namespace
}  // namespace fengsui::flood
