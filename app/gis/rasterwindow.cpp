// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/rasterwindow.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>

#include "gis/crsway.h"
#include "gis/gdalsession.h"

namespace fengsui {
namespace {

struct Close {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

Error about(const std::filesystem::path& file, ErrorCode code, Text message, Text remedy = {}) {
  Error error{code, std::move(message), std::move(remedy), {}};
  error.place.file = file.string();
  return error;
}

std::string exactly(double value) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

// The box around another system's image of a box, along all four sides.
std::optional<DegreeBox> boxThrough(OGRCoordinateTransformation& way, const DegreeBox& box) {
  constexpr int parts = 16;
  DegreeBox out{1e300, 1e300, -1e300, -1e300};
  for (int k = 0; k <= parts; ++k) {
    const double x = box.west + (box.east - box.west) * k / parts, y = box.south + (box.north - box.south) * k / parts;
    double xs[4] = {box.west, box.east, x, x}, ys[4] = {y, y, box.south, box.north};
    if (!way.Transform(4, xs, ys)) return std::nullopt;
    for (int i = 0; i < 4; ++i) {
      out.west = std::min(out.west, xs[i]);
      out.east = std::max(out.east, xs[i]);
      out.south = std::min(out.south, ys[i]);
      out.north = std::max(out.north, ys[i]);
    }
  }
  return out;
}

}  // namespace

Result<DegreeBox> DegreeBox::parse(const std::string& text) {
  std::array<double, 4> n{};
  const char* at = text.data();
  const char* const end = at + text.size();
  bool good = true;
  for (std::size_t i = 0; i < 4 && good; ++i) {
    while (at != end && *at == ' ') ++at;
    const auto [next, fault] = std::from_chars(at, end, n[i]);
    good = fault == std::errc() && std::isfinite(n[i]) && (i == 3 ? next == end : next != end && *next == ',');
    at = next + 1;
  }
  if (good && n[0] < n[2] && n[1] < n[3] && std::abs(n[0]) <= 180 && n[2] <= 180 && std::abs(n[1]) <= 84 && n[3] <= 84)
    return DegreeBox{n[0], n[1], n[2], n[3]};
  return failure(
      ErrorCode::invalid, {"\"" + text + "\" is no area", "“" + text + "”不是范围"},
      {"west,south,east,north in degrees: 116.5,40.4,116.7,40.6", "应为 西,南,东,北（度）：116.5,40.4,116.7,40.6"});
}

Result<Raster> readRasterWindow(const std::filesystem::path& file, const std::optional<DegreeBox>& box, double cellM,
                                std::int64_t cellsAtMost, const std::stop_token& stop) {
  GdalSession session;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    return failure(about(file, ErrorCode::notFound, {"there is no such file", "文件不存在"}));
  const Dataset dataset(GDALDataset::Open(file.string().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  const OGRSpatialReference* crs = dataset ? dataset->GetSpatialRef() : nullptr;
  double grid[6] = {};
  if (!dataset || dataset->GetRasterCount() < 1)
    return failure(about(file, ErrorCode::unreadable, {"the raster cannot be opened", "无法打开栅格文件"}));
  if (!crs || dataset->GetGeoTransform(grid) != CE_None || grid[2] != 0 || grid[4] != 0)
    return failure(
        about(file, ErrorCode::invalid, {"the raster does not say where on Earth it lies", "栅格没有坐标系或有旋转"}));
  OGRSpatialReference degrees;
  degrees.SetWellKnownGeogCS("WGS84");
  const CrsWay toDegrees = wayBetween(*crs, degrees);
  const double ya = grid[3], yb = grid[3] + grid[5] * dataset->GetRasterYSize();
  const DegreeBox whole{grid[0], std::min(ya, yb), grid[0] + grid[1] * dataset->GetRasterXSize(), std::max(ya, yb)};
  auto around = toDegrees ? boxThrough(*toDegrees, whole) : std::nullopt;
  if (!around)
    return failure(about(file, ErrorCode::invalid, {"the raster lies nowhere on Earth", "栅格位置不在地球上"}));
  DegreeBox part = *around;
  if (box) {
    part = {std::max(part.west, box->west), std::max(part.south, box->south), std::min(part.east, box->east),
            std::min(part.north, box->north)};
    if (!(part.west < part.east && part.south < part.north))
      return failure(about(file, ErrorCode::invalid, {"the terrain does not cover the area", "地形未覆盖所选范围"},
                           {"it covers " + exactly(around->west) + "," + exactly(around->south) + "," +
                                exactly(around->east) + "," + exactly(around->north),
                            "其范围为 " + exactly(around->west) + "," + exactly(around->south) + "," +
                                exactly(around->east) + "," + exactly(around->north)}));
  }
  const double middle = (part.west + part.east) / 2;
  const int zone = std::clamp(static_cast<int>(std::floor((middle + 180) / 6)) + 1, 1, 60);
  const std::string utm = "EPSG:" + std::to_string((part.south + part.north >= 0 ? 32600 : 32700) + zone);
  OGRSpatialReference metres;
  metres.SetFromUserInput(utm.c_str());
  const CrsWay toMetres = wayBetween(degrees, metres);
  const auto target = toMetres ? boxThrough(*toMetres, part) : std::nullopt;
  if (!target)
    return failure(
        about(file, ErrorCode::invalid, {"the raster cannot be brought to metres", "无法将栅格投影为米制坐标"}));
  // The cell of the file on the ground: from its size in degrees at the middle of the part.
  const double fileCell = [&] {
    const double share = (around->north - around->south) / dataset->GetRasterYSize();
    return share * 111'320;
  }();
  const double cell = cellM > 0 ? cellM : std::max(0.1, std::round(fileCell * 10) / 10);
  const double width = target->east - target->west, height = target->north - target->south;
  const double across = std::ceil(width / cell), down = std::ceil(height / cell);
  if (!(across * down <= static_cast<double>(cellsAtMost))) {
    const auto fits = [&](double size) {
      return std::ceil(width / size) * std::ceil(height / size) <= static_cast<double>(cellsAtMost);
    };
    double size = std::ceil(std::sqrt(width * height / static_cast<double>(std::max<std::int64_t>(1, cellsAtMost))));
    while (!fits(size) && size < std::max(width, height)) ++size;
    const std::string enough = std::to_string(std::llround(size));
    // So many that nobody reads the number are only said to be too many.
    const std::string many = across * down < 1e15 ? std::to_string(std::llround(across * down)) + " " : "";
    return failure(about(
        file, ErrorCode::invalid,
        {"the area has " + (many.empty() ? "far too many " : many) + "cells, more than " + std::to_string(cellsAtMost),
         "该范围的网格" + (many.empty() ? "过多" : "有 " + many + "个") + "，超过 " + std::to_string(cellsAtMost)},
        {"a smaller area, or cells of " + enough + " m", "请缩小范围，或用 " + enough + " 米网格"}));
  }
  const auto columns = static_cast<std::int64_t>(across), rows = static_cast<std::int64_t>(down);
  CPLStringList words;
  for (const std::string& word :
       {std::string("-t_srs"), utm, std::string("-te"), exactly(target->west),
        exactly(target->north - static_cast<double>(rows) * cell),
        exactly(target->west + static_cast<double>(columns) * cell), exactly(target->north), std::string("-ts"),
        std::to_string(columns), std::to_string(rows), std::string("-r"),
        std::string(cell > 1.5 * fileCell ? "average" : "bilinear"), std::string("-of"), std::string("MEM"),
        std::string("-ot"), std::string("Float64"), std::string("-dstnodata"), std::string("nan")})
    words.AddString(word.c_str());
  const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
      GDALWarpAppOptionsNew(words.List(), nullptr), GDALWarpAppOptionsFree);
  const auto goesOn = [](double, const char*, void* asked) -> int {
    return !static_cast<const std::stop_token*>(asked)->stop_requested();
  };
  GDALWarpAppOptionsSetProgress(options.get(), goesOn, const_cast<std::stop_token*>(&stop));
  GDALDatasetH source = GDALDataset::ToHandle(dataset.get());
  const Dataset warped(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options.get(), nullptr)));
  if (stop.stop_requested()) return failure(about(file, ErrorCode::refused, {"it was stopped", "已停止"}));
  if (!warped) return failure(about(file, ErrorCode::unreadable, {"the raster cannot be read", "栅格无法读取"}));
  Raster out;
  out.columns = static_cast<int>(columns);
  out.rows = static_cast<int>(rows);
  out.west = target->west;
  out.north = target->north;
  out.cellWidth = out.cellHeight = cell;
  char* wkt = nullptr;
  metres.exportToWkt(&wkt);
  if (wkt) out.crs = wkt;
  CPLFree(wkt);
  out.values.resize(static_cast<std::size_t>(columns * rows));
  if (warped->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, out.columns, out.rows, out.values.data(), out.columns, out.rows,
                                         GDT_Float64, 0, 0, nullptr) != CE_None)
    return failure(about(file, ErrorCode::unreadable, {"the raster cannot be read to its end", "栅格读取不完整"}));
  for (double& value : out.values)
    if (!std::isfinite(value)) value = std::numeric_limits<double>::quiet_NaN();
  return out;
}

std::optional<std::int32_t> cellAt(const Raster& raster, Position place) {
  const GdalSession quiet;
  OGRSpatialReference degrees, own;
  degrees.SetWellKnownGeogCS("WGS84");
  if (raster.crs.empty() || own.SetFromUserInput(raster.crs.c_str()) != OGRERR_NONE) return std::nullopt;
  const CrsWay way = wayBetween(degrees, own);
  double x = place.lonDeg(), y = place.latDeg();
  if (!way || !way->Transform(1, &x, &y)) return std::nullopt;
  const double column = std::floor((x - raster.west) / raster.cellWidth);
  const double row = std::floor((raster.north - y) / raster.cellHeight);
  if (!(column >= 0 && row >= 0 && column < raster.columns && row < raster.rows)) return std::nullopt;
  return static_cast<std::int32_t>(row) * raster.columns + static_cast<std::int32_t>(column);
}

}  // namespace fengsui
