// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/strongbridges.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>
#include <span>

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

using Node = std::uint32_t;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

std::uint64_t keyOf(Point at) {
  return mixed(std::bit_cast<std::uint64_t>(at.x)) ^ std::bit_cast<std::uint64_t>(at.y);
}

// Roads that engines drive on, from corner to corner.
class Corners {
 public:
  explicit Corners(const RoadNetwork& network) {
    for (std::uint32_t i = 0; i < network.roads.size(); ++i) {
      const Road& road = network.roads[i];
      if (road.kind == RoadClass::path) continue;
      for (const Point at : road.line) keys_.push_back(keyOf(at));
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    first_.assign(keys_.size() + 1, 0);
    const auto eachStep = [&](auto&& visit) {
      for (std::uint32_t i = 0; i < network.roads.size(); ++i) {
        const Road& road = network.roads[i];
        if (road.kind == RoadClass::path) continue;
        for (std::size_t k = 1; k < road.line.size(); ++k) visit(of(road.line[k - 1]), of(road.line[k]), i);
      }
    };
    eachStep([&](Node a, Node b, std::uint32_t) {
      ++first_[a + 1];
      ++first_[b + 1];
    });
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    steps_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    eachStep([&](Node a, Node b, std::uint32_t road) {
      steps_[next[a]++] = {b, road};
      steps_[next[b]++] = {a, road};
    });
  }

  struct Step {
    Node to = 0;
    std::uint32_t road = 0;
  };
  [[nodiscard]] Node of(Point at) const {
    return static_cast<Node>(std::lower_bound(keys_.begin(), keys_.end(), keyOf(at)) - keys_.begin());
  }
  [[nodiscard]] std::span<const Step> from(Node node) const {
    return std::span(steps_).subspan(first_[node], first_[node + 1] - first_[node]);
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> first_;
  std::vector<Step> steps_;
};

bool isWeak(const Road& road) {
  return road.maxWeightT > 0 && road.maxWeightT < kHeavyEngineT;
}

// The corner of a street that is nearest to a place.
Point cornerAt(const RoadNetwork& network, Point place) {
  Point best = place;
  double nearest = std::numeric_limits<double>::infinity();
  for (const Road& road : network.roads) {
    if (road.kind == RoadClass::path || road.kind == RoadClass::track || road.bridge) continue;
    for (const Point at : road.line)
      if (const double away = distance(at, place); away < nearest) {
        nearest = away;
        best = at;
      }
  }
  return best;
}

}  // namespace

void strengthenBridges(RoadNetwork& network, std::span<const Point> places) {
  if (places.empty()) return;
  const Corners corners(network);
  // The fewest weak bridges first: where none is passed the next corner comes before all others.
  std::vector<Corners::Step> cameFrom(corners.size(), {kNone, kNone});
  std::vector<std::uint32_t> weak(corners.size(), kNone);
  std::deque<Node> open;
  const Node start = corners.of(cornerAt(network, places.front()));
  weak[start] = 0;
  open.push_back(start);
  while (!open.empty()) {
    const Node node = open.front();
    open.pop_front();
    for (const Corners::Step& step : corners.from(node)) {
      const bool costs = isWeak(network.roads[step.road]);
      const std::uint32_t there = weak[node] + (costs ? 1 : 0);
      if (there >= weak[step.to]) continue;
      weak[step.to] = there;
      cameFrom[step.to] = {node, step.road};
      if (costs)
        open.push_back(step.to);
      else
        open.push_front(step.to);
    }
  }
  for (const Point place : places)
    for (Node node = corners.of(cornerAt(network, place)); node != start && cameFrom[node].to != kNone;
         node = cameFrom[node].to)
      network.roads[cameFrom[node].road].maxWeightT = 0;
}

}  // namespace fengsui::demo
