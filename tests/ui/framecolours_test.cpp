// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/framecolours.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

HazardLayer depth() {
  return {"depth",
          "water depth",
          "水深",
          "m",
          0.01,
          "water",
          {{0.15, "#9ecae180", "wet", "积水"}, {0.27, "#4292c6", "closed", "封闭"}}};
}

TEST(FrameColours, BelongToAClassFromItsBorderOn) {
  const auto colours = FrameColours::of(depth());
  ASSERT_TRUE(colours);
  EXPECT_EQ(colours->firstCount(), 15U);
  EXPECT_EQ(colours->of(0), 0U);
  EXPECT_EQ(colours->of(14), 0U) << "below the first class nothing is painted";
  EXPECT_EQ(colours->of(15), qPremultiply(qRgba(0x9e, 0xca, 0xe1, 0x80)));
  EXPECT_EQ(colours->of(26), colours->of(15));
  EXPECT_EQ(colours->of(27), qRgba(0x42, 0x92, 0xc6, 0xff));
  EXPECT_EQ(colours->of(65'535), colours->of(27));
}

TEST(FrameColours, AreNeverThoseOfNothing) {
  HazardLayer layer = depth();
  layer.classes.front().from = 0;
  const auto colours = FrameColours::of(layer);
  ASSERT_TRUE(colours);
  EXPECT_EQ(colours->of(0), 0U);
  EXPECT_NE(colours->of(1), 0U);
}

TEST(FrameColours, AreRefusedWithTheClassThatIsWrong) {
  HazardLayer layer = depth();
  layer.classes[1].colour = "blue";
  EXPECT_EQ(FrameColours::of(layer).error().message.en.substr(0, 7), "class 2");
  layer = depth();
  layer.classes[1].from = 0.15;
  EXPECT_EQ(FrameColours::of(layer).error().code, ErrorCode::invalid);
  for (const char* wrong : {"", "#12", "9ecae180", "#9ecae18g", "#9ecae1801"})
    EXPECT_FALSE(rampColour(wrong).isValid()) << wrong;
}

TEST(FrameColours, PaintTheFirstRowAtTheTop) {
  const auto colours = FrameColours::of(depth());
  const FrameGrid grid{3, 2, 0, 0, 10};
  const FrameCounts counts{0, 15, 27, 27, 0, 0};
  const QImage image = colours->paint(grid, counts);
  EXPECT_EQ(image.pixelColor(0, 0).alpha(), 0);
  EXPECT_EQ(image.pixelColor(2, 0), QColor(0x42, 0x92, 0xc6));
  EXPECT_EQ(image.pixelColor(0, 1), QColor(0x42, 0x92, 0xc6));
  EXPECT_EQ(image.pixelColor(1, 1).alpha(), 0);
}

TEST(FrameColours, AreAveragedInHalves) {
  QImage image(259, 3, QImage::Format_ARGB32_Premultiplied);
  image.fill(0);
  for (const QPoint& at : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1), QPoint(2, 0), QPoint(258, 2)})
    image.setPixel(at, qRgba(0, 80, 200, 255));
  const auto levels = withHalves(image);
  ASSERT_EQ(levels.size(), 3U);
  EXPECT_EQ(levels[1].size(), QSize(130, 2));
  EXPECT_EQ(levels[2].size(), QSize(65, 1));
  EXPECT_EQ(levels[1].pixel(0, 0), qRgba(0, 80, 200, 255));
  const auto* row = reinterpret_cast<const QRgb*>(levels[1].constScanLine(0));
  EXPECT_EQ(row[1], qRgba(0, 20, 50, 64)) << "one of four, premultiplied";
  EXPECT_EQ(reinterpret_cast<const QRgb*>(levels[1].constScanLine(1))[129], qRgba(0, 20, 50, 64))
      << "a cell in the corner has three partners of nothing";
}

}  // namespace
}  // namespace fengsui
