// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/plan.h"

namespace fengsui {

ErrorPlace SourcePlace::at(std::string_view under) const {
  ErrorPlace out;
  out.field = path + std::string(under);
  if (out.field.starts_with('.')) out.field.erase(0, 1);
  if (!map) return out;
  out.file = map->file;
  // What has no place of its own (a text written without its language) stands where the thing around it does.
  for (std::string around = out.field;;) {
    if (const auto found = map->places.find(around); found != map->places.end()) {
      out.line = found->second.first;
      out.column = found->second.second;
      return out;
    }
    if (around.empty()) return out;
    const std::size_t cut = around.find_last_of(".[");
    around.resize(cut == std::string::npos ? 0 : cut);
  }
}

}  // namespace fengsui
