// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/viewport.h"

#include <gtest/gtest.h>

#include <cmath>

namespace fengsui {
namespace {

const ViewPort view(mercatorOf(*Position::ofDegrees(116.62, 40.35)), ViewPort::scaleOf(26), {800, 600});

TEST(ViewPort, PutsAPlaceOnTheScreenAndFindsItAgain) {
  const Position place = *Position::ofDegrees(116.6318, 40.3162);
  const auto back = positionAt(view.toMap(view.toScreen(mercatorOf(place))));
  ASSERT_TRUE(back);
  EXPECT_LE(std::abs(back->lonE7 - place.lonE7), 1);
  EXPECT_LE(std::abs(back->latE7 - place.latE7), 1);
}

TEST(ViewPort, KeepsWhatIsUnderThePointerWhileZooming) {
  const QPointF pointer(123, 456);
  const QPointF under = view.toMap(pointer);
  const ViewPort zoomed = view.zoomed(1, pointer);
  EXPECT_NEAR(zoomed.toScreen(under).x(), pointer.x(), 1e-6);
  EXPECT_NEAR(zoomed.toScreen(under).y(), pointer.y(), 1e-6);
  EXPECT_NEAR(zoomed.metresPerPixel(), view.metresPerPixel() / std::sqrt(2), 1e-9);
}

TEST(ViewPort, MovesWithTheHand) {
  const QPointF grabbed = view.toMap({400, 300});
  const ViewPort panned = view.panned(QPointF(430, 280) - QPointF(400, 300));
  EXPECT_NEAR(panned.toScreen(grabbed).x(), 430, 1e-6);
  EXPECT_NEAR(panned.toScreen(grabbed).y(), 280, 1e-6);
}

TEST(ViewPort, FitsAnExtentWithItsMargin) {
  const QRectF extent(12'900'000, 4'900'000, 30'000, 10'000);
  const QRectF seen = ViewPort::fitting(extent, {800, 600}, 50).toScreen(extent).normalized();
  EXPECT_LE(seen.width(), 700);
  EXPECT_GT(seen.width(), 700 / std::sqrt(2));
  EXPECT_NEAR(seen.center().x(), 400, 1e-6);
  EXPECT_NEAR(seen.center().y(), 300, 1e-6);
}

TEST(ViewPort, ComesBackToTheVeryScaleItLeft) {
  ViewPort wandering = view;
  for (const int steps : {1, 3, -7, 40, -60, 5}) {
    wandering = wandering.zoomed(steps, {17, 31});
    ASSERT_TRUE(wandering.step()) << steps;
    EXPECT_EQ(wandering.metresPerPixel(), ViewPort::scaleOf(*wandering.step()));
  }
  EXPECT_EQ(ViewPort::fitting(view.extent(), view.size(), 0).step(), view.step());
  EXPECT_FALSE(ViewPort({}, 20, {800, 600}).step());
  EXPECT_EQ(ViewPort({}, 20, {800, 600}).zoomed(0, {}).step(), 26);
}

TEST(ViewPort, HasTheScalesOfTheWebMapsAmongItsOwn) {
  EXPECT_NEAR(ViewPort::scaleOf(2 * 17), 1.194328566955879, 1e-12);
}

TEST(ViewPort, MeasuresOnTheGroundNotOnTheMap) {
  // A minute of latitude is a nautical mile wherever it is.
  const QPointF a = mercatorOf(*Position::ofDegrees(116.62, 40.35));
  const QPointF b = mercatorOf(*Position::ofDegrees(116.62, 40.35 + 1.0 / 60));
  EXPECT_NEAR((b.y() - a.y()) * groundScale((a + b) / 2), 1852, 8);
}

TEST(ViewPort, HasNoPositionBeyondTheEdgeOfTheWorld) {
  EXPECT_FALSE(positionAt({3e7, 0}));
  EXPECT_TRUE(positionAt({0, 0}));
}

}  // namespace
}  // namespace fengsui
