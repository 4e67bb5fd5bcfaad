// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/closures.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace fengsui {
namespace {

std::uint8_t bitOf(Vehicle vehicle) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(vehicle));
}

double turn(Position a, Position b, Position c) {
  return (double{1} * b.lonE7 - a.lonE7) * (double{1} * c.latE7 - a.latE7) -
         (double{1} * b.latE7 - a.latE7) * (double{1} * c.lonE7 - a.lonE7);
}
bool within(Position a, Position b, Position p) {
  return std::min(a.lonE7, b.lonE7) <= p.lonE7 && p.lonE7 <= std::max(a.lonE7, b.lonE7) &&
         std::min(a.latE7, b.latE7) <= p.latE7 && p.latE7 <= std::max(a.latE7, b.latE7);
}
bool cross(Position a, Position b, Position c, Position d) {
  const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
  return (abc == 0 && within(a, b, c)) || (abd == 0 && within(a, b, d)) || (cda == 0 && within(c, d, a)) ||
         (cdb == 0 && within(c, d, b));
}
bool crosses(const Line& road, const Line& drawn, bool ring) {
  const std::size_t last = ring ? drawn.size() : drawn.size() - 1;
  for (std::size_t i = 0; i < last; ++i)
    for (std::size_t j = 0; j + 1 < road.size(); ++j)
      if (cross(drawn[i], drawn[(i + 1) % drawn.size()], road[j], road[j + 1])) return true;
  return false;
}
bool inside(const Ring& ring, Position p) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Position a = ring[i], b = ring[j];
    if ((a.latE7 > p.latE7) == (b.latE7 > p.latE7)) continue;
    const double x =
        a.lonE7 + (double{1} * b.lonE7 - a.lonE7) * (double{1} * p.latE7 - a.latE7) / (double{1} * b.latE7 - a.latE7);
    if (p.lonE7 < x) in = !in;
  }
  return in;
}
// A ring inside a hole is inside both: even and odd decide, for crossed outlines too.
bool inside(const Polygon& area, Position p) {
  bool in = false;
  for (const Ring& ring : area)
    if (ring.size() > 2 && inside(ring, p)) in = !in;
  return in;
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
      // A line that crosses closes; one that runs along closes where the middle of the road lies beside it.
      if (line.size() > 1 && crosses(road, line, false)) return take(edge);
      if (nearestOnLine(line, cutLine(road, 0, 0.5).back()).awayM <= options.withinM) take(edge);
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
