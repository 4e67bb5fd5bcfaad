// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/mincostflow.h"

#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>

namespace fengsui {

std::vector<std::int64_t> cheapestFlow(const std::vector<std::int64_t>& supplies, const std::vector<FlowArc>& arcs) {
  using lemon::ListDigraph;
  ListDigraph graph;
  std::vector<ListDigraph::Node> nodes;
  for (std::size_t i = 0; i < supplies.size(); ++i) nodes.push_back(graph.addNode());
  ListDigraph::NodeMap<std::int64_t> supply(graph);
  for (std::size_t i = 0; i < supplies.size(); ++i) supply[nodes[i]] = supplies[i];
  ListDigraph::ArcMap<std::int64_t> capacity(graph), cost(graph);
  std::vector<ListDigraph::Arc> made;
  for (const FlowArc& arc : arcs) {
    made.push_back(graph.addArc(nodes[static_cast<std::size_t>(arc.from)], nodes[static_cast<std::size_t>(arc.to)]));
    capacity[made.back()] = arc.capacity;
    cost[made.back()] = arc.cost;
  }
  lemon::NetworkSimplex<ListDigraph, std::int64_t, std::int64_t> simplex(graph);
  simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
  std::vector<std::int64_t> out;
  if (simplex.run() != decltype(simplex)::OPTIMAL) return out;
  for (const auto& arc : made) out.push_back(simplex.flow(arc));
  return out;
}

}  // namespace fengsui
