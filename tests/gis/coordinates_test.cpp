// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coordinates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace fengsui {
namespace {

struct Vector {
  LonLat wgs84, gcj02, bd09;
};

std::vector<Vector> vectors() {
  std::ifstream file(FENGSUI_FIXTURES "/coordinates/gcoord.csv");
  std::vector<Vector> all;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#' || line[0] == 'w') continue;
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream in(line);
    Vector v;
    in >> v.wgs84.lonDeg >> v.wgs84.latDeg >> v.gcj02.lonDeg >> v.gcj02.latDeg >> v.bd09.lonDeg >> v.bd09.latDeg;
    all.push_back(v);
  }
  return all;
}

double metresBetween(LonLat a, LonLat b) {
  const double latM = (a.latDeg - b.latDeg) * 111320;
  const double lonM = (a.lonDeg - b.lonDeg) * 111320 * std::cos(a.latDeg * 3.14159265358979 / 180);
  return std::hypot(latM, lonM);
}

TEST(Coordinates, AgreeWithAThousandVectorsToBetterThanHalfAMetre) {
  const auto all = vectors();
  ASSERT_EQ(all.size(), 1000u);
  double worst = 0;
  for (const Vector& v : all) {
    worst = std::max(worst, metresBetween(toWgs84(v.gcj02, Datum::gcj02), v.wgs84));
    worst = std::max(worst, metresBetween(toWgs84(v.bd09, Datum::bd09), v.wgs84));
    worst = std::max(worst, metresBetween(fromWgs84(v.wgs84, Datum::gcj02), v.gcj02));
    worst = std::max(worst, metresBetween(fromWgs84(v.wgs84, Datum::bd09), v.bd09));
  }
  EXPECT_LT(worst, 0.001);  // half a metre is asked for; the same formulas agree to the millimetre
  RecordProperty("worstM", std::to_string(worst));
}

TEST(Coordinates, ComeBackFromEveryFrameToWhereTheyWere) {
  for (const Vector& v : vectors())
    for (const Datum datum : {Datum::wgs84, Datum::gcj02, Datum::bd09}) {
      const LonLat back = toWgs84(fromWgs84(v.wgs84, datum), datum);
      EXPECT_NEAR(back.lonDeg, v.wgs84.lonDeg, 1e-9);
      EXPECT_NEAR(back.latDeg, v.wgs84.latDeg, 1e-9);
    }
}

TEST(Coordinates, AreShiftedByHundredsOfMetresInBeijing) {
  const LonLat huairou{116.6318, 40.3162};
  EXPECT_GT(metresBetween(fromWgs84(huairou, Datum::gcj02), huairou), 300);
  EXPECT_LT(metresBetween(fromWgs84(huairou, Datum::gcj02), huairou), 800);
}

TEST(Coordinates, AreLeftAloneOutsideChina) {
  const LonLat andorra{1.5218, 42.5063};
  for (const Datum datum : {Datum::gcj02, Datum::bd09}) {
    EXPECT_EQ(fromWgs84(andorra, datum).lonDeg, andorra.lonDeg);
    EXPECT_EQ(toWgs84(andorra, datum).latDeg, andorra.latDeg);
  }
}

TEST(Coordinates, MoveEveryVertexOfAShape) {
  const Position corner = *Position::ofDegrees(116.6, 40.3);
  Shape area{ShapeKind::area, {}, {}, {{{corner, *Position::ofDegrees(116.7, 40.3), *Position::ofDegrees(116.7, 40.4)}}}};
  const Shape moved = toWgs84(area, Datum::gcj02);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_GT(distanceM(moved.areas[0][0][i], area.areas[0][0][i]), 100);
}

}  // namespace
}  // namespace fengsui
