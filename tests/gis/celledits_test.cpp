// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/celledits.h"

#include <gmock/gmock.h>

#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

const char* const kTwo = "名称,经度,纬度\n甲,116.6,40.3\n乙,116.7,北边\n";

TEST(CellEdits, ReadThePlaceOfTheCellThatWasMended) {
  const auto table = readCsv(kTwo).value();
  ASSERT_TRUE(table.rows[1].shapeFault);
  const auto mended = withCells(table, {{3, "纬度", "40.4"}}, {});
  ASSERT_TRUE(mended) << mended.error();
  EXPECT_FALSE(mended->rows[1].shapeFault);
  EXPECT_EQ(mended->rows[1].shape, Shape::at(at(116.7, 40.4)));
  EXPECT_EQ(mended->rows[0].shape, table.rows[0].shape);
}

TEST(CellEdits, SayOnceHowPlacesWereRead) {
  const auto table = readCsv(kTwo).value();
  const auto mended = withCells(table, {{3, "纬度", "40.4"}}, {});
  EXPECT_EQ(notesOf(*mended), notesOf(table));
}

TEST(CellEdits, MoveThePlacesWhenTheCoordinateSystemIsSaid) {
  const auto table = readCsv(kTwo).value();
  ReadOptions gcj;
  gcj.crs = "gcj02";
  const auto moved = withCells(table, {}, gcj);
  ASSERT_TRUE(moved) << moved.error();
  EXPECT_EQ(moved->crs, "gcj02");
  EXPECT_GT(distanceM(*anchorOf(*moved->rows[0].shape), at(116.6, 40.3)), 300);
  const auto back = withCells(*moved, {}, {});
  EXPECT_EQ(back->rows[0].shape, table.rows[0].shape);
}

TEST(CellEdits, TakeThePlaceFromTheColumnsThatThePersonNames) {
  const auto table = readCsv("名称,东,北\n甲,116.6,40.3\n").value();
  EXPECT_FALSE(table.rows[0].shape);
  ReadOptions named;
  named.placeColumns = {"东", "北"};
  EXPECT_EQ(withCells(table, {}, named)->rows[0].shape, Shape::at(at(116.6, 40.3)));
}

TEST(CellEdits, LeaveTheLastOfTwoAndIgnoreWhatIsNotThere) {
  const auto table = readCsv(kTwo).value();
  const auto mended =
      withCells(table, {{2, "名称", "丙"}, {2, "名称", "丁"}, {99, "名称", "戊"}, {2, "没有", "己"}}, {});
  EXPECT_EQ(mended->rows[0].cells[0], "丁");
}

}  // namespace
}  // namespace fengsui
