// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstlook.h"

#include <algorithm>
#include <cmath>

#include "waterways.h"

namespace fengsui::flood {

std::vector<float> depthByStreamRise(const Raster& ground, double riseM, double streamKm2) {
  const Waterways water(ground);
  const std::vector<std::int32_t> drained = water.drained();
  const double stream = streamKm2 * 1e6 / (ground.cellWidth * ground.cellHeight);
  std::vector<float> depth(ground.values.size(), 0);
  // The height of the stream that each cell drains to; not-a-number where it leaves the raster before.
  std::vector<double> bed(ground.values.size(), std::nan(""));
  for (const std::int32_t cell : water.upwards()) {
    const auto at = static_cast<std::size_t>(cell);
    if (drained[at] >= stream)
      bed[at] = ground.values[at];
    else if (const std::int32_t on = water.next(cell); on >= 0)
      bed[at] = bed[static_cast<std::size_t>(on)];
    const double above = ground.values[at] - bed[at];
    if (above < riseM) depth[at] = static_cast<float>(riseM - std::max(0.0, above));
  }
  return depth;
}

std::vector<float> depthByLevel(const Raster& ground, double levelM, const std::vector<std::int32_t>& from) {
  std::vector<float> depth(ground.values.size(), 0);
  std::vector<std::int32_t> todo;
  const auto take = [&](std::int32_t cell) {
    const auto at = static_cast<std::size_t>(cell);
    // Not-a-number is lower than nothing.
    if (depth[at] > 0 || !(ground.values[at] < levelM)) return;
    depth[at] = static_cast<float>(levelM - ground.values[at]);
    todo.push_back(cell);
  };
  for (const std::int32_t cell : from)
    if (cell >= 0 && cell < static_cast<std::int32_t>(depth.size())) take(cell);
  while (!todo.empty()) {
    const std::int32_t cell = todo.back();
    todo.pop_back();
    besideCell(ground, cell, take);
  }
  return depth;
}

}  // namespace fengsui::flood
