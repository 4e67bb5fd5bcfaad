// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <limits>
#include <memory>
#include <system_error>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

// 2^28 numbers are 2 GB.
constexpr std::int64_t mostCells = std::int64_t{1} << 28;

struct Close {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

tl::unexpected<Error> about(const std::filesystem::path& file, tl::unexpected<Error> error) {
  Error out = error.value();
  out.place.file = file.string();
  return failure(out);
}

std::string utmOf(GDALDataset& dataset, const OGRSpatialReference& from) {
  double box[6] = {};
  dataset.GetGeoTransform(box);
  const double longitude = box[0] + 0.5 * box[1] * dataset.GetRasterXSize();
  const double latitude = box[3] + 0.5 * box[5] * dataset.GetRasterYSize();
  OGRSpatialReference utm;
  utm.CopyGeogCSFrom(&from);
  utm.SetUTM(static_cast<int>(std::floor((longitude + 180) / 6)) + 1, latitude >= 0);
  char* wkt = nullptr;
  utm.exportToWkt(&wkt);
  std::string out = wkt ? wkt : "";
  CPLFree(wkt);
  return out;
}

}  // namespace

bool Raster::coincidesWith(const Raster& other) const {
  const double near = 1e-3 * cellWidth;
  return columns == other.columns && rows == other.rows && std::abs(west - other.west) < near &&
         std::abs(north - other.north) < near && std::abs(cellWidth - other.cellWidth) * columns < near &&
         std::abs(cellHeight - other.cellHeight) * rows < near;
}

Result<Raster> readRaster(const std::filesystem::path& file) {
  GdalSession session;
  Dataset dataset(GDALDataset::Open(file.string().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!dataset)
    return about(file,
                 session.failed(ErrorCode::unreadable, {"the raster cannot be opened", "无法打开栅格文件"},
                                {"a GeoTIFF or another format that GDAL reads", "应为 GeoTIFF 等 GDAL 可读的格式"}));
  const OGRSpatialReference* crs = dataset->GetSpatialRef();
  if (crs && crs->IsGeographic()) {
    const std::string wkt = utmOf(*dataset, *crs);
    Dataset warped(GDALDataset::FromHandle(
        GDALAutoCreateWarpedVRT(dataset.get(), nullptr, wkt.c_str(), GRA_Bilinear, 0.125, nullptr)));
    if (!warped)
      return about(file, session.failed(ErrorCode::unreadable,
                                        {"the raster cannot be brought to metres", "无法将栅格投影为米制坐标"}));
    // The warped one holds on to its source by a count of its own.
    std::swap(dataset, warped);
    crs = dataset->GetSpatialRef();
  }
  Raster out;
  out.columns = dataset->GetRasterXSize();
  out.rows = dataset->GetRasterYSize();
  if (std::int64_t{out.columns} * out.rows > mostCells)
    return about(file,
                 failure(ErrorCode::invalid, {"the raster is too large for memory: cut it to the area of interest",
                                              "栅格过大：请裁剪到所需范围"}));
  if (dataset->GetRasterCount() < 1)
    return about(file, failure(ErrorCode::invalid, {"the file has no raster band", "文件中没有栅格波段"}));
  double box[6] = {0, 1, 0, static_cast<double>(out.rows), 0, -1};
  dataset->GetGeoTransform(box);
  if (box[2] != 0 || box[4] != 0 || box[1] <= 0 || box[5] == 0)
    return about(file, failure(ErrorCode::invalid,
                               {"the raster is turned; rows have to run from west to east", "栅格有旋转：行应由西向东"},
                               {"warp it to a coordinate system in metres first", "请先重投影为米制坐标系"}));
  out.west = box[0];
  out.cellWidth = box[1];
  out.cellHeight = std::abs(box[5]);
  out.north = box[5] < 0 ? box[3] : box[3] + box[5] * out.rows;
  if (crs) {
    char* wkt = nullptr;
    crs->exportToWkt(&wkt);
    if (wkt) out.crs = wkt;
    CPLFree(wkt);
  }
  GDALRasterBand* band = dataset->GetRasterBand(1);
  out.values.resize(static_cast<std::size_t>(out.columns) * static_cast<std::size_t>(out.rows));
  if (band->RasterIO(GF_Read, 0, 0, out.columns, out.rows, out.values.data(), out.columns, out.rows, GDT_Float64, 0, 0,
                     nullptr) != CE_None)
    return about(file,
                 session.failed(ErrorCode::unreadable, {"the raster cannot be read to its end", "栅格读取不完整"}));
  int hasNothing = 0;
  const double nothing = band->GetNoDataValue(&hasNothing);
  for (double& value : out.values)
    if ((hasNothing && value == nothing) || !std::isfinite(value)) value = std::numeric_limits<double>::quiet_NaN();
  if (box[5] > 0)
    for (int j = 0; j < out.rows / 2; ++j)
      std::swap_ranges(out.values.begin() + std::ptrdiff_t{j} * out.columns,
                       out.values.begin() + std::ptrdiff_t{j + 1} * out.columns,
                       out.values.begin() + std::ptrdiff_t{out.rows - 1 - j} * out.columns);
  return out;
}

Outcome writeRaster(const Raster& raster, const std::filesystem::path& file, const std::string& unit) {
  GdalSession session;
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  if (!driver) return failure(ErrorCode::io, {"GDAL cannot write GeoTIFF here", "GDAL 无法写 GeoTIFF"});
  std::filesystem::path part = file;
  part += ".part";
  CPLStringList options;
  options.SetNameValue("COMPRESS", "DEFLATE");
  options.SetNameValue("PREDICTOR", "3");
  options.SetNameValue("ZLEVEL", "1");
  options.SetNameValue("TILED", raster.columns > 512 ? "YES" : "NO");
  Dataset dataset(driver->Create(part.string().c_str(), raster.columns, raster.rows, 1, GDT_Float32, options.List()));
  const auto failed = [&] {
    dataset.reset();
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return about(file, session.failed(ErrorCode::io, {"the raster cannot be written", "无法写入栅格文件"}));
  };
  if (!dataset) return failed();
  double box[6] = {raster.west, raster.cellWidth, 0, raster.north, 0, -raster.cellHeight};
  dataset->SetGeoTransform(box);
  if (!raster.crs.empty()) dataset->SetProjection(raster.crs.c_str());
  GDALRasterBand* band = dataset->GetRasterBand(1);
  band->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
  if (!unit.empty()) band->SetUnitType(unit.c_str());
  std::vector<double> values = raster.values;
  if (band->RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, values.data(), raster.columns, raster.rows,
                     GDT_Float64, 0, 0, nullptr) != CE_None)
    return failed();
  dataset->FlushCache();
  dataset.reset();
  if (session.failed()) return failed();
  std::error_code moved;
  std::filesystem::rename(part, file, moved);
  if (moved)
    return about(file, failure(ErrorCode::io, {"the raster cannot be moved to its place: " + moved.message(),
                                               "无法将栅格移至目标位置：" + moved.message()}));
  return {};
}

}  // namespace fengsui
