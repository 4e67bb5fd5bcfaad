// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gis/rowfields.h"

namespace fengsui {

/// Rows that each hold one item of a depot, as one row per depot.
///
/// Thread: any; pure. Rows with the same name, town and code are one depot. A code that is different in every row counts
/// the items, not the depots; it is left out, and noted.
/// Errors in the rows: an item that stands twice, rows of one depot that contradict each other.
[[nodiscard]] std::vector<RowFields> foldDepots(std::vector<RowFields> rows, std::vector<Text>& notes);

}  // namespace fengsui
