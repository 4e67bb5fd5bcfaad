// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

namespace fengsui {

/// A grid of numbers over the ground, rows from north to south.
///
/// Units: those of the coordinate system; values as the file has them.
struct Raster {
  int columns = 0;
  int rows = 0;
  double west = 0;   ///< outer edge of the first column
  double north = 0;  ///< outer edge of the first row
  double cellWidth = 1;
  double cellHeight = 1;
  std::string crs = {};             ///< WKT or another name that GDAL knows; empty where the file does not say
  std::vector<double> values = {};  ///< row by row; not-a-number where there is none

  [[nodiscard]] double xOf(int column) const { return west + (column + 0.5) * cellWidth; }
  [[nodiscard]] double yOf(int row) const { return north - (row + 0.5) * cellHeight; }
  /// The cells lie on each other: same size, same place within a thousandth of a cell.
  [[nodiscard]] bool coincidesWith(const Raster& other) const;
};

/// The first band of a file that GDAL reads. One in degrees, in feet or on a Mercator map is brought to the metres of
/// its UTM zone; one without a coordinate system is taken as it is.
///
/// Thread: any; slow (disk). Errors: notFound; unreadable; invalid for a grid that is turned or lies nowhere on Earth.
[[nodiscard]] Result<Raster> readRaster(const std::filesystem::path& file);

/// The same on the cells of another raster, between cells linearly; not-a-number where the file does not reach.
///
/// Thread: any; slow (disk). Errors: as readRaster; invalid where it lies on other cells and one of the two does not
/// say its coordinate system.
[[nodiscard]] Result<Raster> readRasterOnto(const Raster& grid, const std::filesystem::path& file);

/// Writes a compressed GeoTIFF of 32-bit numbers beside its place and moves it there when it is whole.
///
/// Thread: any; slow (disk). Errors: io.
[[nodiscard]] Outcome writeRaster(const Raster& raster, const std::filesystem::path& file,
                                  const std::string& unit = {});

}  // namespace fengsui
