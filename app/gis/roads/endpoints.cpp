// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/endpoints.h"

#include <cmath>

namespace fengsui {
namespace {

std::uint32_t part(std::uint32_t ms, double share) {
  return static_cast<std::uint32_t>(std::llround(ms * share));
}

// Of the arc, for a place at a share of the edge.
double shareOn(ArcId arc, double shareOfEdge) {
  return isForward(arc) ? shareOfEdge : 1 - shareOfEdge;
}

// A place at the end of its edge is the node itself: every road from there is open to it, whatever the edge allows.
std::optional<Access> atItsEnd(const RoadGraph& graph, const RoadPoint& place) {
  if (place.share > 0 && place.share < 1) return std::nullopt;
  const auto& edge = graph.edge(place.edge);
  const double share = place.share <= 0 ? 0 : 1;
  return Access{place.share <= 0 ? edge.from : edge.to, arcOf(place.edge, true), share, share, 0};
}

}  // namespace

std::vector<Access> leaving(const RoadTimes& times, const RoadPoint& from) {
  if (const auto node = atItsEnd(times.graph(), from)) return {*node};
  std::vector<Access> out;
  for (const bool forward : {true, false}) {
    const ArcId arc = arcOf(from.edge, forward);
    if (times.ms(arc) >= neverMs) continue;
    const double at = shareOn(arc, from.share);
    out.push_back({times.graph().head(arc), arc, at, 1, part(times.ms(arc), 1 - at)});
  }
  return out;
}

std::vector<Access> reaching(const RoadTimes& times, const RoadPoint& to) {
  if (const auto node = atItsEnd(times.graph(), to)) return {*node};
  std::vector<Access> out;
  for (const bool forward : {true, false}) {
    const ArcId arc = arcOf(to.edge, forward);
    if (times.ms(arc) >= neverMs) continue;
    const double at = shareOn(arc, to.share);
    out.push_back({times.graph().tail(arc), arc, 0, at, part(times.ms(arc), at)});
  }
  return out;
}

std::optional<Access> alongOneEdge(const RoadTimes& times, const RoadPoint& from, const RoadPoint& to) {
  if (from.edge != to.edge) return std::nullopt;
  std::optional<Access> best;
  for (const bool forward : {true, false}) {
    const ArcId arc = arcOf(from.edge, forward);
    const double a = shareOn(arc, from.share);
    const double b = shareOn(arc, to.share);
    if (times.ms(arc) >= neverMs || b < a) continue;
    const Access found{times.graph().head(arc), arc, a, b, part(times.ms(arc), b - a)};
    if (!best || found.ms < best->ms) best = found;
  }
  return best;
}

std::vector<Seed> seedsOf(const std::vector<Access>& accesses) {
  std::vector<Seed> out;
  for (const Access& access : accesses) out.push_back({access.node, access.ms});
  return out;
}

}  // namespace fengsui
