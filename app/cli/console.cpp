// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <algorithm>
#include <iostream>

namespace fengsui {
namespace {

// Terminal cells of UTF-8 text: characters from U+1100 on that terminals draw wide count two.
std::size_t widthOf(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t c = length == 1 ? first : first & (0xffu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
      c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
    const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
                      (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                      (c >= 0x20000 && c <= 0x3fffd);
    width += wide ? 2 : 1;
    i += length;
  }
  return width;
}

std::string_view codeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::refused:
      return "refused";
    case ErrorCode::invalid:
      return "invalid";
    case ErrorCode::notFound:
      return "notFound";
    case ErrorCode::ambiguous:
      return "ambiguous";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::newerFormat:
      return "newerFormat";
    case ErrorCode::full:
      return "full";
    case ErrorCode::busy:
      return "busy";
    case ErrorCode::io:
      return "io";
  }
  return "io";
}

}  // namespace

Json rowErrorJson(const Error& error, Language language) {
  Json out{{"row", error.place.line}, {"message", error.message.in(language)}};
  if (error.place.column > 0) out["column"] = error.place.column;
  if (!error.place.field.empty()) out["field"] = error.place.field;
  if (!error.place.value.empty()) out["value"] = error.place.value;
  if (!error.remedy.empty()) out["remedy"] = error.remedy.in(language);
  return out;
}

void Console::refuse(const Error& error) {
  exitCode = 1;
  if (json) {
    Json out{{"error", codeName(error.code)}, {"message", error.message.in(language)}};
    if (!error.remedy.empty()) out["remedy"] = error.remedy.in(language);
    if (!error.place.file.empty()) out["file"] = error.place.file;
    if (error.place.line > 0) out["row"] = error.place.line;
    if (error.place.column > 0) out["column"] = error.place.column;
    if (!error.place.field.empty()) out["field"] = error.place.field;
    if (!error.place.value.empty()) out["value"] = error.place.value;
    std::cerr << canonical(out) << '\n';
    return;
  }
  std::cerr << error.sentence(language) << '\n';
}

void Console::report(const Text& text, const Json& object) const {
  std::cout << (json ? canonical(object) : text.in(language)) << '\n';
}

void Console::line(const std::string& text) const {
  std::cout << text << '\n';
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths(rows_.front().size(), 0);
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], widthOf(row[i]));
  std::string out;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out.append(widths[i] - widthOf(row[i]) + 2, ' ');
    }
    out += '\n';
  }
  return out;
}

}  // namespace fengsui
