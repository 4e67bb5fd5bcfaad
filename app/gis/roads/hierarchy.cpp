// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/hierarchy.h"

#include <algorithm>
#include <numeric>

#include "gis/roads/dissection.h"

namespace fengsui {

Result<std::shared_ptr<const RoadHierarchy>> RoadHierarchy::of(const RoadGraph& graph, std::vector<std::uint32_t> ranks,
                                                               const std::stop_token& stop) {
  auto out = std::make_shared<RoadHierarchy>();
  out->rankOf_ = ranks.empty() ? dissectionRanks(graph, stop) : std::move(ranks);
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
  out->nodeAt_.resize(graph.nodeCount());
  for (NodeId node = 0; node < graph.nodeCount(); ++node) out->nodeAt_[out->rankOf_[node]] = node;
  out->contract(graph);
  return out;
}

void RoadHierarchy::contract(const RoadGraph& graph) {
  const std::size_t nodes = graph.nodeCount();
  std::vector<std::vector<std::uint32_t>> above(nodes);
  for (EdgeId e = 0; e < graph.edgeCount(); ++e) {
    const std::uint32_t a = rankOf_[graph.edge(e).from];
    const std::uint32_t b = rankOf_[graph.edge(e).to];
    if (a != b) above[std::min(a, b)].push_back(std::max(a, b));
  }
  first_.assign(nodes + 1, 0);
  for (std::uint32_t v = 0; v < nodes; ++v) {
    auto& mine = above[v];
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    if (mine.size() > 1) {
      auto& parents = above[mine.front()];
      parents.insert(parents.end(), mine.begin() + 1, mine.end());
    }
    first_[v + 1] = first_[v] + static_cast<std::uint32_t>(mine.size());
    head_.insert(head_.end(), mine.begin(), mine.end());
    std::vector<std::uint32_t>().swap(mine);
  }
  head_.shrink_to_fit();
  firstBelow_.assign(nodes + 1, 0);
  for (const std::uint32_t h : head_) ++firstBelow_[h + 1];
  std::partial_sum(firstBelow_.begin(), firstBelow_.end(), firstBelow_.begin());
  below_.resize(head_.size());
  std::vector<std::uint32_t> next(firstBelow_.begin(), firstBelow_.end() - 1);
  for (std::uint32_t v = 0; v < nodes; ++v)
    for (std::uint32_t a = first_[v]; a < first_[v + 1]; ++a) below_[next[head_[a]]++] = v;
  arcOver_.resize(graph.edgeCount());
  for (EdgeId e = 0; e < graph.edgeCount(); ++e) {
    const std::uint32_t a = rankOf_[graph.edge(e).from];
    const std::uint32_t b = rankOf_[graph.edge(e).to];
    arcOver_[e] = a == b ? noId : arcBetween(std::min(a, b), std::max(a, b));
  }
}

std::uint32_t RoadHierarchy::arcBetween(std::uint32_t low, std::uint32_t high) const {
  const auto end = head_.begin() + first_[low + 1];
  return static_cast<std::uint32_t>(std::lower_bound(head_.begin() + first_[low], end, high) - head_.begin());
}

std::size_t RoadHierarchy::bytes() const {
  std::size_t all = 0;
  for (const auto* of : {&rankOf_, &nodeAt_, &first_, &head_, &firstBelow_, &below_, &arcOver_}) all += of->capacity();
  return all * sizeof(std::uint32_t);
}

HierarchyWeights weigh(const RoadHierarchy& h, const RoadGraph& graph, std::span<const std::uint32_t> arcMs) {
  HierarchyWeights out;
  out.up.assign(h.arcCount(), neverMs);
  out.down.assign(h.arcCount(), neverMs);
  out.upVia.resize(h.arcCount());
  out.downVia.resize(h.arcCount());
  for (EdgeId e = 0; e < graph.edgeCount(); ++e) {
    const std::uint32_t over = h.arcOver(e);
    if (over == noId) continue;
    const bool rises = h.rankOf(graph.edge(e).from) < h.rankOf(graph.edge(e).to);
    for (const bool forward : {true, false}) {
      const ArcId arc = arcOf(e, forward);
      const bool upward = rises == forward;
      auto& weight = (upward ? out.up : out.down)[over];
      if (arcMs[arc] >= weight) continue;
      weight = arcMs[arc];
      (upward ? out.upVia : out.downVia)[over] = {noId, arc};
    }
  }
  // Every triangle, by its middle corner; whatever is below is final by then.
  std::vector<std::uint32_t> arcTo(h.nodeCount(), noId);
  for (std::uint32_t v = 0; v < h.nodeCount(); ++v) {
    for (std::uint32_t a = h.first(v); a < h.first(v + 1); ++a) arcTo[h.head(a)] = a;
    for (const std::uint32_t low : h.below(v)) {
      const std::uint32_t end = h.first(low + 1);
      std::uint32_t toV = h.arcBetween(low, v);
      const std::uint32_t downToLow = out.down[toV];
      const std::uint32_t upFromLow = out.up[toV];
      if (downToLow == neverMs && upFromLow == neverMs) continue;
      for (std::uint32_t b = toV + 1; b < end; ++b) {
        const std::uint32_t over = arcTo[h.head(b)];
        if (const std::uint32_t ms = downToLow + out.up[b]; ms < out.up[over]) {
          out.up[over] = ms;
          out.upVia[over] = {low, noId};
        }
        if (const std::uint32_t ms = out.down[b] + upFromLow; ms < out.down[over]) {
          out.down[over] = ms;
          out.downVia[over] = {low, noId};
        }
      }
    }
  }
  return out;
}

void unpack(const RoadHierarchy& h, const HierarchyWeights& weights, std::uint32_t from, std::uint32_t to,
            std::vector<ArcId>& into) {
  // A stack, for a long way may be nested deeper than is wise to recurse.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> open{{from, to}};
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    const auto& via = a < b ? weights.upVia[h.arcBetween(a, b)] : weights.downVia[h.arcBetween(b, a)];
    if (via.middle == noId) {
      into.push_back(via.arc);
    } else {
      open.emplace_back(via.middle, b);
      open.emplace_back(a, via.middle);
    }
  }
}

}  // namespace fengsui
