// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <tuple>

#include "modules/flood/channel.h"
#include "support/watched.h"

namespace fengsui::flood {
namespace {

// Two hill sides of 800 m that fall to a channel of 20 m between them; Di Giammarco et al. (1996), J. Hydrol. 175:267.
Terrain valley(double cell) {
  const int columns = static_cast<int>(1620 / cell), rows = static_cast<int>(1000 / cell);
  Terrain terrain{{columns, rows}, cell, cell, {}};
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i) {
      const double x = (i + 0.5) * cell - 810, y = 1000 - (j + 0.5) * cell;
      terrain.bed.push_back(0.02 * y + (std::abs(x) <= 10 ? 0 : 0.05 * (std::abs(x) - 10) + 0.5));
    }
  return terrain;
}

TEST(TiltedValley, ShedsItsRainAtTheEquilibriumRate) {
  const Terrain terrain = valley(20);
  Forcing forcing;
  forcing.manning.cells.resize(terrain.shape.cells(), 0.015F);
  for (int j = 0; j < terrain.shape.rows; ++j) forcing.manning.cells[static_cast<std::size_t>(j * 81 + 40)] = 0.15F;
  forcing.rain.rate = Series(std::vector<std::pair<double, double>>{{0, 3e-6}, {5400, 3e-6}, {5400.001, 0}});
  forcing.boundaries[3] = {Boundary::Kind::open, {}};
  auto solver = *Solver<float>::make(terrain, forcing, {});
  ASSERT_TRUE(solver.start({}, {}, {}));
  solver.advance(5300);
  const double before = solver.volumes().left;
  solver.advance(5400);
  EXPECT_NEAR((solver.volumes().left - before) / 100, 4.86, 0.03);
  solver.advance(10800);
  const Volumes volumes = solver.volumes();
  EXPECT_NEAR(volumes.rained, 3e-6 * 5400 * 1620000, 1);
  EXPECT_LE(std::abs(volumes.error()), 1e-5 * volumes.rained);
  EXPECT_GE(volumes.left, 0.95 * volumes.rained);
}

// Sheets of rain on slopes of which a cell is a good part, a film where the slope is steep: to the last cell before a
// side where the ground goes on.
TEST(OpenSides, LetSheetsGoAsIfTheSlopeWentOn) {
  for (const double slope : {0.002, 0.02, 0.05, 0.3}) {
    constexpr double cell = 20, manning = 0.03, rain = 1e-5;
    constexpr int cells = 40;
    Terrain terrain{{cells, 3}, cell, cell, {}};
    for (int j = 0; j < 3; ++j)
      for (int i = 0; i < cells; ++i) terrain.bed.push_back(500 - slope * cell * i);
    Forcing forcing;
    forcing.manning.uniform = manning;
    forcing.rain.rate = Series(rain);
    forcing.boundaries[1] = {Boundary::Kind::open, {}};
    auto solver = *Solver<double>::make(terrain, forcing, {});
    ASSERT_TRUE(solver.start({}, {}, {}));
    solver.advance(14400);
    for (const int i : {cells / 2, cells - 2, cells - 1}) {
      const double expected = std::pow(rain * (i + 0.5) * cell * manning / std::sqrt(slope), 0.6);
      EXPECT_NEAR(solver.depth().at(i, 1), expected, 0.06 * expected) << "slope " << slope << ", cell " << i;
      EXPECT_NEAR(solver.u().at(i, 1), rain * (i + 0.5) * cell / expected, 0.08 * rain * (i + 0.5) * cell / expected)
          << "slope " << slope << ", cell " << i;
    }
  }
}

// Everything at once on ground with holes, as many rows of water as two threads want: rain that changes, soil, drains,
// a spring, boundaries on all sides.
template <class Real>
Solver<Real> busy(int threads, InstructionSet set, int order, Infiltration::Kind soil, double untilS = 450) {
  Terrain terrain{{130, 70}, 5, 4, {}};
  for (int j = 0; j < 70; ++j)
    for (int i = 0; i < 130; ++i)
      terrain.bed.push_back((i / 40 + j / 30) % 9 == 4 && (i * j) % 7 == 0
                                ? std::nan("")
                                : 100 + 8 * std::sin(i * 0.07) * std::cos(j * 0.09) + ((i + 3 * j) % 11) * 0.2);
  Forcing forcing;
  forcing.manning.uniform = 0.04;
  forcing.rain.rate = Series(std::vector<std::pair<double, double>>{{0, 0}, {100, 3e-5}, {400, 1e-5}, {500, 0}});
  forcing.rain.frames = {{200, std::vector<float>(terrain.shape.cells(), 2e-5F)},
                         {350, std::vector<float>(terrain.shape.cells(), 0.0F)}};
  forcing.infiltration.kind = soil;
  forcing.infiltration.rate.uniform = 3e-6;
  forcing.infiltration.curveNumber.uniform = 75;
  forcing.infiltration.suctionHeadM = 0.1;
  forcing.infiltration.moistureDeficit = 0.3;
  forcing.drainage.uniform = 2e-6;
  forcing.inflows = {{"spring", {{60, 40}, {61, 40}}, Series(4.0)}};
  forcing.boundaries = {Boundary{Boundary::Kind::discharge, Series(20.0)}, Boundary{Boundary::Kind::open, {}},
                        Boundary{Boundary::Kind::level, Series(97.0)}, Boundary{Boundary::Kind::fall, {}}};
  Numerics numerics;
  numerics.threads = threads;
  numerics.instructions = set;
  numerics.order = order;
  numerics.localFromCells = 0;
  auto solver = *Solver<Real>::make(terrain, forcing, numerics);
  if (!solver.start({}, {}, {})) throw std::runtime_error("the start does not fit");
  solver.advance(untilS * watchedShare);
  return solver;
}

template <class Real>
void expectBalance(const Solver<Real>& solver, double limit) {
  const Volumes v = solver.volumes();
  EXPECT_GT(v.rained, 0);
  EXPECT_GT(v.sprung, 0);
  EXPECT_GT(v.entered, 0);
  EXPECT_GT(v.left, 0);
  EXPECT_LE(std::abs(v.error()), limit * v.received());
  for (int j = 0; j < solver.shape().rows; ++j)
    for (int i = 0; i < solver.shape().columns; ++i) {
      ASSERT_GE(solver.depth().at(i, j), 0) << i << ", " << j;
      ASSERT_TRUE(std::isfinite(solver.depth().at(i, j))) << i << ", " << j;
      ASSERT_LT(std::abs(solver.u().at(i, j)), 50) << i << ", " << j;
      if (!solver.isTerrain(i, j)) {
        ASSERT_EQ(solver.depth().at(i, j), 0) << i << ", " << j;
      }
    }
}

TEST(MassBalance, HoldsWithEverySourceAndSink) {
  using Kind = Infiltration::Kind;
  for (const Kind soil : {Kind::none, Kind::constant, Kind::curveNumber, Kind::greenAmpt})
    for (const int order : {1, 2}) {
      expectBalance(busy<double>(1, bestInstructionSet(), order, soil), 1e-9);
      expectBalance(busy<float>(1, bestInstructionSet(), order, soil), 1e-5);
    }
}

TEST(Holes, HoldWaterBackOrLetItFall) {
  // A plain of 450 m that falls to the east and ends in nothing.
  constexpr int length = 45;
  constexpr double slope = 0.005, manning = 0.03, rain = 1e-5, until = 3600;
  Terrain terrain{{60, 20}, 10, 10, {}};
  for (int j = 0; j < 20; ++j)
    for (int i = 0; i < 60; ++i) terrain.bed.push_back(i >= length ? std::nan("") : 50 - slope * 10 * i);
  // The kinematic wave has come to its equilibrium: what has not left stands on the plain, 5/8 of the depth at its
  // foot.
  const double foot = std::pow(rain * length * 10 * manning / std::sqrt(slope), 0.6);
  const double expected = 1 - 0.625 * foot / (rain * until);
  for (const bool open : {false, true})
    for (const int order : {1, 2}) {
      Forcing forcing;
      forcing.openHoles = open;
      forcing.manning.uniform = manning;
      forcing.rain.rate = Series(rain);
      Numerics numerics;
      numerics.order = order;
      auto solver = *Solver<double>::make(terrain, forcing, numerics);
      ASSERT_TRUE(solver.start({}, {}, {}));
      solver.advance(until);
      const Volumes v = solver.volumes();
      EXPECT_LE(std::abs(v.error()), 1e-9 * v.received());
      EXPECT_EQ(solver.depth().at(50, 10), 0);
      EXPECT_NEAR(v.rained, rain * until * length * 20 * 100, 1e-6 * v.rained);
      // First order runs too fast over steps of the bed that are higher than the water.
      EXPECT_NEAR(v.left / v.rained, open ? expected : 0, order == 2 ? 0.02 : 0.2) << order;
    }
}

// A terrain cut obliquely, as along a watershed.
TEST(Holes, TakeWaterInFromEverySide) {
  Terrain terrain{{60, 40}, 10, 10, {}};
  for (int j = 0; j < 40; ++j)
    for (int i = 0; i < 60; ++i)
      terrain.bed.push_back(std::hypot(i - 30, j - 20) > 15 ? std::nan("") : 50 - 0.3 * std::hypot(i - 30, j - 20));
  Forcing forcing;
  forcing.openHoles = true;
  forcing.manning.uniform = 0.03;
  forcing.rain.rate = Series(std::vector<std::pair<double, double>>{{0, 1e-5}, {1800, 1e-5}, {1800.001, 0}});
  auto solver = *Solver<float>::make(terrain, forcing, {});
  ASSERT_TRUE(solver.start({}, {}, {}));
  solver.advance(7200);
  EXPECT_GT(solver.volumes().left, 0.95 * solver.volumes().rained);
}

TEST(Durations, AreToldForSeveralDepths) {
  // A tank that fills by rain: 0.1 m in 1,000 s.
  Terrain terrain{{8, 8}, 10, 10, std::vector<double>(64, 5.0)};
  Forcing forcing;
  forcing.rain.rate = Series(1e-4);
  Numerics numerics;
  numerics.durationsM = {0.05, 0.2};
  numerics.longestStepS = 5;
  auto solver = *Solver<double>::make(terrain, forcing, numerics);
  ASSERT_TRUE(solver.start({}, {}, {}));
  solver.advance(3000);
  ASSERT_EQ(solver.records().durations.size(), 2U);
  // It is looked at every eighth step.
  EXPECT_NEAR(solver.records().durations[0].at(3, 3), 2500, 45);
  EXPECT_NEAR(solver.records().durations[1].at(3, 3), 1000, 45);
  EXPECT_NEAR(solver.records().duration.at(3, 3), 1500, 45);
}

template <class Real>
void expectSameBits(const Solver<Real>& a, const Solver<Real>& b) {
  ASSERT_EQ(a.steps(), b.steps());
  for (int j = 0; j < a.shape().rows; ++j)
    for (int i = 0; i < a.shape().columns; ++i) {
      ASSERT_EQ(a.depth().at(i, j), b.depth().at(i, j)) << i << ", " << j;
      ASSERT_EQ(a.u().at(i, j), b.u().at(i, j)) << i << ", " << j;
      ASSERT_EQ(a.v().at(i, j), b.v().at(i, j)) << i << ", " << j;
      ASSERT_EQ(a.records().maximumHazard.at(i, j), b.records().maximumHazard.at(i, j)) << i << ", " << j;
    }
  EXPECT_EQ(a.volumes().left, b.volumes().left);
  EXPECT_EQ(a.volumes().drained, b.volumes().drained);
}

TEST(SameBits, WithOneTwoAndThreeThreads) {
  for (const int order : {1, 2}) {
    const auto one = busy<float>(1, bestInstructionSet(), order, Infiltration::Kind::greenAmpt, 120);
    for (const int threads : {2, 3})
      expectSameBits(one, busy<float>(threads, bestInstructionSet(), order, Infiltration::Kind::greenAmpt, 120));
  }
  expectSameBits(busy<double>(1, bestInstructionSet(), 1, Infiltration::Kind::none, 120),
                 busy<double>(2, bestInstructionSet(), 1, Infiltration::Kind::none, 120));
}

TEST(SameBits, WithEveryInstructionSetOfThisProcessor) {
  for (const int order : {1, 2}) {
    const auto plain = busy<float>(1, InstructionSet::baseline, order, Infiltration::Kind::curveNumber, 120);
    for (const InstructionSet set : {InstructionSet::avx2, InstructionSet::avx512})
      if (set <= bestInstructionSet())
        expectSameBits(plain, busy<float>(1, set, order, Infiltration::Kind::curveNumber, 120));
  }
}

TEST(ManningFriction, SlowsLikeTheEquationThatItIs) {
  // Deep water on a flat bed with a closed loop of nothing but friction: du/dt = -g n² u² / h^(4/3).
  Channel channel(64, 10);
  channel.forcing.manning.uniform = 0.05;
  channel.forcing.boundaries[0] = {Boundary::Kind::open, {}};
  channel.numerics.courant = 0.05;
  const auto solver = channel.run<double>(
      5, [](double) { return 2.0; }, [](double) { return 3.0; });
  const double k = 9.81 * 0.05 * 0.05 / std::pow(2.0, 4.0 / 3);
  EXPECT_NEAR(solver.u().at(30, 1), 3 / (1 + 3 * k * 5), 2e-3);
}

}  // namespace
}  // namespace fengsui::flood
