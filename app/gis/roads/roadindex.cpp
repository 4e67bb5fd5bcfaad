// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadindex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace fengsui {
namespace {

constexpr std::size_t fanOut = 16;
constexpr double metresPerE7 = 6'371'008.8 * std::numbers::pi / 180 * 1e-7;

PositionBox boxOf(const RoadGraph& graph, EdgeId edge) {
  PositionBox box;
  for (const Position at : graph.lineOf(edge)) box.include(at);
  return box;
}

/// A local plane in metres around a place; good for some tens of kilometres.
struct Plane {
  explicit Plane(Position centre)
      : at(centre), eastM(metresPerE7 * std::cos(centre.latDeg() * std::numbers::pi / 180)) {}
  [[nodiscard]] double x(std::int32_t lonE7) const { return (std::int64_t{lonE7} - at.lonE7) * eastM; }
  [[nodiscard]] double y(std::int32_t latE7) const { return (std::int64_t{latE7} - at.latE7) * metresPerE7; }
  [[nodiscard]] double toBox(const PositionBox& box) const {
    const double dx = std::max({0.0, x(box.west), -x(box.east)});
    const double dy = std::max({0.0, y(box.south), -y(box.north)});
    return std::hypot(dx, dy);
  }
  Position at;
  double eastM;
};

Position between(Position a, Position b, double share) {
  return {static_cast<std::int32_t>(std::lround(a.lonE7 + share * (double{1} * b.lonE7 - a.lonE7))),
          static_cast<std::int32_t>(std::lround(a.latE7 + share * (double{1} * b.latE7 - a.latE7)))};
}

}  // namespace

void PositionBox::include(Position at) {
  west = std::min(west, at.lonE7), east = std::max(east, at.lonE7);
  south = std::min(south, at.latE7), north = std::max(north, at.latE7);
}

OnLine nearestOnLine(const Line& line, Position at) {
  const Plane plane(at);
  double before = 0;
  double length = 0;
  OnLine out{0, line.front(), std::numeric_limits<double>::infinity()};
  if (line.size() == 1) out.awayM = std::hypot(plane.x(line[0].lonE7), plane.y(line[0].latE7));
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double ax = plane.x(line[i].lonE7), ay = plane.y(line[i].latE7);
    const double dx = plane.x(line[i + 1].lonE7) - ax, dy = plane.y(line[i + 1].latE7) - ay;
    const double squared = dx * dx + dy * dy;
    const double share = squared > 0 ? std::clamp(-(ax * dx + ay * dy) / squared, 0.0, 1.0) : 0;
    const double away = std::hypot(ax + share * dx, ay + share * dy);
    const double stretch = std::sqrt(squared);
    if (away < out.awayM) {
      out.awayM = away;
      before = length + share * stretch;
      out.on = between(line[i], line[i + 1], share);
    }
    length += stretch;
  }
  out.share = length > 0 ? std::clamp(before / length, 0.0, 1.0) : 0;
  return out;
}

RoadPoint nearestOn(const RoadGraph& graph, EdgeId edge, Position at) {
  const OnLine found = nearestOnLine(graph.lineOf(edge), at);
  return {edge, found.share, found.on, at, found.awayM};
}

Line cutLine(const Line& line, double fromShare, double toShare) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) length += distanceM(line[i], line[i + 1]);
  const double from = fromShare * length;
  const double to = toShare * length;
  Line out;
  double before = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double stretch = distanceM(line[i], line[i + 1]);
    const auto place = [&](double m) {
      return between(line[i], line[i + 1], stretch > 0 ? (m - before) / stretch : 0);
    };
    if (before + stretch >= from && before <= to) {
      if (out.empty()) out.push_back(place(std::clamp(from, before, before + stretch)));
      const Position end = place(std::clamp(to, before, before + stretch));
      if (end != out.back()) out.push_back(end);
    }
    before += stretch;
  }
  return out;
}

RoadIndex::RoadIndex(std::shared_ptr<const RoadGraph> graph) : graph_(std::move(graph)), parts_(partsOf(*graph_)) {
  const std::size_t count = graph_->edgeCount();
  std::vector<PositionBox> boxes(count);
  edges_.resize(count);
  for (EdgeId e = 0; e < count; ++e) edges_[e] = e, boxes[e] = boxOf(*graph_, e);
  if (count == 0) return;
  // Sort-tile-recursive: columns by longitude, rows by latitude within each.
  const auto middleX = [&](EdgeId e) { return std::int64_t{boxes[e].west} + boxes[e].east; };
  const auto middleY = [&](EdgeId e) { return std::int64_t{boxes[e].south} + boxes[e].north; };
  std::sort(edges_.begin(), edges_.end(), [&](EdgeId a, EdgeId b) { return middleX(a) < middleX(b); });
  const auto leaves = static_cast<double>((count + fanOut - 1) / fanOut);
  const std::size_t column = static_cast<std::size_t>(std::ceil(std::sqrt(leaves))) * fanOut;
  for (std::size_t at = 0; at < count; at += column)
    std::sort(edges_.begin() + static_cast<std::ptrdiff_t>(at),
              edges_.begin() + static_cast<std::ptrdiff_t>(std::min(count, at + column)),
              [&](EdgeId a, EdgeId b) { return middleY(a) < middleY(b); });
  const auto grow = [](PositionBox& box, const PositionBox& other) {
    box.include({other.west, other.south});
    box.include({other.east, other.north});
  };
  for (std::size_t at = 0; at < count; at += fanOut) {
    Branch leaf{{}, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::min(fanOut, count - at)), true};
    for (std::size_t i = 0; i < leaf.count; ++i) grow(leaf.box, boxes[edges_[at + i]]);
    branches_.push_back(leaf);
  }
  for (std::size_t from = 0, to = branches_.size(); to - from > 1; from = to, to = branches_.size()) {
    for (std::size_t at = from; at < to; at += fanOut) {
      Branch branch{{}, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::min(fanOut, to - at)), false};
      for (std::size_t i = 0; i < branch.count; ++i) grow(branch.box, branches_[at + i].box);
      branches_.push_back(branch);
    }
  }
}

void RoadIndex::each(const PositionBox& box, const std::function<void(EdgeId)>& take) const {
  if (branches_.empty()) return;
  std::vector<std::uint32_t> open{static_cast<std::uint32_t>(branches_.size() - 1)};
  while (!open.empty()) {
    const Branch& branch = branches_[open.back()];
    open.pop_back();
    if (!branch.box.meets(box)) continue;
    for (std::uint32_t i = branch.first; i < branch.first + branch.count; ++i) {
      if (!branch.leaf)
        open.push_back(i);
      else if (boxOf(*graph_, edges_[i]).meets(box))
        take(edges_[i]);
    }
  }
}

std::optional<RoadPoint> RoadIndex::nearest(Position at, double withinM, const Wanted& wanted, double apartM) const {
  if (branches_.empty()) return std::nullopt;
  const Plane plane(at);
  using Open = std::pair<double, std::uint32_t>;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
  open.emplace(0, static_cast<std::uint32_t>(branches_.size() - 1));
  std::optional<RoadPoint> best;
  double limit = withinM + apartM;  // of the distance with what is added for a piece apart
  while (!open.empty() && open.top().first <= std::min(limit, withinM)) {
    const Branch& branch = branches_[open.top().second];
    open.pop();
    for (std::uint32_t i = branch.first; i < branch.first + branch.count; ++i) {
      if (!branch.leaf) {
        if (const double away = plane.toBox(branches_[i].box); away <= limit) open.emplace(away, i);
        continue;
      }
      const EdgeId edge = edges_[i];
      if (!wanted(edge)) continue;
      const RoadPoint found = nearestOn(*graph_, edge, at);
      if (found.offRoadM > withinM) continue;
      const double cost = found.offRoadM + (parts_.partOf[graph_->edge(edge).from] == 0 ? 0 : apartM);
      if (best && cost >= limit) continue;
      best = found;
      limit = cost;
    }
  }
  return best;
}

}  // namespace fengsui
