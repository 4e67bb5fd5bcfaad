// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/foldedtext.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace fengsui {
namespace {

char32_t foldedSlowly(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normal = icu::Normalizer2::getNFKDInstance(status);
  const auto code = static_cast<UChar32>(letter);
  icu::UnicodeString parts(code);
  if (U_SUCCESS(status)) parts = normal->normalize(icu::UnicodeString(code), status);
  const UChar32 base = u_tolower(parts.isEmpty() ? code : parts.char32At(0));
  return u_isalnum(base) ? static_cast<char32_t>(base) : 0;
}

// The next letter of the text, or a negative number for broken bytes.
UChar32 next(std::string_view utf8, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 letter = 0;
  U8_NEXT(utf8.data(), i, static_cast<std::int32_t>(utf8.size()), letter);
  at = static_cast<std::size_t>(i);
  return letter;
}

}  // namespace

char32_t folded(char32_t letter) {
  if (letter < 0x80) {
    if (letter >= U'A' && letter <= U'Z') return letter + 32;
    return isLatin(letter) || isDigit(letter) ? letter : 0;
  }
  return isHan(letter) ? letter : foldedSlowly(letter);
}

std::vector<FoldedLetter> foldedLetters(std::string_view utf8) {
  enum class Before { nothing, letter, digit };
  std::vector<FoldedLetter> letters;
  letters.reserve(utf8.size() / 2);
  Before before = Before::nothing;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const UChar32 code = next(utf8, at);
    const char32_t letter = code < 0 ? 0 : folded(static_cast<char32_t>(code));
    if (letter == 0) {
      // An accent of its own belongs to the letter before it, and an apostrophe does not end a name.
      const bool inside = code == U'\'' || code == 0x2019 || (code > 0 && u_charType(code) == U_NON_SPACING_MARK);
      if (!inside) before = Before::nothing;
      continue;
    }
    const bool han = isHan(letter);
    const Before kind = han ? Before::nothing : u_isdigit(code) ? Before::digit : Before::letter;
    letters.push_back({letter, han || before != kind, begin, at - begin});
    before = kind;
  }
  return letters;
}

std::u32string decoded(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 code = next(utf8, at);
    letters.push_back(code < 0 ? U'\uFFFD' : static_cast<char32_t>(code));
  }
  return letters;
}

std::string encoded(std::u32string_view letters) {
  std::string utf8;
  for (const char32_t letter : letters) {
    char bytes[4];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(letter));
    utf8.append(bytes, static_cast<std::size_t>(size));
  }
  return utf8;
}

}  // namespace fengsui
