// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/closures.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "gis/roads/within.h"

namespace fengsui {
namespace {

std::uint8_t bitOf(Vehicle vehicle) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(vehicle));
}

PositionBox boxOf(const Line& line, double marginM) {
  PositionBox box;
  for (const Position at : line) box.include(at);
  constexpr double metresPerE7 = 0.0111195;
  const double up = marginM / metresPerE7;
  const double latDeg = std::max(std::abs(box.south), std::abs(box.north)) * 1e-7;
  const double sideways = up / std::max(0.05, std::cos(latDeg * 3.14159265358979 / 180));
  const auto moved = [](std::int32_t value, double by) {
    return static_cast<std::int32_t>(std::clamp(value + by, -2'147'483'000.0, 2'147'483'000.0));
  };
  return {moved(box.west, -sideways), moved(box.south, -up), moved(box.east, sideways), moved(box.north, up)};
}

}  // namespace

RoadClosures::RoadClosures(std::vector<EdgeClosure> closures) : closures_(std::move(closures)) {
  static std::atomic<std::uint64_t> last = 0;
  identity_ = ++last;
  for (std::uint32_t i = 0; i < closures_.size(); ++i) {
    const EdgeClosure& closure = closures_[i];
    std::uint8_t vehicles = 0;
    for (const Vehicle vehicle : closure.vehicles) vehicles = static_cast<std::uint8_t>(vehicles | bitOf(vehicle));
    if (vehicles == 0) vehicles = 0xff;
    for (const EdgeId edge : closure.edges) {
      if (edge >= any_.size()) any_.resize(edge + 1);
      for (const ClosedSpan& span : closure.spans) {
        any_[edge] = true;
        held_[edge].push_back({span.from.ms, span.to ? span.to->ms : forEver, i, vehicles});
      }
    }
  }
  for (auto& [edge, spans] : held_)
    std::sort(spans.begin(), spans.end(), [](const Held& a, const Held& b) { return a.fromMs < b.fromMs; });
}

std::optional<std::int64_t> RoadClosures::entry(EdgeId edge, Vehicle vehicle, std::int64_t ms, std::int64_t takesMs,
                                                bool mayWait) const {
  for (const Held& held : on(edge)) {
    if (!(held.vehicles & bitOf(vehicle)) || held.toMs <= ms || held.fromMs >= ms + takesMs) continue;
    if (!mayWait || held.toMs == forEver) return std::nullopt;
    // Later spans begin later, so none that was passed over can hold again.
    ms = held.toMs;
  }
  return ms;
}

std::optional<std::uint32_t> RoadClosures::stopping(EdgeId edge, Vehicle vehicle, std::int64_t ms,
                                                    std::int64_t takesMs) const {
  for (const Held& held : on(edge))
    if ((held.vehicles & bitOf(vehicle)) && held.toMs > ms && held.fromMs < ms + takesMs) return held.closure;
  return std::nullopt;
}

bool RoadClosures::shutFrom(EdgeId edge, Vehicle vehicle, std::int64_t fromMs) const {
  for (const Held& held : on(edge))
    if ((held.vehicles & bitOf(vehicle)) && held.fromMs <= fromMs && held.toMs == forEver) return true;
  return false;
}

RoadClosures RoadClosures::without(std::span<const std::uint32_t> opened) const {
  auto rest = closures_;
  for (const std::uint32_t i : opened) rest[i].spans.clear();
  return RoadClosures(std::move(rest));
}

namespace {

constexpr double kLookEveryM = 10;
constexpr double kAlongM = 40;  // more than what a line that passes the end of a street is near to it

// Whether so much of a line lies beside a road that it means the road.
bool runsAlong(const Line& line, const Line& road, double withinM) {
  double along = 0;
  for (std::size_t i = 1; i < line.size() && along < kAlongM; ++i) {
    const double length = distanceM(line[i - 1], line[i]);
    const int parts = std::max(1, static_cast<int>(std::min(1e4, length / kLookEveryM)));
    for (int k = 0; k < parts; ++k) {
      const double share = (k + 0.5) / parts;
      const auto between = [&](std::int32_t a, std::int32_t b) {
        return a + static_cast<std::int32_t>(share * (static_cast<double>(b) - a));
      };
      const Position at{between(line[i - 1].lonE7, line[i].lonE7), between(line[i - 1].latE7, line[i].latE7)};
      if (nearestOnLine(road, at).awayM <= withinM) along += length / parts;
    }
  }
  return along >= kAlongM;
}

}  // namespace

std::vector<EdgeId> edgesClosedBy(const RoadGraph& graph, const RoadIndex& index, const Shape& shape,
                                  const ClosedEdgeOptions& options) {
  std::vector<EdgeId> out;
  const auto take = [&](EdgeId edge) {
    if (!(options.sparesBridges && graph.edge(edge).bridge)) out.push_back(edge);
  };
  const auto everyEdge = [](EdgeId) { return true; };
  for (const Position at : shape.points)
    if (const auto on = index.nearest(at, options.withinM, everyEdge, 0)) take(on->edge);
  for (const Line& line : shape.lines) {
    if (line.empty()) continue;
    index.each(boxOf(line, options.withinM), [&](EdgeId edge) {
      const Line road = graph.lineOf(edge);
      // A line that crosses closes; so does one that runs along a part of the road, or beside its middle.
      if (line.size() > 1 && crosses(road, line, false)) return take(edge);
      if (nearestOnLine(line, cutLine(road, 0, 0.5).back()).awayM <= options.withinM ||
          runsAlong(line, road, options.withinM))
        take(edge);
    });
  }
  for (const Polygon& area : shape.areas) {
    if (area.empty() || area.front().size() < 3) continue;
    index.each(boxOf(area.front(), 0), [&](EdgeId edge) {
      const Line road = graph.lineOf(edge);
      bool meets = inside(area, road.front()) || inside(area, road.back());
      for (const Ring& ring : area) meets = meets || (ring.size() > 2 && crosses(road, ring, true));
      if (meets) take(edge);
    });
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace fengsui
