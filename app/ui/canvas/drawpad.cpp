// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drawpad.h"

#include <QLineF>
#include <QPainter>

namespace fengsui {
namespace {

std::vector<Position> positionsOf(const std::vector<QPointF>& places) {
  std::vector<Position> positions;
  for (const QPointF& place : places)
    if (const auto position = positionAt(place)) positions.push_back(*position);
  return positions;
}

}  // namespace

std::optional<Shape> DrawPad::add(QPointF map, double reachM) {
  if (places_.size() >= 3 && QLineF(places_.front(), map).length() <= reachM)
    return Shape{ShapeKind::area, {}, {}, {{positionsOf(places_)}}};
  // A double click is two clicks on one place.
  if (places_.empty() || QLineF(places_.back(), map).length() > reachM / 4) places_.push_back(map);
  return std::nullopt;
}

void DrawPad::removeLast() {
  if (!places_.empty()) places_.pop_back();
}

std::optional<Shape> DrawPad::finished() const {
  const auto positions = positionsOf(places_);
  if (positions.empty()) return std::nullopt;
  if (positions.size() == 1) return Shape::at(positions.front());
  return Shape{ShapeKind::line, {}, {positions}, {}};
}

void DrawPad::paint(QPainter& p, const ViewPort& view, const std::optional<QPointF>& pointer, const Tokens& t) const {
  if (places_.empty()) return;
  QPolygonF line;
  for (const QPointF& place : places_) line << view.toScreen(place);
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.dark ? QColor("#0B1014") : QColor(Qt::white), 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(line);
  p.setPen(QPen(t.danger, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPolyline(line);
  if (pointer) {
    p.setPen(QPen(t.danger, 2, Qt::DashLine, Qt::RoundCap));
    p.drawLine(line.back(), *pointer);
  }
  p.setPen(QPen(t.danger, 2));
  p.setBrush(t.panel);
  for (const QPointF& at : line) p.drawEllipse(at, 4.5, 4.5);
  // The first one closes an area: it shows that it can be hit.
  if (line.size() >= 3) p.drawEllipse(line.front(), 7, 7);
  p.restore();
}

QString DrawPad::hint() const {
  switch (places_.size()) {
    case 0:
      return tr("Where is the road closed? Click there, or press Space for the middle of the map · Esc gives up");
    case 1:
      return tr("Enter: closed here · or click on along the stretch · Backspace: one back");
    case 2:
      return tr("Enter: this stretch is closed · or click on · Backspace: one back");
    default:
      return tr("Enter: this stretch is closed · on the first point again: this area · Backspace: one back");
  }
}

}  // namespace fengsui
