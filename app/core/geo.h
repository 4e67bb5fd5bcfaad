// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// A place on the earth. WGS 84 (EPSG:4326), integers of 1e-7 degree: the same bytes on every machine.
struct Position {
  std::int32_t lonE7 = 0;
  std::int32_t latE7 = 0;

  auto operator<=>(const Position&) const = default;
  [[nodiscard]] double lonDeg() const { return lonE7 * 1e-7; }
  [[nodiscard]] double latDeg() const { return latE7 * 1e-7; }

  /// Rounds to the nearest step. @return nothing outside ±180, ±90 or for what is not a number.
  [[nodiscard]] static std::optional<Position> ofDegrees(double lonDeg, double latDeg);
  /// "116.63180,40.31620": longitude first, as in every file of the product.
  [[nodiscard]] static Result<Position> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
};

using Line = std::vector<Position>;
/// A closed ring: the first position is not repeated at the end.
using Ring = std::vector<Position>;
/// The outer ring first, then the holes.
using Polygon = std::vector<Ring>;

enum class ShapeKind { point, line, area };

/// The extent of a thing: points, lines or areas, never mixed.
struct Shape {
  ShapeKind kind = ShapeKind::point;
  std::vector<Position> points;
  std::vector<Line> lines;
  std::vector<Polygon> areas;

  bool operator==(const Shape&) const = default;
  [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && areas.empty(); }
  [[nodiscard]] static Shape at(Position where) { return {ShapeKind::point, {where}, {}, {}}; }
};

/// A position that stands for the shape: the point, the middle vertex of the line, a position inside the largest area.
[[nodiscard]] std::optional<Position> anchorOf(const Shape& shape);

/// Great-circle distance on the mean sphere (R = 6,371,008.8 m); within 0.6 % of the geodesic.
[[nodiscard]] double distanceM(Position a, Position b);

}  // namespace fengsui
