// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coordinates.h"

#include <cmath>
#include <numbers>

namespace fengsui {
namespace {

using std::numbers::pi;

// The shift is defined on the Krasovsky ellipsoid.
constexpr double semiMajorM = 6378245.0;
constexpr double eccentricitySquared = 0.00669342162296594323;

double wave(double amplitude, double at) { return amplitude * std::sin(at * pi) * 2.0 / 3.0; }

// The shift in metres at x, y degrees from 105° E, 35° N.
struct ShiftM {
  double east = 0;
  double north = 0;
};

ShiftM shiftAt(double x, double y) {
  const double common = wave(20, 6 * x) + wave(20, 2 * x);
  const double root = std::sqrt(std::abs(x));
  return {300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common + wave(20, x) + wave(40, x / 3) +
              wave(150, x / 12) + wave(300, x / 30),
          -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common + wave(20, y) + wave(40, y / 3) +
              wave(160, y / 12) + wave(320, y / 30)};
}

LonLat shifted(LonLat at) {
  const ShiftM shift = shiftAt(at.lonDeg - 105, at.latDeg - 35);
  const double lat = at.latDeg * pi / 180;
  const double magic = 1 - eccentricitySquared * std::sin(lat) * std::sin(lat);
  const double meridianM = semiMajorM * (1 - eccentricitySquared) / (magic * std::sqrt(magic));
  const double parallelM = semiMajorM / std::sqrt(magic) * std::cos(lat);
  return {at.lonDeg + shift.east * 180 / (parallelM * pi), at.latDeg + shift.north * 180 / (meridianM * pi)};
}

constexpr double bdTurn = pi * 3000.0 / 180.0;

LonLat bdShifted(LonLat at) {
  const double radius = std::hypot(at.lonDeg, at.latDeg) + 0.00002 * std::sin(at.latDeg * bdTurn);
  const double angle = std::atan2(at.latDeg, at.lonDeg) + 0.000003 * std::cos(at.lonDeg * bdTurn);
  return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

// Both shifts change by less than 1 % over their own length, so that x ← x + (wanted − f(x)) gains two digits a round.
template <class Shift>
LonLat unshifted(LonLat wanted, Shift shift) {
  LonLat at = wanted;
  for (int round = 0; round < 30; ++round) {
    const LonLat reached = shift(at);
    const double lonMiss = wanted.lonDeg - reached.lonDeg;
    const double latMiss = wanted.latDeg - reached.latDeg;
    at = {at.lonDeg + lonMiss, at.latDeg + latMiss};
    if (std::abs(lonMiss) < 1e-10 && std::abs(latMiss) < 1e-10) break;
  }
  return at;
}

void move(Position& position, Datum from) {
  const LonLat at = toWgs84(LonLat{position.lonDeg(), position.latDeg()}, from);
  if (const auto moved = Position::ofDegrees(at.lonDeg, at.latDeg)) position = *moved;
}

}  // namespace

bool insideShiftedBox(LonLat at) {
  return at.lonDeg >= 72.004 && at.lonDeg <= 137.8347 && at.latDeg >= 0.8293 && at.latDeg <= 55.8271;
}

LonLat gcj02FromWgs84(LonLat at) { return insideShiftedBox(at) ? shifted(at) : at; }
LonLat wgs84FromGcj02(LonLat at) { return insideShiftedBox(at) ? unshifted(at, shifted) : at; }
LonLat bd09FromGcj02(LonLat at) { return insideShiftedBox(at) ? bdShifted(at) : at; }
LonLat gcj02FromBd09(LonLat at) { return insideShiftedBox(at) ? unshifted(at, bdShifted) : at; }

LonLat toWgs84(LonLat at, Datum from) {
  switch (from) {
    case Datum::wgs84: return at;
    case Datum::gcj02: return wgs84FromGcj02(at);
    case Datum::bd09: return wgs84FromGcj02(gcj02FromBd09(at));
  }
  return at;
}

LonLat fromWgs84(LonLat at, Datum to) {
  switch (to) {
    case Datum::wgs84: return at;
    case Datum::gcj02: return gcj02FromWgs84(at);
    case Datum::bd09: return bd09FromGcj02(gcj02FromWgs84(at));
  }
  return at;
}

Shape toWgs84(Shape shape, Datum from) {
  for (Position& position : shape.points) move(position, from);
  for (Line& line : shape.lines)
    for (Position& position : line) move(position, from);
  for (Polygon& area : shape.areas)
    for (Ring& ring : area)
      for (Position& position : ring) move(position, from);
  return shape;
}

}  // namespace fengsui
