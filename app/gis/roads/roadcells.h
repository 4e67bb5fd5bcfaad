// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace fengsui {

/// The code of base.gpkg for a map's own word, see roadClassFor(); empty for one that is not known.
[[nodiscard]] std::string_view roadClassCode(std::string_view written);

/// Whether a cell of a road layer says yes: anything but nothing, 0, F, no, false and 否.
[[nodiscard]] inline bool roadFlag(std::string_view text) {
  return !text.empty() && text != "0" && text != "F" && text != "f" && text != "no" && text != "false" && text != "否";
}

/// 1 along the line, −1 against it, 0 both. Geofabrik's layers (their class column is called fclass) write F for along,
/// T for against and B for both; in others T and F are true and false.
[[nodiscard]] inline int onewayOf(std::string_view text, bool geofabrik) {
  if (text == "-1" || text == "reverse") return -1;
  if (text == "B") return 0;
  if (geofabrik && text == "F") return 1;
  if (geofabrik && text == "T") return -1;
  return roadFlag(text) ? 1 : 0;
}

}  // namespace fengsui
