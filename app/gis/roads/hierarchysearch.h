// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/roads/hierarchy.h"

namespace fengsui {

/// A node from which a search begins, and the time already used there.
struct Seed {
  NodeId node = 0;
  std::uint32_t ms = 0;
};

/// The arcs of a way, and the nodes of the seeds at its ends.
struct FoundWay {
  std::vector<ArcId> arcs;
  NodeId first = 0;
  NodeId last = 0;
};

/// What a search reached on its way up the hierarchy.
struct Sweep {
  std::vector<std::uint32_t> ms;       ///< by rank; neverMs where not reached
  std::vector<std::uint32_t> before;   ///< by rank: the rank it was reached from
  std::vector<std::uint32_t> visited;  ///< ranks, rising
};

/// One-to-one searches without closures. Thread: one at a time; keep it, it owns arrays of the graph's size.
class HierarchySearch {
 public:
  explicit HierarchySearch(const RoadHierarchy& hierarchy);

  /// @return the time from any source to any target, neverMs where there is no way; @p way, where given, takes the way.
  [[nodiscard]] std::uint32_t fastest(const HierarchyWeights& weights, std::span<const Seed> from,
                                      std::span<const Seed> to, FoundWay* way = nullptr);

  /// Reaches up from the seeds: along the roads, or against them. The last sweep of that direction is forgotten.
  const Sweep& sweep(const HierarchyWeights& weights, std::span<const Seed> seeds, bool along);

 private:
  const RoadHierarchy& hierarchy_;
  Sweep along_, against_;
};

/// The time from any node to a target without closures: a lower bound for every time with closures, and a tight one.
///
/// Thread: one at a time. Source: CH-Potentials (Strasser and Zeitz 2021).
class TimesTo {
 public:
  explicit TimesTo(const RoadHierarchy& hierarchy) : hierarchy_(hierarchy), search_(hierarchy) {}
  void aim(const HierarchyWeights& weights, std::span<const Seed> targets);
  /// neverMs where no road leads to the target.
  [[nodiscard]] std::uint32_t from(NodeId node);

 private:
  const RoadHierarchy& hierarchy_;
  HierarchySearch search_;
  const HierarchyWeights* weights_ = nullptr;
  const Sweep* target_ = nullptr;
  std::vector<std::uint32_t> known_, touched_, chain_;
};

}  // namespace fengsui
