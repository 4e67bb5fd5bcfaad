// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/rastercut.h"

#include <gdal_alg.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace fengsui {
CPLStringList rasterWords(const std::string& line) {
  return CPLStringList(CSLTokenizeString(line.c_str()), TRUE);
}

namespace {

template <class Options, class Free>
auto owned(Options* options, Free free) {
  return std::unique_ptr<Options, Free>(options, free);
}

}  // namespace

int goOnUnlessStopped(double, const char*, void* stop) {
  return static_cast<const std::stop_token*>(stop)->stop_requested() ? FALSE : TRUE;
}

void* stopArgument(const std::stop_token& stop) {
  return const_cast<std::stop_token*>(&stop);
}

RasterFile translateRaster(GDALDataset& from, const std::string& to, const std::string& line,
                           const std::stop_token& stop) {
  CPLStringList arguments = rasterWords(line);
  const auto options = owned(GDALTranslateOptionsNew(arguments.List(), nullptr), GDALTranslateOptionsFree);
  GDALTranslateOptionsSetProgress(options.get(), goOnUnlessStopped, stopArgument(stop));
  return RasterFile(
      GDALDataset::FromHandle(GDALTranslate(to.c_str(), GDALDataset::ToHandle(&from), options.get(), nullptr)));
}

RasterFile warpRaster(GDALDataset& from, const std::string& to, const std::string& line, const std::stop_token& stop) {
  CPLStringList arguments = rasterWords(line);
  const auto options = owned(GDALWarpAppOptionsNew(arguments.List(), nullptr), GDALWarpAppOptionsFree);
  GDALWarpAppOptionsSetProgress(options.get(), goOnUnlessStopped, stopArgument(stop));
  GDALDatasetH source = GDALDataset::ToHandle(&from);
  return RasterFile(GDALDataset::FromHandle(GDALWarp(to.c_str(), nullptr, 1, &source, options.get(), nullptr)));
}

std::string numberText(double number) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out.precision(12);
  out << number;
  return out.str();
}

std::string windowOf(const DistrictBox& box) {
  return "-projwin_srs EPSG:4326 -projwin " + numberText(box.west) + " " + numberText(box.north) + " " +
         numberText(box.east) + " " + numberText(box.south);
}

DistrictBox widened(const DistrictBox& box, double share) {
  const double margin = share * std::max(box.east - box.west, box.north - box.south);
  return {box.west - margin, box.south - margin, box.east + margin, box.north + margin};
}

double shareWithValues(GDALDataset& raster, const DistrictBox& box) {
  constexpr int places = 200;
  double transform[6] = {}, inverse[6] = {};
  if (raster.GetGeoTransform(transform) != CE_None || !GDALInvGeoTransform(transform, inverse)) return 0;
  OGRSpatialReference earth, own(*raster.GetSpatialRef());
  earth.importFromEPSG(4326);
  for (OGRSpatialReference* system : {&earth, &own}) system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&earth, &own));
  if (!way) return 0;
  GDALRasterBand& band = *raster.GetRasterBand(1);
  int hasVoid = FALSE;
  const auto empty = static_cast<float>(band.GetNoDataValue(&hasVoid));
  long known = 0;
  for (int row = 0; row < places; ++row)
    for (int column = 0; column < places; ++column) {
      double x = box.west + (box.east - box.west) * (column + 0.5) / places;
      double y = box.north + (box.south - box.north) * (row + 0.5) / places;
      if (!way->Transform(1, &x, &y)) continue;
      const double px = std::floor(inverse[0] + inverse[1] * x + inverse[2] * y);
      const double py = std::floor(inverse[3] + inverse[4] * x + inverse[5] * y);
      if (!(px >= 0 && py >= 0 && px < raster.GetRasterXSize() && py < raster.GetRasterYSize())) continue;
      float value = empty;
      if (band.RasterIO(GF_Read, static_cast<int>(px), static_cast<int>(py), 1, 1, &value, 1, 1, GDT_Float32, 0, 0,
                        nullptr) == CE_None)
        known += std::isfinite(value) && !(hasVoid && value == empty);
    }
  return double{1} * known / (places * places);
}

}  // namespace fengsui
