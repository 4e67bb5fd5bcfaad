// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/timematrix.h"

#include <algorithm>

#include "gis/roads/endpoints.h"
#include "gis/roads/hierarchysearch.h"
#include "gis/roads/route.h"

namespace fengsui {
namespace {

void keepLess(std::uint32_t& value, std::uint32_t other) {
  value = std::min(value, other);
}

/// All pairs by one set of weights.
void sweepAll(const RoadTimes& times, const HierarchyWeights& weights, std::span<const RoadPoint> from,
              std::span<const RoadPoint> to, TimeMatrix& out) {
  const RoadHierarchy& hierarchy = *times.network().hierarchy;
  HierarchySearch search(hierarchy);
  struct Left {
    std::uint32_t column;
    std::uint32_t ms;
  };
  // What each destination leaves at the ranks above it, gathered by rank.
  std::vector<std::pair<std::uint32_t, Left>> all;
  for (std::uint32_t column = 0; column < to.size(); ++column) {
    const auto seeds = seedsOf(reaching(times, to[column]));
    const Sweep& sweep = search.sweep(weights, seeds, false);
    for (const std::uint32_t rank : sweep.visited)
      if (sweep.ms[rank] < neverMs) all.push_back({rank, {column, sweep.ms[rank]}});
  }
  std::vector<std::uint32_t> first(hierarchy.nodeCount() + 1, 0);
  for (const auto& [rank, left] : all) ++first[rank + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  std::vector<Left> buckets(all.size());
  auto next = first;
  for (const auto& [rank, left] : all) buckets[next[rank]++] = left;
  for (std::size_t row = 0; row < from.size(); ++row) {
    const auto seeds = seedsOf(leaving(times, from[row]));
    const Sweep& sweep = search.sweep(weights, seeds, true);
    std::uint32_t* const line = out.ms.data() + row * out.columns;
    for (const std::uint32_t rank : sweep.visited) {
      const std::uint32_t here = sweep.ms[rank];
      if (here >= neverMs) continue;
      for (std::uint32_t i = first[rank]; i < first[rank + 1]; ++i)
        keepLess(line[buckets[i].column], here + buckets[i].ms);
    }
  }
}

}  // namespace

Result<TimeMatrix> timeMatrix(const RoadTimes& times, const RoadClosures& closures, std::span<const RoadPoint> from,
                              std::span<const RoadPoint> to, Instant depart, const std::stop_token& stop) {
  TimeMatrix out{from.size(), to.size(), std::vector<std::uint32_t>(from.size() * to.size(), neverMs)};
  sweepAll(times, times.weights(), from, to, out);
  const auto alongEdges = [&](TimeMatrix& matrix, const RoadTimes& by) {
    for (std::size_t row = 0; row < from.size(); ++row)
      for (std::size_t column = 0; column < to.size(); ++column)
        if (const auto direct = alongOneEdge(by, from[row], to[column]))
          keepLess(matrix.ms[row * matrix.columns + column], direct->ms);
  };
  alongEdges(out, times);
  for (auto& ms : out.ms) ms = std::min(ms, neverMs);
  if (closures.empty()) return out;
  if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});

  auto closed = times.arcMs();
  const auto bit = 1U << static_cast<unsigned>(times.vehicle());
  bool any = false;
  for (const EdgeClosure& closure : closures.all())
    for (const EdgeId edge : closure.edges)
      for (const auto& held : closures.on(edge))
        if ((held.vehicles & bit) && held.toMs > depart.ms)
          closed[arcOf(edge, true)] = closed[arcOf(edge, false)] = neverMs, any = true;
  if (!any) return out;
  const RoadTimes withAll(times.network(), times.vehicle(), std::move(closed));
  TimeMatrix upper{out.rows, out.columns, std::vector<std::uint32_t>(out.ms.size(), neverMs)};
  sweepAll(withAll, withAll.weights(), from, to, upper);
  alongEdges(upper, withAll);
  RoadSearch search(times.network());
  search.prepare(times, closures, depart);
  for (std::size_t row = 0; row < out.rows; ++row) {
    for (std::size_t column = 0; column < out.columns; ++column) {
      auto& ms = out.ms[row * out.columns + column];
      if (ms >= upper.at(row, column)) continue;
      if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
      const auto route = search.earliest(times, closures, {from[row], to[column], depart, false});
      ms = route ? static_cast<std::uint32_t>(std::min<std::int64_t>(route->takesMs(), neverMs)) : neverMs;
    }
  }
  return out;
}

}  // namespace fengsui
