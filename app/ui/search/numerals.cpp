// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/numerals.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

constexpr std::size_t kMostDigits = 9;

std::optional<int> digitOf(char32_t letter) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (letter == U'〇') return 0;
  if (letter == U'两') return 2;
  if (const auto at = kDigits.find(letter); at != std::u32string_view::npos) return static_cast<int>(at);
  return std::nullopt;
}

std::int64_t unitOf(char32_t letter) {
  switch (letter) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return 10'000;
    default:
      return 0;
  }
}

std::optional<Numeral> inDigits(std::u32string_view text) {
  Numeral numeral;
  while (numeral.size < text.size()) {
    const char32_t digit = folded(text[numeral.size]);
    if (!isDigit(digit)) break;
    if (numeral.size == kMostDigits) return std::nullopt;
    numeral.value = numeral.value * 10 + (digit - U'0');
    ++numeral.size;
  }
  if (numeral.size == 0) return std::nullopt;
  // "3百", "1万".
  if (numeral.size < text.size() && unitOf(text[numeral.size]) > 10 && numeral.value < 10'000)
    numeral.value *= unitOf(text[numeral.size++]);
  return numeral;
}

std::optional<Numeral> inChinese(std::u32string_view text) {
  Numeral numeral;
  numeral.inWords = true;
  if (!text.empty() && (text.front() == U'俩' || text.front() == U'仨'))
    return Numeral{text.front() == U'俩' ? 2 : 3, 1, true};
  std::int64_t sum = 0;
  std::int64_t section = 0;
  std::int64_t lastUnit = 0;
  std::optional<std::int64_t> digit;
  std::size_t at = 0;
  for (; at < text.size() && at < kMostDigits; ++at) {
    if (const auto one = digitOf(text[at])) {
      if (digit && *digit != 0) break;  // "三五" is no number
      digit = *one;
    } else if (const std::int64_t unit = unitOf(text[at]); unit == 10'000 && (section > 0 || digit)) {
      sum = (section + digit.value_or(0)) * unit;
      section = 0;
      digit.reset();
      lastUnit = unit;
    } else if (unit > 0 && unit < 10'000) {
      section += digit.value_or(1) * unit;
      digit.reset();
      lastUnit = unit;
    } else {
      break;
    }
  }
  if (at == 0) return std::nullopt;
  // "一百二" is 120, "一百零二" 102.
  if (digit)
    section += lastUnit > 10 && text[at - 2] != U'零' && unitOf(text[at - 2]) ? *digit * lastUnit / 10 : *digit;
  numeral.value = sum + section;
  numeral.size = at;
  return numeral;
}

std::optional<Numeral> inEnglish(std::u32string_view text) {
  using Word = std::pair<std::u32string_view, int>;
  constexpr std::array<Word, 31> kWords{
      {{U"zero", 0},       {U"one", 1},       {U"two", 2},       {U"three", 3},    {U"four", 4},     {U"five", 5},
       {U"six", 6},        {U"seven", 7},     {U"eight", 8},     {U"nine", 9},     {U"ten", 10},     {U"eleven", 11},
       {U"twelve", 12},    {U"thirteen", 13}, {U"fourteen", 14}, {U"fifteen", 15}, {U"sixteen", 16}, {U"seventeen", 17},
       {U"eighteen", 18},  {U"nineteen", 19}, {U"twenty", 20},   {U"thirty", 30},  {U"forty", 40},   {U"fifty", 50},
       {U"sixty", 60},     {U"seventy", 70},  {U"eighty", 80},   {U"ninety", 90},  {U"a dozen", 12}, {U"dozen", 12},
       {U"a hundred", 100}}};
  const auto wordAt = [&](std::size_t from) -> const Word* {
    for (const Word& word : kWords) {
      if (!text.substr(from).starts_with(word.first)) continue;
      const std::size_t end = from + word.first.size();
      if (end == text.size() || !isLatin(text[end])) return &word;
    }
    return nullptr;
  };
  const Word* first = wordAt(0);
  if (!first) return std::nullopt;
  Numeral numeral{first->second, first->first.size(), true};
  if (numeral.value >= 20 && numeral.value < 100 && numeral.value % 10 == 0 && numeral.size + 1 < text.size() &&
      (text[numeral.size] == U'-' || text[numeral.size] == U' '))
    if (const Word* more = wordAt(numeral.size + 1); more && more->second > 0 && more->second < 10) {
      numeral.value += more->second;
      numeral.size += 1 + more->first.size();
    }
  return numeral;
}

}  // namespace

std::optional<Numeral> numeralIn(std::u32string_view text) {
  if (const auto found = inDigits(text)) return found;
  if (const auto found = inChinese(text)) return found;
  return inEnglish(text);
}

}  // namespace fengsui
