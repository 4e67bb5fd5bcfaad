// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"

namespace fengsui {

/// A name on the base map.
struct MapName {
  std::string name;       ///< as the map shows it
  std::string otherName;  ///< English or Chinese; empty where there is none
  std::string table;      ///< of base.gpkg
  std::string featureClass;
  /// The town or village that it is near to; empty for such places and where none is near. Of things that share a name
  /// the town whose area they lie in, where the map has such areas.
  std::string near;
  Position at;  ///< of a line the middle of its longest piece
};

/// The names in a district's base.gpkg, each thing once: a road is one for each neighbourhood, a hospital that is drawn
/// as a point and a building one.
///
/// Thread: any; a hundred thousand features take about a second.
/// Errors: unreadable where the file is no base map; notFound where there is none. Nothing further when stopped.
[[nodiscard]] Result<std::vector<MapName>> namesOnMap(const std::filesystem::path& file,
                                                      const std::stop_token& stop = {});

}  // namespace fengsui
