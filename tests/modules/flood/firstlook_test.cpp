// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/firstlook.h"

#include <gmock/gmock.h>

#include <cmath>

#include "flood/model/carve.h"
#include "flood/model/waterways.h"

namespace fengsui::flood {
namespace {

// A valley that runs to the south, its sides rising by 1 m a cell.
Raster valley(int columns, int rows) {
  Raster out{columns, rows, 0, 0, 30, 30, {}, {}};
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i) out.values.push_back(100 - 0.1 * j + std::abs(i - columns / 2));
  return out;
}

TEST(Waterways, GatherInTheValleyAndLeaveAtItsEnd) {
  const Raster ground = valley(21, 40);
  const Waterways water(ground);
  const auto drained = water.drained();
  EXPECT_GT(drained[39 * 21 + 10], 300);
  EXPECT_EQ(water.next(39 * 21 + 10), -1);
  EXPECT_EQ(water.upwards().size(), ground.values.size());
}

TEST(FirstLook, FloodsWhatIsLowerThanTheRiseAboveItsStream) {
  const Raster ground = valley(21, 40);
  // A stream from 100 cells on: the lower part of the middle column.
  const auto depth = depthByStreamRise(ground, 2.5, 100 * 900 / 1e6);
  EXPECT_NEAR(depth[30 * 21 + 10], 2.5, 1e-6);
  EXPECT_NEAR(depth[30 * 21 + 12], 0.5, 0.2);
  EXPECT_EQ(depth[30 * 21 + 13], 0);
  EXPECT_EQ(depth[30 * 21 + 20], 0);
}

TEST(FirstLook, OfAPoolReachesOnlyWhatIsJoinedToIt) {
  Raster ground = valley(21, 40);
  for (int i = 0; i < 21; ++i) ground.values[static_cast<std::size_t>(20 * 21 + i)] = 200;  // a dam
  const auto depth = depthByLevel(ground, 99, {39 * 21 + 10});
  EXPECT_NEAR(depth[39 * 21 + 10], 99 - 96.1, 1e-4);
  EXPECT_EQ(depth[20 * 21 + 10], 0);
  EXPECT_EQ(depth[15 * 21 + 10], 0) << "behind the dam, though lower than the level";
}

TEST(Carving, EndsWhenNobodyWantsItAnyMore) {
  Raster ground{30, 30, 0, 0, 30, 30, {}, {}};
  for (int j = 0; j < 30; ++j)
    for (int i = 0; i < 30; ++i) ground.values.push_back(i == j ? 100 - i : 130 - i);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(carvePits(ground, 40, 20, stop.get_token()).pits, 0);
  EXPECT_TRUE(Waterways(ground, stop.get_token()).upwards().empty());
}

TEST(Carving, OpensAValleyThatRunsAcrossTheCorners) {
  Raster ground{30, 30, 0, 0, 30, 30, {}, {}};
  for (int j = 0; j < 30; ++j)
    for (int i = 0; i < 30; ++i) ground.values.push_back(i == j ? 100 - i : 130 - i);
  const Carved carved = carvePits(ground, 40, 20);
  EXPECT_GT(carved.pits, 0);
  const Waterways water(ground);
  double highest = -1e9;
  for (std::int32_t cell = 5 * 30 + 5, steps = 0; cell >= 0 && steps < 200; cell = water.next(cell), ++steps)
    highest = std::max(highest, ground.values[static_cast<std::size_t>(cell)]);
  EXPECT_LE(highest, 95.001) << "the way of the water never rises";
}

TEST(Carving, LeavesDeepPitsAndLakesAlone) {
  Raster ground = valley(21, 40);
  for (const int wall : {0, 1, 20})
    for (int i = 0; i < 21; ++i) ground.values[static_cast<std::size_t>(wall * 21 + i)] = 200;
  const Raster before = ground;
  EXPECT_EQ(carvePits(ground, 10, 20).pits, 0);
  EXPECT_EQ(ground.values, before.values);
}

}  // namespace
}  // namespace fengsui::flood
