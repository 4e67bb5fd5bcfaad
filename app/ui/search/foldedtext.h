// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fengsui {

/// One letter of a text as it is compared: without case, accent or width, and where it stands in the text.
struct FoldedLetter {
  char32_t letter = 0;
  bool startsWord = false;  ///< every Chinese character does; of other scripts the first letter of a word or number
  std::size_t at = 0;       ///< in bytes
  std::size_t size = 0;     ///< in bytes
};

/// The letters and digits of a text, folded; spaces and punctuation are left out and only end words.
///
/// Thread: any; pure. Broken UTF-8 counts as punctuation.
[[nodiscard]] std::vector<FoldedLetter> foldedLetters(std::string_view utf8);

/// One letter folded: "É" and "ｅ" are "e". Nothing for what is neither letter nor digit: 0.
[[nodiscard]] char32_t folded(char32_t letter);

[[nodiscard]] std::u32string decoded(std::string_view utf8);
[[nodiscard]] std::string encoded(std::u32string_view letters);

[[nodiscard]] constexpr bool isHan(char32_t letter) {
  return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}
[[nodiscard]] constexpr bool isLatin(char32_t letter) {
  return letter >= U'a' && letter <= U'z';
}
[[nodiscard]] constexpr bool isDigit(char32_t letter) {
  return letter >= U'0' && letter <= U'9';
}

}  // namespace fengsui
