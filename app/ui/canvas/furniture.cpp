// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/furniture.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <vector>

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

struct Degree {
  double at;  ///< pixel
  QString words;
};
struct Graticule {
  std::vector<Degree> meridians, parallels;
};

Graticule graticuleOf(const ViewPort& view) {
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
  Graticule out;
  for (double lon = std::ceil(w / step) * step; lon <= e; lon += step)
    if (const auto at = Position::ofDegrees(lon, 0))
      out.meridians.push_back({std::round(view.toScreen(mercatorOf(*at)).x()) + 0.5, degrees(lon, step, u'E', u'W')});
  for (double lat = std::ceil(s / step) * step; lat <= n; lat += step)
    if (const auto at = Position::ofDegrees(0, lat))
      out.parallels.push_back({std::round(view.toScreen(mercatorOf(*at)).y()) + 0.5, degrees(lat, step, u'N', u'S')});
  return out;
}

}  // namespace

void paintGraticule(QPainter& p, const ViewPort& view, const Tokens& t) {
  p.setFont(typeOf(TypeSize::small));
  const QFontMetricsF metrics(p.font());
  const QPen line(mixed(t.ground, t.line, 0.75), 1);
  const QColor ink = mixed(t.dim, t.ground, 0.15);
  const Graticule graticule = graticuleOf(view);
  for (const Degree& lon : graticule.meridians) {
    p.setPen(line);
    p.drawLine(QPointF(lon.at, 0), QPointF(lon.at, view.size().height()));
    p.setPen(ink);
    p.drawText(QPointF(lon.at + 4, metrics.ascent() + 4), lon.words);
  }
  for (const Degree& lat : graticule.parallels) {
    if (lat.at < 28) continue;  // the line of the meridians' degrees
    p.setPen(line);
    p.drawLine(QPointF(0, lat.at), QPointF(view.size().width(), lat.at));
    p.setPen(ink);
    p.drawText(QPointF(6, lat.at - 4), lat.words);
  }
}

void paintEdgeDegrees(QPainter& p, const ViewPort& view, const Tokens& t) {
  constexpr double kTick = 6;
  constexpr double kMeet = 70;  // where the two series would meet
  QFont font = typeOf(TypeSize::small);
  font.setPixelSize(10);
  p.setFont(font);
  const QFontMetricsF metrics(font);
  QColor paper = t.panel;
  paper.setAlphaF(0.8F);
  const auto write = [&](QPointF topLeft, const QString& words) {
    p.fillRect(QRectF(topLeft, QSizeF(metrics.horizontalAdvance(words) + 4, metrics.height())), paper);
    p.setPen(t.text);
    p.drawText(topLeft + QPointF(2, metrics.ascent()), words);
  };
  const double wide = view.size().width(), high = view.size().height();
  const Graticule graticule = graticuleOf(view);
  for (const Degree& lon : graticule.meridians) {
    p.setPen(QPen(t.text, 1));
    p.drawLine(QPointF(lon.at, 0), QPointF(lon.at, kTick));
    p.drawLine(QPointF(lon.at, high - kTick), QPointF(lon.at, high));
    const double size = metrics.horizontalAdvance(lon.words) + 4;
    if (lon.at > kMeet && lon.at < wide - size) write({lon.at - size / 2, kTick}, lon.words);
  }
  for (const Degree& lat : graticule.parallels) {
    p.setPen(QPen(t.text, 1));
    p.drawLine(QPointF(0, lat.at), QPointF(kTick, lat.at));
    p.drawLine(QPointF(wide - kTick, lat.at), QPointF(wide, lat.at));
    if (lat.at > metrics.height() * 2 && lat.at < high - metrics.height())
      write({kTick, lat.at - metrics.height() / 2}, lat.words);
  }
  for (const Degree& lon : graticule.meridians)
    for (const Degree& lat : graticule.parallels) {
      if (lon.at < kMeet || lat.at < 3 * kTick) continue;  // degrees stand there
      p.setPen(QPen(t.text, 0.6));
      p.drawLine(QPointF(lon.at - 4, lat.at), QPointF(lon.at + 4, lat.at));
      p.drawLine(QPointF(lon.at, lat.at - 4), QPointF(lon.at, lat.at + 4));
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
