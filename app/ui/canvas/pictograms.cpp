// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictograms.h"

#include <QPainterPathStroker>
#include <map>
#include <string_view>

namespace fengsui {
namespace {

QPainterPath stroked(const QPainterPath& line, double width) {
  QPainterPathStroker stroker;
  stroker.setWidth(width);
  stroker.setCapStyle(Qt::RoundCap);
  stroker.setJoinStyle(Qt::RoundJoin);
  return stroker.createStroke(line).simplified();
}

QPainterPath polygon(std::initializer_list<QPointF> points) {
  QPainterPath path;
  path.addPolygon(QPolygonF(QList<QPointF>(points)));
  path.closeSubpath();
  return path;
}

QPainterPath waves() {
  QPainterPath line;
  for (const double y : {-5.0, 0.0, 5.0}) {
    line.moveTo(-8, y);
    line.cubicTo(-5, y - 4, -3, y - 4, 0, y);
    line.cubicTo(3, y + 4, 5, y + 4, 8, y);
  }
  return stroked(line, 2.4);
}

QPainterPath flame() {
  QPainterPath path;
  path.moveTo(0, 9);
  path.cubicTo(-8, 9, -9, 1, -4, -4);
  path.cubicTo(-4, -1, -2, 0, -1, 0);
  path.cubicTo(-3, -5, 0, -8, 2, -10);
  path.cubicTo(2, -5, 8, -3, 7, 3);
  path.cubicTo(6.5, 7, 4, 9, 0, 9);
  return path;
}

QPainterPath slope() {
  QPainterPath path = polygon({{-9, 8}, {-9, -6}, {7, 8}});
  path.addEllipse(QPointF(2.5, -3.5), 2.6, 2.6);
  path.addEllipse(QPointF(7, 1.5), 2, 2);
  return path;
}

QPainterPath shock() {
  QPainterPath line;
  line.addPolygon(QPolygonF({{-9, 0}, {-5, 0}, {-3, -8}, {0.5, 8}, {4, -5}, {5.5, 0}, {9, 0}}));
  return stroked(line, 2.4);
}

QPainterPath flask() {
  QPainterPath path = polygon({{-2.5, -9}, {2.5, -9}, {2.5, -3}, {8, 8}, {-8, 8}, {-2.5, -3}});
  path.addEllipse(QPointF(0, 3.5), 2, 2);
  return path;
}

QPainterPath burst() {
  QPainterPath path;
  QPolygonF star;
  for (int i = 0; i < 16; ++i) {
    const double radius = i % 2 ? 4.2 : 9.5;
    QLineF ray = QLineF::fromPolar(radius, i * 22.5 + 11);
    star << ray.p2();
  }
  path.addPolygon(star);
  path.closeSubpath();
  return path;
}

QPainterPath house() {
  return polygon({{0, -9}, {9, -1}, {6.5, -1}, {6.5, 8}, {-6.5, 8}, {-6.5, -1}, {-9, -1}});
}

QPainterPath brokenHouse() {
  QPainterPath line;
  line.addPolygon(QPolygonF({{-2, -12}, {2, -4}, {-2, 0}, {2, 10}}));
  return house().subtracted(stroked(line, 2.2));
}

QPainterPath car() {
  QPainterPath path = polygon({{-9, 0}, {-6, -1}, {-4, -6}, {4, -6}, {6, -1}, {9, 0}, {9, 5}, {-9, 5}});
  QPainterPath wheels;
  wheels.addEllipse(QPointF(-5, 5), 2.8, 2.8);
  wheels.addEllipse(QPointF(5, 5), 2.8, 2.8);
  return path.united(wheels);
}

QPainterPath person() {
  QPainterPath path;
  path.addEllipse(QPointF(0, -5.5), 3.6, 3.6);
  QPainterPath body;
  body.moveTo(-7, 9);
  body.cubicTo(-7, 0, -4, -0.5, 0, -0.5);
  body.cubicTo(4, -0.5, 7, 0, 7, 9);
  body.closeSubpath();
  return path.united(body);
}

QPainterPath people() {
  QPainterPath small = QTransform::fromScale(0.78, 0.78).map(person());
  QPainterPath path = small.translated(-4.8, 1.5);
  return path.united(small.translated(4.8, 1.5));
}

QPainterPath bolt() {
  return polygon({{2, -10}, {-6, 2}, {-1, 2}, {-3, 10}, {6, -3}, {1, -3}});
}

QPainterPath drop() {
  QPainterPath path;
  path.moveTo(0, -10);
  path.cubicTo(2, -5, 7, -1, 7, 3.5);
  path.cubicTo(7, 7, 4, 9.5, 0, 9.5);
  path.cubicTo(-4, 9.5, -7, 7, -7, 3.5);
  path.cubicTo(-7, -1, -2, -5, 0, -10);
  return path;
}

QPainterPath snowflake() {
  QPainterPath line;
  for (int i = 0; i < 3; ++i) {
    const QLineF ray = QLineF::fromPolar(9, 30 + i * 60);
    line.moveTo(ray.p2());
    line.lineTo(-ray.p2());
  }
  return stroked(line, 2.4);
}

QPainterPath wind() {
  QPainterPath line;
  line.moveTo(-9, -3);
  line.lineTo(4, -3);
  line.cubicTo(9, -3, 8, -9, 4, -8);
  line.moveTo(-9, 2);
  line.lineTo(7, 2);
  line.moveTo(-6, 7);
  line.lineTo(3, 7);
  return stroked(line, 2.3);
}

QPainterPath cross() {
  return polygon(
      {{-3, -9}, {3, -9}, {3, -3}, {9, -3}, {9, 3}, {3, 3}, {3, 9}, {-3, 9}, {-3, 3}, {-9, 3}, {-9, -3}, {-3, -3}});
}

QPainterPath shield() {
  QPainterPath path;
  path.moveTo(0, -9.5);
  path.lineTo(8, -6.5);
  path.cubicTo(8, 2, 5, 6, 0, 9.5);
  path.cubicTo(-5, 6, -8, 2, -8, -6.5);
  path.closeSubpath();
  return path;
}

QPainterPath exclamation() {
  QPainterPath path = polygon({{-2.4, -10}, {2.4, -10}, {1.5, 3}, {-1.5, 3}});
  path.addEllipse(QPointF(0, 7.5), 2.2, 2.2);
  return path;
}

QPainterPath peak() {
  return polygon({{-10, 8}, {-3, -5}, {0, 0}, {3, -8}, {10, 8}});
}

QPainterPath tree() {
  return polygon(
      {{0, -10}, {6, -2}, {3, -2}, {8, 5}, {1.5, 5}, {1.5, 10}, {-1.5, 10}, {-1.5, 5}, {-8, 5}, {-3, -2}, {-6, -2}});
}

QPainterPath digger() {
  QPainterPath path;
  path.addRect(-9, 3, 10, 5);
  path.addRect(-7, -4, 6, 6);
  QPainterPath arm;
  arm.moveTo(-1, 1);
  arm.lineTo(4, -7);
  arm.lineTo(8, 0);
  arm.lineTo(6, 5);
  return path.united(stroked(arm, 2.4));
}

QPainterPath mast() {
  QPainterPath line;
  line.moveTo(0, -2);
  line.lineTo(0, 9);
  line.moveTo(-5, 9);
  line.lineTo(5, 9);
  line.moveTo(-4, 2);
  line.cubicTo(-7, -1, -7, -5, -4, -8);
  line.moveTo(4, 2);
  line.cubicTo(7, -1, 7, -5, 4, -8);
  QPainterPath path = stroked(line, 2.2);
  path.addEllipse(QPointF(0, -3), 2.4, 2.4);
  return path;
}

QPainterPath box() {
  QPainterPath path;
  path.addRect(-8, -7, 16, 4.5);
  path.addRect(-7, -1, 14, 9);
  QPainterPath slot;
  slot.addRect(-2.5, 1, 5, 2);
  return path.subtracted(slot);
}

QPainterPath book() {
  return polygon({{0, -5}, {9, -8}, {9, 6}, {0, 9}, {-9, 6}, {-9, -8}});
}

QPainterPath flag() {
  QPainterPath path;
  path.addRect(-7, -9, 2, 18);
  return path.united(polygon({{-5, -9}, {8, -5}, {-5, -0.5}}));
}

QPainterPath dam() {
  QPainterPath line;
  line.moveTo(-9, 6);
  line.cubicTo(-6, 3, -3, 3, 0, 6);
  QPainterPath path = stroked(line, 2.2);
  return path.united(polygon({{0, -8}, {4, -8}, {9, 9}, {0, 9}}));
}

QPainterPath bridge() {
  QPainterPath line;
  line.moveTo(-9, -3);
  line.lineTo(9, -3);
  line.moveTo(-6, -3);
  line.cubicTo(-6, 7, 6, 7, 6, -3);
  return stroked(line.united(QPainterPath()), 2.6);
}

using Pictures = std::map<std::string_view, Pictogram>;

const Pictures& incidentPictures() {
  static const Pictures pictures{
      {"flood", {waves()}},
      {"waterlogging", {waves()}},
      {"flashFlood", {waves()}},
      {"geological", {slope()}},
      {"forestFire", {flame()}},
      {"structureFire", {flame()}},
      {"earthquake", {shock()}},
      {"hazmat", {flask()}},
      {"explosion", {burst()}},
      {"gasLeak", {flask()}},
      {"collapse", {brokenHouse()}},
      {"traffic", {car()}},
      {"lostPerson", {person()}},
      {"powerCut", {bolt()}},
      {"waterCut", {drop()}},
      {"snow", {snowflake()}},
      {"wind", {wind()}},
      {"publicHealth", {cross()}},
      {"publicSecurity", {shield()}},
  };
  return pictures;
}

const Pictures& teamPictures() {
  static const Pictures pictures{
      {"comprehensive", {people()}}, {"fireRescue", {flame()}}, {"forestFire", {tree()}},    {"flood", {waves()}},
      {"mountain", {peak()}},        {"medical", {cross()}},    {"engineering", {digger()}}, {"hazmat", {flask()}},
      {"power", {bolt()}},           {"gas", {flask()}},        {"communication", {mast()}}, {"police", {shield()}},
      {"logistics", {box()}},        {"town", {flag()}},        {"village", {house()}},
  };
  return pictures;
}

const Pictures& placePictures() {
  static const Pictures pictures{
      {"hospital", {cross()}},    {"nursingHome", {house()}},
      {"school", {book()}},       {"fireStation", {flame()}},
      {"police", {shield()}},     {"waterworks", {drop()}},
      {"powerStation", {bolt()}}, {"gasStation", {flask()}},
      {"fuelStation", {drop()}},  {"chemicalWorks", {flask()}},
      {"reservoir", {dam()}},     {"pumpingStation", {waves()}},
      {"waterSource", {drop()}},  {"government", {flag()}},
      {"village", {house()}},     {"geological", {slope()}},
      {"underpass", {bridge()}},  {"ponding", {waves()}},
      {"forest", {tree()}},       {"hazardousSite", {flask()}},
      {"river", {waves()}},       {"scenic", {peak()}},
      {"road", {car()}},          {"building", {brokenHouse()}},
  };
  return pictures;
}

const Pictogram& found(const Pictures& pictures, const std::string& code, const Pictogram& otherwise) {
  const auto at = pictures.find(code);
  return at == pictures.end() ? otherwise : at->second;
}

}  // namespace

const Pictogram& pictogramOf(Kind kind, const std::string& code) {
  static const Pictogram anyIncident{exclamation()};
  static const Pictogram anyTeam{people()};
  static const Pictogram anyPlace{[] {
    QPainterPath dot;
    dot.addEllipse(QPointF(0, 0), 4.5, 4.5);
    return dot;
  }()};
  static const Pictogram depot{box()};
  static const Pictogram shelter{person()};
  switch (kind) {
    case Kind::incident:
      return found(incidentPictures(), code, anyIncident);
    case Kind::team:
      return found(teamPictures(), code, anyTeam);
    case Kind::depot:
      return depot;
    case Kind::shelter:
      return shelter;
    default:
      return found(placePictures(), code, anyPlace);
  }
}

}  // namespace fengsui
