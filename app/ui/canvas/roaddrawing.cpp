// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/roaddrawing.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <algorithm>

namespace fengsui {
namespace {

constexpr double kSwatch = 14;
constexpr double kFarM = 40;  // metres per pixel
constexpr float kBandOpacity = 0.42F;

QColor rimOf(const Tokens& t) {
  QColor rim = t.dark ? QColor("#0B1014") : QColor(Qt::white);
  rim.setAlphaF(0.85F);
  return rim;
}

}  // namespace

bool RoadDrawing::hasWayOf(const Uuid& team) const {
  return std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return way.team == team; });
}

QPainterPath pathOf(const Shape& shape) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  const auto add = [&](const std::vector<Position>& positions, bool closed) {
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(positions.size()));
    for (const Position& position : positions) polygon << mercatorOf(position);
    path.addPolygon(polygon);
    if (closed) path.closeSubpath();
  };
  for (const Polygon& polygon : shape.areas)
    for (const Ring& ring : polygon) add(ring, true);
  for (const Line& line : shape.lines) add(line, false);
  return path;
}

// One hue that belongs to no level, from strong to faint.
QColor bandColour(std::size_t band, std::size_t count, const Tokens& t) {
  const double share = count < 2 ? 1 : static_cast<double>(band) / static_cast<double>(count - 1);
  if (t.grey) return mixed(QColor("#E4E4E4"), QColor("#707070"), share);
  const QColor strong = t.dark ? QColor("#4FD0B4") : QColor("#0B7A66");
  const QColor faint = t.dark ? QColor("#24504C") : QColor("#BFE3DA");
  return mixed(faint, strong, share);
}

void paintBands(QPainter& p, const RoadDrawing& drawing, const ViewPort& view, double ratio, const Tokens& t) {
  if (drawing.bands.empty()) return;
  // Drawn opaque on an image of their own, so that areas that overlap are not darker there.
  QImage image((view.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  QPainter inner(&image);
  const QTransform transform = view.toScreen();
  inner.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < drawing.bands.size(); ++i) {
    inner.setBrush(bandColour(i, drawing.bands.size(), t));
    for (const QPainterPath& area : drawing.bands[i].areas) inner.drawPath(transform.map(area));
  }
  inner.end();
  p.save();
  p.setOpacity(kBandOpacity);
  p.drawImage(QPointF(0, 0), image);
  p.setOpacity(1);
  p.setRenderHint(QPainter::Antialiasing);
  p.setBrush(Qt::NoBrush);
  for (std::size_t i = 0; i < drawing.bands.size(); ++i) {
    QColor edge = mixed(bandColour(i, drawing.bands.size(), t), t.text, 0.15);
    edge.setAlphaF(0.8F);
    p.setPen(QPen(edge, 1));
    for (const QPainterPath& area : drawing.bands[i].areas) p.drawPath(transform.map(area));
  }
  p.restore();
}

void paintRoadWays(QPainter& p, const RoadDrawing& drawing, const ViewPort& view, const Tokens& t) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setBrush(Qt::NoBrush);
  const QTransform transform = view.toScreen();
  for (const bool strong : {false, true})
    for (const RoadDrawing::Way& way : drawing.ways) {
      if (way.strong != strong) continue;
      const QPainterPath path = transform.map(way.path);
      const QColor colour = strong ? t.action : mixed(t.text, t.ground, 0.25);
      const double width = strong ? 4 : 2;
      p.setPen(QPen(rimOf(t), width + 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      p.drawPath(path);
      p.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      p.drawPath(path);
      QPen dots(colour, width, Qt::CustomDashLine, Qt::RoundCap);
      dots.setDashPattern({0.1, 2});
      p.setPen(dots);
      p.drawPath(transform.map(way.onFoot));
    }
  for (const QPointF& at : drawing.avoided) {
    p.setPen(QPen(rimOf(t), 5));
    p.drawEllipse(view.toScreen(at), 17, 17);
    p.setPen(QPen(t.action, 2.4));
    p.drawEllipse(view.toScreen(at), 17, 17);
  }
  // A cross where nobody comes in time; small where a whole district is in view.
  const double arm = view.metresPerPixel() > kFarM ? 2.5 : 5;
  for (const QPointF& at : drawing.missed) {
    const QPointF on = view.toScreen(at);
    if (!QRectF(QPointF(), view.size()).contains(on)) continue;
    QPainterPath cross;
    cross.moveTo(on + QPointF(-arm, -arm));
    cross.lineTo(on + QPointF(arm, arm));
    cross.moveTo(on + QPointF(arm, -arm));
    cross.lineTo(on + QPointF(-arm, arm));
    p.setPen(QPen(rimOf(t), arm, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(cross);
    p.setPen(QPen(t.danger, arm > 3 ? 2.2 : 1.4, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(cross);
  }
  p.restore();
}

void paintRoadWords(QPainter& p, const RoadDrawing& drawing, const ViewPort& view, const Tokens& t) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const QFont font = typeOf(TypeSize::small, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  p.setFont(font);
  for (const RoadDrawing::Way& way : drawing.ways) {
    if (way.words.isEmpty() || way.path.isEmpty()) continue;
    const QPointF at = view.toScreen(way.path.pointAtPercent(0.5));
    const QSizeF size(metrics.horizontalAdvance(way.words) + 12, metrics.height() + 4);
    const QRectF slip(at - QPointF(size.width() / 2, size.height() / 2), size);
    p.setPen(QPen(way.strong ? t.action : t.line, 1.2));
    p.setBrush(t.panel);
    p.drawRoundedRect(slip, kCorner, kCorner);
    p.setPen(t.text);
    p.drawText(slip, Qt::AlignCenter, way.words);
  }
  p.restore();
}

QRectF paintLegend(QPainter& p, const RoadDrawing& drawing, QPointF bottomLeft, double most, const Tokens& t) {
  if (drawing.bands.empty()) return {};
  const QFont font = typeOf(TypeSize::small);
  const QFontMetricsF metrics(font);
  const QString words = metrics.elidedText(drawing.legend, Qt::ElideMiddle, most - 20);
  double width = metrics.horizontalAdvance(words);
  double swatches = 0;
  for (const RoadDrawing::Band& band : drawing.bands)
    swatches += kSwatch + 5 + metrics.horizontalAdvance(band.words) + 12;
  width = std::max(width, swatches - 12) + 20;
  const double line = metrics.height() + 4;
  const QRectF slip(bottomLeft.x(), bottomLeft.y() - 2 * line - 10, width, 2 * line + 10);
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.line, 1));
  p.setBrush(t.panel);
  p.drawRoundedRect(slip, kCorner, kCorner);
  p.setFont(font);
  p.setPen(t.text);
  p.drawText(QPointF(slip.left() + 10, slip.top() + 5 + metrics.ascent()), words);
  double x = slip.left() + 10;
  const double y = slip.top() + 5 + line;
  // The narrowest first, as one counts.
  for (std::size_t i = drawing.bands.size(); i-- > 0;) {
    p.setPen(QPen(t.dim, 1));
    QColor fill = mixed(t.ground, bandColour(i, drawing.bands.size(), t), 0.75);
    p.setBrush(fill);
    p.drawRect(QRectF(x, y + 2, kSwatch, kSwatch - 3));
    x += kSwatch + 5;
    p.setPen(t.text);
    p.drawText(QPointF(x, y + metrics.ascent()), drawing.bands[i].words);
    x += metrics.horizontalAdvance(drawing.bands[i].words) + 12;
  }
  p.restore();
  return slip;
}

}  // namespace fengsui
