// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/raster.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <charconv>
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

std::string exactly(double value) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

// The UTM zone in whose middle the raster lies; empty where it lies on no such place.
std::string utmOf(GDALDataset& dataset, const OGRSpatialReference& from) {
  double box[6] = {};
  dataset.GetGeoTransform(box);
  double x = box[0] + 0.5 * (box[1] * dataset.GetRasterXSize() + box[2] * dataset.GetRasterYSize());
  double y = box[3] + 0.5 * (box[4] * dataset.GetRasterXSize() + box[5] * dataset.GetRasterYSize());
  OGRSpatialReference source(from), degrees;
  degrees.SetWellKnownGeogCS("WGS84");
  source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&source, &degrees));
  if (!way || !way->Transform(1, &x, &y) || !(std::abs(x) <= 180) || !(std::abs(y) <= 84)) return {};
  const int zone = std::min(60, static_cast<int>(std::floor((x + 180) / 6)) + 1);
  return "EPSG:" + std::to_string((y >= 0 ? 32600 : 32700) + zone);
}

// Metres on the ground: neither degrees nor feet nor a Mercator map that grows with the latitude.
bool inMetres(const OGRSpatialReference& crs) {
  if (crs.IsGeographic()) return false;
  if (!crs.IsProjected()) return true;
  const char* method = crs.GetAttrValue("PROJECTION");
  const bool mercator = method && (EQUAL(method, SRS_PT_MERCATOR_1SP) || EQUAL(method, SRS_PT_MERCATOR_2SP) ||
                                   EQUAL(method, "Popular Visualisation Pseudo Mercator"));
  return !mercator && std::abs(crs.GetLinearUnits() - 1) < 1e-9;
}

// What of the other system is covered from edge to edge: a turned rectangle would leave empty corners.
std::vector<std::string> innerBox(GDALDataset& dataset, const OGRSpatialReference& from, const std::string& zone) {
  double box[6] = {};
  dataset.GetGeoTransform(box);
  if (box[2] != 0 || box[4] != 0) return {};
  OGRSpatialReference source(from), target;
  target.SetFromUserInput(zone.c_str());
  source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&source, &target));
  if (!way) return {};
  const double x0 = box[0], x1 = box[0] + box[1] * dataset.GetRasterXSize();
  const double ya = box[3], yb = box[3] + box[5] * dataset.GetRasterYSize();
  const double y0 = std::min(ya, yb), y1 = std::max(ya, yb);
  double west = -1e300, east = 1e300, south = -1e300, north = 1e300;
  constexpr int parts = 32;
  for (int k = 0; k <= parts; ++k) {
    const double x = x0 + (x1 - x0) * k / parts, y = y0 + (y1 - y0) * k / parts;
    double xs[4] = {x0, x1, x, x}, ys[4] = {y, y, y0, y1};
    if (!way->Transform(4, xs, ys)) return {};
    west = std::max(west, xs[0]);
    east = std::min(east, xs[1]);
    south = std::max(south, ys[2]);
    north = std::min(north, ys[3]);
  }
  if (!(east > west && north > south)) return {};
  return {"-te", exactly(west), exactly(south), exactly(east), exactly(north)};
}

Dataset warped(GDALDataset& from, const std::vector<std::string>& words) {
  CPLStringList list;
  for (const std::string& word : words) list.AddString(word.c_str());
  for (const char* word : {"-of", "MEM", "-ot", "Float64", "-dstnodata", "nan"}) list.AddString(word);
  const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
      GDALWarpAppOptionsNew(list.List(), nullptr), GDALWarpAppOptionsFree);
  if (!options) return nullptr;
  GDALDatasetH source = GDALDataset::ToHandle(&from);
  return Dataset(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options.get(), nullptr)));
}

Result<Dataset> openedRaster(const std::filesystem::path& file, const GdalSession& session) {
  std::error_code fault;
  if (!std::filesystem::exists(file, fault))
    return about(file, failure(ErrorCode::notFound, {"there is no such file", "文件不存在"}));
  Dataset dataset(GDALDataset::Open(file.string().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!dataset)
    return about(file,
                 session.failed(ErrorCode::unreadable, {"the raster cannot be opened", "无法打开栅格文件"},
                                {"a GeoTIFF or another format that GDAL reads", "应为 GeoTIFF 等 GDAL 可读的格式"}));
  if (dataset->GetRasterCount() < 1)
    return about(file, failure(ErrorCode::invalid, {"the file has no raster band", "文件中没有栅格波段"}));
  if (std::int64_t{dataset->GetRasterXSize()} * dataset->GetRasterYSize() > mostCells)
    return about(file,
                 failure(ErrorCode::invalid, {"the raster is too large for memory: cut it to the area of interest",
                                              "栅格过大：请裁剪到所需范围"}));
  return dataset;
}

Result<Raster> contentOf(GDALDataset& dataset, const std::filesystem::path& file, const GdalSession& session) {
  Raster out;
  out.columns = dataset.GetRasterXSize();
  out.rows = dataset.GetRasterYSize();
  double box[6] = {0, 1, 0, static_cast<double>(out.rows), 0, -1};
  dataset.GetGeoTransform(box);
  if (box[2] != 0 || box[4] != 0 || box[1] <= 0 || box[5] == 0)
    return about(file, failure(ErrorCode::invalid,
                               {"the raster is turned; rows have to run from west to east", "栅格有旋转：行应由西向东"},
                               {"warp it to a coordinate system in metres first", "请先重投影为米制坐标系"}));
  out.west = box[0];
  out.cellWidth = box[1];
  out.cellHeight = std::abs(box[5]);
  out.north = box[5] < 0 ? box[3] : box[3] + box[5] * out.rows;
  if (const OGRSpatialReference* crs = dataset.GetSpatialRef()) {
    char* wkt = nullptr;
    crs->exportToWkt(&wkt);
    if (wkt) out.crs = wkt;
    CPLFree(wkt);
  }
  GDALRasterBand* band = dataset.GetRasterBand(1);
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

}  // namespace

bool Raster::coincidesWith(const Raster& other) const {
  const double near = 1e-3 * cellWidth;
  return columns == other.columns && rows == other.rows && std::abs(west - other.west) < near &&
         std::abs(north - other.north) < near && std::abs(cellWidth - other.cellWidth) * columns < near &&
         std::abs(cellHeight - other.cellHeight) * rows < near;
}

Result<Raster> readRaster(const std::filesystem::path& file) {
  GdalSession session;
  auto dataset = openedRaster(file, session);
  if (!dataset) return failure(dataset.error());
  const OGRSpatialReference* crs = (*dataset)->GetSpatialRef();
  if (!crs || inMetres(*crs)) return contentOf(**dataset, file, session);
  const std::string zone = utmOf(**dataset, *crs);
  std::vector<std::string> words{"-t_srs", zone, "-r", "bilinear"};
  if (!zone.empty())
    for (std::string& word : innerBox(**dataset, *crs, zone)) words.push_back(std::move(word));
  Dataset metres = zone.empty() ? nullptr : warped(**dataset, words);
  if (!metres)
    return about(
        file, session.failed(ErrorCode::invalid, {"the raster cannot be brought to metres", "无法将栅格投影为米制坐标"},
                             {"a coordinate system in metres, such as a UTM or Gauss-Krueger zone",
                              "应为米制坐标系，例如 UTM 或高斯-克吕格分带"}));
  return contentOf(*metres, file, session);
}

Result<Raster> readRasterOnto(const Raster& grid, const std::filesystem::path& file) {
  GdalSession session;
  auto dataset = openedRaster(file, session);
  if (!dataset) return failure(dataset.error());
  auto plain = contentOf(**dataset, file, session);
  const OGRSpatialReference* crs = (*dataset)->GetSpatialRef();
  if (plain && plain->coincidesWith(grid)) {
    OGRSpatialReference same;
    if (!crs || grid.crs.empty() || (same.SetFromUserInput(grid.crs.c_str()) == OGRERR_NONE && crs->IsSame(&same)))
      return plain;
  }
  if ((crs == nullptr) != grid.crs.empty())
    return about(file, failure(ErrorCode::invalid,
                               {"the raster lies on other cells and its coordinate system or that of the terrain is "
                                "not known",
                                "栅格与地形网格不重合，且其中一方没有坐标系"},
                               {"say the coordinate system in both files", "请在两个文件中都写明坐标系"}));
  std::vector<std::string> words{"-te",
                                 exactly(grid.west),
                                 exactly(grid.north - grid.cellHeight * grid.rows),
                                 exactly(grid.west + grid.cellWidth * grid.columns),
                                 exactly(grid.north),
                                 "-ts",
                                 std::to_string(grid.columns),
                                 std::to_string(grid.rows),
                                 "-r",
                                 "bilinear"};
  if (crs) words.insert(words.end(), {"-t_srs", grid.crs});
  Dataset onto = warped(**dataset, words);
  if (!onto)
    return about(file, session.failed(ErrorCode::invalid, {"the raster cannot be brought onto the cells of the terrain",
                                                           "无法将栅格重采样到地形网格"}));
  return contentOf(*onto, file, session);
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
