// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/coarsen.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fengsui::flood {
namespace {

// 10 by 7 cells of 2 m, a hole, water that moves.
Scenario scenario() {
  Scenario out;
  out.terrain = {{10, 7}, 2, 2, {}};
  for (int k = 0; k < 70; ++k) {
    out.terrain.bed.push_back(k == 11 ? std::nan("") : 100 + k % 10);
    out.depth.push_back(k == 11 ? 0 : 0.1 * (k % 7));
    out.u.push_back(0.5 * (k % 3));
    out.v.push_back(-0.2);
    out.forcing.manning.cells.push_back(k % 10 < 4 ? 0.02F : 0.06F);
  }
  out.ground = {10, 7, 500, 900, 2, 2, "EPSG:32650", out.terrain.bed};
  out.forcing.rain.frames = {{0, std::vector<float>(70, 2e-5F)}};
  out.forcing.inflows = {{"spring", {{9, 6}, {4, 3}}, Series(2.0)}};
  out.gauges = {{519, 887, 9, 6}};
  out.sections = {{"across", facesAlong(out.terrain.shape, {0, 7}, {10, 0})}};
  out.durationS = 60;
  return out;
}

double total(const std::vector<double>& values, double cell) {
  double sum = 0;
  for (const double value : values) sum += value * cell;
  return sum;
}

TEST(CoarseScenario, HoldsTheSameWaterAndTheSameMomentum) {
  const Scenario fine = scenario(), coarse = coarsened(fine, 4);
  EXPECT_EQ(coarse.terrain.shape, (GridShape{3, 2}));
  EXPECT_EQ(coarse.terrain.dx, 8);
  EXPECT_EQ(coarse.ground.cellWidth, 8);
  EXPECT_NEAR(total(coarse.depth, 64), total(fine.depth, 4), 1e-9);
  double before = 0, after = 0;
  for (std::size_t k = 0; k < fine.depth.size(); ++k) before += fine.depth[k] * fine.u[k] * 4;
  for (std::size_t k = 0; k < coarse.depth.size(); ++k) after += coarse.depth[k] * coarse.u[k] * 64;
  EXPECT_NEAR(after, before, 1e-9);
}

TEST(CoarseScenario, LiesOnTheMeanOfItsGround) {
  const Scenario coarse = coarsened(scenario(), 4);
  // Sixteen cells but for the hole, which is the second of the second row.
  EXPECT_NEAR(coarse.terrain.bed[0], (16 * 101.5 - 101) / 15, 1e-9);
  EXPECT_NEAR(coarse.forcing.manning.cells[0], 0.02, 1e-6);
  EXPECT_NEAR(coarse.forcing.manning.cells[1], 0.06, 1e-6);
  EXPECT_NEAR(coarse.terrain.bed[2], 108.5, 1e-9);
}

TEST(CoarseScenario, KeepsItsPlacesWhereTheyAre) {
  const Scenario coarse = coarsened(scenario(), 4);
  EXPECT_EQ(coarse.gauges[0].column, 2);
  EXPECT_EQ(coarse.gauges[0].row, 1);
  EXPECT_EQ(coarse.forcing.inflows[0].cells[1], (std::pair{1, 0}));
  // From the south-western corner to the north-eastern: as many steps as coarse corners lie between.
  long east = 0, south = 0;
  for (const SectionFace& face : coarse.sections[0].faces) (face.eastward ? east : south) += 1;
  EXPECT_EQ(east, 2);
  EXPECT_EQ(south, 3);
}

TEST(CoarseScenario, RunsAndBalances) {
  const Scenario coarse = coarsened(scenario(), 2);
  auto solver = Solver<double>::make(coarse.terrain, coarse.forcing, coarse.numerics);
  ASSERT_TRUE(solver);
  ASSERT_TRUE(solver->start(coarse.depth, coarse.u, coarse.v));
  solver->advance(coarse.durationS);
  EXPECT_NEAR(solver->volumes().sprung, 120, 1e-6);
  EXPECT_LE(std::abs(solver->volumes().error()), 1e-9 * solver->volumes().received());
}

TEST(CoarseScenario, IsTheFineOneByAFactorOfOne) {
  EXPECT_EQ(coarsened(scenario(), 1).terrain.shape, scenario().terrain.shape);
}

}  // namespace
}  // namespace fengsui::flood
