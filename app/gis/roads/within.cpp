// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/within.h"

#include <algorithm>

namespace fengsui {
namespace {

double turn(Position a, Position b, Position c) {
  return (double{1} * b.lonE7 - a.lonE7) * (double{1} * c.latE7 - a.latE7) -
         (double{1} * b.latE7 - a.latE7) * (double{1} * c.lonE7 - a.lonE7);
}
bool within(Position a, Position b, Position p) {
  return std::min(a.lonE7, b.lonE7) <= p.lonE7 && p.lonE7 <= std::max(a.lonE7, b.lonE7) &&
         std::min(a.latE7, b.latE7) <= p.latE7 && p.latE7 <= std::max(a.latE7, b.latE7);
}
bool cross(Position a, Position b, Position c, Position d) {
  const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
  return (abc == 0 && within(a, b, c)) || (abd == 0 && within(a, b, d)) || (cda == 0 && within(c, d, a)) ||
         (cdb == 0 && within(c, d, b));
}
bool inside(const Ring& ring, Position p) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Position a = ring[i], b = ring[j];
    if ((a.latE7 > p.latE7) == (b.latE7 > p.latE7)) continue;
    const double x =
        a.lonE7 + (double{1} * b.lonE7 - a.lonE7) * (double{1} * p.latE7 - a.latE7) / (double{1} * b.latE7 - a.latE7);
    if (p.lonE7 < x) in = !in;
  }
  return in;
}

// Whether the line, or the ring, crosses one of the rings.
bool meets(const Line& drawn, bool closed, const Polygon& area) {
  Line whole = drawn;
  if (closed && !whole.empty()) whole.push_back(whole.front());
  return std::any_of(area.begin(), area.end(),
                     [&](const Ring& ring) { return ring.size() > 2 && crosses(whole, ring, true); });
}

}  // namespace

bool crosses(const Line& road, const Line& drawn, bool ring) {
  const std::size_t last = ring ? drawn.size() : drawn.size() - 1;
  for (std::size_t i = 0; i < last; ++i)
    for (std::size_t j = 0; j + 1 < road.size(); ++j)
      if (cross(drawn[i], drawn[(i + 1) % drawn.size()], road[j], road[j + 1])) return true;
  return false;
}

// A ring inside a hole is inside both: even and odd decide, for crossed outlines too.
bool inside(const Polygon& area, Position p) {
  bool in = false;
  for (const Ring& ring : area)
    if (ring.size() > 2 && inside(ring, p)) in = !in;
  return in;
}

bool inside(const Shape& areas, Position p) {
  return std::any_of(areas.areas.begin(), areas.areas.end(), [&](const Polygon& area) { return inside(area, p); });
}

bool touches(const Shape& thing, const Shape& areas) {
  const auto among = [&](const Line& drawn, bool closed) {
    if (std::any_of(drawn.begin(), drawn.end(), [&](Position p) { return inside(areas, p); })) return true;
    return std::any_of(areas.areas.begin(), areas.areas.end(),
                       [&](const Polygon& area) { return meets(drawn, closed, area); });
  };
  for (const Position at : thing.points)
    if (inside(areas, at)) return true;
  for (const Line& line : thing.lines)
    if (among(line, false)) return true;
  for (const Polygon& own : thing.areas) {
    if (!own.empty() && among(own.front(), true)) return true;
    // A hazard that lies in the middle of a thing touches it too.
    for (const Polygon& area : areas.areas)
      if (!area.empty() && !area.front().empty() && inside(own, area.front().front())) return true;
  }
  return false;
}

}  // namespace fengsui
