// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/kindguess.h"

#include <gtest/gtest.h>

#include "gis/tables.h"

namespace fengsui {
namespace {

TEST(KindGuess, ReadsItFromTheHeadings) {
  EXPECT_EQ(guessedKind(readCsv("队伍名称,类别,人数,队长,联系电话\n甲,防汛,3,张,13800000001\n").value(), "a.csv"),
            Kind::team);
  EXPECT_EQ(guessedKind(readCsv("避难场所名称,类别,容量,是否启用\n甲,短期,3,否\n").value(), "a.csv"), Kind::shelter);
  EXPECT_EQ(guessedKind(readCsv("库名,物资名称,数量,单位\n甲,铁锹,3,把\n").value(), "a.csv"), Kind::depot);
}

TEST(KindGuess, ReadsItFromTheNameOfTheFile) {
  const auto table = readCsv("名称,经度,纬度\n甲,116.6,40.3\n").value();
  EXPECT_EQ(guessedKind(table, "怀柔区避难场所.csv"), Kind::shelter);
  EXPECT_EQ(guessedKind(table, "schools.csv"), Kind::facility);
}

TEST(KindGuess, LeavesItToThePersonWhereNothingTells) {
  EXPECT_EQ(guessedKind(readCsv("名称,经度,纬度\n甲,116.6,40.3\n").value(), "a.csv"), std::nullopt);
}

TEST(KindGuess, KnowsTheFixtures) {
  EXPECT_EQ(guessedKind(readTable(fixture("teams-merged.xlsx")).value(), "teams-merged.xlsx"), Kind::team);
  EXPECT_EQ(guessedKind(readTable(fixture("shelters.ods")).value(), "x.ods"), Kind::shelter);
  EXPECT_EQ(guessedKind(readTable(fixture("depots-three-rows.xlsx")).value(), "x.xlsx"), Kind::depot);
}

}  // namespace
}  // namespace fengsui
