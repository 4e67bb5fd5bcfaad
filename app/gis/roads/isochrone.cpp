// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/isochrone.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <queue>

#include "gis/roads/endpoints.h"

namespace fengsui {
namespace {

constexpr std::int64_t notReached = std::numeric_limits<std::int64_t>::max();
constexpr double metresPerE7 = 6'371'008.8 * std::numbers::pi / 180 * 1e-7;

/// One thread's GEOS.
class Geos {
 public:
  Geos() : context_(GEOS_init_r()) {}
  ~Geos() { GEOS_finish_r(context_); }
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;
  operator GEOSContextHandle_t() const { return context_; }

 private:
  GEOSContextHandle_t context_;
};

/// Metres around a place.
struct Plane {
  Position centre;
  double eastM = metresPerE7 * std::cos(centre.latDeg() * std::numbers::pi / 180);

  [[nodiscard]] double x(Position at) const { return (std::int64_t{at.lonE7} - centre.lonE7) * eastM; }
  [[nodiscard]] double y(Position at) const { return (std::int64_t{at.latE7} - centre.latE7) * metresPerE7; }
  [[nodiscard]] Position back(double x, double y) const {
    return {static_cast<std::int32_t>(std::lround(centre.lonE7 + x / eastM)),
            static_cast<std::int32_t>(std::lround(centre.latE7 + y / metresPerE7))};
  }
};

Ring ringOf(const Geos& geos, const GEOSGeometry* ring, const Plane& plane) {
  const GEOSCoordSequence* at = GEOSGeom_getCoordSeq_r(geos, ring);
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(geos, at, &count);
  Ring out;
  for (unsigned i = 0; i + 1 < count; ++i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY_r(geos, at, i, &x, &y);
    out.push_back(plane.back(x, y));
  }
  return out;
}

void addPolygons(const Geos& geos, const GEOSGeometry* geometry, const Plane& plane, double smallestHoleM2,
                 Shape& into) {
  if (GEOSGeomTypeId_r(geos, geometry) == GEOS_POLYGON) {
    if (GEOSisEmpty_r(geos, geometry)) return;
    Polygon area{ringOf(geos, GEOSGetExteriorRing_r(geos, geometry), plane)};
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos, geometry); ++i) {
      const GEOSGeometry* hole = GEOSGetInteriorRingN_r(geos, geometry, i);
      GEOSGeometry* filled = GEOSGeom_createPolygon_r(geos, GEOSGeom_clone_r(geos, hole), nullptr, 0);
      double m2 = 0;
      GEOSArea_r(geos, filled, &m2);
      GEOSGeom_destroy_r(geos, filled);
      if (m2 >= smallestHoleM2) area.push_back(ringOf(geos, hole, plane));
    }
    into.areas.push_back(std::move(area));
    return;
  }
  for (int i = 0; i < GEOSGetNumGeometries_r(geos, geometry); ++i)
    addPolygons(geos, GEOSGetGeometryN_r(geos, geometry, i), plane, smallestHoleM2, into);
}

// The parts of roads that are reached in time.
std::vector<Line> reachedLines(const RoadTimes& times, const RoadClosures& closures, const IsochroneRequest& request,
                               const Reach& reached, std::int64_t limitMs) {
  std::vector<Line> out;
  const RoadGraph& graph = times.graph();
  // The share of the arc that is reached from its beginning; nothing of one that may not be entered.
  const auto shareOf = [&](ArcId arc, std::int64_t atMs, double ofIt) {
    if (atMs == notReached || atMs > limitMs || times.ms(arc) >= neverMs) return 0.0;
    const auto takes = times.ms(arc);
    if (!closures.entry(edgeOf(arc), times.vehicle(), request.depart.ms + atMs, takes, false)) return 0.0;
    return std::min(ofIt, static_cast<double>(limitMs - atMs) / takes);
  };
  for (const auto& origin : request.origins) {
    const double share = origin.at.share;
    for (const bool forward : {true, false}) {
      const ArcId arc = arcOf(origin.at.edge, forward);
      const double from = forward ? share : 1 - share;
      if (const double more = shareOf(arc, origin.afterMs, 1 - from); more > 0)
        out.push_back(cutLine(graph.lineOfArc(arc), from, from + more));
    }
  }
  for (EdgeId edge = 0; edge < graph.edgeCount(); ++edge) {
    const double there = shareOf(arcOf(edge, true), reached.ms[graph.edge(edge).from], 1);
    const double back = shareOf(arcOf(edge, false), reached.ms[graph.edge(edge).to], 1);
    // Reached from both ends it is drawn once.
    if (there + back >= 1) {
      out.push_back(graph.lineOf(edge));
      continue;
    }
    if (there > 0) out.push_back(cutLine(graph.lineOf(edge), 0, there));
    if (back > 0) out.push_back(cutLine(graph.lineOf(edge), 1 - back, 1));
  }
  return out;
}

}  // namespace

Reach reach(const RoadTimes& times, const RoadClosures& closures, std::span<const IsochroneOrigin> origins,
            Instant depart, std::int64_t limitMs, const std::stop_token& stop) {
  const RoadGraph& graph = times.graph();
  Reach out{std::vector<std::int64_t>(graph.nodeCount(), notReached),
            std::vector<std::uint32_t>(graph.nodeCount(), noId)};
  using Open = std::pair<std::int64_t, NodeId>;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
  const auto offer = [&](NodeId node, std::int64_t ms, std::uint32_t origin) {
    if (ms > limitMs || ms >= out.ms[node]) return;
    out.ms[node] = ms;
    out.origin[node] = origin;
    open.emplace(ms, node);
  };
  for (std::uint32_t i = 0; i < origins.size(); ++i)
    for (const Access& access : leaving(times, origins[i].at)) {
      const std::int64_t at = depart.ms + origins[i].afterMs;
      if (access.isNode() || closures.entry(edgeOf(access.arc), times.vehicle(), at, access.ms, false))
        offer(access.node, origins[i].afterMs + access.ms, i);
    }
  for (std::size_t settled = 0; !open.empty(); ++settled) {
    if (settled % 4096 == 0 && stop.stop_requested()) break;
    const auto [ms, node] = open.top();
    open.pop();
    if (ms > out.ms[node]) continue;
    for (const auto& [head, arc] : graph.out(node)) {
      const std::uint32_t takes = times.ms(arc);
      if (takes < neverMs && closures.entry(edgeOf(arc), times.vehicle(), depart.ms + ms, takes, false))
        offer(head, ms + takes, out.origin[node]);
    }
  }
  return out;
}

Result<std::vector<Shape>> isochrones(const RoadTimes& times, const RoadClosures& closures,
                                      const IsochroneRequest& request, const std::stop_token& stop) {
  std::vector<Shape> out;
  if (request.origins.empty() || request.limitsMs.empty())
    return failure(ErrorCode::invalid, {"a place to set out from and a time are wanted", "须给出起点和时限"});
  const std::int64_t longest = *std::max_element(request.limitsMs.begin(), request.limitsMs.end());
  const Reach reached = reach(times, closures, request.origins, request.depart, longest, stop);
  const Geos geos;
  const Plane plane{request.origins.front().at.on};
  const double smallestHoleM2 = 4 * request.besideRoadM * request.besideRoadM;
  for (const std::int64_t limit : request.limitsMs) {
    if (stop.stop_requested()) return failure(ErrorCode::refused, {"stopped", "已停止"});
    // Each road by itself and then their union: by far faster than the surroundings of all of them at once.
    constexpr int quarterSegments = 4;
    const double coarseM = request.besideRoadM / 20;
    std::vector<GEOSGeometry*> areas;
    for (const Line& line : reachedLines(times, closures, request, reached, limit)) {
      if (line.size() < 2) continue;
      GEOSCoordSequence* at = GEOSCoordSeq_create_r(geos, static_cast<unsigned>(line.size()), 2);
      for (unsigned i = 0; i < line.size(); ++i) GEOSCoordSeq_setXY_r(geos, at, i, plane.x(line[i]), plane.y(line[i]));
      GEOSGeometry* drawn = GEOSGeom_createLineString_r(geos, at);
      GEOSGeometry* coarse = GEOSSimplify_r(geos, drawn, coarseM);
      if (GEOSGeometry* area = GEOSBuffer_r(geos, coarse ? coarse : drawn, request.besideRoadM, quarterSegments))
        areas.push_back(area);
      if (coarse) GEOSGeom_destroy_r(geos, coarse);
      GEOSGeom_destroy_r(geos, drawn);
    }
    Shape shape{ShapeKind::area, {}, {}, {}};
    if (!areas.empty()) {
      const auto destroy = [&](GEOSGeometry* geometry) { GEOSGeom_destroy_r(geos, geometry); };
      using Owned = std::unique_ptr<GEOSGeometry, decltype(destroy)>;
      const Owned all(
          GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, areas.data(), static_cast<unsigned>(areas.size())),
          destroy);
      const Owned area(GEOSUnaryUnion_r(geos, all.get()), destroy);
      // A few metres more or less are nothing to a driver, and most of the vertices.
      const Owned simple(area ? GEOSTopologyPreserveSimplify_r(geos, area.get(), coarseM) : nullptr, destroy);
      if (!simple) return failure(ErrorCode::invalid, {"the area could not be drawn", "无法生成等时圈"});
      addPolygons(geos, simple.get(), plane, smallestHoleM2, shape);
    }
    out.push_back(std::move(shape));
  }
  return out;
}

}  // namespace fengsui
