// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/relief.h"

#include <gtest/gtest.h>

#include "gis/demo/ground.h"

namespace fengsui::demo {
namespace {

Wish small(std::uint64_t seed) {
  Wish wish;
  wish.seed = seed;
  wish.small = true;
  return wish;
}

// A bowl with a rim: without filling, nothing leaves it.
Raster<std::int32_t> bowl() {
  Raster<std::int32_t> heights(Frame{7, 7, 30}, 500);
  heights.at(3, 3) = 100;
  heights.at(3, 4) = 200;
  for (int col = 0; col < 7; ++col) heights.at(col, 0) = 0;
  return heights;
}

TEST(FillHollows, RaisesABowlUntilItDrains) {
  auto heights = bowl();
  fillHollows(heights, 1);
  EXPECT_GT(heights.at(3, 3), 500);
  const Drainage drainage = drain(heights);
  for (std::size_t cell = 7; cell < heights.cells.size(); ++cell)
    EXPECT_NE(drainage.into.cells[cell], kOut) << "cell " << cell;
}

TEST(Drainage, CountsAllThatDrainsThroughACell) {
  Raster<std::int32_t> slope(Frame{1, 5, 30});
  for (int row = 0; row < 5; ++row) slope.at(0, row) = row * 10;
  const Drainage drainage = drain(slope);
  EXPECT_FLOAT_EQ(drainage.areaM2.at(0, 0), 5 * 900);
  EXPECT_FLOAT_EQ(drainage.areaM2.at(0, 4), 900);
}

TEST(Ground, LetsTheWaterOfEveryCellReachTheEdgeWithoutRising) {
  const Ground ground = makeGround(small(3));
  const auto& heights = ground.heightsCm;
  for (const std::uint32_t cell : ground.drainage.order) {
    const std::uint32_t next = ground.drainage.into.cells[cell];
    if (next == kOut) {
      ASSERT_EQ(heights.row(cell), 0);
      continue;
    }
    ASSERT_LE(heights.cells[next], heights.cells[cell]) << heights.col(cell) << ", " << heights.row(cell);
  }
  // Each cell comes after the one it drains into, so all of them end at the edge.
  EXPECT_EQ(ground.drainage.order.size(), heights.cells.size());
}

TEST(Ground, HasMountainsInTheNorthAndAPlainInTheSouth) {
  const Ground ground = makeGround(small(3));
  const Frame& frame = ground.frame();
  double north = 0, south = 0;
  for (int col = 0; col < frame.cols; ++col) {
    north = std::max(north, ground.heightM(frame.centre(col, frame.rows * 9 / 10)));
    south = std::max(south, ground.heightM(frame.centre(col, frame.rows / 10)));
  }
  EXPECT_GT(north, south + 150);
  EXPECT_LT(south, 120);
}

TEST(Ground, DamsValleysSoThatTheirWaterLiesLevel) {
  const Ground ground = makeGround(small(3));
  ASSERT_FALSE(ground.reservoirs.empty());
  for (const Reservoir& reservoir : ground.reservoirs) {
    EXPECT_NEAR(ground.heightM(reservoir.at), reservoir.levelM, 1.0);
    EXPECT_GT(lengthM(reservoir.dam), 30);
    ASSERT_FALSE(reservoir.surface.empty());
  }
}

TEST(Ground, IsTheSameForTheSameSeedAndAnotherForAnother) {
  EXPECT_EQ(reliefCm(small(3)).cells, reliefCm(small(3)).cells);
  EXPECT_NE(reliefCm(small(3)).cells, reliefCm(small(4)).cells);
}

}  // namespace
}  // namespace fengsui::demo
