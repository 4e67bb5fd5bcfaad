// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace fengsui {

/// How a spreadsheet shows a number.
struct NumberFormat {
  bool date = false;
  bool time = false;
  int leadingZeros = 0;  ///< "000": at least so many digits
};

/// @p code is a format code as stored ("yyyy\-mm\-dd"); Source: ECMA-376 part 1, 18.8.31.
[[nodiscard]] NumberFormat numberFormatOf(std::string_view code);
/// One of the formats that every spreadsheet knows by number; Source: ECMA-376 part 1, 18.8.30.
[[nodiscard]] NumberFormat builtInFormat(int id);

/// The number as a person reads it; dates as "2026-07-20", "2026-07-20 21:40", times of day as "21:40".
/// @p since1904: the workbook counts its days from 1904.
[[nodiscard]] std::string shownNumber(double value, NumberFormat format, bool since1904);

}  // namespace fengsui
