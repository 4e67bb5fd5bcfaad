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
constexpr std::string_view firstViewBegin = "<PresetFullExtent";
constexpr std::string_view firstViewEnd = "</PresetFullExtent>";

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

std::string attribute(std::string_view name, double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << name << "=\"" << std::setprecision(10) << value << '"';
  return out.str();
}

/// Without a box QGIS and the engine take the extent of the borders.
void fillFirstView(std::string& text, const std::optional<DistrictBox>& box) {
  if (!box) {
    const auto begin = text.find(firstViewBegin);
    const auto end = text.find(firstViewEnd);
    if (begin != std::string::npos && end != std::string::npos) {
      text.erase(begin, end + firstViewEnd.size() - begin);
    }
    return;
  }
  replaceAll(text, "xmin=\"-1.25\"", attribute("xmin", box->west));
  replaceAll(text, "ymin=\"-1.75\"", attribute("ymin", box->south));
  replaceAll(text, "xmax=\"1.25\"", attribute("xmax", box->east));
  replaceAll(text, "ymax=\"1.75\"", attribute("ymax", box->north));
}

}  // namespace

Outcome installTemplate(const std::filesystem::path& folder, const std::string& title, std::optional<DistrictBox> box) {
  std::string text(reinterpret_cast<const char*>(mapTemplateBytes), mapTemplateSize);
  replaceAll(text, titleSlot, escaped(title));
  fillFirstView(text, box);
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
