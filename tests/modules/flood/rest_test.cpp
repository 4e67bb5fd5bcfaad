// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "modules/flood/channel.h"

namespace fengsui::flood {
namespace {

// Rough ground of 10 m relief around 1,000 m, with islands and holes, no two cells alike.
Terrain roughGround(int columns, int rows) {
  Terrain terrain{{columns, rows}, 2, 3, {}};
  std::mt19937 random(7);
  for (std::size_t k = 0; k < terrain.shape.cells(); ++k)
    terrain.bed.push_back(1000 + 10 * static_cast<double>(random()) / static_cast<double>(std::mt19937::max()));
  return terrain;
}

template <class Real>
double restlessness(int order, bool holes, double levelM) {
  Terrain terrain = roughGround(90, 40);
  if (holes)
    for (std::size_t k = 0; k < terrain.bed.size(); k += 13) terrain.bed[k] = std::nan("");
  Numerics numerics;
  numerics.order = order;
  numerics.threads = 1;
  Forcing forcing;
  forcing.boundaries[0] = {Boundary::Kind::level, Series(levelM)};
  Solver<Real> solver = *Solver<Real>::make(terrain, forcing, numerics);
  std::vector<double> depth(terrain.bed.size());
  for (std::size_t k = 0; k < depth.size(); ++k)
    depth[k] = std::isnan(terrain.bed[k]) ? 0 : std::max(0.0, levelM - terrain.bed[k]);
  EXPECT_TRUE(solver.start(depth, {}, {}));
  std::vector<double> before;
  for (int j = 0; j < terrain.shape.rows; ++j)
    for (int i = 0; i < terrain.shape.columns; ++i) before.push_back(static_cast<double>(solver.depth().at(i, j)));
  EXPECT_TRUE(solver.advance(40));
  double worst = 0;
  auto was = before.begin();
  for (int j = 0; j < terrain.shape.rows; ++j)
    for (int i = 0; i < terrain.shape.columns; ++i)
      worst = std::max(worst, std::abs(static_cast<double>(solver.depth().at(i, j)) - *was++));
  EXPECT_GT(solver.steps(), 50);
  return worst;
}

TEST(LakeAtRest, StaysAtRestOverRoughGroundInDouble) {
  for (const int order : {1, 2})
    for (const bool holes : {false, true})
      for (const double level : {1004.0, 1012.0})
        EXPECT_LE(restlessness<double>(order, holes, level), 1e-12) << order << holes << level;
}

TEST(LakeAtRest, StaysAtRestOverRoughGroundInFloat) {
  for (const int order : {1, 2})
    for (const bool holes : {false, true})
      for (const double level : {1004.0, 1012.0})
        EXPECT_LE(restlessness<float>(order, holes, level), 1e-5) << order << holes << level;
}

TEST(LakeAtRest, MovesWhenTheLevelBesideItRises) {
  EXPECT_LT(restlessness<double>(1, false, 1004.0), 1e-12);
  Channel channel(50, 1.0);
  channel.forcing.boundaries[0] = {Boundary::Kind::level, Series(1.5)};
  const auto solver = channel.run<double>(20, [](double) { return 1.0; });
  EXPECT_GT(solver.depth().at(5, 0), 1.3);
}

}  // namespace
}  // namespace fengsui::flood
