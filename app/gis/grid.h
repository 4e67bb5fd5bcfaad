// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "gis/table.h"

namespace fengsui {

struct GridRow {
  int number = 0;  ///< 1-based, as the spreadsheet shows it
  std::vector<std::string> cells;
};

/// Cells shown as one. Rows by number, columns from 0; both ends included.
struct Merge {
  int firstRow = 0;
  int lastRow = 0;
  std::size_t firstColumn = 0;
  std::size_t lastColumn = 0;
};

/// A sheet as it lies there: cells by row and column, not yet header and rows. Rows ascend; empty ones may be missing.
struct Grid {
  std::string name;
  std::vector<GridRow> rows;
  std::vector<Merge> merges;
  bool hidden = false;
  std::vector<Text> notes;
};

/// Finds the header (below titles, over several rows, with merged cells) and the rows under it.
///
/// Thread: any; pure.
/// Errors: Error::invalid when there is nothing in it, or a header and nothing under it.
/// Left out, and counted in the notes with row numbers: title and form lines, section headings, blank rows, rows that only
/// hold a serial number, totals, footnotes, repeated headers.
[[nodiscard]] Result<Table> tableOf(const Grid& grid);

/// The table of the sheet with most content, or of the one named; the others are named in the notes.
[[nodiscard]] Result<Table> tableOf(const std::vector<Grid>& sheets, const std::string& chosen);

}  // namespace fengsui
