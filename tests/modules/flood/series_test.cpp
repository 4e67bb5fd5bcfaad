// SPDX-License-Identifier: GPL-3.0-or-later
#include "flood/model/series.h"

#include <gtest/gtest.h>

namespace fengsui::flood {
namespace {

// 36 for a minute, then nothing: a time said twice is a jump.
const Series shower({{0, 36}, {60, 36}, {60, 0}});

TEST(ASeries, LiesOnStraightLinesAndHoldsItsEnds) {
  const Series rising({{10, 1}, {20, 3}});
  EXPECT_EQ(rising.at(0), 1);
  EXPECT_EQ(rising.at(15), 2);
  EXPECT_EQ(rising.at(99), 3);
  EXPECT_DOUBLE_EQ(rising.mean(0, 20), 1.5);
}

TEST(ASeries, JumpsWhereATimeIsSaidTwice) {
  EXPECT_EQ(shower.at(59.9), 36);
  EXPECT_EQ(shower.at(60), 0);
  EXPECT_DOUBLE_EQ(shower.mean(50, 70), 18);
}

TEST(ASeries, MeansWhatCameBeforeAJumpWhereAStepEndsOnIt) {
  EXPECT_DOUBLE_EQ(shower.mean(40, 60), 36);
  EXPECT_DOUBLE_EQ(shower.mean(60, 80), 0);
  const Series later({{100, 5}, {100, 7}, {200, 7}});
  EXPECT_DOUBLE_EQ(later.mean(0, 100), 5);
  EXPECT_DOUBLE_EQ(later.mean(100, 150), 7);
}

}  // namespace
}  // namespace fengsui::flood
