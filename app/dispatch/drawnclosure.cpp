// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/drawnclosure.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fengsui {
namespace {

constexpr double kStepM = 5;       // between the places of a line that are looked at
constexpr double kAlongM = 25;     // so much of a line belongs to a road that it runs along
constexpr double kJunctionM = 25;  // so near to a junction a street is brushed, not crossed
constexpr double kShortOfM = 28;   // and so far before it a closed stretch ends
constexpr std::size_t kPlaces = 20'000;

// The line with a place at least every few metres.
Line dense(const Line& line) {
  Line out;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double lengthM = distanceM(line[i], line[i + 1]);
    const int steps = std::max(1, static_cast<int>(std::ceil(lengthM / kStepM)));
    if (out.size() + static_cast<std::size_t>(steps) > kPlaces) return line;
    for (int k = 0; k < steps; ++k) {
      const auto between = [&](std::int32_t a, std::int32_t b) {
        return a + static_cast<std::int32_t>(std::llround((double{1} * b - a) * k / steps));
      };
      out.push_back({between(line[i].lonE7, line[i + 1].lonE7), between(line[i].latE7, line[i + 1].latE7)});
    }
  }
  out.push_back(line.back());
  return out;
}

class Fitting {
 public:
  Fitting(const Shape& drawn, const RoadNetwork& network)
      : drawn_(drawn), graph_(*network.graph), index_(*network.index), closed_(closedBy(drawn)) {}

  Shape fitted() {
    for (const Line& line : drawn_.lines)
      if (line.size() > 1) dense_.push_back(dense(line));
    findAlong();
    if (along_.empty()) return drawn_;
    const std::vector<EdgeId> wanted = wantedEdges();
    if (wanted == closed_) return drawn_;
    // As drawn where that will do, else along the roads themselves, else by a place on each.
    Shape shape = trimmed(wanted);
    if (!shape.empty() && closedBy(shape) == wanted) return shape;
    shape.lines.clear();
    for (const EdgeId edge : wanted) shape.lines.push_back(cutLine(graph_.lineOf(edge), 0.05, 0.95));
    if (closedBy(shape) == wanted) return shape;
    Shape points;
    for (const EdgeId edge : wanted) points.points.push_back(cutLine(graph_.lineOf(edge), 0, 0.5).back());
    return closedBy(points) == wanted ? points : drawn_;
  }

 private:
  [[nodiscard]] std::vector<EdgeId> closedBy(const Shape& shape) const { return edgesClosedBy(graph_, index_, shape); }

  // Each place of the line belongs to the road that is nearest.
  void findAlong() {
    std::map<EdgeId, std::size_t> places;
    const auto isClosed = [&](EdgeId edge) { return std::binary_search(closed_.begin(), closed_.end(), edge); };
    for (const Line& line : dense_)
      for (const Position at : line)
        if (const auto on = index_.nearest(at, ClosedEdgeOptions{}.withinM, isClosed, 0)) ++places[on->edge];
    for (const auto& [edge, many] : places)
      if (static_cast<double>(many) * kStepM >= std::min(kAlongM, 0.6 * graph_.lengthM(edge))) along_.insert(edge);
  }

  // What it runs along, and what it crosses elsewhere than where that begins and ends.
  [[nodiscard]] std::vector<EdgeId> wantedEdges() const {
    std::vector<EdgeId> wanted;
    for (const EdgeId edge : closed_)
      if (along_.contains(edge) || !brushed(edge)) wanted.push_back(edge);
    return wanted;
  }

  [[nodiscard]] bool brushed(EdgeId edge) const {
    const Line road = graph_.lineOf(edge);
    std::vector<Position> junctions;
    for (const NodeId node : {graph_.edge(edge).from, graph_.edge(edge).to})
      for (const RoadGraph::Out& out : graph_.out(node))
        if (along_.contains(edgeOf(out.arc))) junctions.push_back(graph_.at(node));
    if (junctions.empty()) return false;
    for (const Line& line : dense_)
      for (const Position at : line) {
        const bool near = std::any_of(junctions.begin(), junctions.end(),
                                      [&](Position junction) { return distanceM(junction, at) <= kJunctionM; });
        if (!near && nearestOnLine(road, at).awayM <= kStepM) return false;
      }
    return true;
  }

  // The drawn line without what lies around the junctions with roads that stay open.
  [[nodiscard]] Shape trimmed(const std::vector<EdgeId>& wanted) const {
    std::vector<Position> junctions;
    for (const EdgeId edge : closed_) {
      if (std::binary_search(wanted.begin(), wanted.end(), edge)) continue;
      junctions.push_back(graph_.at(graph_.edge(edge).from));
      junctions.push_back(graph_.at(graph_.edge(edge).to));
    }
    Shape out{ShapeKind::line, {}, {}, {}};
    for (const Line& line : dense_) {
      Line stretch;
      const auto finish = [&] {
        if (stretch.size() > 1) out.lines.push_back(straightened(stretch));
        stretch.clear();
      };
      for (const Position at : line) {
        if (std::any_of(junctions.begin(), junctions.end(),
                        [&](Position junction) { return distanceM(junction, at) <= kShortOfM; }))
          finish();
        else
          stretch.push_back(at);
      }
      finish();
    }
    return out;
  }

  // Without the places that were only put in between.
  [[nodiscard]] static Line straightened(const Line& line) {
    Line out{line.front()};
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
      if (nearestOnLine({out.back(), line[i + 1]}, line[i]).awayM > 0.5) out.push_back(line[i]);
    out.push_back(line.back());
    return out;
  }

  const Shape& drawn_;
  const RoadGraph& graph_;
  const RoadIndex& index_;
  std::vector<EdgeId> closed_;
  std::vector<Line> dense_;
  std::set<EdgeId> along_;
};

}  // namespace

Shape alongRoads(const Shape& drawn, const RoadNetwork& network) {
  if (drawn.kind != ShapeKind::line) return drawn;
  return Fitting(drawn, network).fitted();
}

}  // namespace fengsui
