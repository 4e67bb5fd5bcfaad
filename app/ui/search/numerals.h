// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fengsui {

/// A number at the beginning of a text.
struct Numeral {
  std::int64_t value = 0;
  std::size_t size = 0;  ///< letters of the text that are the number
  bool inWords = false;  ///< Chinese or English words, not digits
};

/// Reads "120", "１２", "二十三", "一百二", "两", "十几" (as ten), "3百", "three", "twenty-one", "a dozen".
///
/// Thread: any; pure. @param text lower case. @return nothing where no number of at most nine digits begins.
[[nodiscard]] std::optional<Numeral> numeralIn(std::u32string_view text);

}  // namespace fengsui
