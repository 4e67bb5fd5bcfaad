// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "gis/demo/curve.h"
#include "gis/demo/segments.h"

namespace fengsui::demo {
namespace {

Raster<std::uint8_t> sketch(const std::vector<std::string>& rowsFromNorth) {
  Raster<std::uint8_t> out(
      Frame{static_cast<int>(rowsFromNorth.front().size()), static_cast<int>(rowsFromNorth.size()), 10});
  for (std::size_t i = 0; i < rowsFromNorth.size(); ++i)
    for (std::size_t col = 0; col < rowsFromNorth[i].size(); ++col)
      out.at(static_cast<int>(col), static_cast<int>(rowsFromNorth.size() - 1 - i)) = rowsFromNorth[i][col] == '#';
  return out;
}

TEST(Outlines, PutAHoleIntoItsArea) {
  const auto areas = outlines(sketch({"......", ".####.", ".#..#.", ".#..#.", ".####.", "......"}), 100, 1);
  ASSERT_EQ(areas.size(), 1u);
  ASSERT_EQ(areas[0].holes.size(), 1u);
  EXPECT_TRUE(holds(areas[0].outer, {30, 30}));
  EXPECT_TRUE(holds(areas[0].holes[0], {30, 30}));
  EXPECT_FALSE(holds(areas[0].outer, {3, 3}));
}

TEST(Outlines, TakeCellsThatTouchAtACornerForTwoAreas) {
  EXPECT_EQ(outlines(sketch({"....", ".#..", "..#.", "...."}), 100, 1).size(), 2u);
}

TEST(Outlines, FitAtTheEdgesOfTiles) {
  const auto areas = outlines(sketch({"########", "########", "########", "########"}), 4, 1);
  ASSERT_EQ(areas.size(), 2u);
  for (const Area& area : areas)
    for (const Point at : area.outer) EXPECT_TRUE(at.x == 0 || at.x == 40 || at.x == 80 || at.y == 0 || at.y == 40);
}

TEST(Outlines, LeaveOutWhatIsTooSmall) {
  EXPECT_TRUE(outlines(sketch({"....", ".#..", "...."}), 100, 2).empty());
}

TEST(Curve, KeepsEndsAndLeavesOutWhatIsStraight) {
  const Line line{{0, 0}, {10, 0.1}, {20, 0}, {30, 20}};
  EXPECT_EQ(simplified(line, 1), (Line{{0, 0}, {20, 0}, {30, 20}}));
  const Line soft = rounded(line, 2);
  EXPECT_EQ(soft.front(), line.front());
  EXPECT_EQ(soft.back(), line.back());
}

TEST(Curve, CutsAPartOutOfALine) {
  EXPECT_EQ(part({{0, 0}, {10, 0}, {20, 0}}, 5, 15), (Line{{5, 0}, {10, 0}, {15, 0}}));
}

TEST(Segments, FindWhereLinesCross) {
  Segments segments;
  segments.add({{0, -100}, {0, 100}}, 7, 20);
  const auto found = segments.crossings({{-50, 0}, {50, 0}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_DOUBLE_EQ(found[0].alongM, 50);
  EXPECT_EQ(found[0].owner, 7);
  EXPECT_DOUBLE_EQ(*segments.nearest({15, 0}, 50), 5);
  EXPECT_FALSE(segments.nearest({500, 0}, 50));
}

}  // namespace
}  // namespace fengsui::demo
