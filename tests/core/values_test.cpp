// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "core/digest.h"
#include "core/geo.h"
#include "core/hlc.h"
#include "core/quantity.h"
#include "core/uuid.h"
#include "support/property.h"

namespace fengsui {
namespace {

// ---- Quantity

TEST(Quantity, ReadsWhatPeopleWrite) {
  for (const auto& [text, milli] : {std::pair{"50", 50'000LL},
                                    {"2.5", 2'500LL},
                                    {"1,200", 1'200'000LL},
                                    {"0", 0LL},
                                    {"-3.125", -3'125LL},
                                    {"1,234,567.8", 1'234'567'800LL},
                                    {"1.2300", 1'230LL},
                                    {"9000000000000", 9'000'000'000'000'000LL},
                                    {".5", 500LL}}) {
    const auto quantity = Quantity::parse(text);
    ASSERT_TRUE(quantity) << text;
    EXPECT_EQ(quantity->milli, milli) << text;
  }
}

TEST(Quantity, RefusesWhatCouldMeanTwoThings) {
  for (const char* text : {"", "-", ".", "many", "1.2.3", "2,5", "1,2345", "1,23,456", "12,34", ",5", "5,", "1.5,000",
                           "1.0001", "9000000000001", "99999999999999999999999", "1e3", " 5", "５０", "0x10"}) {
    const auto quantity = Quantity::parse(text);
    EXPECT_FALSE(quantity) << text << " was read as " << quantity.value_or(Quantity{}).text();
  }
}

TEST(Quantity, IsTheSameAfterItWasWritten) {
  property("parse(text(q)) == q", 500, 100, [](std::int32_t milli) {
    const Quantity quantity{milli};
    RC_ASSERT(Quantity::parse(quantity.text()).value() == quantity);
  });
  EXPECT_EQ(Quantity{1'200}.text(), "1.2");
  EXPECT_EQ(Quantity{-5}.text(), "-0.005");
  EXPECT_EQ(Quantity{std::numeric_limits<std::int64_t>::min()}.text(), "-9223372036854775.808");
}

TEST(Quantity, StaysAtTheEndOfItsRange) {
  constexpr Quantity most{std::numeric_limits<std::int64_t>::max()};
  constexpr Quantity least{std::numeric_limits<std::int64_t>::min()};
  EXPECT_EQ(most + Quantity{1}, most);
  EXPECT_EQ(least - Quantity{1}, least);
  EXPECT_EQ(Quantity{} - least, most);
  EXPECT_EQ(most + least, Quantity{-1});
}

// ---- places

Shape areaOf(std::vector<Polygon> areas) {
  return {ShapeKind::area, {}, {}, std::move(areas)};
}

// Even-odd, on exact integers.
bool inside(const Polygon& area, Position p) {
  bool in = false;
  for (const Ring& ring : area)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const auto [ax, ay] = ring[i];
      const auto [bx, by] = ring[j];
      if ((ay > p.latE7) == (by > p.latE7)) continue;
      const double x =
          ax + (static_cast<double>(p.latE7) - ay) * (static_cast<double>(bx) - ax) / (static_cast<double>(by) - ay);
      if (p.lonE7 < x) in = !in;
    }
  return in;
}

TEST(AnchorOf, LiesInsideAHorseshoe) {
  // The lake is open to the north; its centroid lies in the gap between the two arms.
  const Polygon horseshoe{
      {{0, 0}, {1000, 0}, {1000, 1000}, {800, 1000}, {800, 200}, {300, 200}, {300, 1000}, {0, 1000}}};
  const auto anchor = anchorOf(areaOf({horseshoe}));
  ASSERT_TRUE(anchor);
  EXPECT_TRUE(inside(horseshoe, *anchor)) << anchor->lonE7 << ' ' << anchor->latE7;
}

TEST(AnchorOf, LiesBetweenTheIslandAndTheShore) {
  const Polygon ring{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}, {{300, 300}, {600, 300}, {600, 600}, {300, 600}}};
  const auto anchor = anchorOf(areaOf({ring}));
  ASSERT_TRUE(anchor);
  EXPECT_TRUE(inside(ring, *anchor)) << anchor->lonE7 << ' ' << anchor->latE7;
}

TEST(AnchorOf, ChoosesTheLargestOfManyAreas) {
  const Polygon pond{{{5000, 5000}, {5010, 5000}, {5010, 5010}, {5000, 5010}}};
  const Polygon lake{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}};
  EXPECT_TRUE(inside(lake, anchorOf(areaOf({pond, lake})).value()));
}

TEST(AnchorOf, LiesInsideWhateverStarIsDrawn) {
  property("the anchor of a star is inside it", 500, 100, [] {
    const auto radii = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(2000, 1'000'000));
    constexpr double turn[8][2] = {{1, 0}, {.7, .7}, {0, 1}, {-.7, .7}, {-1, 0}, {-.7, -.7}, {0, -1}, {.7, -.7}};
    Polygon star{{}};
    for (std::size_t i = 0; i < 8; ++i)
      star[0].push_back(
          {1166000000 + static_cast<int>(radii[i] * turn[i][0]), 403000000 + static_cast<int>(radii[i] * turn[i][1])});
    RC_ASSERT(inside(star, anchorOf(areaOf({star})).value()));
  });
}

TEST(AnchorOf, BearsShapesWithNothingInThem) {
  EXPECT_EQ(anchorOf(Shape{}), std::nullopt);
  EXPECT_EQ(anchorOf(areaOf({})), std::nullopt);
  EXPECT_EQ(anchorOf(areaOf({Polygon{}})), std::nullopt);
  EXPECT_EQ(anchorOf(areaOf({Polygon{Ring{}}})), std::nullopt);
  EXPECT_EQ(anchorOf(areaOf({{{{7, 7}, {9, 7}}}})), (Position{7, 7}));
  EXPECT_EQ(anchorOf(Shape{ShapeKind::line, {}, {{}}, {}}), std::nullopt);
  EXPECT_EQ(anchorOf(Shape::at({3, 4})), (Position{3, 4}));
}

TEST(Position, IsReadLongitudeFirst) {
  EXPECT_EQ(Position::parse("116.63180,40.31620").value(), (Position{1166318000, 403162000}));
  EXPECT_EQ(Position::parse(" -0.0000001 , 90 ").value(), (Position{-1, 900000000}));
  EXPECT_EQ(Position::parse("180,-90").value().text(), "180.00000,-90.00000");
  for (const char* text : {"", "116.6", "116.6;40.3", "181,40", "116,91", "nan,40", "inf,40", "116.6,40.3,5", "a,b"}) {
    const auto position = Position::parse(text);
    ASSERT_FALSE(position) << text;
    EXPECT_NE(position.error().remedy.zh.find("经度,纬度"), std::string::npos);
  }
}

// The expected length: Vincenty, Direct and inverse solutions of geodesics on the ellipsoid (1975), on WGS 84.
TEST(DistanceM, IsWithinItsPromiseOfTheGeodesic) {
  const auto beijing = Position::ofDegrees(116.4074, 39.9042).value();
  const auto shanghai = Position::ofDegrees(121.4737, 31.2304).value();
  EXPECT_NEAR(distanceM(beijing, shanghai), 1'065'846, 1'065'846 * 0.006);
  EXPECT_EQ(distanceM(beijing, beijing), 0);
  // A quarter of the meridian of the mean sphere: π/2 · 6,371,008.8 m.
  EXPECT_NEAR(distanceM({0, 0}, {0, 900000000}), 10'007'557.2, 1);
  EXPECT_NEAR(distanceM({1799999999, 0}, {-1799999999, 0}), 0.0222, 0.001) << "across the date line";
}

// ---- ids, digests, clocks

TEST(Uuid, IsTheSameAfterItWasWritten) {
  property("parse(text(id)) == id", 200, 100, [](const std::array<std::uint8_t, 16>& bytes) {
    const Uuid id{bytes};
    RC_ASSERT(Uuid::parse(id.text()) == id);
  });
  EXPECT_EQ(Uuid::parse("01890A5D-AC96-774B-BCCE-B302099A8057").value().text(), "01890a5d-ac96-774b-bcce-b302099a8057");
  for (const char* text : {"", "01890a5dac96774bbcceb302099a8057", "01890a5d-ac96-774b-bcce-b302099a805",
                           "01890a5d-ac96-774b-bcce-b302099a805g", "01890a5d-ac96-774b-bcce_b302099a8057",
                           "{1890a5d-ac96-774b-bcce-b302099a8057}"})
    EXPECT_FALSE(Uuid::parse(text)) << text;
}

TEST(Uuid, MadeLaterSortsLaterAndSaysItsVersion) {
  const Uuid early = Uuid::v7({1784554800000});
  const Uuid late = Uuid::v7({1784554800001});
  EXPECT_LT(early, late);
  EXPECT_EQ(early.text().substr(0, 13), "019f7fc1-4380") << "the moment in 48 bits";
  EXPECT_EQ(early.text()[14], '7');
  EXPECT_NE(std::string("89ab").find(early.text()[19]), std::string::npos);
  std::set<Uuid> drawn;
  for (int i = 0; i < 1000; ++i) drawn.insert(Uuid::v7({1784554800000}));
  EXPECT_EQ(drawn.size(), 1000u);
}

// Expected values: GNU coreutils, printf … | b2sum -l 256.
TEST(Blake2b, GivesWhatB2sumGives) {
  EXPECT_EQ(hex(blake2b("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(hex(blake2b("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  EXPECT_EQ(hex(blake2b("烽燧")), "3d322e30f3143523731f452428f54829b737717f3c82938365ffd265edab016c");
  EXPECT_EQ(hex(blake2b(std::string(1000, '\0'))), "919da92d5040aeac86a75eb4125da3d0a9423bae8ae422b733b755f7baa8dadf");
}

TEST(Hlc, FollowsTheClockAndNeverGoesBack) {
  const Instant now{1784554800000};
  EXPECT_EQ(hlc::instantOf(hlc::next(0, now)), now);
  EXPECT_EQ(hlc::next(hlc::firstOf(now), now), hlc::firstOf(now) + 1);
  EXPECT_EQ(hlc::next(hlc::lastOf(now), now.plusMs(-60'000)), hlc::firstOf(now.plusMs(1)));
}

TEST(Hlc, KnowsNothingFromBeforeTheYear1970) {
  EXPECT_LT(hlc::lastOf(Instant{-1}), hlc::firstOf(Instant{1}));
  EXPECT_LT(hlc::lastOf(Instant{std::numeric_limits<std::int64_t>::min()}), hlc::firstOf(Instant{1784554800000}));
}

}  // namespace
}  // namespace fengsui
