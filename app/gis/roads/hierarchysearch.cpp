// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/hierarchysearch.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr std::uint32_t unknown = noId;

void climb(const RoadHierarchy& h, const HierarchyWeights& weights, std::span<const Seed> seeds, bool along,
           Sweep& sweep) {
  for (const std::uint32_t rank : sweep.visited) sweep.ms[rank] = neverMs, sweep.before[rank] = noId;
  sweep.visited.clear();
  // Everything above a seed, each rank once. "before" marks what is in the list already.
  for (const Seed& seed : seeds) {
    for (std::uint32_t rank = h.rankOf(seed.node); rank != noId && sweep.before[rank] == noId; rank = h.parent(rank)) {
      sweep.before[rank] = rank;
      sweep.visited.push_back(rank);
    }
    auto& ms = sweep.ms[h.rankOf(seed.node)];
    ms = std::min(ms, seed.ms);
  }
  if (seeds.size() > 1) std::sort(sweep.visited.begin(), sweep.visited.end());
  const auto& weight = along ? weights.up : weights.down;
  for (const std::uint32_t rank : sweep.visited) {
    const std::uint32_t here = sweep.ms[rank];
    if (here >= neverMs) continue;
    for (std::uint32_t a = h.first(rank); a < h.first(rank + 1); ++a) {
      const std::uint32_t there = here + weight[a];
      const std::uint32_t head = h.head(a);
      if (there < sweep.ms[head]) sweep.ms[head] = there, sweep.before[head] = rank;
    }
  }
}

}  // namespace

HierarchySearch::HierarchySearch(const RoadHierarchy& hierarchy) : hierarchy_(hierarchy) {
  for (Sweep* sweep : {&along_, &against_}) {
    sweep->ms.assign(hierarchy.nodeCount(), neverMs);
    sweep->before.assign(hierarchy.nodeCount(), noId);
  }
}

const Sweep& HierarchySearch::sweep(const HierarchyWeights& weights, std::span<const Seed> seeds, bool along) {
  Sweep& out = along ? along_ : against_;
  climb(hierarchy_, weights, seeds, along, out);
  return out;
}

std::uint32_t HierarchySearch::fastest(const HierarchyWeights& weights, std::span<const Seed> from,
                                       std::span<const Seed> to, FoundWay* way) {
  const Sweep& up = sweep(weights, from, true);
  const Sweep& down = sweep(weights, to, false);
  std::uint32_t best = neverMs;
  std::uint32_t meeting = noId;
  for (const std::uint32_t rank : down.visited) {
    const std::uint32_t ms = up.ms[rank] + down.ms[rank];
    if (ms < best) best = ms, meeting = rank;
  }
  if (!way || meeting == noId) return best;
  way->arcs.clear();
  std::vector<std::uint32_t> ranks{meeting};
  while (up.before[ranks.back()] != ranks.back()) ranks.push_back(up.before[ranks.back()]);
  std::reverse(ranks.begin(), ranks.end());
  while (down.before[ranks.back()] != ranks.back()) ranks.push_back(down.before[ranks.back()]);
  way->first = hierarchy_.nodeAt(ranks.front());
  way->last = hierarchy_.nodeAt(ranks.back());
  for (std::size_t i = 0; i + 1 < ranks.size(); ++i) unpack(hierarchy_, weights, ranks[i], ranks[i + 1], way->arcs);
  return best;
}

void TimesTo::aim(const HierarchyWeights& weights, std::span<const Seed> targets) {
  weights_ = &weights;
  target_ = &search_.sweep(weights, targets, false);
  if (known_.empty()) known_.assign(hierarchy_.nodeCount(), unknown);
  for (const std::uint32_t rank : touched_) known_[rank] = unknown;
  touched_.clear();
}

std::uint32_t TimesTo::from(NodeId node) {
  const std::uint32_t asked = hierarchy_.rankOf(node);
  chain_.clear();
  for (std::uint32_t rank = asked; rank != noId && known_[rank] == unknown; rank = hierarchy_.parent(rank))
    chain_.push_back(rank);
  // From the top down: whatever a rank leads up to is above it in the chain.
  for (auto at = chain_.rbegin(); at != chain_.rend(); ++at) {
    std::uint32_t best = target_->ms[*at];
    for (std::uint32_t a = hierarchy_.first(*at); a < hierarchy_.first(*at + 1); ++a)
      best = std::min(best, weights_->up[a] + known_[hierarchy_.head(a)]);
    known_[*at] = std::min(best, neverMs);
    touched_.push_back(*at);
  }
  return known_[asked];
}

}  // namespace fengsui
