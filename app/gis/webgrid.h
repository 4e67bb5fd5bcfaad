// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "gis/raster.h"

namespace fengsui {

/// A grid of squares on the web map (EPSG:3857) over a raster, and which cell of the raster lies under each square.
struct WebGrid {
  int columns = 0;
  int rows = 0;
  double west = 0;
  double north = 0;
  double cell = 1;
  std::vector<std::int32_t> under;  ///< the index of the cell of the raster; -1: none
};

/// Squares as large on the ground as the cells, over all of the raster. The cell whose square it is, is the one in
/// which the middle lies, within a tenth of a cell.
///
/// Thread: any. Errors: invalid for a raster without a coordinate system, or one that lies nowhere on the web map.
[[nodiscard]] Result<WebGrid> webGridOver(const Raster& raster);

}  // namespace fengsui
