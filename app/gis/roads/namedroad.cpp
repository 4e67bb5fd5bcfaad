// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/namedroad.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "gis/roads/closures.h"

namespace fengsui {
namespace {

PositionBox around(Position at, double metres) {
  constexpr double metresPerE7 = 0.0111195;
  const double up = metres / metresPerE7;
  const double sideways = up / std::max(0.05, std::cos(at.latDeg() * 3.14159265358979 / 180));
  const auto moved = [](std::int32_t value, double by) {
    return static_cast<std::int32_t>(std::clamp(value + by, -2'147'483'000.0, 2'147'483'000.0));
  };
  return {moved(at.lonE7, -sideways), moved(at.latE7, -up), moved(at.lonE7, sideways), moved(at.latE7, up)};
}

}  // namespace

Result<Shape> shapeOfRoad(const RoadNetwork& network, const std::string& name, Position near, double withinM) {
  const RoadGraph& graph = *network.graph;
  std::vector<EdgeId> wanted;
  std::set<std::string> there;
  network.index->each(around(near, withinM), [&](EdgeId edge) {
    if (nearestOnLine(graph.lineOf(edge), near).awayM > withinM) return;
    if (graph.nameOf(edge) == name) wanted.push_back(edge);
    if (!graph.nameOf(edge).empty() && there.size() < 8) there.insert(graph.nameOf(edge));
  });
  if (wanted.empty()) {
    std::string names;
    for (const std::string& one : there) names += (names.empty() ? "" : ", ") + one;
    const std::string metres = std::to_string(static_cast<int>(withinM));
    return failure(
        ErrorCode::notFound,
        {"no road called \"" + name + "\" lies within " + metres + " m", metres + " 米内没有名为“" + name + "”的道路"},
        names.empty() ? Text{"give a place that is nearer to it", "请给出更近的位置"}
                      : Text{"there are: " + names, "附近有：" + names});
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  // Not up to its ends, where other roads begin.
  Shape lines{ShapeKind::line, {}, {}, {}};
  for (const EdgeId edge : wanted) lines.lines.push_back(cutLine(graph.lineOf(edge), 0.05, 0.95));
  if (edgesClosedBy(graph, *network.index, lines) == wanted) return lines;
  Shape points;
  for (const EdgeId edge : wanted) points.points.push_back(cutLine(graph.lineOf(edge), 0, 0.5).back());
  return points;
}

Result<RoadPoint> nearestRoad(const RoadNetwork& network, Position at, double withinM) {
  if (const auto on = network.index->nearest(
          at, withinM, [](EdgeId) { return true; }, 0))
    return *on;
  const std::string metres = std::to_string(static_cast<int>(withinM));
  return failure(ErrorCode::notFound, {"there is no road within " + metres + " m of " + at.text(),
                                       at.text() + " 周围 " + metres + " 米内没有道路"});
}

}  // namespace fengsui
