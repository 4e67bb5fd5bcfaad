// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/celltext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace fengsui {
namespace {

constexpr std::array<std::string_view, 13> blanks{" ",      "\t",     "\r",     "\n",     "\v",     "\f",    "\u3000",
                                                  "\u00a0", "\u200b", "\u2002", "\u2003", "\u2009", "\ufeff"};

std::size_t leadLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 1;
}

std::size_t characterLength(std::string_view text) {
  const std::size_t wanted = leadLength(static_cast<unsigned char>(text[0]));
  if (wanted > text.size()) return 1;
  for (std::size_t i = 1; i < wanted; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
  return wanted;
}

bool isBlank(std::string_view character) {
  for (const auto blank : blanks)
    if (character == blank) return true;
  return false;
}

// U+FF01–U+FF5E, the full-width twins of printable ASCII, are EF BC 81 – EF BD 9E in UTF-8.
char asciiTwin(std::string_view character) {
  if (character.size() != 3 || character[0] != '\xef') return 0;
  const auto second = static_cast<unsigned char>(character[1]);
  const auto third = static_cast<unsigned char>(character[2]);
  if (second != 0xbc && second != 0xbd) return 0;
  const int code = 0xf000 | (second & 0x3f) << 6 | (third & 0x3f);
  if (code < 0xff01 || code > 0xff5e) return 0;
  return static_cast<char>(code - 0xff01 + 0x21);
}

bool isAsciiWord(std::string_view character) {
  return character.size() == 1 && (std::isalnum(static_cast<unsigned char>(character[0])) != 0);
}

}  // namespace

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t length = characterLength(text);
    out.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const auto blank : blanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  return text;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const auto character : characters(text)) {
    if (const char twin = asciiTwin(character)) {
      out += twin;
    } else if (isBlank(character)) {
      out += character.size() == 1 ? character[0] : ' ';
    } else if (character == "−" || character == "－") {
      out += '-';
    } else {
      out += character;
    }
  }
  return out;
}

std::string compact(std::string_view text) {
  std::string out;
  const std::string plain = folded(text);
  for (const auto character : characters(plain)) {
    if (isBlank(character)) continue;
    if (character.size() == 1) {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(character[0])));
    } else {
      out += character;
    }
  }
  return out;
}

std::string headingOf(std::string_view text) {
  std::string out;
  bool blankBefore = false;
  bool wordBefore = false;
  for (const auto character : characters(trimmed(text))) {
    if (isBlank(character)) {
      blankBefore = true;
      continue;
    }
    const bool word = isAsciiWord(character);
    if (blankBefore && wordBefore && word) out += ' ';
    blankBefore = false;
    wordBefore = word;
    out += character;
  }
  return out;
}

std::optional<double> numberIn(std::string_view text) {
  const std::string plain = folded(trimmed(text));
  std::string digits;
  int sinceComma = -1;  // digits since the last grouping comma; -1: none seen
  bool fraction = false;
  for (const char c : trimmed(plain)) {
    if (c == ',') {
      if (fraction || digits.empty() || (sinceComma >= 0 && sinceComma != 3)) return std::nullopt;
      sinceComma = 0;
      continue;
    }
    if (c == '.' || c == 'e' || c == 'E') {
      if (sinceComma >= 0 && sinceComma != 3) return std::nullopt;
      sinceComma = -1;
      fraction = true;
    }
    if (c >= '0' && c <= '9' && sinceComma >= 0) ++sinceComma;
    digits += c;
  }
  if (sinceComma >= 0 && sinceComma != 3) return std::nullopt;
  std::string_view rest = digits;
  if (rest.starts_with('+')) rest.remove_prefix(1);
  if (rest.empty() || !(std::isdigit(static_cast<unsigned char>(rest.back())) || rest.back() == '.'))
    return std::nullopt;
  double value = 0;
  const auto [end, status] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (status != std::errc{} || end != rest.data() + rest.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string numberText(double value, int significantDigits) {
  std::array<char, 64> out{};
  const auto print = [&](const char* format, auto... arguments) {
    const int n = std::snprintf(out.data(), out.size(), format, arguments...);
    return std::string(out.data(), static_cast<std::size_t>(n));
  };
  if (value == 0) return "0";
  if (std::abs(value) < 1e15 && value == std::floor(value)) return print("%.0f", value);
  std::string text = print("%.15g", value);
  if (significantDigits > 15) {
    double back = 0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    if (back != value) text = print("%.17g", value);
  }
  return text;
}

std::string rowList(const std::vector<int>& rows) {
  std::string out;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t last = i;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    if (!out.empty()) out += ", ";
    out += std::to_string(rows[i]);
    if (last > i) out += (last == i + 1 ? ", " : "–") + std::to_string(rows[last]);
    i = last + 1;
  }
  return out;
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const auto word : words)
    if (text.starts_with(word)) return true;
  return false;
}

std::string_view withoutCutCharacter(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xc0) == 0x80) continue;
    if (leadLength(byte) > back) text.remove_suffix(back);
    break;
  }
  return text;
}

}  // namespace fengsui
