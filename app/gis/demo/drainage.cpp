// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/drainage.h"

#include <algorithm>
#include <queue>

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

template <class Height>
void fill(Raster<Height>& heights, Height step) {
  using Entry = std::pair<Height, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  std::vector<std::uint32_t> hollow;  // cells below their way out are handled at once, lowest way out first
  std::vector<bool> seen(heights.cells.size(), false);
  for (int col = 0; col < heights.frame.cols; ++col) {
    const std::size_t cell = heights.index(col, 0);
    seen[cell] = true;
    open.emplace(heights.cells[cell], static_cast<std::uint32_t>(cell));
  }
  std::size_t done = 0;
  while (!open.empty() || done < hollow.size()) {
    std::uint32_t cell = 0;
    if (done < hollow.size()) {
      cell = hollow[done++];
      if (done == hollow.size()) {
        hollow.clear();
        done = 0;
      }
    } else {
      cell = open.top().second;
      open.pop();
    }
    const Height lowest = heights.cells[cell] + step;
    for (const Neighbour& n : kNeighbours) {
      const int col = heights.col(cell) + n.col, row = heights.row(cell) + n.row;
      if (!heights.frame.holds(col, row)) continue;
      const std::size_t next = heights.index(col, row);
      if (seen[next]) continue;
      seen[next] = true;
      if (heights.cells[next] <= lowest) {
        heights.cells[next] = lowest;
        hollow.push_back(static_cast<std::uint32_t>(next));
      } else {
        open.emplace(heights.cells[next], static_cast<std::uint32_t>(next));
      }
    }
  }
}

template <class Height>
Drainage follow(const Raster<Height>& heights, std::uint64_t wander) {
  Drainage out{Raster<std::uint32_t>(heights.frame, kOut), {}, Raster<float>(heights.frame)};
  const std::size_t count = heights.cells.size();
  std::vector<std::uint8_t> donors(count, 0);
  for (std::size_t cell = 0; cell < count; ++cell) {
    const int col = heights.col(cell), row = heights.row(cell);
    if (row == 0) continue;
    double steepest = 0;
    for (const Neighbour& n : kNeighbours) {
      if (!heights.frame.holds(col + n.col, row + n.row)) continue;
      const std::size_t next = heights.index(col + n.col, row + n.row);
      double down = (static_cast<double>(heights.cells[cell]) - static_cast<double>(heights.cells[next])) / n.length;
      if (wander != 0) down *= 0.6 + 0.8 * static_cast<double>(mixed(wander ^ (cell * 8 + next)) >> 11) * 0x1p-53;
      if (down <= steepest) continue;
      steepest = down;
      out.into.cells[cell] = static_cast<std::uint32_t>(next);
    }
    if (out.into.cells[cell] != kOut) ++donors[out.into.cells[cell]];
  }
  // From the springs down; turned round at the end.
  out.order.reserve(count);
  for (std::size_t cell = 0; cell < count; ++cell)
    if (donors[cell] == 0) out.order.push_back(static_cast<std::uint32_t>(cell));
  const auto cellM2 = static_cast<float>(heights.frame.cellM * heights.frame.cellM);
  std::fill(out.areaM2.cells.begin(), out.areaM2.cells.end(), cellM2);
  for (std::size_t i = 0; i < out.order.size(); ++i) {
    const std::uint32_t cell = out.order[i], next = out.into.cells[cell];
    if (next == kOut) continue;
    out.areaM2.cells[next] += out.areaM2.cells[cell];
    if (--donors[next] == 0) out.order.push_back(next);
  }
  std::reverse(out.order.begin(), out.order.end());
  return out;
}

}  // namespace

void fillHollows(Raster<float>& heights, float step) {
  fill(heights, step);
}
void fillHollows(Raster<std::int32_t>& heights, std::int32_t step) {
  fill(heights, step);
}
Drainage drain(const Raster<float>& heights, std::uint64_t wander) {
  return follow(heights, wander);
}
Drainage drain(const Raster<std::int32_t>& heights, std::uint64_t wander) {
  return follow(heights, wander);
}

}  // namespace fengsui::demo
