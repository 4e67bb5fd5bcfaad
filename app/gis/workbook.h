// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/grid.h"

namespace fengsui {

/// All sheets of an .xlsx file as they lie there, with merged cells. Dates become "2026-07-20" or "2026-07-20 21:40",
/// numbers are written without exponent, an error in a cell (#N/A) is left empty and noted.
///
/// Thread: any; pure but for scratch memory.
/// Errors: Error::unreadable for a file that is cut off, damaged, encrypted or too large (five million cells).
/// Source: ECMA-376 part 1, SpreadsheetML (18.2–18.8).
[[nodiscard]] Result<std::vector<Grid>> readWorkbook(std::string_view bytes);

}  // namespace fengsui
