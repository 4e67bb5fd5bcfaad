// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"
#include "gis/district/basemap.h"

namespace fengsui {

/// One class of a land cover or fuel raster as it occurs in the district.
struct LandCoverClass {
  int value = 0;
  Text name;         ///< empty where nothing says what the number stands for
  double share = 0;  ///< of the cells that have a class
};

struct LandCoverSummary {
  std::vector<LandCoverClass> classes;  ///< by value
  Text scheme;                          ///< what the numbers were taken for; empty: unnamed, or as the file names them
  std::string schemeCode;
  bool fuels = false;    ///< the classes are fuel models, no kinds of ground
  bool guessed = false;  ///< the scheme was known by the values only
  double coveredShare = 1;
  std::vector<std::string> couldBe;  ///< schemes that the values fit, where there are several

  [[nodiscard]] bool named() const;
};

/// Cuts a raster of classes to the box with a margin and makes landcover.tif in the folder: its own cells and values,
/// in the coordinate system of terrain.tif where that is there, else in its own. Classes are never mixed.
///
/// @param classes a scheme of resources/rules/landcover.json by its code, or a table with columns value and name (值,
/// 名称); empty: as the file names them, else the only known scheme that the values fit.
/// Thread: any; reads only what lies in the box. Errors: notFound and unreadable for the files; invalid without a
/// coordinate system, for a raster elsewhere and for one whose values are no classes; refused when stopped.
[[nodiscard]] Result<LandCoverSummary> importLandCover(const std::filesystem::path& raster, const std::string& classes,
                                                       const DistrictBox& box, const std::filesystem::path& folder,
                                                       const std::stop_token& stop);

}  // namespace fengsui
