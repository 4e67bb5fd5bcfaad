// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "flood/model/scenario.h"
#include "modules/flood/channel.h"
#include "support/tempfolder.h"

namespace fengsui::flood {
namespace {

const double hole = std::nan("");

// Two tanks of 100 m² with a wall between them.
Terrain tanks() {
  return {{3, 1}, 10, 10, {0, hole, 0}};
}

template <class Real = double>
Solver<Real> started(const Terrain& terrain, const Forcing& forcing, const std::vector<double>& depth,
                     const Numerics& numerics = {}) {
  auto solver = Solver<Real>::make(terrain, forcing, numerics);
  if (!solver) throw std::runtime_error(solver.error().message.en);
  if (!solver->start(depth, {}, {})) throw std::runtime_error("the start does not fit");
  return std::move(*solver);
}

TEST(GateDischarge, IsThatOfAWeirAnOrificeAndADrownedOrifice) {
  // 2/3 · 0.62 · 2 m · √(2g) · 0.5^1.5
  EXPECT_NEAR(gateDischarge(0.5, -1, 1, 2, 0.62), 1.294598, 1e-6);
  // 0.6 · 0.5 m² · √(2g · 1 m)
  EXPECT_NEAR(gateDischarge(3, 2, 0.5, 1, 0.6), 1.32883, 1e-5);
  // Far above a small opening: the discharge of its centre, 0.6 · 0.1 m² · √(2g · 4.95 m).
  EXPECT_NEAR(gateDischarge(5, -1, 0.1, 1, 0.6), 0.6 * 0.1 * std::sqrt(2 * 9.81 * 4.95), 1e-4);
  EXPECT_EQ(gateDischarge(-0.1, -1, 1, 2, 0.62), 0);
  EXPECT_EQ(gateDischarge(2, 2, 1, 2, 0.62), 0);
  EXPECT_EQ(gateDischarge(2, 1, 0, 2, 0.62), 0);
  // No jump where the water meets the upper edge, nor where it drowns.
  EXPECT_NEAR(gateDischarge(1 - 1e-9, 0, 1, 1, 0.6), gateDischarge(1 + 1e-9, 0, 1, 1, 0.6), 1e-6);
  EXPECT_NEAR(gateDischarge(3, 1 - 1e-9, 1, 1, 0.6), gateDischarge(3, 1 + 1e-9, 1, 1, 0.6), 1e-6);
}

TEST(BridgeLoss, IsThatOfAContractionAndAWidening) {
  EXPECT_NEAR(bridgeLoss(0.2), 0.21875, 1e-12);
  EXPECT_NEAR(bridgeLoss(0.5), 2, 1e-12);
  EXPECT_EQ(bridgeLoss(0), 0);
}

TEST(CellsAlong, AreJoinedByTheirSidesOrByTheirCorners) {
  EXPECT_EQ(cellsAlong({0, 0}, {3, 3}, false), (std::vector<Cell>{{0, 0}, {1, 1}, {2, 2}, {3, 3}}));
  EXPECT_EQ(cellsAlong({0, 0}, {3, 3}, true).size(), 7U);
  EXPECT_EQ(cellsAlong({5, 2}, {1, 2}, true).size(), 5U);
  EXPECT_EQ(cellsAlong({0, 0}, {6, 2}, false).size(), 7U);
  EXPECT_EQ(cellsAlong({0, 0}, {6, 2}, true).size(), 9U);
  EXPECT_EQ(cellsAlong({4, 4}, {4, 4}, false).size(), 1U);
}

TEST(Pump, TakesItsRateWhileItRunsAndStopsWhereItIsLow) {
  Forcing forcing;
  forcing.structures.pumps = {{"pump", {0, 0}, Cell{2, 0}, 0.5, 1.5, 0.8, 20, 1e9}};
  auto solver = started(tanks(), forcing, {2, 0, 0});
  solver.advance(100);
  // 80 s of half a cubic metre a second, from 100 m².
  EXPECT_NEAR(solver.depth().at(0, 0), 1.6, 1e-9);
  EXPECT_NEAR(solver.depth().at(2, 0), 0.4, 1e-9);
  EXPECT_EQ(solver.structures().front().state, "on");
  solver.advance(1000);
  // It goes on below 1.5 m, down to 0.8 m, and no further.
  EXPECT_NEAR(solver.depth().at(0, 0), 0.8, 0.01);
  EXPECT_EQ(solver.structures().front().state, "off");
  EXPECT_NEAR(solver.structures().front().movedM3, 120, 1);
  EXPECT_NEAR(solver.volumes().stored, 200, 1e-9);
  EXPECT_EQ(solver.volumes().pumped, 0);
}

TEST(Pump, TakesNoMoreThanThereIsAndTheBalanceKnowsWhereItWent) {
  Forcing forcing;
  forcing.structures.pumps = {{"pump", {0, 0}, std::nullopt, 50, 0, 0}};
  auto solver = started(tanks(), forcing, {0.37, 0, 0.2});
  solver.advance(300);
  EXPECT_EQ(solver.depth().at(0, 0), 0);
  EXPECT_NEAR(solver.volumes().pumped, 37, 1e-12);
  EXPECT_NEAR(solver.volumes().stored, 20, 1e-12);
  EXPECT_NEAR(solver.volumes().error(), 0, 1e-12);
}

TEST(Gate, DrainsATankIntoAnotherAsTorricelliSays) {
  Forcing forcing;
  forcing.structures.gates = {{"gate", {0, 0}, {2, 0}, 1, 0, Series(0.2), 0.6}};
  Numerics numerics;
  numerics.longestStepS = 0.1;
  auto solver = started(tanks(), forcing, {2, 0, 1}, numerics);
  solver.advance(100);
  // d√Δ/dt = -C b a √(2g) / A = -0.0053153 1/s, from √Δ = 1.
  const double root = 1 - 0.6 * 0.2 * std::sqrt(2 * 9.81);
  EXPECT_NEAR(solver.depth().at(0, 0) - solver.depth().at(2, 0), root * root, 1e-3);
  EXPECT_NEAR(solver.volumes().stored, 300, 1e-10);
}

TEST(Gate, WorksBothWaysByASeriesAndNeverOvershoots) {
  Forcing forcing;
  const Series opening(std::vector<std::pair<double, double>>{{0, 0}, {50, 0}, {51, 5}});
  forcing.structures.gates = {{"gate", {0, 0}, {2, 0}, 200, 0.5, opening, 0.6}};
  auto solver = started<float>(tanks(), forcing, {1, 0, 3});
  solver.advance(50);
  EXPECT_EQ(solver.depth().at(2, 0), 3);
  EXPECT_EQ(solver.structures().front().state, "shut");
  for (int t = 51; t < 70; ++t) {
    solver.advance(t);
    EXPECT_GE(solver.depth().at(2, 0), solver.depth().at(0, 0) - 1e-6F);
  }
  EXPECT_NEAR(solver.depth().at(0, 0), 2, 1e-4);
  EXPECT_NEAR(solver.structures().front().movedM3, -100, 0.05);
  EXPECT_NEAR(solver.volumes().stored, 400, 1e-4);
}

TEST(Gate, TakesNothingFromBelowItsSill) {
  Forcing forcing;
  forcing.structures.gates = {{"gate", {0, 0}, {2, 0}, 50, 0.7, Series(5.0), 0.6}};
  auto solver = started(tanks(), forcing, {1, 0, 0});
  solver.advance(3600);
  EXPECT_NEAR(solver.depth().at(0, 0), 0.7, 1e-3);
  EXPECT_GE(solver.depth().at(0, 0), 0.7);
  EXPECT_NEAR(solver.depth().at(2, 0), 1 - solver.depth().at(0, 0), 1e-12);
}

// Water behind an embankment of one column, 3 m high.
Terrain embanked() {
  Terrain terrain{{40, 6}, 5, 5, {}};
  for (int j = 0; j < 6; ++j)
    for (int i = 0; i < 40; ++i) terrain.bed.push_back(100 + (i == 20 ? 3 : 0));
  return terrain;
}

std::vector<double> ponded(double depth) {
  std::vector<double> out;
  for (int k = 0; k < 240; ++k) out.push_back(k % 40 < 20 ? depth : 0);
  return out;
}

TEST(Breach, LowersItsCellsEvenlyAndMakesNoWater) {
  Forcing forcing;
  forcing.structures.breaches = {{"breach", cellsAlong({20, 2}, {20, 3}, true), 100.5, 60, std::nullopt, 100}};
  auto solver = started(embanked(), forcing, ponded(2));
  solver.advance(60);
  EXPECT_NEAR(solver.bed().at(20, 2) + solver.datum(), 103, 0.05);
  EXPECT_EQ(solver.depth().at(21, 2), 0);
  solver.advance(110);
  EXPECT_NEAR(solver.bed().at(20, 2) + solver.datum(), 101.75, 1e-9);
  EXPECT_EQ(solver.structures().front().state, "failing");
  EXPECT_EQ(solver.bed().at(20, 1) + solver.datum(), 103);
  solver.advance(1200);
  EXPECT_NEAR(solver.bed().at(20, 3) + solver.datum(), 100.5, 1e-9);
  EXPECT_EQ(solver.structures().front().state, "failed");
  EXPECT_GT(solver.depth().at(30, 2), 0.5);
  EXPECT_NEAR(solver.volumes().stored, 2 * 20 * 6 * 25, 1e-9 * 6000);
}

TEST(Breach, BeginsWhenTheEmbankmentIsOvertopped) {
  Forcing forcing;
  forcing.structures.breaches = {{"breach", cellsAlong({20, 0}, {20, 5}, true), 100, std::nullopt, 0.1, 30}};
  auto dry = started(embanked(), forcing, ponded(2.9));
  dry.advance(300);
  EXPECT_EQ(dry.structures().front().state, "sound");
  EXPECT_EQ(dry.depth().at(30, 2), 0);
  auto wet = started(embanked(), forcing, ponded(3.5));
  wet.advance(300);
  EXPECT_EQ(wet.structures().front().state, "failed");
  EXPECT_NEAR(wet.depth().at(5, 2), wet.depth().at(35, 2), 0.5);
}

TEST(Bridge, CostsTheHeadThatItsLossSays) {
  const auto levels = [](double blocked) {
    Channel channel(40, 10);
    channel.forcing.boundaries[0] = {Boundary::Kind::unitFlow, Series(2.0)};
    channel.forcing.boundaries[1] = {Boundary::Kind::level, Series(2.0)};
    if (blocked > 0)
      channel.forcing.structures.bridges = {{"bridge", cellsAlong({20, 0}, {20, 3}, false), 40, blocked}};
    const auto solver = channel.run<double>(
        3000, [](double) { return 2.0; }, [](double) { return 1.0; });
    return std::pair{solver.depth().at(10, 1), solver.depth().at(30, 1)};
  };
  const auto [above, below] = levels(0.5);
  const auto [freeAbove, freeBelow] = levels(0);
  EXPECT_NEAR(freeAbove, freeBelow, 2e-3);
  // Two velocity heads of 2 m²/s, at a depth between those on both sides.
  const double head = [&](double depth) { return 2 * (2 / depth) * (2 / depth) / (2 * 9.81); }((above + below) / 2);
  const double energy = above + 4 / (above * above) / 19.62 - below - 4 / (below * below) / 19.62;
  EXPECT_NEAR(energy, head, 0.1 * head);
}

template <class Real>
Solver<Real> everything(int threads) {
  Terrain terrain{{130, 70}, 5, 4, {}};
  for (int j = 0; j < 70; ++j)
    for (int i = 0; i < 130; ++i)
      terrain.bed.push_back(50 + 3 * std::sin(i * 0.1) * std::cos(j * 0.1) + (i == 65 ? 4 : 0));
  Forcing forcing;
  forcing.manning.uniform = 0.04;
  forcing.rain.rate = Series(4e-5);
  forcing.inflows = {{"spring", {{20, 30}}, Series(6.0)}};
  forcing.boundaries[1] = {Boundary::Kind::open, {}};
  Structures& s = forcing.structures;
  s.pumps = {{"out", {46, 0}, std::nullopt, 0.7, 0.2, 0.05},
             {"over", {46, 62}, Cell{80, 40}, 0.4, 0.1, 0.02, 100, 300}};
  s.gates = {{"gate", {64, 10}, {66, 10}, 3, 49, Series(0.6), 0.6}};
  s.breaches = {{"breach", cellsAlong({65, 30}, {65, 40}, true), 50, 150, 0.2, 100}};
  s.bridges = {{"bridge", cellsAlong({90, 5}, {96, 30}, false), 105, 0.4}};
  Numerics numerics;
  numerics.threads = threads;
  auto solver = started<Real>(terrain, forcing, {}, numerics);
  solver.advance(400);
  return solver;
}

TEST(Structures, KeepTheBalanceAndTheBitsOnAnyNumberOfThreads) {
  const auto one = everything<double>(1), two = everything<double>(2);
  const Volumes v = one.volumes();
  EXPECT_GT(v.pumped, 1);
  EXPECT_NE(one.structures()[2].movedM3, 0);
  EXPECT_LE(std::abs(v.error()), 1e-9 * v.received());
  ASSERT_EQ(one.steps(), two.steps());
  for (int j = 0; j < 70; ++j)
    for (int i = 0; i < 130; ++i) {
      ASSERT_EQ(one.depth().at(i, j), two.depth().at(i, j)) << i << ", " << j;
      ASSERT_GE(one.depth().at(i, j), 0) << i << ", " << j;
    }
  const Volumes rough = everything<float>(2).volumes();
  EXPECT_LE(std::abs(rough.error()), 1e-5 * rough.received());
}

TEST(Structures, ThatNobodyBuildsAreRefusedByName) {
  const auto refusal = [](Structures structures) {
    Forcing forcing;
    forcing.structures = std::move(structures);
    const auto solver = Solver<float>::make(tanks(), forcing, {});
    return solver ? std::string() : solver.error().message.en;
  };
  EXPECT_THAT(refusal({.pumps = {{"pump 1", {1, 0}, {}, 1, 1, 0}}}),
              testing::HasSubstr("pump 1: there is no elevation"));
  EXPECT_THAT(refusal({.pumps = {{"pump 1", {0, 0}, {}, 1, 1, 2}}}), testing::HasSubstr("or a lower one"));
  EXPECT_THAT(refusal({.gates = {{"gate 1", {0, 0}, {0, 0}, 1, 0, Series(1.0)}}}), testing::HasSubstr("one cell"));
  EXPECT_THAT(refusal({.breaches = {{"breach 1", {{0, 0}}, 1, {}, {}, 5}}}), testing::HasSubstr("overtopped"));
  EXPECT_THAT(refusal({.bridges = {{"bridge 1", {{0, 0}}, 10, 1}}}), testing::HasSubstr("0.95"));
}

TEST(Structures, OnCoarserCellsLeaveOutWhatLiesWithinOne) {
  Structures fine;
  fine.pumps = {
      {"near", {4, 4}, Cell{5, 5}, 1, 1, 1}, {"far", {4, 4}, Cell{9, 4}, 1, 1, 1}, {"out", {4, 4}, {}, 1, 1, 1}};
  fine.gates = {{"near", {0, 0}, {1, 1}, 1, 0, Series(1.0)}, {"far", {0, 0}, {4, 1}, 1, 0, Series(1.0)}};
  fine.breaches = {{"breach", cellsAlong({0, 0}, {7, 0}, true), 1, 0, {}, 1}};
  const Structures coarse = coarsened(fine, 4);
  ASSERT_EQ(coarse.pumps.size(), 2U);
  EXPECT_EQ(coarse.pumps[0].to, (Cell{2, 1}));
  ASSERT_EQ(coarse.gates.size(), 1U);
  EXPECT_EQ(coarse.gates[0].b, (Cell{1, 0}));
  EXPECT_EQ(coarse.breaches[0].cells, (std::vector<Cell>{{0, 0}, {1, 0}}));
}

class StructuresFile : public testing::Test {
 protected:
  Result<Scenario> read(const std::string& rows) {
    Raster ground{20, 10, 1000, 2000, 10, 10, "EPSG:32650", std::vector<double>(200, 100.0)};
    EXPECT_TRUE(writeRaster(ground, folder_ / "dem.tif"));
    std::ofstream(folder_ / "structures.csv") << rows;
    const auto values = SettingValues::from(
        floodSettings(), nullptr, {"dem=" + (folder_ / "dem.tif"), "structures=" + (folder_ / "structures.csv")});
    if (!values) return failure(values.error());
    return scenarioFrom(*values);
  }
  TempFolder folder_;
};

TEST_F(StructuresFile, TakesARowForEach) {
  std::ofstream(folder_ / "opening.csv") << "0,0\n600,2\n";
  const auto scenario = read(
      "kind,columns\n# pumps first\npump,1005,1995,,,2.5,0.3,0.1\npump,1005,1995,1105,1995,1,0.2,0.1,600,3600\n"
      "gate,1005,1905,1195,1905,4,99.5,opening.csv\nculvert,1005,1905,1195,1905,1,99,0.8,0.62\n"
      "breach,1005,1955,1095,1955,97,,0.3,900\nbridge,1005,1995,1005,1905,0.25\n");
  ASSERT_TRUE(scenario) << scenario.error();
  const Structures& s = scenario->forcing.structures;
  ASSERT_EQ(s.pumps.size(), 2U);
  EXPECT_FALSE(s.pumps[0].to);
  EXPECT_EQ(s.pumps[1].to, (Cell{10, 0}));
  EXPECT_EQ(s.pumps[1].untilS, 3600);
  ASSERT_EQ(s.gates.size(), 2U);
  EXPECT_NEAR(s.gates[0].openingM.at(300), 1, 1e-12);
  EXPECT_EQ(s.gates[1].name, "culvert 1");
  EXPECT_EQ(s.gates[1].coefficient, 0.62);
  ASSERT_EQ(s.breaches.size(), 1U);
  EXPECT_EQ(s.breaches[0].cells.size(), 10U);
  EXPECT_FALSE(s.breaches[0].startS);
  EXPECT_EQ(s.breaches[0].overtoppedM, 0.3);
  ASSERT_EQ(s.bridges.size(), 1U);
  EXPECT_NEAR(s.bridges[0].lengthM, 100, 1e-9);
  EXPECT_EQ(scenario->files.size(), 3U);
}

TEST_F(StructuresFile, SaysWhichLineIsWrongAndHowItLooks) {
  const auto weir = read("pump,1005,1995,,,2.5,0.3,0.1\nweir,1,2,3,4\n");
  ASSERT_FALSE(weir);
  EXPECT_EQ(weir.error().place.line, 2);
  EXPECT_THAT(weir.error().remedy.en, testing::HasSubstr("breach or bridge"));
  const auto pump = read("pump,1005,1995,,,fast,0.3,0.1\n");
  ASSERT_FALSE(pump);
  EXPECT_THAT(pump.error().remedy.en, testing::HasSubstr("rate,on,off"));
  EXPECT_FALSE(read("pump,5,1995,,,1,0.3,0.1\n"));
  EXPECT_FALSE(read("gate,1005,1995\n"));
  EXPECT_FALSE(read("# nothing\n"));
}

}  // namespace
}  // namespace fengsui::flood
