// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "flood/model/solver.h"
#include "flood/model/spanmask.h"

namespace fengsui::flood {
namespace {

using Runs = std::vector<std::pair<int, int>>;

Runs runsOf(const SpanMask& mask) {
  Runs runs;
  mask.eachRun([&](int from, int to) { runs.emplace_back(from / spanCells, to / spanCells); });
  return runs;
}

TEST(SpanMasks, TellRunsAcrossWords) {
  SpanMask mask(200);
  for (int c : {0, 1, 5, 62, 63, 64, 65, 127, 128, 199}) mask.set(c);
  EXPECT_EQ(runsOf(mask), (Runs{{0, 2}, {5, 6}, {62, 66}, {127, 129}, {199, 200}}));
  mask.fill(200);
  EXPECT_EQ(runsOf(mask), (Runs{{0, 200}}));
  mask.fill(192);
  EXPECT_EQ(runsOf(SpanMask(192)), Runs{});
}

TEST(SpanMasks, AddWhatIsBeside) {
  SpanMask middle(200), beside(200);
  for (int c : {10, 63, 128}) middle.set(c);
  beside.addBeside(middle);
  EXPECT_EQ(runsOf(beside), (Runs{{9, 10}, {11, 12}, {62, 63}, {64, 65}, {127, 128}, {129, 130}}));
}

// A steep torrent that falls into a wide plain with slow water on it, rain on all: paces that differ by ten times.
Terrain torrent() {
  Terrain terrain{{320, 60}, 10, 10, {}};
  for (int j = 0; j < 60; ++j)
    for (int i = 0; i < 320; ++i) {
      const double slope = i < 80 ? 0.2 * (80 - i) * 10 : 0.0005 * (80 - i) * 10;
      terrain.bed.push_back(50 + slope + (i < 80 ? 0.3 * std::abs(j - 30) : 0.002 * std::abs(j - 30)));
    }
  return terrain;
}

template <class Real>
Solver<Real> flowing(bool local, int threads = 2, int order = 2) {
  Forcing forcing;
  forcing.manning.uniform = 0.03;
  forcing.rain.rate = Series(2e-5);
  forcing.inflows = {{"spring", {{2, 29}, {2, 30}, {2, 31}}, Series(30.0)}};
  forcing.boundaries[1] = {Boundary::Kind::open, {}};
  Numerics numerics;
  numerics.localSteps = local;
  numerics.threads = threads;
  numerics.order = order;
  std::vector<double> depth;
  for (int j = 0; j < 60; ++j)
    for (int i = 0; i < 320; ++i) depth.push_back(i < 80 ? 0 : 0.2);
  auto solver = *Solver<Real>::make(torrent(), forcing, numerics);
  if (!solver.start(depth, {}, {})) throw std::runtime_error("the start does not fit");
  solver.advance(900);
  return solver;
}

TEST(LocalSteps, SpareMoreThanHalfOfTheWork) {
  const auto local = flowing<float>(true), together = flowing<float>(false);
  EXPECT_LT(local.cellUpdates(), 0.5 * together.cellUpdates());
  EXPECT_NEAR(static_cast<double>(local.steps()), static_cast<double>(together.steps()),
              0.1 * static_cast<double>(together.steps()));
}

TEST(LocalSteps, ComeToTheSameWater) {
  for (const int order : {1, 2}) {
    const auto local = flowing<double>(true, 2, order), together = flowing<double>(false, 2, order);
    double difference = 0, most = 0, all = 0;
    for (int j = 0; j < 60; ++j)
      for (int i = 0; i < 320; ++i) {
        const double apart = std::abs(local.depth().at(i, j) - together.depth().at(i, j));
        difference += apart;
        most = std::max(most, apart);
        all += together.depth().at(i, j);
      }
    EXPECT_LT(difference, 0.005 * all);
    EXPECT_LT(most, 0.1);
    EXPECT_NEAR(local.volumes().left, together.volumes().left, 0.005 * together.volumes().received());
  }
}

TEST(LocalSteps, LoseNoWaterBetweenSpansAndMakeNone) {
  const Volumes exact = flowing<double>(true).volumes(), single = flowing<float>(true).volumes();
  EXPECT_LE(std::abs(exact.error()), 1e-10 * exact.received());
  EXPECT_LE(std::abs(single.error()), 1e-5 * single.received());
  EXPECT_NEAR(exact.rained, 2e-5 * 900 * 3200 * 600, 1e-6 * exact.rained);
  EXPECT_NEAR(exact.sprung, 30.0 * 900, 1e-6 * exact.sprung);
}

TEST(LocalSteps, LeaveTheSameBitsWithAnyNumberOfThreads) {
  const auto one = flowing<float>(true, 1);
  for (const int threads : {2, 3}) {
    const auto more = flowing<float>(true, threads);
    ASSERT_EQ(one.cellUpdates(), more.cellUpdates());
    for (int j = 0; j < 60; ++j)
      for (int i = 0; i < 320; ++i) {
        ASSERT_EQ(one.depth().at(i, j), more.depth().at(i, j)) << i << ", " << j;
        ASSERT_EQ(one.u().at(i, j), more.u().at(i, j)) << i << ", " << j;
        ASSERT_GE(one.depth().at(i, j), 0);
      }
  }
}

TEST(LocalSteps, KeepALakeAtRestBesideATorrent) {
  // A pond behind a ridge that the torrent's water never reaches.
  Terrain terrain = torrent();
  for (int j = 0; j < 12; ++j)
    for (int i = 200; i < 300; ++i)
      terrain.bed[static_cast<std::size_t>(j * 320 + i)] =
          j == 11 || i == 200 || i == 299 ? 60 : 48 + ((i * 7 + j * 13) % 10) * 0.1;
  Forcing forcing;
  forcing.manning.uniform = 0.03;
  forcing.inflows = {{"spring", {{2, 30}}, Series(30.0)}};
  auto solver = *Solver<double>::make(terrain, forcing, {});
  std::vector<double> depth(terrain.shape.cells());
  for (int j = 0; j < 11; ++j)
    for (int i = 201; i < 299; ++i) {
      const auto at = static_cast<std::size_t>(j * 320 + i);
      depth[at] = 50 - terrain.bed[at];
    }
  ASSERT_TRUE(solver.start(depth, {}, {}));
  solver.advance(600);
  for (int j = 0; j < 11; ++j)
    for (int i = 201; i < 299; ++i) {
      ASSERT_NEAR(solver.depth().at(i, j), depth[static_cast<std::size_t>(j * 320 + i)], 1e-11) << i << ", " << j;
      ASSERT_NEAR(solver.u().at(i, j), 0, 1e-11);
    }
}

}  // namespace
}  // namespace fengsui::flood
