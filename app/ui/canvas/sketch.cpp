// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/sketch.h"

#include <QPainter>
#include <unordered_set>

namespace fengsui {
namespace {

constexpr double kRadiusPx = 5.5;
constexpr double kGridPx = 4;

void paintMarks(QPainter& p, const std::vector<QPointF>& points, const ViewPort& view, const QColor& colour,
                const QColor& rim) {
  const QRectF screen = QRectF(QPointF(), view.size()).adjusted(-kRadiusPx, -kRadiusPx, kRadiusPx, kRadiusPx);
  std::unordered_set<qint64> taken;
  std::vector<QPointF> marks;
  for (const QPointF& point : points) {
    const QPointF at = view.toScreen(point);
    if (!screen.contains(at)) continue;
    const auto cell = (static_cast<qint64>(at.x() / kGridPx) << 24) + static_cast<qint64>(at.y() / kGridPx);
    if (taken.insert(cell).second) marks.push_back(at);
  }
  p.setBrush(Qt::NoBrush);
  for (const auto& [pen, radius] : {std::pair(QPen(rim, 4.5), kRadiusPx), std::pair(QPen(colour, 2), kRadiusPx)}) {
    p.setPen(pen);
    for (const QPointF& at : marks) p.drawEllipse(at, radius, radius);
  }
}

QPolygonF mercatorOfAll(const std::vector<Position>& positions) {
  QPolygonF polygon;
  polygon.reserve(static_cast<qsizetype>(positions.size()) + 1);
  for (const Position& position : positions) polygon << mercatorOf(position);
  return polygon;
}

}  // namespace

void Sketch::add(const Shape& shape, bool isFaulty) {
  const auto extend = [this](const QRectF& by) { bounds = bounds.isNull() ? by : bounds.united(by); };
  // A rectangle without size would vanish in a union.
  const auto around = [](QPointF at) { return QRectF(at - QPointF(1, 1), QSizeF(2, 2)); };
  for (const Position& position : shape.points) {
    const QPointF at = mercatorOf(position);
    (isFaulty ? faulty : points).push_back(at);
    extend(around(at));
  }
  QPainterPath& path = isFaulty ? faultyOutlines : outlines;
  const auto draw = [&](const std::vector<Position>& positions, bool closed) {
    QPolygonF polygon = mercatorOfAll(positions);
    if (polygon.isEmpty()) return;
    extend(polygon.boundingRect().united(around(polygon.first())));
    if (closed) polygon << polygon.first();
    path.addPolygon(polygon);
  };
  for (const Line& line : shape.lines) draw(line, false);
  for (const Polygon& area : shape.areas)
    for (const Ring& ring : area) draw(ring, true);
}

void paintSketch(QPainter& p, const Sketch& sketch, const ViewPort& view, const Tokens& t) {
  QColor rim = t.dark ? QColor(Qt::black) : QColor(Qt::white);
  rim.setAlphaF(0.7F);
  const QTransform transform = view.toScreen();
  for (const auto& [path, colour] : {std::pair(&sketch.outlines, t.action), {&sketch.faultyOutlines, t.danger}}) {
    if (path->isEmpty()) continue;
    const QPainterPath onScreen = transform.map(*path);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(rim, 4.5));
    p.drawPath(onScreen);
    p.setPen(QPen(colour, 2));
    p.drawPath(onScreen);
  }
  paintMarks(p, sketch.points, view, t.action, rim);
  paintMarks(p, sketch.faulty, view, t.danger, rim);
}

}  // namespace fengsui
