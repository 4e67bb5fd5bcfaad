// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/notations.h"

#include <cmath>

#include "gis/coordinates.h"
#include "ui/canvas/viewport.h"

namespace fengsui {
namespace {

QString degreesMinutesSeconds(std::int32_t e7, QChar positive, QChar negative) {
  // In tenths of a second first, so that 59.96″ becomes a minute and not 60.0″.
  const auto tenths = std::llround(std::abs(static_cast<double>(e7)) * 1e-7 * 36'000);
  return QStringLiteral("%1°%2′%3.%4″%5")
      .arg(tenths / 36'000)
      .arg(tenths / 600 % 60, 2, 10, QChar(u'0'))
      .arg(tenths / 10 % 60, 2, 10, QChar(u'0'))
      .arg(tenths % 10)
      .arg(e7 < 0 ? negative : positive);
}

QString decimal(double lonDeg, double latDeg) {
  return QStringLiteral("%1, %2").arg(lonDeg, 0, 'f', 6).arg(latDeg, 0, 'f', 6);
}

}  // namespace

std::vector<Notation> notationsOf(Position where) {
  std::vector<Notation> notations;
  notations.push_back({Notation::Kind::decimal, decimal(where.lonDeg(), where.latDeg())});
  notations.push_back({Notation::Kind::sexagesimal, degreesMinutesSeconds(where.latE7, u'N', u'S') + u' ' +
                                                        degreesMinutesSeconds(where.lonE7, u'E', u'W')});
  const LonLat plain{where.lonDeg(), where.latDeg()};
  if (insideShiftedBox(plain)) {
    const LonLat shifted = gcj02FromWgs84(plain);
    notations.push_back({Notation::Kind::gcj02, decimal(shifted.lonDeg, shifted.latDeg)});
  }
  const QPointF metres = mercatorOf(where);
  notations.push_back(
      {Notation::Kind::mercator, QStringLiteral("%1, %2").arg(metres.x(), 0, 'f', 1).arg(metres.y(), 0, 'f', 1)});
  return notations;
}

}  // namespace fengsui
