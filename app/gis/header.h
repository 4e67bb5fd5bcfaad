// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "gis/grid.h"

namespace fengsui {

/// Where the header of a sheet is, and the name of each column.
struct Header {
  std::size_t firstRow = 0;  ///< index into Grid::rows
  std::size_t rowsBelow = 0;  ///< index of the first row that is not header; equals firstRow when there is no header
  std::vector<std::string> names;  ///< one per column of the sheet; empty where nothing stands over the column
  bool found = true;  ///< false: the rows begin at once, the columns are named by their letters
};

/// Thread: any; pure. @p grid has trimmed cells and at least one that is not empty.
[[nodiscard]] Header findHeader(const Grid& grid);

/// "A", "B", … "AA", as spreadsheets name columns.
[[nodiscard]] std::string columnLetters(std::size_t column);

/// "填报单位：示范区应急局": a form line, not a header and not a row.
[[nodiscard]] bool isLabelled(std::string_view cell);

}  // namespace fengsui
