// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace fengsui {

/// Where the boxes of one phase stand: columns from left to right, rows from top to bottom. An arrow joins boxes of
/// neighbouring columns; what waits for something farther away says its number instead, so that no line runs through
/// a box.
struct ChartLayout {
  struct Box {
    std::size_t item = 0;
    int row = 0;
    int column = 0;
    std::vector<std::size_t> waitsFor;  ///< without an arrow: items said by number
  };
  std::vector<Box> boxes;
  std::vector<std::pair<std::size_t, std::size_t>> arrows;  ///< indices of boxes: from, to
  int rows = 0;
};

/// @p items of one phase in their order; @p after for each item of the plan those it waits for; cycles lose an arrow
/// and keep their numbers. Rows after which a page may break are those that no arrow crosses.
[[nodiscard]] ChartLayout layOutPhase(const std::vector<std::size_t>& items,
                                      const std::vector<std::vector<std::size_t>>& after, int columns);

/// The rows that begin a group which no arrow leaves: 0 first.
[[nodiscard]] std::vector<int> groupStarts(const ChartLayout& layout);

}  // namespace fengsui
