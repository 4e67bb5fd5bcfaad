// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/gdalsession.h"
#include "gis/table.h"

namespace fengsui {

/// KML gives meaning to fields called begin, icon, visibility and so on. While this lives the meaning belongs to names
/// that no office uses, so that a column called "begin" is an ordinary column.
class KmlFieldNames {
 public:
  KmlFieldNames();

 private:
  std::vector<std::unique_ptr<GdalSetting>> settings_;
};

/// The name of the field that becomes the placemark's <name> while KmlFieldNames lives.
inline constexpr std::string_view kmlPlacemarkName = "fengsui_placemark";

/// Takes out the columns that every KML or GPX file has and that say nothing in this one, and puts names right.
void tidyKmlColumns(Table& table);
void tidyGpxColumns(Table& table);

/// A column name as an element name of XML, and back: "联系人/姓名" ⇄ "联系人_x002F_姓名".
[[nodiscard]] std::string elementNameOf(std::string_view column);
[[nodiscard]] std::string columnOfElementName(std::string_view element);

}  // namespace fengsui
