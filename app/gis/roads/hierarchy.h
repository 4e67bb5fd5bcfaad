// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "core/result.h"
#include "gis/roads/roadgraph.h"
#include "gis/roads/speeds.h"

namespace fengsui {

/// The graph ordered so that any set of travel times can be searched fast: made once for a network, the same for every
/// vehicle, weather and closure.
///
/// Nodes are known by their rank here. Thread: any; immutable.
/// Source: customizable contraction hierarchies (Dibbelt, Strasser, Wagner 2016).
class RoadHierarchy {
 public:
  /// Thread: any; slow (seconds for a large city). Errors: refused when stopped.
  ///
  /// @param ranks a permutation of the nodes; any gives right answers, only a good one fast; empty: one is made.
  [[nodiscard]] static Result<std::shared_ptr<const RoadHierarchy>> of(const RoadGraph& graph,
                                                                       std::vector<std::uint32_t> ranks = {},
                                                                       const std::stop_token& stop = {});

  [[nodiscard]] std::size_t nodeCount() const { return rankOf_.size(); }
  [[nodiscard]] std::size_t arcCount() const { return head_.size(); }
  [[nodiscard]] std::uint32_t rankOf(NodeId node) const { return rankOf_[node]; }
  [[nodiscard]] const std::vector<std::uint32_t>& ranks() const { return rankOf_; }
  [[nodiscard]] NodeId nodeAt(std::uint32_t rank) const { return nodeAt_[rank]; }
  /// The arcs from a rank to higher ones, by rising head.
  [[nodiscard]] std::uint32_t first(std::uint32_t rank) const { return first_[rank]; }
  [[nodiscard]] std::uint32_t head(std::uint32_t arc) const { return head_[arc]; }
  /// The next rank on the way to the top; noId at the top of a part.
  [[nodiscard]] std::uint32_t parent(std::uint32_t rank) const {
    return first_[rank] == first_[rank + 1] ? noId : head_[first_[rank]];
  }
  /// The arc between two ranks that has to exist.
  [[nodiscard]] std::uint32_t arcBetween(std::uint32_t low, std::uint32_t high) const;
  /// The lower neighbours of a rank.
  [[nodiscard]] std::span<const std::uint32_t> below(std::uint32_t rank) const {
    return {below_.data() + firstBelow_[rank], below_.data() + firstBelow_[rank + 1]};
  }
  /// The hierarchy's arc over an edge; noId for a loop.
  [[nodiscard]] std::uint32_t arcOver(EdgeId edge) const { return arcOver_[edge]; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  void contract(const RoadGraph& graph);
  std::vector<std::uint32_t> rankOf_, nodeAt_, first_, head_, firstBelow_, below_, arcOver_;
};

/// The hierarchy's arcs weighted for one set of travel times.
struct HierarchyWeights {
  /// What an arc stands for: the graph's arc, or the rank between its two halves.
  struct Via {
    std::uint32_t middle = noId;
    ArcId arc = noId;
  };
  std::vector<std::uint32_t> up, down;  ///< by arc: from its lower to its higher end, and back
  std::vector<Via> upVia, downVia;

  [[nodiscard]] std::size_t bytes() const { return up.capacity() * 8 + upVia.capacity() * 2 * sizeof(Via); }
};

/// Thread: any; a tenth of a second for a large city.
[[nodiscard]] HierarchyWeights weigh(const RoadHierarchy& hierarchy, const RoadGraph& graph,
                                     std::span<const std::uint32_t> arcMs);

/// Appends the graph's arcs that the way from rank @p from to its neighbour @p to stands for.
void unpack(const RoadHierarchy& hierarchy, const HierarchyWeights& weights, std::uint32_t from, std::uint32_t to,
            std::vector<ArcId>& into);

}  // namespace fengsui
