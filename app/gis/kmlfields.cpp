// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/kmlfields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "gis/celltext.h"

namespace fengsui {
namespace {

struct KmlField {
  const char* setting;
  const char* name;     // as KML calls it
  const char* ours;     // while KmlFieldNames lives
  std::string_view nothing;  // the value that only says "not given"
};

constexpr std::array<KmlField, 19> kmlFields{{{"LIBKML_NAME_FIELD", "Name", "fengsui_placemark", ""},
                                              {"LIBKML_DESCRIPTION_FIELD", "description", "fengsui_description", ""},
                                              {"LIBKML_TIMESTAMP_FIELD", "timestamp", "fengsui_timestamp", ""},
                                              {"LIBKML_BEGIN_FIELD", "begin", "fengsui_begin", ""},
                                              {"LIBKML_END_FIELD", "end", "fengsui_end", ""},
                                              {"LIBKML_ALTITUDEMODE_FIELD", "altitudeMode", "fengsui_altitudemode", ""},
                                              {"LIBKML_TESSELLATE_FIELD", "tessellate", "fengsui_tessellate", "-1"},
                                              {"LIBKML_EXTRUDE_FIELD", "extrude", "fengsui_extrude", "0"},
                                              {"LIBKML_VISIBILITY_FIELD", "visibility", "fengsui_visibility", "-1"},
                                              {"LIBKML_DRAWORDER_FIELD", "drawOrder", "fengsui_draworder", ""},
                                              {"LIBKML_ICON_FIELD", "icon", "fengsui_icon", ""},
                                              {"LIBKML_HEADING_FIELD", "heading", "fengsui_heading", ""},
                                              {"LIBKML_TILT_FIELD", "tilt", "fengsui_tilt", ""},
                                              {"LIBKML_ROLL_FIELD", "roll", "fengsui_roll", ""},
                                              {"LIBKML_SNIPPET_FIELD", "snippet", "fengsui_snippet", ""},
                                              {"LIBKML_MODEL_FIELD", "model", "fengsui_model", ""},
                                              {"LIBKML_SCALE_X_FIELD", "scale_x", "fengsui_scale_x", ""},
                                              {"LIBKML_SCALE_Y_FIELD", "scale_y", "fengsui_scale_y", ""},
                                              {"LIBKML_SCALE_Z_FIELD", "scale_z", "fengsui_scale_z", ""}}};

void remove(Table& table, std::size_t column) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (Row& row : table.rows) row.cells.erase(row.cells.begin() + at);
}

bool says(const Table& table, std::size_t column, std::string_view nothing) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return !row.cells[column].empty() && row.cells[column] != nothing;
  });
}

// The placemark's name when it only repeats another column.
bool repeatsAnother(const Table& table, std::size_t column) {
  for (std::size_t other = 0; other < table.columns.size(); ++other) {
    if (other == column) continue;
    if (std::all_of(table.rows.begin(), table.rows.end(),
                    [&](const Row& row) { return row.cells[other] == row.cells[column]; }))
      return true;
  }
  return false;
}

bool isNameByte(unsigned char byte, bool first) {
  if (byte >= 0x80 || std::isalpha(byte)) return true;
  return !first && std::isdigit(byte);
}

// Ideographs and kana may stand in an element name; most other signs beyond ASCII may not.
bool isNameCharacter(std::string_view character, bool first) {
  if (character.size() == 1) return isNameByte(static_cast<unsigned char>(character[0]), first) && character[0] >= 0;
  if (character.size() != 3) return false;
  const auto lead = static_cast<unsigned char>(character[0]);
  return lead >= 0xe4 && lead <= 0xe9;
}

}  // namespace

KmlFieldNames::KmlFieldNames() {
  for (const KmlField& field : kmlFields) settings_.push_back(std::make_unique<GdalSetting>(field.setting, field.ours));
}

void tidyKmlColumns(Table& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    for (const KmlField& field : kmlFields) {
      std::string& name = table.columns[column].name;
      if (name != field.ours && name != field.name) continue;
      const bool ours = name == field.ours;
      const bool placemark = name == kmlPlacemarkName;
      if (ours && (!says(table, column, field.nothing) || (placemark && repeatsAnother(table, column)))) {
        remove(table, column);
      } else if (ours) {
        const std::string plain = field.name;
        const bool taken = table.columnNamed(plain).has_value();
        name = taken ? plain + " (2)" : plain;
      }
      break;
    }
  }
}

void tidyGpxColumns(Table& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    std::string& name = table.columns[column].name;
    if (name.starts_with("ogr_")) {
      name = columnOfElementName(std::string_view(name).substr(4));
      continue;
    }
    if (!says(table, column, "") || (name == "name" && repeatsAnother(table, column))) remove(table, column);
  }
}

std::string elementNameOf(std::string_view column) {
  std::string out;
  for (const auto character : characters(column)) {
    if (isNameCharacter(character, out.empty())) {
      out += character;
      continue;
    }
    for (const char c : character) {
      std::array<char, 8> code{};
      const int n = std::snprintf(code.data(), code.size(), "_x%02X_", static_cast<unsigned char>(c));
      out.append(code.data(), static_cast<std::size_t>(n));
    }
  }
  return out;
}

std::string columnOfElementName(std::string_view element) {
  std::string out;
  while (!element.empty()) {
    unsigned code = 0;
    if (element.size() >= 5 && element.starts_with("_x") && element[4] == '_' &&
        std::from_chars(element.data() + 2, element.data() + 4, code, 16).ptr == element.data() + 4) {
      out += static_cast<char>(code);
      element.remove_prefix(5);
    } else {
      out += element[0];
      element.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace fengsui
