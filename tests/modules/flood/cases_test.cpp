// SPDX-License-Identifier: GPL-3.0-or-later
// Published cases with exact solutions. What is measured stands in modules/flood/VERIFICATION.md; limits are a little
// wider.
#include "modules/flood/cases.h"

#include <gtest/gtest.h>

namespace fengsui::flood {
namespace {

Numerics ofOrder(int order) {
  Numerics numerics;
  numerics.order = order;
  numerics.threads = 1;
  return numerics;
}

// Errors shrink with the cells, by at least 2^order for each halving.
double orderOf(const std::function<Deviation(int)>& run, int coarse, int fine) {
  return std::log2(run(coarse).depth / run(fine).depth) / std::log2(fine / coarse);
}

void expectSound(const Deviation& deviation, double massLimit) {
  EXPECT_GE(deviation.lowest, 0);
  EXPECT_LE(deviation.massError, massLimit);
}

TEST(ExactSolutions, AreTheOnesPublished) {
  // Rows of the published tables, SWASHES section 4.1 (sets A) and 3.1.
  EXPECT_NEAR(analytic::stokerMiddle(0.005, 0.001), 0.00253936, 5e-9);
  EXPECT_NEAR(analytic::ritter(0.005, 5, 6).depth(5.05), 0.00213939, 5e-9);
  EXPECT_NEAR(analytic::ritter(0.005, 5, 6).velocity(6.05), 0.26431490, 5e-9);
  EXPECT_NEAR(analytic::subcriticalBump(4.42, 2).depth(9.75), 1.71254125, 5e-9);
  EXPECT_NEAR(analytic::macDonaldBed(502.5), 3.55 - 0.2, 0.5);
  EXPECT_NEAR(analytic::Thacker::period(), 4.4857, 1e-4);
}

TEST(DamBreak, OnDryGroundFollowsRitter) {
  const auto first = ritterCase<double>(100, ofOrder(1));
  expectSound(first, 1e-9);
  EXPECT_LE(first.depth, 0.02);
  const auto second = ritterCase<double>(100, ofOrder(2));
  expectSound(second, 1e-9);
  EXPECT_LE(second.depth, 0.0115);
  const auto single = ritterCase<float>(100, ofOrder(1));
  expectSound(single, 1e-5);
  EXPECT_NEAR(single.depth, first.depth, 1e-4);
}

TEST(DamBreak, TenMetresHighFollowsRitter) {
  const auto deviation = ritterCase<float>(400, ofOrder(1), 2000, 10, 30);
  expectSound(deviation, 1e-5);
  EXPECT_LE(deviation.depth, 0.01);
}

TEST(DamBreak, OnWaterFollowsStoker) {
  const auto first = stokerCase<double>(100, ofOrder(1));
  expectSound(first, 1e-9);
  EXPECT_LE(first.depth, 0.018);
  EXPECT_LE(stokerCase<double>(100, ofOrder(2)).depth, 0.008);
  EXPECT_LE(stokerCase<float>(100, ofOrder(1)).depth, 0.018);
}

TEST(ThackersBasin, TurnsAfterAPeriodIntoItself) {
  const auto second = thackerCase<double>(80, ofOrder(2), 1);
  expectSound(second, 1e-9);
  EXPECT_LE(second.depth, 0.04);
  const auto first = thackerCase<float>(80, ofOrder(1), 1);
  expectSound(first, 1e-5);
  EXPECT_LE(first.depth, 0.30);
}

TEST(ThackersBasin, ComesNearerWithSmallerCells) {
  EXPECT_GE(orderOf([](int n) { return thackerCase<double>(n, ofOrder(1), 0.5); }, 30, 60), 0.6);
  EXPECT_GE(orderOf([](int n) { return thackerCase<double>(n, ofOrder(2), 0.5); }, 30, 60), 1.3);
}

TEST(FlowOverABump, IsSubcriticalAsBernoulliSays) {
  const auto first = subcriticalCase<double>(100, ofOrder(1));
  expectSound(first, 1e-9);
  EXPECT_LE(first.depth, 0.002);
  EXPECT_LE(first.velocity, 0.002);
  EXPECT_GE(orderOf([](int n) { return subcriticalCase<double>(n, ofOrder(2)); }, 50, 100), 1.7);
}

TEST(FlowOverABump, BecomesSupercriticalBehindTheCrest) {
  const auto first = transcriticalCase<double>(100, ofOrder(1));
  expectSound(first, 1e-9);
  EXPECT_LE(first.depth, 0.009);
  EXPECT_LE(transcriticalCase<double>(100, ofOrder(2)).depth, 0.0045);
}

TEST(MacDonaldsChannel, FlowsAtItsDepth) {
  const auto first = macDonaldCase<double>(200, ofOrder(1));
  expectSound(first, 1e-9);
  EXPECT_LE(first.meanDepthM, 0.007);
  EXPECT_LE(macDonaldCase<float>(200, ofOrder(1)).meanDepthM, 0.007);
  const auto second = macDonaldCase<double>(100, ofOrder(2));
  expectSound(second, 1e-9);
  EXPECT_LE(second.meanDepthM, 0.001);
}

struct Slope {
  double slope, n, flow, depth;
};

class NormalDepth : public testing::TestWithParam<Slope> {};

// Manning's equation for a wide sheet: h = (n q / sqrt(S))^(3/5).
TEST_P(NormalDepth, IsWhatManningSays) {
  const Slope& c = GetParam();
  const double length = 400;
  Channel channel(100, length / 100, [&](double x) { return c.slope * (length - x); });
  channel.forcing.manning.uniform = c.n;
  channel.forcing.boundaries[0] = {Boundary::Kind::unitFlow, Series(c.flow)};
  channel.forcing.boundaries[1] = {Boundary::Kind::open, {}};
  channel.numerics = ofOrder(2);
  const auto solver = channel.run<float>(7200, [](double) { return 0.0; });
  EXPECT_NEAR(solver.depth().at(60, 1), c.depth, 0.005 * c.depth);
  EXPECT_NEAR(solver.depth().at(60, 1) * solver.u().at(60, 1), c.flow, 0.005 * c.flow);
}

INSTANTIATE_TEST_SUITE_P(Slopes, NormalDepth,
                         testing::Values(Slope{0.001, 0.03, 0.1, 0.243373}, Slope{0.005, 0.05, 0.1, 0.204029},
                                         Slope{0.02, 0.03, 0.5, 0.260223}, Slope{0.1, 0.05, 0.01, 0.020863},
                                         Slope{0.3, 0.015, 2.0, 0.175040}, Slope{0.3, 0.1, 0.1, 0.090545}));

}  // namespace
}  // namespace fengsui::flood
