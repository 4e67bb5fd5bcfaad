// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "gis/table.h"

namespace fengsui {

/// What somebody writes into a cell instead of what the file says.
struct CellEdit {
  int row = 0;         ///< Row::number
  std::string column;  ///< Column::name
  std::string text;

  bool operator==(const CellEdit&) const = default;
};

/// The table with other text in some cells, and the places that stand in cells read anew: as readTable would have read
/// the file with these cells. Of the options crs and placeColumns count. Edits of rows or columns that are not there
/// are left out; of two edits of one cell the later one counts.
///
/// Thread: any; pure. Places that a file keeps apart from its cells (features) stay as they are.
/// Errors: as withPlaces.
[[nodiscard]] Result<Table> withCells(Table table, const std::vector<CellEdit>& edits, const ReadOptions& options);

/// The same without looking at places.
[[nodiscard]] Table withTexts(Table table, const std::vector<CellEdit>& edits);

/// The table with the columns of its place as plain data, and no row anywhere. Places of features stay.
[[nodiscard]] Table withoutPlaces(Table table);

}  // namespace fengsui
