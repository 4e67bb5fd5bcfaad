// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/numberformat.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "gis/celltext.h"

namespace fengsui {
namespace {

// What is literal in a format code: "quoted", \escaped, _spacing, [conditions]; [h] and its like are counted hours.
std::string withoutLiterals(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"') {
      const auto end = code.find('"', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == '[') {
      const auto end = code.find(']', i);
      if (end == std::string_view::npos) break;
      const std::string inside = compact(code.substr(i + 1, end - i - 1));
      if (inside.find_first_not_of("hms") == std::string::npos) out += inside;
      i = end;
    } else {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(code[i])));
    }
  }
  return out;
}

// Days since 1970-01-01 as a date. Source: Hinnant, chrono-compatible low-level date algorithms.
struct Civil {
  std::int64_t year;
  unsigned month, day;
};
Civil civilOf(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto dayOfEra = static_cast<unsigned>(days - era * 146097);
  const unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const unsigned shifted = (5 * dayOfYear + 2) / 153;
  const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<std::int64_t>(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0), month,
          dayOfYear - (153 * shifted + 2) / 5 + 1};
}

}  // namespace

NumberFormat numberFormatOf(std::string_view code) {
  std::string plain = withoutLiterals(code);
  if (const auto section = plain.find(';'); section != std::string::npos) plain.resize(section);
  NumberFormat format;
  if (plain.find("general") != std::string::npos || plain.find("g/") != std::string::npos) return format;
  const bool hours = plain.find('h') != std::string::npos || plain.find('s') != std::string::npos;
  const bool days = plain.find('y') != std::string::npos || plain.find('d') != std::string::npos;
  const bool months = plain.find('m') != std::string::npos;
  format.time = hours;
  format.date = days || (months && !hours);
  if (!plain.empty() && plain.find_first_not_of('0') == std::string::npos && plain.size() > 1)
    format.leadingZeros = static_cast<int>(std::min<std::size_t>(plain.size(), 30));
  return format;
}

NumberFormat builtInFormat(int id) {
  const bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
                    id == 57 || id == 58;
  const bool time = (id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
  return {date, time, 0};
}

std::string shownNumber(double value, NumberFormat format, bool since1904) {
  if (!format.date && !format.time) {
    std::string text = numberText(value, 15);
    if (value >= 0 && text.find_first_not_of("0123456789") == std::string::npos)
      text.insert(0, static_cast<std::size_t>(std::max(0, format.leadingZeros - static_cast<int>(text.size()))), '0');
    return text;
  }
  if (!(value >= 0 && value < 2958466)) return numberText(value, 15);
  const auto seconds = static_cast<std::int64_t>(std::llround(value * 86400));
  const std::int64_t days = seconds / 86400;
  const int ofDay = static_cast<int>(seconds % 86400);
  std::array<char, 64> out{};
  std::string text;
  // Day 0 is 1899-12-30: the calendar of spreadsheets has a 29 February 1900 that never was.
  if (days > 0 || !format.time) {
    const Civil civil = civilOf(days - (since1904 ? 24107 : 25569));
    const int n = std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(civil.year), civil.month,
                                civil.day);
    text.assign(out.data(), static_cast<std::size_t>(n));
  }
  if (ofDay > 0 || text.empty()) {
    const int n = ofDay % 60 ? std::snprintf(out.data(), out.size(), "%02d:%02d:%02d", ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
                             : std::snprintf(out.data(), out.size(), "%02d:%02d", ofDay / 3600, ofDay / 60 % 60);
    text += (text.empty() ? "" : " ") + std::string(out.data(), static_cast<std::size_t>(n));
  }
  return text;
}

}  // namespace fengsui
