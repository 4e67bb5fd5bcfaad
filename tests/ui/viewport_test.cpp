// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/viewport.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

const ViewPort view(mercatorOf(*Position::ofDegrees(116.62, 40.35)), 20, {800, 600});

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
  const ViewPort zoomed = view.zoomed(1.5, pointer);
  EXPECT_NEAR(zoomed.toScreen(under).x(), pointer.x(), 1e-6);
  EXPECT_NEAR(zoomed.toScreen(under).y(), pointer.y(), 1e-6);
  EXPECT_NEAR(zoomed.metresPerPixel(), 20 / 1.5, 1e-9);
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
  EXPECT_NEAR(seen.width(), 700, 1e-6);
  EXPECT_NEAR(seen.center().x(), 400, 1e-6);
  EXPECT_NEAR(seen.center().y(), 300, 1e-6);
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
