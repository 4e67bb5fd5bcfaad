// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/osmgeometry.h"

namespace fengsui {

namespace {

/// Adds the places of the nodes, each once. @return false when one has no place.
bool fill(OGRSimpleCurve& curve, const osmium::NodeRefList& nodes) {
  osmium::Location last;
  for (const osmium::NodeRef& node : nodes) {
    const osmium::Location here = node.location();
    if (!here.valid()) return false;
    if (here != last) curve.addPoint(here.lon_without_check(), here.lat_without_check());
    last = here;
  }
  return true;
}

std::unique_ptr<OGRLinearRing> ringOf(const osmium::NodeRefList& nodes) {
  auto ring = std::make_unique<OGRLinearRing>();
  if (!fill(*ring, nodes) || ring->getNumPoints() < 4) return nullptr;
  return ring;
}

}  // namespace

std::unique_ptr<OGRGeometry> pointOf(const osmium::Node& node) {
  if (!node.location().valid()) return nullptr;
  return std::make_unique<OGRPoint>(node.location().lon_without_check(), node.location().lat_without_check());
}

std::unique_ptr<OGRGeometry> lineOf(const osmium::Way& way) {
  auto line = std::make_unique<OGRLineString>();
  if (!fill(*line, way.nodes()) || line->getNumPoints() < 2) return nullptr;
  return line;
}

std::unique_ptr<OGRGeometry> polygonsOf(const osmium::Area& area) {
  auto polygons = std::make_unique<OGRMultiPolygon>();
  for (const auto& outer : area.outer_rings()) {
    auto ring = ringOf(outer);
    if (!ring) continue;
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(ring.release());
    for (const auto& inner : area.inner_rings(outer)) {
      if (auto hole = ringOf(inner)) polygon->addRingDirectly(hole.release());
    }
    polygons->addGeometryDirectly(polygon.release());
  }
  return polygons;
}

}  // namespace fengsui
