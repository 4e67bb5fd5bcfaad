// SPDX-License-Identifier: GPL-3.0-or-later
#include "section.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace fengsui::flood {

std::vector<SectionFace> facesAlong(const GridShape& shape, std::pair<double, double> from,
                                    std::pair<double, double> to) {
  const auto corner = [](double at, int most) { return std::clamp(static_cast<int>(std::lround(at)), 0, most); };
  int x = corner(from.first, shape.columns), y = corner(from.second, shape.rows);
  const int endX = corner(to.first, shape.columns), endY = corner(to.second, shape.rows);
  const int stepX = endX > x ? 1 : -1, stepY = endY > y ? 1 : -1;
  const long wide = std::abs(endX - x), high = std::abs(endY - y);
  std::vector<SectionFace> out;
  long goneX = 0, goneY = 0;
  while (x != endX || y != endY) {
    // Along whichever direction is further behind the straight line.
    const bool across = y == endY || (x != endX && (2 * goneX + 1) * high <= (2 * goneY + 1) * wide);
    if (across) {
      // Going east, the right side is south; flow to the south counts.
      const int column = stepX > 0 ? x : x - 1;
      out.push_back({column, y - 1, false, stepX});
      x += stepX;
      ++goneX;
    } else {
      // Going south, the right side is west; flow to the east counts against it.
      const int row = stepY > 0 ? y : y - 1;
      out.push_back({x - 1, row, true, -stepY});
      y += stepY;
      ++goneY;
    }
  }
  return out;
}

}  // namespace fengsui::flood
