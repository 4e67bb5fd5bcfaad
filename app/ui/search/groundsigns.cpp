// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/groundsigns.h"

#include <QPainterPath>
#include <QStringList>

namespace fengsui {
namespace {

bool isOneOf(const QString& what, const char* words) {
  return QString::fromLatin1(words).split(u' ').contains(what);
}

QPainterPath pin() {
  QPainterPath path;
  path.moveTo(0, 9);
  path.cubicTo(-2, 4, -6, 1, -6, -3);
  path.arcTo(QRectF(-6, -9, 12, 12), 180, -180);
  path.cubicTo(6, 1, 2, 4, 0, 9);
  path.addEllipse(QPointF(0, -3), 2.2, 2.2);
  return path;
}

QPainterPath road() {
  QPainterPath path;
  path.moveTo(-3, -9);
  path.lineTo(-7, 9);
  path.moveTo(3, -9);
  path.lineTo(7, 9);
  for (const double y : {-7.0, -1.5, 4.5}) {
    path.moveTo(0, y);
    path.lineTo(0, y + 3);
  }
  return path;
}

QPainterPath waves() {
  QPainterPath path;
  for (const double y : {-5.0, 0.0, 5.0}) {
    path.moveTo(-9, y);
    path.cubicTo(-6, y - 4, -3, y + 4, 0, y);
    path.cubicTo(3, y - 4, 6, y + 4, 9, y);
  }
  return path;
}

QPainterPath peak() {
  QPainterPath path;
  path.moveTo(-9, 7);
  path.lineTo(0, -8);
  path.lineTo(9, 7);
  path.closeSubpath();
  return path;
}

QPainterPath person() {
  QPainterPath path;
  path.addEllipse(QPointF(0, -4), 4, 4);
  path.moveTo(-8, 9);
  path.cubicTo(-8, 1, 8, 1, 8, 9);
  return path;
}

QPainterPath house() {
  QPainterPath path;
  path.addRect(QRectF(-7, -7, 14, 14));
  path.addRect(QRectF(-2, 1, 4, 6));
  return path;
}

QPainterPath cross() {
  QPainterPath path;
  path.addEllipse(QPointF(0, 0), 5, 5);
  for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
    path.moveTo(3 * way);
    path.lineTo(9 * way);
  }
  return path;
}

QPainterPath signFor(const QString& what) {
  if (what.isEmpty()) return cross();
  if (what == QLatin1String("person")) return person();
  if (isOneOf(what, "peak pass")) return peak();
  if (isOneOf(what,
              "motorway trunk primary secondary tertiary unclassified residential living_street pedestrian service "
              "track path footway cycleway bridleway steps road"))
    return road();
  if (isOneOf(what, "river stream canal drain ditch tidal_channel lake reservoir pond basin water dam weir dyke"))
    return waves();
  if (isOneOf(what,
              "district street community city town borough village suburb quarter hamlet neighbourhood "
              "isolated_dwelling farm locality place county prefecture province"))
    return pin();
  return house();
}

}  // namespace

void paintGroundSign(QPainter& p, const QString& what, const Tokens& t) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(t.dim, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  p.drawPath(signFor(what));
  p.restore();
}

}  // namespace fengsui
