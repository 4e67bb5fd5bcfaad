// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "gis/district/basemap.h"
#include "gis/district/basemapfile.h"

namespace fengsui {

/// What the OSM file tells about itself and the district.
struct OsmSummary {
  std::string areaName;     ///< of the largest administrative area whose border is here; empty when there is none
  DistrictBox areaBox;      ///< its box; empty when there is none
  DistrictBox dataBox;      ///< of everything that was taken
  std::string editionUtc;   ///< the newest change in the file or the time its header gives; may be empty
  long brokenAreas = 0;     ///< multipolygons whose rings do not close, usually cut by the edge of the extract
};

/// Reads an OSM file into the tables.
///
/// @param progress its own 0 … 1.
[[nodiscard]] Result<OsmSummary> importOsm(const std::filesystem::path& file, BaseMapFile& out,
                                           const BaseMapProgress& progress, const std::stop_token& stop);

}  // namespace fengsui
