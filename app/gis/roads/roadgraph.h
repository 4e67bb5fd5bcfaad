// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/geo.h"
#include "core/result.h"
#include "gis/roads/roadclass.h"

namespace fengsui {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;
/// An edge in one direction: edge × 2 along its line, edge × 2 + 1 against it.
using ArcId = std::uint32_t;
inline constexpr std::uint32_t noId = 0xffffffffU;

[[nodiscard]] constexpr EdgeId edgeOf(ArcId arc) {
  return arc >> 1U;
}
[[nodiscard]] constexpr bool isForward(ArcId arc) {
  return (arc & 1U) == 0;
}
[[nodiscard]] constexpr ArcId arcOf(EdgeId edge, bool forward) {
  return (edge << 1U) | (forward ? 0U : 1U);
}

/// What a line of the map says about its road. Unknown limits are 0.
struct RoadAttributes {
  std::string name = {};
  RoadClass roadClass = RoadClass::unclassified;
  int oneway = 0;  ///< 1 with the line, −1 against it
  bool bridge = false;
  bool tunnel = false;
  bool ford = false;
  bool unpaved = false;
  bool barred = false;  ///< no motor vehicle may pass
  double maxSpeedKmh = 0;
  double maxWeightT = 0;
  double maxHeightM = 0;
};

/// A stretch of road between two nodes.
struct RoadEdge {
  NodeId from = 0;
  NodeId to = 0;
  std::uint32_t lengthCm = 0;
  std::uint32_t firstInner = 0;  ///< of the vertices between the nodes
  std::uint32_t name = 0;
  std::uint16_t maxWeightDt = 0;  ///< tenths of a tonne; 0: none known
  std::uint16_t maxHeightCm = 0;
  RoadClass roadClass = RoadClass::unclassified;
  std::int8_t oneway = 0;
  std::uint8_t maxSpeedKmh = 0;
  bool bridge : 1 = false;
  bool tunnel : 1 = false;
  bool ford : 1 = false;
  bool unpaved : 1 = false;
  bool barred : 1 = false;
};

/// The roads of a district as a graph: nodes where roads meet or end, edges between them.
///
/// Units: lengths in centimetres. Thread: any; immutable, shared by shared_ptr.
class RoadGraph {
 public:
  struct Out {
    NodeId head;
    ArcId arc;
  };

  [[nodiscard]] std::size_t nodeCount() const { return nodes_.size(); }
  [[nodiscard]] std::size_t edgeCount() const { return edges_.size() - 1; }
  [[nodiscard]] Position at(NodeId node) const { return nodes_[node]; }
  [[nodiscard]] const RoadEdge& edge(EdgeId edge) const { return edges_[edge]; }
  [[nodiscard]] const std::string& nameOf(EdgeId edge) const { return names_[edges_[edge].name]; }
  [[nodiscard]] double lengthM(EdgeId edge) const { return edges_[edge].lengthCm * 0.01; }
  [[nodiscard]] NodeId tail(ArcId arc) const {
    return isForward(arc) ? edges_[edgeOf(arc)].from : edges_[edgeOf(arc)].to;
  }
  [[nodiscard]] NodeId head(ArcId arc) const { return tail(arc ^ 1U); }
  /// Both directions of every edge at the node, whether or not a vehicle may use them; what leads in is arc ^ 1.
  [[nodiscard]] std::span<const Out> out(NodeId node) const {
    return {out_.data() + firstOut_[node], out_.data() + firstOut_[node + 1]};
  }
  /// From node to node, as drawn.
  [[nodiscard]] Line lineOf(EdgeId edge) const;
  /// In the direction of travel.
  [[nodiscard]] Line lineOfArc(ArcId arc) const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class RoadGraphBuilder;
  std::vector<Position> nodes_;
  std::vector<RoadEdge> edges_;  // one more, for the end of the last one's vertices
  std::vector<Position> inner_;
  std::vector<std::string> names_;
  std::vector<std::uint32_t> firstOut_;
  std::vector<Out> out_;
};

/// Grows a graph from lines, or from nodes and edges that are known already.
///
/// Lines are joined where they share a vertex to the last 1e-7 degree, as in base.gpkg; lines that only cross are not.
class RoadGraphBuilder {
 public:
  /// A line of fewer than two different vertices is left out. @return whether it was taken.
  bool addLine(Line line, RoadAttributes attributes);

  /// For networks that come as nodes and edges; not to be mixed with addLine.
  NodeId addNode(Position at);
  EdgeId addEdge(NodeId from, NodeId to, double lengthM, const RoadAttributes& attributes);

  [[nodiscard]] std::shared_ptr<const RoadGraph> build() &&;

 private:
  void splitLines();
  std::uint32_t nameIndex(const std::string& name);

  struct Drawn {
    Line line;
    RoadAttributes attributes;
  };
  std::vector<Drawn> lines_;
  RoadGraph graph_;
  std::unordered_map<std::string, std::uint32_t> nameIndices_;
};

/// The pieces of a network that no road joins, one-ways aside.
struct RoadParts {
  std::size_t parts = 0;
  std::size_t nodesInLargest = 0;
  std::vector<std::uint32_t> partOf;  ///< by node; 0 is the largest
};
[[nodiscard]] RoadParts partsOf(const RoadGraph& graph);

}  // namespace fengsui
