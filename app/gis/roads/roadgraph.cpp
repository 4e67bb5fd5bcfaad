// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/roadgraph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fengsui {
namespace {

std::uint64_t keyOf(Position at) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(at.lonE7)) << 32U | static_cast<std::uint32_t>(at.latE7);
}

template <class Whole>
Whole stepsOf(double value, double step) {
  if (!(value > 0)) return 0;
  return static_cast<Whole>(std::clamp(std::round(value / step), 1.0, double{std::numeric_limits<Whole>::max()}));
}

}  // namespace

Line RoadGraph::lineOf(EdgeId edge) const {
  Line line{nodes_[edges_[edge].from]};
  line.insert(line.end(), inner_.begin() + edges_[edge].firstInner, inner_.begin() + edges_[edge + 1].firstInner);
  line.push_back(nodes_[edges_[edge].to]);
  return line;
}

Line RoadGraph::lineOfArc(ArcId arc) const {
  Line line = lineOf(edgeOf(arc));
  if (!isForward(arc)) std::reverse(line.begin(), line.end());
  return line;
}

std::size_t RoadGraph::bytes() const {
  std::size_t names = 0;
  for (const auto& name : names_) names += sizeof(name) + (name.size() > 15 ? name.capacity() : 0);
  return nodes_.capacity() * sizeof(Position) + edges_.capacity() * sizeof(RoadEdge) +
         inner_.capacity() * sizeof(Position) + firstOut_.capacity() * 4 + out_.capacity() * sizeof(Out) + names;
}

bool RoadGraphBuilder::addLine(Line line, RoadAttributes attributes) {
  line.erase(std::unique(line.begin(), line.end()), line.end());
  if (line.size() < 2) return false;
  lines_.push_back({std::move(line), std::move(attributes)});
  return true;
}

NodeId RoadGraphBuilder::addNode(Position at) {
  graph_.nodes_.push_back(at);
  return static_cast<NodeId>(graph_.nodes_.size() - 1);
}

std::uint32_t RoadGraphBuilder::nameIndex(const std::string& name) {
  const auto [at, added] = nameIndices_.try_emplace(name, static_cast<std::uint32_t>(graph_.names_.size()));
  if (added) graph_.names_.push_back(name);
  return at->second;
}

EdgeId RoadGraphBuilder::addEdge(NodeId from, NodeId to, double lengthM, const RoadAttributes& attributes) {
  RoadEdge edge;
  edge.from = from;
  edge.to = to;
  edge.lengthCm = stepsOf<std::uint32_t>(lengthM, 0.01);
  edge.firstInner = static_cast<std::uint32_t>(graph_.inner_.size());
  edge.name = nameIndex(attributes.name);
  edge.roadClass = attributes.roadClass;
  edge.oneway = static_cast<std::int8_t>(attributes.oneway > 0 ? 1 : attributes.oneway < 0 ? -1 : 0);
  edge.bridge = attributes.bridge;
  edge.tunnel = attributes.tunnel;
  edge.ford = attributes.ford;
  edge.unpaved = attributes.unpaved;
  edge.barred = attributes.barred;
  edge.maxSpeedKmh = stepsOf<std::uint8_t>(attributes.maxSpeedKmh, 1);
  edge.maxWeightDt = stepsOf<std::uint16_t>(attributes.maxWeightT, 0.1);
  edge.maxHeightCm = stepsOf<std::uint16_t>(attributes.maxHeightM, 0.01);
  graph_.edges_.push_back(edge);
  return static_cast<EdgeId>(graph_.edges_.size() - 1);
}

void RoadGraphBuilder::splitLines() {
  constexpr std::uint32_t once = noId - 1;
  std::unordered_map<std::uint64_t, NodeId> nodeAt;
  std::size_t vertices = 0;
  for (const auto& drawn : lines_) vertices += drawn.line.size();
  nodeAt.reserve(vertices);
  // First what is a node: ends, and vertices that occur more than once.
  for (const auto& drawn : lines_) {
    for (std::size_t i = 0; i < drawn.line.size(); ++i) {
      const bool end = i == 0 || i + 1 == drawn.line.size();
      const auto [at, isNew] = nodeAt.try_emplace(keyOf(drawn.line[i]), end ? noId : once);
      if (!isNew) at->second = noId;
    }
  }
  for (const auto& [line, attributes] : lines_) {
    NodeId from = noId;
    double lengthM = 0;
    std::vector<Position> between;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i > 0) lengthM += distanceM(line[i - 1], line[i]);
      NodeId& node = nodeAt.at(keyOf(line[i]));
      if (node == once) {
        between.push_back(line[i]);
        continue;
      }
      if (node == noId) node = addNode(line[i]);
      if (i > 0) {
        addEdge(from, node, lengthM, attributes);
        graph_.inner_.insert(graph_.inner_.end(), between.begin(), between.end());
      }
      from = node;
      lengthM = 0;
      between.clear();
    }
  }
  lines_ = {};
}

std::shared_ptr<const RoadGraph> RoadGraphBuilder::build() && {
  if (!lines_.empty()) splitLines();
  RoadEdge end;
  end.firstInner = static_cast<std::uint32_t>(graph_.inner_.size());
  graph_.edges_.push_back(end);
  if (graph_.names_.empty()) graph_.names_.emplace_back();
  const std::size_t edges = graph_.edgeCount();
  auto& first = graph_.firstOut_;
  first.assign(graph_.nodeCount() + 1, 0);
  for (EdgeId e = 0; e < edges; ++e) {
    ++first[graph_.edges_[e].from + 1];
    ++first[graph_.edges_[e].to + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  graph_.out_.resize(edges * 2);
  auto next = first;
  for (ArcId arc = 0; arc < edges * 2; ++arc) graph_.out_[next[graph_.tail(arc)]++] = {graph_.head(arc), arc};
  graph_.edges_.shrink_to_fit();
  graph_.nodes_.shrink_to_fit();
  graph_.inner_.shrink_to_fit();
  return std::make_shared<const RoadGraph>(std::move(graph_));
}

RoadParts partsOf(const RoadGraph& graph) {
  RoadParts out;
  out.partOf.assign(graph.nodeCount(), noId);
  std::vector<std::size_t> sizes;
  std::vector<NodeId> stack;
  for (NodeId start = 0; start < graph.nodeCount(); ++start) {
    if (out.partOf[start] != noId) continue;
    const auto part = static_cast<std::uint32_t>(sizes.size());
    sizes.push_back(0);
    out.partOf[start] = part;
    stack.push_back(start);
    while (!stack.empty()) {
      const NodeId node = stack.back();
      stack.pop_back();
      ++sizes[part];
      for (const auto& [head, arc] : graph.out(node)) {
        if (out.partOf[head] != noId) continue;
        out.partOf[head] = part;
        stack.push_back(head);
      }
    }
  }
  out.parts = sizes.size();
  if (sizes.empty()) return out;
  const auto largest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  out.nodesInLargest = sizes[largest];
  for (auto& part : out.partOf) part = part == largest ? 0 : part == 0 ? largest : part;
  return out;
}

}  // namespace fengsui
