// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shapes.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <vector>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

tl::unexpected<Error> outsideTheWorld(double x, double y) {
  std::array<char, 80> text{};
  const int n = std::snprintf(text.data(), text.size(), "%.7g, %.7g", x, y);
  const std::string place(text.data(), static_cast<std::size_t>(n));
  return failure(ErrorCode::invalid, {place + " is no place on the earth", place + " 不在地球上"},
                 {"name the coordinate system of the file, or mend the coordinates", "请指明文件的坐标系，或改正坐标"});
}

double signedArea(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Position& a = ring[i];
    const Position& b = ring[(i + 1) % ring.size()];
    sum += static_cast<double>(a.lonE7) * b.latE7 - static_cast<double>(b.lonE7) * a.latE7;
  }
  return sum;
}

void turn(Ring& ring, bool counterClockwise) {
  if ((signedArea(ring) > 0) == counterClockwise || ring.size() < 2) return;
  std::reverse(ring.begin() + 1, ring.end());  // the first position stays first
}

// Walks a geometry of any kind and sorts what it finds into points, lines and areas.
class ShapeBuilder {
 public:
  explicit ShapeBuilder(const Projection& projection) : projection_(projection) {}

  Outcome add(const OGRGeometry& geometry, int depth = 0) {
    if (geometry.IsEmpty()) return {};
    if (depth > 32) return failure(ErrorCode::invalid, {"the geometry is nested too deeply", "几何对象嵌套过深"});
    switch (wkbFlatten(geometry.getGeometryType())) {
      case wkbPoint: {
        const auto& point = *geometry.toPoint();
        const auto at = position(point.getX(), point.getY());
        if (!at) return failure(at.error());
        points_.push_back(*at);
        return {};
      }
      case wkbLineString: {
        auto line = positions(*geometry.toLineString());
        if (!line) return failure(line.error());
        if (line->size() > 1) lines_.push_back(std::move(*line));
        return {};
      }
      case wkbPolygon:
      case wkbTriangle: return addPolygon(*geometry.toPolygon());
      case wkbMultiPoint:
      case wkbMultiLineString:
      case wkbMultiPolygon:
      case wkbGeometryCollection: {
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
          if (auto added = add(*part, depth + 1); !added) return added;
        return {};
      }
      default: {
        // Curves and surfaces as the straight pieces they are drawn with.
        if (wkbFlatten(geometry.getGeometryType()) == wkbUnknown || !geometry.hasCurveGeometry())
          return failure(ErrorCode::invalid,
                         {std::string("geometry of kind ") + geometry.getGeometryName() + " is not understood",
                          std::string("不支持的几何类型：") + geometry.getGeometryName()});
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        if (!straight || straight->hasCurveGeometry())
          return failure(ErrorCode::invalid, {"the curve cannot be drawn", "无法展开曲线"});
        return add(*straight, depth + 1);
      }
    }
  }

  ConvertedShape take() {
    const int kinds = (points_.empty() ? 0 : 1) + (lines_.empty() ? 0 : 1) + (areas_.empty() ? 0 : 1);
    ConvertedShape out;
    out.mixed = kinds > 1;
    if (!areas_.empty()) {
      out.shape = Shape{ShapeKind::area, {}, {}, std::move(areas_)};
    } else if (!lines_.empty()) {
      out.shape = Shape{ShapeKind::line, {}, std::move(lines_), {}};
    } else if (!points_.empty()) {
      out.shape = Shape{ShapeKind::point, std::move(points_), {}, {}};
    }
    return out;
  }

 private:
  Result<Position> position(double x, double y) {
    const auto at = projection_.toWgs84(x, y);
    const auto rounded = at ? Position::ofDegrees(at->lonDeg, at->latDeg) : std::nullopt;
    if (!rounded) return outsideTheWorld(x, y);
    return *rounded;
  }

  Result<Line> positions(const OGRSimpleCurve& curve) {
    Line line;
    for (int i = 0; i < curve.getNumPoints(); ++i) {
      const auto at = position(curve.getX(i), curve.getY(i));
      if (!at) return failure(at.error());
      if (line.empty() || line.back() != *at) line.push_back(*at);
    }
    return line;
  }

  Outcome addPolygon(const OGRPolygon& polygon) {
    Polygon area;
    for (const OGRLinearRing* curve : polygon) {
      auto ring = positions(*curve);
      if (!ring) return failure(ring.error());
      if (ring->size() > 1 && ring->front() == ring->back()) ring->pop_back();
      if (ring->size() < 3) {
        if (area.empty()) return {};  // no outer ring, no area
        continue;
      }
      turn(*ring, area.empty());
      area.push_back(std::move(*ring));
    }
    if (!area.empty()) areas_.push_back(std::move(area));
    return {};
  }

  const Projection& projection_;
  std::vector<Position> points_;
  std::vector<Line> lines_;
  std::vector<Polygon> areas_;
};

std::string wktOf(const std::vector<Position>& positions, bool closed) {
  std::string out = "(";
  const std::size_t count = positions.size() + (closed ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Position& at = positions[i % positions.size()];
    std::array<char, 64> text{};
    const int n = std::snprintf(text.data(), text.size(), "%.7f %.7f", at.lonDeg(), at.latDeg());
    out += (i ? "," : "") + std::string(text.data(), static_cast<std::size_t>(n));
  }
  return out + ")";
}

std::string wktOf(const Polygon& area) {
  std::string out = "(";
  for (const Ring& ring : area) out += (out.size() > 1 ? "," : "") + wktOf(ring, true);
  return out + ")";
}

template <class Parts, class Write>
std::string joined(const Parts& parts, Write write) {
  std::string out = "(";
  for (const auto& part : parts) out += (out.size() > 1 ? "," : "") + write(part);
  return out + ")";
}

}  // namespace

Result<ConvertedShape> shapeOf(const OGRGeometry& geometry, const Projection& projection) {
  ShapeBuilder builder(projection);
  if (auto added = builder.add(geometry); !added) return failure(added.error());
  return builder.take();
}

Result<ConvertedShape> shapeOfWkt(const std::string& wkt, const Projection& projection) {
  GdalSession session;
  OGRGeometry* parsed = nullptr;
  const OGRErr status = OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &parsed);
  const std::unique_ptr<OGRGeometry> geometry(parsed);
  if (status != OGRERR_NONE || !geometry)
    return failure(ErrorCode::invalid, {"this is not a geometry", "这不是几何文本（WKT）"},
                   {"write POINT (116.63 40.31) or POLYGON ((…))", "请写 POINT (116.63 40.31) 或 POLYGON ((…))"});
  return shapeOf(*geometry, projection);
}

std::string wktOf(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::point:
      if (shape.points.size() == 1) return "POINT " + wktOf(shape.points, false);
      if (!shape.points.empty()) return "MULTIPOINT " + wktOf(shape.points, false);
      break;
    case ShapeKind::line:
      if (shape.lines.size() == 1) return "LINESTRING " + wktOf(shape.lines[0], false);
      if (!shape.lines.empty())
        return "MULTILINESTRING " + joined(shape.lines, [](const Line& line) { return wktOf(line, false); });
      break;
    case ShapeKind::area:
      if (shape.areas.size() == 1) return "POLYGON " + wktOf(shape.areas[0]);
      if (!shape.areas.empty())
        return "MULTIPOLYGON " + joined(shape.areas, [](const Polygon& area) { return wktOf(area); });
      break;
  }
  return {};
}

}  // namespace fengsui
