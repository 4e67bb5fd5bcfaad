// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/curve.h"

#include <algorithm>
#include <cmath>

namespace fengsui::demo {
namespace {

void keepFar(const Line& line, std::size_t first, std::size_t last, double toleranceM, std::vector<bool>& kept) {
  if (last - first < 2) return;
  double farthest = toleranceM;
  std::size_t at = 0;
  for (std::size_t i = first + 1; i < last; ++i)
    if (const double away = distanceTo(line[i], line[first], line[last]); away > farthest) {
      farthest = away;
      at = i;
    }
  if (at == 0) return;
  kept[at] = true;
  keepFar(line, first, at, toleranceM, kept);
  keepFar(line, at, last, toleranceM, kept);
}

}  // namespace

double distanceTo(Point at, Point from, Point to) {
  const double x = to.x - from.x, y = to.y - from.y;
  const double square = x * x + y * y;
  const double share = square > 0 ? std::clamp(((at.x - from.x) * x + (at.y - from.y) * y) / square, 0.0, 1.0) : 0;
  return distance(at, {from.x + share * x, from.y + share * y});
}

Line simplified(const Line& line, double toleranceM) {
  if (line.size() < 3) return line;
  std::vector<bool> kept(line.size(), false);
  kept.front() = kept.back() = true;
  keepFar(line, 0, line.size() - 1, toleranceM, kept);
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (kept[i]) out.push_back(line[i]);
  return out;
}

Line rounded(const Line& line, int rounds) {
  Line now = line;
  for (int round = 0; round < rounds && now.size() > 2; ++round) {
    Line next{now.front()};
    for (std::size_t i = 0; i + 1 < now.size(); ++i) {
      const Point a = now[i], b = now[i + 1];
      if (i > 0) next.push_back({a.x + (b.x - a.x) * 0.25, a.y + (b.y - a.y) * 0.25});
      if (i + 2 < now.size()) next.push_back({a.x + (b.x - a.x) * 0.75, a.y + (b.y - a.y) * 0.75});
    }
    next.push_back(now.back());
    now = std::move(next);
  }
  return now;
}

double lengthM(const Line& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
  return sum;
}

Line part(const Line& line, double fromM, double toM) {
  Line out;
  double here = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    const auto point = [&](double along) {
      const double share = step > 0 ? (along - here) / step : 0;
      return Point{line[i - 1].x + (line[i].x - line[i - 1].x) * share,
                   line[i - 1].y + (line[i].y - line[i - 1].y) * share};
    };
    if (out.empty() && fromM <= here + step) out.push_back(fromM <= here ? line[i - 1] : point(fromM));
    if (!out.empty()) {
      if (toM < here + step) {
        out.push_back(point(toM));
        return out;
      }
      if (!(out.back() == line[i])) out.push_back(line[i]);
    }
    here += step;
  }
  return out;
}

Line beside(const Line& line, double leftM) {
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Point before = line[i == 0 ? 0 : i - 1], after = line[i + 1 == line.size() ? i : i + 1];
    const double x = after.x - before.x, y = after.y - before.y;
    const double length = std::sqrt(x * x + y * y);
    if (length <= 0) continue;
    out.push_back({line[i].x - y / length * leftM, line[i].y + x / length * leftM});
  }
  return out;
}

bool holds(const Line& ring, Point at) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i], b = ring[j];
    if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace fengsui::demo
