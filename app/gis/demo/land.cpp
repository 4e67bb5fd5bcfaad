// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/land.h"

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

Land growsAt(const Ground& ground, Point at) {
  const std::uint64_t seed = ground.wish.seed;
  const double slope = ground.slope(at);
  const double patch = rough(seed + 400, at.x / 900, at.y / 900, 3);
  const double wide = rough(seed + 410, at.x / 3800, at.y / 3800, 2);
  const double height = ground.heightM(at);
  if (slope > 0.11 || (height > 420 && slope > 0.07)) {
    // The sunny side is drier: scrub; the heights are grassy; all else is wood.
    const double sunny = (ground.heightM({at.x, at.y + 60}) - ground.heightM({at.x, at.y - 60})) / 120;
    if (height > 900 && patch + 0.4 * wide > 0.22) return Land::grass;
    if (sunny > 0.16 && patch + 0.5 * wide > 0.12) return Land::scrub;
    if (height < 320 && slope < 0.24 && patch - 0.4 * wide > 0.2) return Land::orchard;
    if (patch < -0.48) return Land::grass;
    return Land::forest;
  }
  if (patch > 0.34) return Land::orchard;
  if (patch < -0.5) return Land::forest;
  if (wide + 0.4 * patch < -0.42) return Land::grass;
  return Land::farmland;
}

void paint(Raster<std::uint8_t>& land, Point from, Point to, double reachM, Land kind) {
  const Frame& frame = land.frame;
  const double left = std::min(from.x, to.x) - reachM, right = std::max(from.x, to.x) + reachM;
  const double low = std::min(from.y, to.y) - reachM, high = std::max(from.y, to.y) + reachM;
  for (int row = frame.rowOf({left, low}); row <= frame.rowOf({right, high}); ++row)
    for (int col = frame.colOf({left, low}); col <= frame.colOf({right, high}); ++col)
      if (frame.holds(col, row) && distanceTo(frame.centre(col, row), from, to) <= reachM)
        land.at(col, row) = static_cast<std::uint8_t>(kind);
}

// Each cell becomes what most of its surroundings are.
Raster<std::uint8_t> withoutSpecks(const Raster<std::uint8_t>& from) {
  Raster<std::uint8_t> out = from;
  for (int row = 1; row + 1 < from.frame.rows; ++row)
    for (int col = 1; col + 1 < from.frame.cols; ++col) {
      int votes[8] = {};
      for (int r = row - 1; r <= row + 1; ++r)
        for (int c = col - 1; c <= col + 1; ++c) ++votes[from.at(c, r)];
      const std::uint8_t own = from.at(col, row);
      if (own == static_cast<std::uint8_t>(Land::none)) continue;
      int best = own;
      for (int kind = 1; kind < 8; ++kind)
        if (votes[kind] > votes[best] + 1) best = kind;
      out.at(col, row) = static_cast<std::uint8_t>(best);
    }
  return out;
}

}  // namespace

Raster<std::uint8_t> landCover(const Ground& ground, const Settlements& settlements, const RoadNetwork& roads) {
  Raster<std::uint8_t> land(settlements.wayFrame);
  for (std::size_t cell = 0; cell < land.cells.size(); ++cell) {
    const Point at = land.centre(cell);
    const Water water = static_cast<Water>(ground.water.under(at));
    land.cells[cell] = static_cast<std::uint8_t>(water == Water::lake ? Land::none : growsAt(ground, at));
  }
  const double cellM = settlements.wayFrame.cellM;
  for (const River& river : ground.rivers)
    for (const Reach& reach : river.reaches) {
      if (reach.areaKm2 < 90) continue;
      for (std::size_t i = 1; i < reach.course.size(); ++i) {
        const double damp = rough(ground.wish.seed + 420, reach.course[i].x / 700, reach.course[i].y / 700, 2);
        paint(land, reach.course[i - 1], reach.course[i], reach.widthM() / 2 + 25 + 60 * std::max(0.0, damp),
              damp > 0.05 ? Land::wetland : Land::grass);
      }
    }
  land = withoutSpecks(withoutSpecks(land));
  for (const StreetPlan& plan : roads.plans)
    for (const Block& block : plan.blocks) {
      const Line ring(block.corners.begin(), block.corners.end());
      const Point a = block.corners[0], c = block.corners[2];
      const double reach = distance(a, c);
      for (int row = land.frame.rowOf({a.x, a.y - reach}); row <= land.frame.rowOf({a.x, c.y + reach}); ++row)
        for (int col = land.frame.colOf({a.x - reach, a.y}); col <= land.frame.colOf({c.x + reach, a.y}); ++col)
          if (land.frame.holds(col, row) && demo::holds(ring, land.frame.centre(col, row)))
            land.at(col, row) = static_cast<std::uint8_t>(Land::built);
    }
  for (const Lanes& lanes : roads.lanes) {
    paint(land, lanes.main.front(), lanes.main.back(), std::max(40.0, cellM * 0.7), Land::built);
    for (const Line& side : lanes.side)
      paint(land, side.front(), side.back(), std::max(34.0, cellM * 0.6), Land::built);
  }
  return land;
}

}  // namespace fengsui::demo
