// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iomanip>
#include <locale>
#include <sstream>
#include <string_view>

#include "gis/district/basemap.h"
#include "gis/district/templatetext.h"

namespace fengsui {

namespace {

// What the template tool wrote in places that differ from district to district.
constexpr std::string_view titleSlot = "@district-title@";
constexpr std::string_view slotBox[] = {"-1.25", "-1.75", "1.25", "1.75"};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

Outcome installTemplate(const std::filesystem::path& folder, const std::string& title, std::optional<DistrictBox> box) {
  (void)box;
  (void)slotBox;
  std::string text(reinterpret_cast<const char*>(mapTemplateBytes), mapTemplateSize);
  replaceAll(text, titleSlot, escaped(title));
  const auto file = folder / "district.qgs";
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) {
    Error error{ErrorCode::io, {"the map project cannot be written", "地图工程无法写入"}, {}, {}};
    error.place.file = file.string();
    return failure(error);
  }
  return {};
}

}  // namespace fengsui
