// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "gis/demo/curve.h"
#include "gis/demo/drainage.h"
#include "gis/demo/relief.h"

namespace fengsui::demo {

/// A made-up name.
struct Name {
  std::string zh;
  std::string en;
  bool operator==(const Name&) const = default;
};

/// A stretch of a river between two confluences, downstream.
struct Reach {
  Line course;
  double areaKm2 = 0;  ///< what it drains
  [[nodiscard]] double widthM() const;
};

struct River {
  Name name;  ///< empty for a brook
  std::vector<Reach> reaches;
  double areaKm2 = 0;
  [[nodiscard]] Line course() const;
};

struct Reservoir {
  Name name;
  std::vector<Area> surface;
  Line dam;
  Point at;  ///< on the water, near the dam
  double levelM = 0;
  double areaKm2 = 0;
  bool large = false;
};

struct Canal {
  Name name;
  Line course;
  double widthM = 14;
};

enum class Water : std::uint8_t { none, stream, river, lake };

/// Relief and water: what everything else stands on.
struct Ground {
  Wish wish;
  Raster<std::int32_t> heightsCm;
  Drainage drainage;
  Raster<std::uint8_t> water;  ///< Water
  std::vector<River> rivers;   ///< the largest first
  std::vector<Reservoir> reservoirs;
  std::vector<Canal> canals;

  [[nodiscard]] const Frame& frame() const { return heightsCm.frame; }
  [[nodiscard]] double heightM(Point at) const;
  [[nodiscard]] double slope(Point at) const;  ///< rise per run
  /// A river or a lake; a brook is stepped over.
  [[nodiscard]] bool isWet(Point at) const { return water.under(at) >= static_cast<std::uint8_t>(Water::river); }
};

[[nodiscard]] Ground makeGround(const Wish& wish);

}  // namespace fengsui::demo
