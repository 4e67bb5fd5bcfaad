// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "sdk/hazardframes.h"
#include "ui/canvas/viewport.h"

// A flood that comes down a winding valley, as frames; no model, but it looks and compresses like one.

namespace fengsui {

/// @p columns × @p rows cells around @p centre.
inline FramesHeader valleyHeader(Position centre, int columns, int rows, double cellM, Instant start) {
  const QPointF middle = mercatorOf(centre);
  FramesHeader header;
  header.layer = {"depth",
                  "water depth",
                  "水深",
                  "m",
                  0.01,
                  "water",
                  {{0.05, "#9ecae1ff", "wet", "积水"},
                   {0.27, "#4292c6ff", "close to traffic", "封闭道路"},
                   {1.5, "#08519cff", "over a person's reach", "没顶危险"}}};
  header.grid = {columns, rows, middle.x() - columns * cellM / 2, middle.y() + rows * cellM / 2, cellM};
  header.start = start;
  header.made = "valley 1";
  header.en = "Drawn for a test; trust nothing of it.";
  header.zh = "测试数据，不可采信。";
  return header;
}

/// @p share: how far the flood has got, 0 to 1.
inline FrameCounts valleyCounts(const FrameGrid& grid, double share) {
  FrameCounts counts(grid.cells());
  std::size_t i = 0;
  for (int row = 0; row < grid.rows; ++row) {
    const double down = static_cast<double>(row) / grid.rows;
    const double middle = grid.columns * (0.5 + 0.25 * std::sin(6 * down) + 0.05 * std::sin(31 * down));
    const double level = 4.0 * std::clamp(2 * share - down, 0.0, 1.0);
    for (int column = 0; column < grid.columns; ++column, ++i) {
      const double aside = std::abs(column - middle) / grid.columns;
      const double ground = 40 * aside + 0.4 * std::sin(0.11 * row) * std::sin(0.13 * column);
      counts[i] = static_cast<std::uint16_t>(std::clamp((level - ground) * 100, 0.0, 65'535.0));
    }
  }
  return counts;
}

}  // namespace fengsui
