// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/segments.h"

#include <algorithm>
#include <cmath>

namespace fengsui::demo {

std::optional<double> crossing(Point a, Point b, Point c, Point d) {
  const double rx = b.x - a.x, ry = b.y - a.y, sx = d.x - c.x, sy = d.y - c.y;
  const double cross = rx * sy - ry * sx;
  if (std::abs(cross) < 1e-12) return std::nullopt;
  const double t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
  const double u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
  if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
  return t;
}

template <class Visit>
void Segments::around(Point a, Point b, double marginM, Visit visit) const {
  const auto cell = [](double metres) { return static_cast<int>(std::floor(metres / kCellM)); };
  for (int row = cell(std::min(a.y, b.y) - marginM); row <= cell(std::max(a.y, b.y) + marginM); ++row)
    for (int col = cell(std::min(a.x, b.x) - marginM); col <= cell(std::max(a.x, b.x) + marginM); ++col)
      if (const auto found = cells_.find(key(col, row)); found != cells_.end())
        for (const std::uint32_t index : found->second) visit(index);
}

void Segments::add(const Line& line, std::int32_t owner, double widthM) {
  const auto cell = [](double metres) { return static_cast<int>(std::floor(metres / kCellM)); };
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1], b = line[i];
    const auto index = static_cast<std::uint32_t>(segments_.size());
    segments_.push_back({a, b, owner, widthM});
    for (int row = cell(std::min(a.y, b.y)); row <= cell(std::max(a.y, b.y)); ++row)
      for (int col = cell(std::min(a.x, b.x)); col <= cell(std::max(a.x, b.x)); ++col)
        cells_[key(col, row)].push_back(index);
  }
}

std::optional<double> Segments::nearest(Point at, double withinM) const {
  std::optional<double> best;
  around(at, at, withinM, [&](std::uint32_t index) {
    const Segment& s = segments_[index];
    const double away = std::max(0.0, distanceTo(at, s.from, s.to) - s.widthM / 2);
    if (away <= withinM && (!best || away < *best)) best = away;
  });
  return best;
}

std::vector<Segments::Crossing> Segments::crossings(const Line& line) const {
  std::vector<Crossing> out;
  double along = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double length = distance(line[i - 1], line[i]);
    std::vector<std::uint32_t> near;
    around(line[i - 1], line[i], 0, [&](std::uint32_t index) { near.push_back(index); });
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const std::uint32_t index : near) {
      const Segment& s = segments_[index];
      if (const auto t = crossing(line[i - 1], line[i], s.from, s.to))
        out.push_back(
            {along + *t * length,
             {line[i - 1].x + (line[i].x - line[i - 1].x) * *t, line[i - 1].y + (line[i].y - line[i - 1].y) * *t},
             s.owner,
             s.widthM});
    }
    along += length;
  }
  std::sort(out.begin(), out.end(), [](const Crossing& a, const Crossing& b) { return a.alongM < b.alongM; });
  return out;
}

}  // namespace fengsui::demo
