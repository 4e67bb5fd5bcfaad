// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/closureeffects.h"

#include <algorithm>

#include "gis/roads/isochrone.h"

namespace fengsui {

Result<ClosureEffects> effectsOfClosures(const RoadPicture& roads, Vehicle vehicle, std::span<const RoadPoint> from,
                                         std::span<const RoadPoint> to, const TimeMatrix& matrix, Instant depart,
                                         std::size_t mostPairs, const std::stop_token& stop) {
  ClosureEffects out;
  if (roads.closures().empty()) return out;
  const RoadTimes& times = roads.times(vehicle);
  const auto free = timeMatrix(times, {}, from, to, depart, stop);
  if (!free) return failure(free.error());
  RoadSearch search(roads.network());
  for (std::size_t row = 0; row < matrix.rows; ++row)
    for (std::size_t column = 0; column < matrix.columns; ++column) {
      const std::uint32_t was = free->at(row, column), is = matrix.at(row, column);
      if (was >= neverMs || is <= was) continue;
      if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
      if (out.pairs.size() >= mostPairs) {
        ++out.unexplained;
        continue;
      }
      ClosureEffect effect;
      effect.row = row;
      effect.column = column;
      effect.cutOff = is >= neverMs;
      const RouteRequest request{from[row], to[column], depart, false};
      if (effect.cutOff) {
        effect.toOpen = search.whyNot(times, roads.closures(), request).open;
      } else {
        effect.laterMs = std::int64_t{is} - was;
        if (const auto way = search.earliest(times, roads.closures(), request)) effect.avoided = way->avoided;
      }
      out.pairs.push_back(std::move(effect));
    }
  return out;
}

Text namesOfClosures(const RoadClosures& closures, const std::vector<std::uint32_t>& which) {
  Text out;
  for (const std::uint32_t i : which) {
    out.en += (out.en.empty() ? "" : ", ") + closures.all()[i].name;
    out.zh += (out.zh.empty() ? "" : "、") + closures.all()[i].name;
  }
  return out;
}

Text effectInWords(const RoadClosures& closures, const ClosureEffect& effect) {
  if (effect.cutOff) {
    const Text names = namesOfClosures(closures, effect.toOpen);
    return {"cut off; to be opened: " + names.en, "道路中断，需打通：" + names.zh};
  }
  const Text by = durationText(effect.laterMs), names = namesOfClosures(closures, effect.avoided);
  return {by.en + " longer, avoids " + names.en, "多 " + by.zh + "，避开" + names.zh};
}

std::vector<std::uint32_t> closuresWithin(const RoadPicture& roads, Vehicle vehicle, std::span<const RoadPoint> from,
                                          Instant depart, std::int64_t limitMs, const std::stop_token& stop) {
  std::vector<std::uint32_t> out;
  if (roads.closures().empty()) return out;
  const RoadTimes& times = roads.times(vehicle);
  std::vector<IsochroneOrigin> origins;
  for (const RoadPoint& at : from) origins.push_back({at, 0});
  const Reach reached = reach(times, {}, origins, depart, limitMs, stop);
  const RoadGraph& graph = times.graph();
  const auto& all = roads.closures().all();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const bool stops = std::any_of(all[i].edges.begin(), all[i].edges.end(), [&](EdgeId edge) {
      if (!times.usable(edge)) return false;
      const std::int64_t first = std::min(reached.ms[graph.edge(edge).from], reached.ms[graph.edge(edge).to]);
      if (first > limitMs) return false;
      for (const auto& held : roads.closures().on(edge))
        if (held.closure == i && (held.vehicles & (1U << static_cast<unsigned>(vehicle))) &&
            held.toMs > depart.ms + first && held.fromMs < depart.ms + limitMs)
          return true;
      return false;
    });
    if (stops) out.push_back(i);
  }
  return out;
}

}  // namespace fengsui
