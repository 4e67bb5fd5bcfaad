// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>

#include "core/geo.h"
#include "gis/raster.h"

namespace fengsui {

/// A rectangle of the globe in degrees.
struct DegreeBox {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;

  /// "116.5,40.4,116.7,40.6": west, south, east, north. Errors: invalid with this form.
  [[nodiscard]] static Result<DegreeBox> parse(const std::string& text);
};

/// A part of a raster in the metres of its UTM zone, with cells of @p cellM; 0: as fine as the file.
///
/// Cells larger than those of the file get the mean of what lies in them. Nothing but the part is read.
/// Thread: any; slow (disk). Errors: as readRaster; refused when stopped; invalid where the file does not reach the
/// box, or the part would have more than @p cellsAtMost cells, with the size of cell that would do.
[[nodiscard]] Result<Raster> readRasterWindow(const std::filesystem::path& file, const std::optional<DegreeBox>& box,
                                              double cellM, std::int64_t cellsAtMost, const std::stop_token& stop = {});

/// The index of the cell in which a place lies; nothing outside, and where the raster does not say where it is.
///
/// Thread: any.
[[nodiscard]] std::optional<std::int32_t> cellAt(const Raster& raster, Position place);

}  // namespace fengsui
