// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "gis/district/basemap.h"
#include "gis/district/basemapfile.h"

namespace fengsui {

struct BoundarySummary {
  std::string name;
  DistrictBox box;
};

/// Takes the district's area from a layer of areas as admin_area and its outline as boundary.
///
/// @param name which feature, where there are several. Errors: notFound and unreadable for the file; ambiguous with the
/// names there are; invalid without an area or a coordinate system.
[[nodiscard]] Result<BoundarySummary> importBoundary(const std::filesystem::path& file, const std::string& name,
                                                     BaseMapFile& out);

struct LayersSummary {
  DistrictBox box;
  std::vector<Text> notes;  ///< layers that have no place in a base map
};

/// Takes the layers of a file that carry the name of a table of base.gpkg, or one that is usual for it (places,
/// waterways, railways, buildings, roads, natural). Columns osm_id, name and class (or type, fclass), and the table's
/// own.
///
/// Errors: notFound and unreadable for the file; invalid without a coordinate system or without any such layer; refused
/// when stopped.
[[nodiscard]] Result<LayersSummary> importLayers(const std::filesystem::path& file, BaseMapFile& out,
                                                 const std::stop_token& stop);

}  // namespace fengsui
