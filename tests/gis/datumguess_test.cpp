// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/datumguess.h"

#include <gmock/gmock.h>

#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

const char* const kNames[] = {"怀北镇", "神山村", "大水峪", "河防口", "红螺镇",
                              "桥梓镇", "庙城镇", "北宅村", "渤海镇", "雁栖镇"};

// Ten villages around a town, a few kilometres apart.
std::vector<NamedPosition> villagesAround(double lonDeg, double latDeg) {
  std::vector<NamedPosition> known;
  int i = 0;
  for (const char* name : kNames) {
    known.push_back({name, at(lonDeg + 0.03 * (i % 4), latDeg + 0.04 * (i / 4))});
    ++i;
  }
  return known;
}

// The same places as a map of that datum hands them out, some metres beside the point of the gazetteer.
std::vector<NamedPosition> handedOut(const std::vector<NamedPosition>& known, Datum datum, double besideDeg = 0.0003) {
  std::vector<NamedPosition> points;
  double turn = 0;
  for (const NamedPosition& place : known) {
    const LonLat there = fromWgs84({place.at.lonDeg(), place.at.latDeg()}, datum);
    points.push_back(
        {place.name, at(there.lonDeg + besideDeg * std::cos(turn), there.latDeg + besideDeg * std::sin(turn))});
    turn += 2.4;
  }
  return points;
}

TEST(DatumGuess, SeesGcj02WhereKnownPlacesLieShifted) {
  const auto known = villagesAround(116.6, 40.3);
  const auto guess = guessedDatum(handedOut(known, Datum::gcj02), known);
  ASSERT_TRUE(guess);
  EXPECT_EQ(guess->datum, Datum::gcj02);
  EXPECT_EQ(guess->known, 10u);
  EXPECT_EQ(guess->fitting, 10u);
  EXPECT_NEAR(guess->offsetM, 560, 150);
  EXPECT_LT(guess->asGuessedM, 50);
}

TEST(DatumGuess, TellsBd09FromGcj02) {
  const auto known = villagesAround(116.6, 40.3);
  const auto guess = guessedDatum(handedOut(known, Datum::bd09), known);
  ASSERT_TRUE(guess);
  EXPECT_EQ(guess->datum, Datum::bd09);
}

TEST(DatumGuess, LeavesWgs84Alone) {
  const auto known = villagesAround(116.6, 40.3);
  EXPECT_FALSE(guessedDatum(handedOut(known, Datum::wgs84), known));
  EXPECT_FALSE(guessedDatum(handedOut(known, Datum::wgs84, 0.003), known)) << "300 m beside, in every direction";
}

TEST(DatumGuess, NeverGuessesOutsideChina) {
  // Places that somebody has shifted all the same: Seoul, Hanoi, Delhi, Ulaanbaatar, Vaduz.
  for (const auto& [lon, lat] : {std::pair(126.95, 37.5), {105.8, 21.0}, {77.2, 28.6}, {106.9, 47.9}, {9.52, 47.1}}) {
    const auto known = villagesAround(lon, lat);
    EXPECT_FALSE(guessedDatum(handedOut(known, Datum::gcj02), known)) << lon << ' ' << lat;
    EXPECT_FALSE(inMainlandChina({lon, lat})) << lon << ' ' << lat;
  }
}

TEST(DatumGuess, KnowsTheCitiesOfChina) {
  for (const auto& [lon, lat] : {std::pair(116.4, 39.9),
                                 {121.47, 31.2},
                                 {113.26, 23.1},
                                 {104.07, 30.67},
                                 {87.6, 43.8},
                                 {91.1, 29.65},
                                 {126.6, 45.75},
                                 {102.7, 25.04},
                                 {110.3, 20.0},
                                 {75.99, 39.47},
                                 {111.7, 40.8},
                                 {123.4, 41.8}})
    EXPECT_TRUE(inMainlandChina({lon, lat})) << lon << ' ' << lat;
}

TEST(DatumGuess, AsksForThreeKnownNames) {
  auto known = villagesAround(116.6, 40.3);
  const auto points = handedOut(known, Datum::gcj02);
  known.resize(2);
  EXPECT_FALSE(guessedDatum(points, known));
}

TEST(DatumGuess, IsNotMisledByAFewNamesakes) {
  const auto known = villagesAround(116.6, 40.3);
  auto points = handedOut(known, Datum::gcj02);
  points[0].at = at(116.62, 40.31);  // another village of that name, over a kilometre away
  points[1].at = at(118.0, 41.0);    // and one in another district
  const auto guess = guessedDatum(points, known);
  ASSERT_TRUE(guess);
  EXPECT_EQ(guess->datum, Datum::gcj02);
  EXPECT_EQ(guess->known, 9u);
}

TEST(DatumGuess, FindsAVillageWrittenWithAndWithoutItsKind) {
  const auto known = villagesAround(116.6, 40.3);
  auto points = handedOut(known, Datum::gcj02);
  points[1].name = "神山村村委会";
  points[7].name = "北 宅 村";
  EXPECT_EQ(guessedDatum(points, known)->known, 10u);
}

TEST(DatumGuess, SaysItsEvidenceInWords) {
  const DatumGuess guess{Datum::gcj02, 14, 12, 523, 118, 28};
  EXPECT_EQ(evidenceOf(guess).en,
            "12 of 14 places of known name lie 520 m to the south-east; as GCJ-02 they fit within 30 m");
  EXPECT_EQ(evidenceOf(guess).zh, "14 个已知名称的位置中有 12 个向东南偏移约 520 米；按 GCJ-02 读取则相差约 30 米");
}

}  // namespace
}  // namespace fengsui
