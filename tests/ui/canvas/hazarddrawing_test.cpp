// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hazarddrawing.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <cmath>

namespace fengsui {
namespace {

// The ramp of the flood module.
const std::vector<QColor> kDepths{QColor(0xA9, 0xD6, 0xF5, 0x99), QColor(0x5F, 0xB0, 0xE8, 0xB3),
                                  QColor(0x2B, 0x83, 0xCB, 0xC0), QColor(0x1F, 0x5C, 0xAB, 0xCC),
                                  QColor(0x3A, 0x3A, 0x99, 0xD0), QColor(0x5B, 0x1F, 0x73, 0xD9)};

struct Lab {
  double l, a, b;
};

/// CIE 1976 L*a*b* of an sRGB colour, D65.
Lab labOf(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
  const auto f = [](double v) { return v > 0.008856 ? std::cbrt(v) : 7.787 * v + 16.0 / 116; };
  const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor& one, const QColor& other) {
  const Lab a = labOf(one), b = labOf(other);
  return std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

TEST(HazardColours, NeighbouringDepthsDifferInTheDarkAsInTheLight) {
  for (const Theme theme : {Theme::dark, Theme::light}) {
    const Tokens& t = tokensOf(theme);
    QColor before = t.ground;
    for (const QColor& depth : kDepths) {
      const QColor now = shownColour(depth, t.ground, t);
      EXPECT_GE(difference(before, now), 14) << depth.name().toStdString() << (t.dark ? " dark" : " light");
      before = now;
    }
  }
}

TEST(HazardColours, TheLegendShowsWhatTheMapShows) {
  for (const Theme theme : {Theme::dark, Theme::light}) {
    const Tokens& t = tokensOf(theme);
    QImage cell(1, 1, QImage::Format_ARGB32_Premultiplied);
    cell.fill(kDepths[1]);
    HazardDrawing drawing;
    drawing.levels = {cell};
    drawing.northWest = {-50, 50};
    drawing.cell = 100;
    drawing.extent = QRectF(-50, -50, 100, 100);
    QImage map(40, 40, QImage::Format_ARGB32_Premultiplied);
    map.fill(t.ground);
    QPainter p(&map);
    paintHazard(p, drawing, ViewPort({0, 0}, 1, map.size()), t);
    p.end();
    EXPECT_LT(difference(map.pixelColor(20, 20), shownColour(kDepths[1], t.ground, t)), 2);
  }
}

TEST(HazardLegend, AStripTakesAThirdOfTheRoom) {
  HazardDrawing drawing;
  drawing.title = QStringLiteral("FORECAST · water depth");
  drawing.moment = QStringLiteral("21:40");
  drawing.lead = QStringLiteral("+1 h 20 min");
  for (const QColor& depth : kDepths)
    drawing.classes.push_back({depth, QStringLiteral("0.15 – 0.27 m"), QStringLiteral("people lose their footing")});
  drawing.notes << QStringLiteral("flood 1.0 · Begins 18:05") << QStringLiteral("Computed, not measured.");
  QImage image(600, 600, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::black);
  QPainter p(&image);
  const Tokens& t = tokensOf(Theme::dark);
  const QRectF whole = paintHazardLegend(p, drawing, {10, 590}, 340, t);
  const QRectF strip = paintHazardStrip(p, drawing, {10, 300}, 340, t);
  p.end();
  EXPECT_LT(strip.width() * strip.height(), whole.width() * whole.height() / 3);
  // Its last class has its colour at the right end of the bar.
  const QColor last = shownColour(kDepths.back(), t.ground, t);
  int found = 0;
  for (int y = static_cast<int>(strip.top()); y < strip.bottom(); ++y)
    found += difference(image.pixelColor(static_cast<int>(strip.right()) - 12, y), last) < 2;
  EXPECT_GE(found, 6);
}

}  // namespace
}  // namespace fengsui
