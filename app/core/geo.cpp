// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace fengsui {
namespace {

double signedArea(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Position& a = ring[i];
    const Position& b = ring[(i + 1) % ring.size()];
    sum += a.lonDeg() * b.latDeg() - b.lonDeg() * a.latDeg();
  }
  return sum / 2;
}

// The middle of the widest stretch of the area on the horizontal through the middle of its box: always inside,
// also where the centroid is not (a horseshoe, a ring).
std::optional<Position> insideOf(const Polygon& area) {
  if (area.empty() || area[0].empty()) return std::nullopt;
  auto [low, high] =
      std::minmax_element(area[0].begin(), area[0].end(), [](Position a, Position b) { return a.latE7 < b.latE7; });
  const double lat = (static_cast<double>(low->latE7) + high->latE7) / 2 + 0.5;
  std::vector<double> crossings;
  for (const Ring& ring : area) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Position& a = ring[i];
      const Position& b = ring[(i + 1) % ring.size()];
      if ((a.latE7 < lat) == (b.latE7 < lat)) continue;
      crossings.push_back(a.lonE7 + (lat - a.latE7) / (static_cast<double>(b.latE7) - a.latE7) *
                                        (static_cast<double>(b.lonE7) - a.lonE7));
    }
  }
  std::sort(crossings.begin(), crossings.end());
  double best = -1;
  double lon = area[0][0].lonE7;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] > best) {
      best = crossings[i + 1] - crossings[i];
      lon = (crossings[i] + crossings[i + 1]) / 2;
    }
  }
  if (best < 0) return area[0][0];
  return Position{static_cast<std::int32_t>(std::lround(lon)), static_cast<std::int32_t>(std::lround(lat - 0.5))};
}

}  // namespace

std::optional<Position> Position::ofDegrees(double lonDeg, double latDeg) {
  if (!(std::abs(lonDeg) <= 180) || !(std::abs(latDeg) <= 90)) return std::nullopt;
  return Position{static_cast<std::int32_t>(std::llround(lonDeg * 1e7)),
                  static_cast<std::int32_t>(std::llround(latDeg * 1e7))};
}

Result<Position> Position::parse(std::string_view text) {
  const auto wrong = [&] {
    return failure(
        ErrorCode::invalid, {"\"" + std::string(text) + "\" is not a place", "“" + std::string(text) + "”不是坐标"},
        {"write longitude,latitude in degrees: 116.63180,40.31620", "请写 经度,纬度（度）：116.63180,40.31620"});
  };
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return wrong();
  std::array<double, 2> degrees{};
  const std::array<std::string_view, 2> parts{text.substr(0, comma), text.substr(comma + 1)};
  for (std::size_t i = 0; i < 2; ++i) {
    std::string_view part = parts[i];
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    const auto [end, status] = std::from_chars(part.data(), part.data() + part.size(), degrees[i]);
    if (status != std::errc{} || end != part.data() + part.size()) return wrong();
  }
  if (const auto position = ofDegrees(degrees[0], degrees[1])) return *position;
  return wrong();
}

std::string Position::text() const {
  std::array<char, 64> out{};
  const int n = std::snprintf(out.data(), out.size(), "%.5f,%.5f", lonDeg(), latDeg());
  return {out.data(), static_cast<std::size_t>(n)};
}

std::optional<Position> anchorOf(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::point:
      if (!shape.points.empty()) return shape.points.front();
      break;
    case ShapeKind::line:
      if (!shape.lines.empty() && !shape.lines.front().empty())
        return shape.lines.front()[shape.lines.front().size() / 2];
      break;
    case ShapeKind::area: {
      const Polygon* largest = nullptr;
      double best = -1;
      for (const Polygon& area : shape.areas) {
        if (area.empty()) continue;
        if (const double size = std::abs(signedArea(area[0])); size > best) best = size, largest = &area;
      }
      if (largest) return insideOf(*largest);
      break;
    }
  }
  return std::nullopt;
}

double distanceM(Position a, Position b) {
  constexpr double radiusM = 6371008.8;
  constexpr double rad = 3.14159265358979323846 / 180;
  const double lat1 = a.latDeg() * rad;
  const double lat2 = b.latDeg() * rad;
  const double sLat = std::sin((lat2 - lat1) / 2);
  const double sLon = std::sin((b.lonDeg() - a.lonDeg()) * rad / 2);
  return 2 * radiusM * std::asin(std::min(1.0, std::sqrt(sLat * sLat + std::cos(lat1) * std::cos(lat2) * sLon * sLon)));
}

}  // namespace fengsui
