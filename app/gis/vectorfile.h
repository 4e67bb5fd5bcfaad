// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "gis/grid.h"
#include "gis/table.h"

namespace fengsui {

/// Reads a file of features (Shapefile, GeoPackage, GeoJSON, KML, GPX, …) through GDAL.
///
/// Thread: any; slow (disk). Only drivers that read local files are asked; nothing is fetched from a network.
/// Errors: as readTable.
[[nodiscard]] Result<Table> readVectorFile(const std::filesystem::path& file, const ReadOptions& options);

/// The sheets of an .ods or .xls file; GDAL does not know their merged cells.
[[nodiscard]] Result<std::vector<Grid>> readOtherWorkbook(const std::filesystem::path& file);

}  // namespace fengsui
