// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gis/district/basemap.h"
#include "gis/district/landcover.h"
#include "gis/district/osmimport.h"
#include "gis/district/population.h"
#include "gis/district/terrain.h"

namespace fengsui {

/// What a district may have beside its base map.
struct DistrictExtras {
  std::optional<TerrainSummary> terrain;
  std::optional<LandCoverSummary> landCover;
  std::optional<PopulationSummary> population;
};

/// Writes district.json: what this map is, what it was made from and under which terms it may be passed on.
[[nodiscard]] Outcome writeDistrictFile(const std::filesystem::path& file, const BaseMapRequest& request,
                                        const BaseMapReport& report, const OsmSummary& osm,
                                        const DistrictExtras& extras);

}  // namespace fengsui
