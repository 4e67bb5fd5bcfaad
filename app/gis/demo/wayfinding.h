// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "gis/demo/ground.h"

namespace fengsui::demo {

/// What a step over a cell costs, as a multiple of its length; not to be entered where 0.
using StepCost = Raster<float>;

/// Finds cheapest ways over a grid again and again.
class Wayfinder {
 public:
  /// @param heightsM of the same grid; steep steps cost more. Nothing: only the cells count.
  Wayfinder(const StepCost& cost, const Raster<float>* heightsM, double steepness);
  /// From @p from to the nearest cell for which @p arrived holds; empty where there is none.
  [[nodiscard]] std::vector<std::uint32_t> nearest(std::uint32_t from,
                                                   const std::function<bool(std::uint32_t)>& arrived,
                                                   double mostCost = 1e12);
  /// The cost to every cell from the cheapest of @p from, and which of them that is.
  void spread(const std::vector<std::uint32_t>& from, Raster<float>& costs, Raster<std::int32_t>& whose);

 private:
  [[nodiscard]] double step(std::uint32_t from, std::uint32_t to, double length) const;

  const StepCost& cost_;
  const Raster<float>* heightsM_;
  double steepness_;
  std::vector<float> best_;
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> stamp_;
  std::uint32_t round_ = 0;
};

}  // namespace fengsui::demo
