// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/stateshape.h"

#include <QPainter>
#include <QPainterPath>

namespace fengsui {

QColor colourOf(ItemState state, const Tokens& t) {
  switch (state) {
    case ItemState::late:
    case ItemState::overdue:
    case ItemState::refused:
      return t.danger;
    case ItemState::done:
    case ItemState::verified:
      return t.good;
    case ItemState::due:
    case ItemState::drafted:
      return t.action;
    case ItemState::issued:
      return t.text;
    case ItemState::waiting:
    case ItemState::skipped:
    case ItemState::notApplicable:
      break;
  }
  return t.dim;
}

void paintShape(QPainter& p, ItemState state, const Tokens& t) {
  const QColor colour = colourOf(state, t);
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  QPen pen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  p.setPen(pen);
  p.setBrush(Qt::NoBrush);
  const QRectF round(-8, -8, 16, 16);
  const auto tick = [&](qreal dx, const QColor& ink) {
    p.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(QPolygonF({{dx - 4, 0}, {dx - 1, 3}, {dx + 4, -3}}));
  };
  switch (state) {
    case ItemState::waiting:
      pen.setDashPattern({2, 2});
      p.setPen(pen);
      p.drawEllipse(round);
      break;
    case ItemState::due:
      p.drawEllipse(round);
      p.setPen(Qt::NoPen);
      p.setBrush(colour);
      p.drawEllipse(QPointF(0, 0), 3.5, 3.5);
      break;
    case ItemState::late:
    case ItemState::overdue:
      // A clock hand on a filled disc, a triangle where nobody was told yet.
      p.setBrush(colour);
      if (state == ItemState::late) {
        p.drawPolygon(QPolygonF({{0, -8}, {8.5, 7}, {-8.5, 7}}));
        p.setPen(QPen(readableOn(colour), 1.8, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(QPointF(0, -2.5), QPointF(0, 1.5));
        p.drawPoint(QPointF(0, 4.5));
      } else {
        p.drawEllipse(round);
        p.setPen(QPen(readableOn(colour), 1.8, Qt::SolidLine, Qt::RoundCap));
        p.drawPolyline(QPolygonF({{0, -4.5}, {0, 0.5}, {3.5, 2.5}}));
      }
      break;
    case ItemState::drafted:
      p.drawRoundedRect(QRectF(-7, -8, 14, 16), 2, 2);
      p.drawLine(QPointF(-3.5, -2.5), QPointF(3.5, -2.5));
      p.drawLine(QPointF(-3.5, 2), QPointF(1, 2));
      break;
    case ItemState::issued:
      p.drawRoundedRect(QRectF(-8, -8, 16, 16), 2, 2);
      p.drawPolyline(QPolygonF({{-4, 0}, {4, 0}}));
      p.drawPolyline(QPolygonF({{0.5, -3.5}, {4, 0}, {0.5, 3.5}}));
      break;
    case ItemState::refused:
      p.setBrush(colour);
      p.drawPolygon(
          QPolygonF({{-3.5, -8}, {3.5, -8}, {8, -3.5}, {8, 3.5}, {3.5, 8}, {-3.5, 8}, {-8, 3.5}, {-8, -3.5}}));
      p.setPen(QPen(readableOn(colour), 1.8, Qt::SolidLine, Qt::RoundCap));
      p.drawLine(QPointF(-3, -3), QPointF(3, 3));
      p.drawLine(QPointF(-3, 3), QPointF(3, -3));
      break;
    case ItemState::done:
      p.drawEllipse(round);
      tick(0, colour);
      break;
    case ItemState::verified:
      p.setBrush(colour);
      p.drawEllipse(round);
      tick(-1.5, readableOn(colour));
      tick(2, readableOn(colour));
      break;
    case ItemState::skipped:
      p.drawEllipse(round);
      p.drawLine(QPointF(-5, 5), QPointF(5, -5));
      break;
    case ItemState::notApplicable:
      p.drawLine(QPointF(-6, 0), QPointF(6, 0));
      break;
  }
  p.restore();
}

ItemState standOf(const Order& order, Instant now) {
  if (order.status == OrderStatus::drafted) return ItemState::drafted;
  if (order.status != OrderStatus::issued) return ItemState::notApplicable;
  if (late(order, now)) return ItemState::overdue;
  if (order.stage() == OrderStage::refused) return ItemState::refused;
  if (order.stage() == OrderStage::verified) return ItemState::verified;
  return order.finished() || order.stage() == OrderStage::done ? ItemState::done : ItemState::issued;
}

ItemState standOf(const Order& order, const OrderCopy& copy, Instant now) {
  if (order.status == OrderStatus::drafted) return ItemState::drafted;
  if (order.status != OrderStatus::issued) return copy.recalled ? ItemState::notApplicable : ItemState::skipped;
  switch (copy.stage()) {
    case OrderStage::refused:
      return ItemState::refused;
    case OrderStage::done:
      return ItemState::done;
    case OrderStage::verified:
      return ItemState::verified;
    default:
      break;
  }
  if (copy.stage() >= lastStageOf(order.brief.kind, !order.brief.verifier.empty())) return ItemState::done;
  const bool pastRung = [&] {
    for (const Rung& rung : order.brief.ladder)
      if (copy.askedAt.ms + rung.afterMs < now.ms && (rung.forAnswer || unanswered(order, copy))) return true;
    return false;
  }();
  const bool pastLimit = order.dueBy && *order.dueBy < now;
  return copy.responsible && (pastRung || pastLimit) ? ItemState::overdue : ItemState::issued;
}

}  // namespace fengsui
