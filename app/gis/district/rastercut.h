// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gdal_priv.h>

#include <memory>
#include <stop_token>
#include <string>

#include "gis/district/basemap.h"

namespace fengsui {

struct RasterCloser {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using RasterFile = std::unique_ptr<GDALDataset, RasterCloser>;

/// The progress function and its argument that stop a GDAL algorithm when asked.
int goOnUnlessStopped(double, const char*, void* stop);
void* stopArgument(const std::stop_token& stop);

/// The words of a GDAL command line.
[[nodiscard]] CPLStringList rasterWords(const std::string& line);

/// gdal_translate and gdalwarp with the words of their command lines; null for a failure or a stop. A part of a raster
/// costs what the part does.
[[nodiscard]] RasterFile translateRaster(GDALDataset& from, const std::string& to, const std::string& line,
                                         const std::stop_token& stop);
[[nodiscard]] RasterFile warpRaster(GDALDataset& from, const std::string& to, const std::string& line,
                                    const std::stop_token& stop);

/// A number as such a command line wants it.
[[nodiscard]] std::string numberText(double number);
/// "-projwin_srs EPSG:4326 -projwin west north east south".
[[nodiscard]] std::string windowOf(const DistrictBox& box);
/// The box with a margin of @p share of its longer side.
[[nodiscard]] DistrictBox widened(const DistrictBox& box, double share);

/// The share of the box in which the first band has values, by a grid of 200 × 200 places.
[[nodiscard]] double shareWithValues(GDALDataset& raster, const DistrictBox& box);

}  // namespace fengsui
