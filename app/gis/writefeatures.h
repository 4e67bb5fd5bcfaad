// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "gis/write.h"

namespace fengsui {

enum class FeatureFormat { workbook, geoJson, shapefile, kml, gpx, geoPackage };

/// Writes a file of features through GDAL, straight to its place. As writeTable.
[[nodiscard]] Result<Written> writeFeatures(const Table& table, const std::filesystem::path& file, FeatureFormat format,
                                            const std::string& layer);

}  // namespace fengsui
