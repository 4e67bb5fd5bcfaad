// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>

#include "gis/district/basemap.h"
#include "gis/district/basemapfile.h"

namespace fengsui {

struct TerrainSummary {
  double minM = 0;
  double maxM = 0;
  double contourStepM = 0;
  double coveredShare = 1;  ///< of the box that has heights in the source, its voids taken off
  double filledShare = 1;   ///< of the box that has heights once voids are filled from their edges
  double coarserBy = 1;     ///< how much wider the cells are than in the source
};

/// Cuts the heights to the box, fills their voids and makes terrain.tif, hillshade.tif and the contour lines.
[[nodiscard]] Result<TerrainSummary> importTerrain(const std::filesystem::path& dem, const DistrictBox& box,
                                                   const std::filesystem::path& folder, BaseMapFile& out,
                                                   const BaseMapProgress& progress, const std::stop_token& stop);

/// The spacing of contour lines for this relief; every fifth is an index line.
[[nodiscard]] double contourStepM(double reliefM);

}  // namespace fengsui
