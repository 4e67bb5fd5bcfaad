// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <queue>
#include <random>
#include <span>
#include <vector>

#include "gis/roads/route.h"

namespace fengsui {

/// About a metre of longitude at the equator, in 1e-7 degree: small networks lie there, so that a unit is a metre.
inline constexpr int metre = 90;

inline Position metres(int eastM, int northM) {
  return {eastM * metre, northM * metre};
}

inline RoadNetwork networkOf(RoadGraphBuilder&& builder) {
  return RoadNetwork::of(std::move(builder).build()).value();
}

/// A place at a node: the end of an edge that leaves it.
inline RoadPoint atNode(const RoadGraph& graph, NodeId node) {
  const auto& [head, arc] = graph.out(node).front();
  return {edgeOf(arc), isForward(arc) ? 0.0 : 1.0, graph.at(node), graph.at(node), 0};
}

/// The textbook's search, for comparison.
inline std::vector<std::uint32_t> plainDijkstra(const RoadGraph& graph, std::span<const std::uint32_t> arcMs,
                                                NodeId from) {
  std::vector<std::uint32_t> ms(graph.nodeCount(), neverMs);
  using Open = std::pair<std::uint32_t, NodeId>;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
  ms[from] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [at, node] = open.top();
    open.pop();
    if (at > ms[node]) continue;
    for (const auto& [head, arc] : graph.out(node)) {
      if (arcMs[arc] >= neverMs || at + arcMs[arc] >= ms[head]) continue;
      ms[head] = at + arcMs[arc];
      open.emplace(ms[head], head);
    }
  }
  return ms;
}

/// A random network of up to a dozen nodes, with one-ways, parallel roads, loops and pieces apart.
struct RandomRoads {
  RoadNetwork network;
  std::vector<std::uint32_t> arcMs;
};
inline RandomRoads randomRoads(std::mt19937& random, std::size_t nodes, std::size_t edges) {
  RoadGraphBuilder builder;
  for (std::size_t i = 0; i < nodes; ++i)
    builder.addNode(metres(static_cast<int>(random() % 2000), static_cast<int>(random() % 2000)));
  std::vector<std::uint32_t> arcMs;
  for (std::size_t i = 0; i < edges; ++i) {
    builder.addEdge(static_cast<NodeId>(random() % nodes), static_cast<NodeId>(random() % nodes), 1, {});
    const std::uint32_t ms = 1000 * (1 + random() % 20);
    arcMs.push_back(random() % 8 == 0 ? neverMs : ms);
    arcMs.push_back(random() % 8 == 0 ? neverMs
                    : random() % 2    ? ms
                                      : 1000 * (1 + static_cast<std::uint32_t>(random() % 20)));
  }
  // A node without a road cannot be asked about.
  for (NodeId node = 0; node < nodes; ++node) {
    builder.addEdge(node, (node + 1) % static_cast<NodeId>(nodes), 1, {});
    const bool open = random() % 3 != 0;
    arcMs.push_back(open ? 15'000 : neverMs);
    arcMs.push_back(open ? 15'000 : neverMs);
  }
  return {networkOf(std::move(builder)), std::move(arcMs)};
}

}  // namespace fengsui
