// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cellfixes.h"

#include <gmock/gmock.h>

#include "gis/importrows.h"
#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Mended {
  std::vector<CellFix> fixes;
  std::size_t faultsBefore = 0, faultsAfter = 0;
};

// The fixes that are offered for a table, and whether all of them together mend it.
Mended mended(Kind kind, std::string_view csv) {
  const TimeZone zone = TimeZone::utc();
  const auto table = readCsv(csv).value();
  const Mapping mapping = proposeMapping(kind, table.columns);
  const auto imported = importRows(kind, table, mapping, zone);
  Mended out{fixesFor(kind, table, mapping, imported.errors), imported.errors.size(), 0};
  std::vector<CellEdit> all;
  for (const CellFix& fix : out.fixes) all.insert(all.end(), fix.edits.begin(), fix.edits.end());
  out.faultsAfter = importRows(kind, withCells(table, all, {}).value(), mapping, zone).errors.size();
  return out;
}

std::vector<std::string> offers(const Mended& mended) {
  std::vector<std::string> all;
  for (const CellFix& fix : mended.fixes) all.push_back(fix.offer.en);
  return all;
}

TEST(CellFixes, ExchangeCoordinatesOfTheRowsThatHaveThemTheOtherWayRound) {
  const auto m =
      mended(Kind::shelter, "名称,经度,纬度\n甲,116.6,40.3\n乙,40.4,116.7\n丙,116.5,40.2\n丁,40.31,116.61\n");
  EXPECT_EQ(m.faultsBefore, 2u);
  EXPECT_THAT(offers(m), ElementsAre("exchange longitude and latitude in 2 rows"));
  EXPECT_EQ(m.faultsAfter, 0u);
}

TEST(CellFixes, WriteDigitsForTheLettersThatLookLikeThem) {
  const auto m = mended(Kind::team, "名称,人数,经度,纬度\n甲,l0,116.6,40.3\n乙,l2,ll6.7,40.3\n丙,9,116.7,40.2\n");
  EXPECT_THAT(offers(m), ElementsAre("write digits in 人数 (2 rows)", "write digits in 经度 (1 row)"));
  EXPECT_EQ(m.faultsAfter, 0u);
}

TEST(CellFixes, KeepTheFirstOfTwoNumbers) {
  const auto m = mended(Kind::team, "名称,人数\n甲,120人/35户\n乙,8\n");
  EXPECT_THAT(offers(m), ElementsAre("keep the first number of 人数 (1 row)"));
  EXPECT_EQ(m.fixes[0].edits[0].text, "120人");
  EXPECT_EQ(m.faultsAfter, 0u);
}

TEST(CellFixes, ReadASlipAsTheWordThatWasMeant) {
  const auto m = mended(Kind::team, "名称,状态\n甲,待命中\n乙,待命中\n丙,available\n丁,availble\n");
  EXPECT_EQ(m.fixes.size(), 2u);
  EXPECT_EQ(m.faultsAfter, 0u);
}

TEST(CellFixes, OfferAnEmptyCellWhereNothingBetterIsKnown) {
  const auto m = mended(Kind::team, "名称,人数,经度,纬度\n甲,很多,116.6,40.3\n乙,3,东边,北边\n");
  EXPECT_THAT(offers(m), ElementsAre("import 1 row without a place", "leave 人数 empty in 1 row"));
  EXPECT_EQ(m.faultsAfter, 0u);
}

TEST(CellFixes, NeverTouchANameThatStandsTwice) {
  const auto m = mended(Kind::team, "名称,人数\n甲,3\n甲,4\n");
  EXPECT_EQ(m.faultsBefore, 1u);
  EXPECT_THAT(m.fixes, IsEmpty());
}

}  // namespace
}  // namespace fengsui
