// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "gis/raster.h"

namespace fengsui::flood {

/// Where water goes on the cells of a raster.
///
/// From cell to cell through their sides, never across a corner, as the solver's water does: a valley that runs
/// diagonally is a chain of pits to it. Water leaves at the edge of the raster and beside cells without ground.
/// Thread: one at a time; pure. Source: priority flood (Barnes, Lehman & Mulla 2014).
class Waterways {
 public:
  /// When stopped it knows the ways of some cells only.
  explicit Waterways(const Raster& ground, const std::stop_token& stop = {});

  /// Where the water goes on from a cell when it rises until it finds a way out; -1 where it leaves.
  [[nodiscard]] std::int32_t next(std::int32_t cell) const { return next_[static_cast<std::size_t>(cell)]; }
  /// The cells with ground, every one after the one that its water goes to.
  [[nodiscard]] const std::vector<std::int32_t>& upwards() const { return upwards_; }
  /// How many cells drain through each, itself among them.
  [[nodiscard]] std::vector<std::int32_t> drained() const;

 private:
  std::vector<std::int32_t> next_;
  std::vector<std::int32_t> upwards_;
};

/// Calls for the cells at the sides of one.
template <class Take>
void besideCell(const Raster& ground, std::int32_t cell, Take take) {
  const int i = cell % ground.columns, j = cell / ground.columns;
  if (j > 0) take(cell - ground.columns);
  if (i > 0) take(cell - 1);
  if (i + 1 < ground.columns) take(cell + 1);
  if (j + 1 < ground.rows) take(cell + ground.columns);
}

/// Whether water leaves the raster there.
[[nodiscard]] bool isOutlet(const Raster& ground, std::int32_t cell);

}  // namespace fengsui::flood
