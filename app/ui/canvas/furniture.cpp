// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/furniture.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/look/wording.h"

namespace fengsui::furniture {
namespace {

// The largest of 1, 2, 5 · 10ⁿ that is not above @p value.
double roundBelow(double value) {
  const double ten = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {5.0, 2.0})
    if (step * ten <= value) return step * ten;
  return ten;
}

QString degrees(double value, double step, char16_t positive, char16_t negative) {
  const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
  return QStringLiteral("%1°%2").arg(std::abs(value), 0, 'f', decimals).arg(QChar(value < 0 ? negative : positive));
}

}  // namespace

void paintGraticule(QPainter& p, const ViewPort& view, const Tokens& t) {
  constexpr double kWishedPx = 160;
  const auto west = positionAt(view.toMap({0, view.size().height() / 2}));
  const auto east = positionAt(view.toMap({view.size().width(), view.size().height() / 2}));
  const auto north = positionAt(view.toMap({view.size().width() / 2, 0}));
  const auto south = positionAt(view.toMap({view.size().width() / 2, view.size().height()}));
  const double w = west ? west->lonDeg() : -180;
  const double e = east ? east->lonDeg() : 180;
  const double n = north ? north->latDeg() : 85;
  const double s = south ? south->latDeg() : -85;
  const double step = std::max(roundBelow((e - w) * kWishedPx / view.size().width()), 1e-5);
  p.setFont(typeOf(TypeSize::small));
  const QFontMetricsF metrics(p.font());
  const QPen line(mixed(t.ground, t.line, 0.75), 1);
  const QColor ink = mixed(t.dim, t.ground, 0.15);
  for (double lon = std::ceil(w / step) * step; lon <= e; lon += step) {
    const auto at = Position::ofDegrees(lon, 0);
    if (!at) continue;
    const double x = std::round(view.toScreen(mercatorOf(*at)).x()) + 0.5;
    p.setPen(line);
    p.drawLine(QPointF(x, 0), QPointF(x, view.size().height()));
    p.setPen(ink);
    p.drawText(QPointF(x + 4, metrics.ascent() + 4), degrees(lon, step, u'E', u'W'));
  }
  for (double lat = std::ceil(s / step) * step; lat <= n; lat += step) {
    const auto at = Position::ofDegrees(0, lat);
    if (!at) continue;
    const double y = std::round(view.toScreen(mercatorOf(*at)).y()) + 0.5;
    if (y < 28) continue;  // the line of the meridians' degrees
    p.setPen(line);
    p.drawLine(QPointF(0, y), QPointF(view.size().width(), y));
    p.setPen(ink);
    p.drawText(QPointF(6, y - 4), degrees(lat, step, u'N', u'S'));
  }
}

void paintScaleBar(QPainter& p, const ViewPort& view, QPointF bottomRight, const Tokens& t) {
  constexpr double kLongestPx = 140;
  const double ground = view.metresPerPixel() * groundScale(view.centre());
  const double metres = roundBelow(kLongestPx * ground);
  const double width = metres / ground;
  p.setFont(typeOf(TypeSize::small));
  const QFontMetricsF metrics(p.font());
  const QString text = Wording::roundDistance(metres);
  const double right = bottomRight.x();
  const double y = bottomRight.y();
  const QRectF slip(right - width - 10, y - metrics.height() - 14, width + 20, metrics.height() + 18);
  QColor paper = t.panel;
  paper.setAlphaF(0.82F);
  p.setPen(Qt::NoPen);
  p.setBrush(paper);
  p.drawRoundedRect(slip, kCorner, kCorner);
  p.setPen(QPen(t.text, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  p.setBrush(Qt::NoBrush);
  p.drawPolyline(QPolygonF({{right - width, y - 7}, {right - width, y - 2}, {right, y - 2}, {right, y - 7}}));
  p.setPen(t.text);
  p.drawText(QRectF(slip.left(), slip.top() + 2, slip.width(), metrics.height()), Qt::AlignCenter, text);
}

QRectF paintSlip(QPainter& p, QPointF bottomLeft, const QString& text, const Tokens& t) {
  p.setFont(typeOf(TypeSize::small));
  const QFontMetricsF metrics(p.font());
  const QRectF slip(bottomLeft.x(), bottomLeft.y() - metrics.height() - 8, metrics.horizontalAdvance(text) + 16,
                    metrics.height() + 8);
  QColor paper = t.panel;
  paper.setAlphaF(0.82F);
  p.setPen(Qt::NoPen);
  p.setBrush(paper);
  p.drawRoundedRect(slip, kCorner, kCorner);
  p.setPen(t.text);
  p.drawText(slip, Qt::AlignCenter, text);
  return slip;
}

}  // namespace fengsui::furniture
