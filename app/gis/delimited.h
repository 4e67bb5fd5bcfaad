// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "gis/grid.h"

namespace fengsui {

/// Cells of comma, semicolon, tab or bar separated text; the separator is found, or named by a first line "sep=;".
///
/// Thread: any; pure. @p utf8 is text already decoded.
/// Rows are numbered as a spreadsheet would: a quoted cell with line breaks is one row.
/// Errors: Error::unreadable with the row whose quotation mark is never closed.
[[nodiscard]] Result<Grid> readDelimited(std::string_view utf8);

}  // namespace fengsui
