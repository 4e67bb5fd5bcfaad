// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fengsui {

/// What office software does to the text of a cell, undone.
///
/// Thread: any; pure. All text is UTF-8; invalid bytes pass through unchanged.

/// Without white space around it: blanks, tabs, full-width spaces, no-break spaces, byte-order marks.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Full-width forms as their ASCII twins: "１２，３" becomes "12,3", "：" becomes ":". For reading values, not for keeping.
[[nodiscard]] std::string folded(std::string_view text);

/// Folded, lower-case, without any white space: two headings that a person would call the same compare equal.
[[nodiscard]] std::string compact(std::string_view text);

/// A heading on one line: "联 系 人" becomes "联系人", a line break inside it disappears, English words keep one blank.
[[nodiscard]] std::string headingOf(std::string_view text);

/// The number in the text when the whole (folded) text is one; grouping commas and a sign are understood.
[[nodiscard]] std::optional<double> numberIn(std::string_view text);

/// As a person would write it: no exponent for whole numbers, no noise in the last binary digits.
[[nodiscard]] std::string numberText(double value, int significantDigits = 17);

/// "3, 7–9, 12"
[[nodiscard]] std::string rowList(const std::vector<int>& rows);

/// Splits into characters; a broken byte is a character of its own.
[[nodiscard]] std::vector<std::string_view> characters(std::string_view text);

[[nodiscard]] bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> words);

/// The text without a character that was cut in half at its end.
[[nodiscard]] std::string_view withoutCutCharacter(std::string_view text);

}  // namespace fengsui
