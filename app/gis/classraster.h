// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// A grid of classes over the ground, rows from north to south; 0 where nothing is known.
///
/// Units: those of the coordinate system.
struct ClassRaster {
  struct Class {
    std::uint8_t value = 0;
    std::string name;
    std::string colour;  ///< "#RRGGBB"; empty: none
  };
  int columns = 0;
  int rows = 0;
  double west = 0;   ///< outer edge of the first column
  double north = 0;  ///< outer edge of the first row
  double cellWidth = 1;
  double cellHeight = 1;
  std::string crs;                  ///< WKT or another name that GDAL knows
  std::vector<std::uint8_t> cells;  ///< row by row
  std::vector<Class> classes;
};

/// Writes a compressed GeoTIFF of bytes that names and colours its classes, beside its place, and moves it there.
///
/// Thread: any; slow (disk). Errors: io.
[[nodiscard]] Outcome writeClasses(const ClassRaster& raster, const std::filesystem::path& file);

}  // namespace fengsui
