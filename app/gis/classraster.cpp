// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/classraster.h"

#include <cpl_string.h>
#include <gdal_priv.h>

#include <cstdlib>
#include <memory>

#include "gis/gdalsession.h"

namespace fengsui {
namespace {

struct Closes {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Closes>;

GDALColorEntry colourOf(const std::string& written) {
  const auto part = [&](std::size_t at) {
    return static_cast<short>(std::strtol(written.substr(at, 2).c_str(), nullptr, 16));
  };
  return {part(1), part(3), part(5), 255};
}

}  // namespace

Outcome writeClasses(const ClassRaster& raster, const std::filesystem::path& file) {
  GdalSession session;
  std::filesystem::path part = file;
  part += ".part";
  Dataset dataset;
  const auto failed = [&] {
    dataset.reset();
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    auto why = session.failed(ErrorCode::io, {"the raster cannot be written", "无法写入栅格文件"});
    why.value().place.file = file.string();
    return why;
  };
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  if (!driver) return failed();
  CPLStringList options;
  options.SetNameValue("COMPRESS", "DEFLATE");
  options.SetNameValue("TILED", raster.columns > 512 ? "YES" : "NO");
  dataset.reset(driver->Create(part.string().c_str(), raster.columns, raster.rows, 1, GDT_Byte, options.List()));
  if (!dataset) return failed();
  double box[6] = {raster.west, raster.cellWidth, 0, raster.north, 0, -raster.cellHeight};
  dataset->SetGeoTransform(box);
  if (!raster.crs.empty()) dataset->SetProjection(raster.crs.c_str());
  GDALRasterBand* band = dataset->GetRasterBand(1);
  band->SetNoDataValue(0);
  GDALColorTable colours;
  char** names = nullptr;
  std::size_t next = 0;
  for (int value = 0; value < 256 && next < raster.classes.size(); ++value) {
    const bool named = raster.classes[next].value == value;
    names = CSLAddString(names, named ? raster.classes[next].name.c_str() : "");
    if (!named) continue;
    if (raster.classes[next].colour.size() == 7) {
      const GDALColorEntry colour = colourOf(raster.classes[next].colour);
      colours.SetColorEntry(value, &colour);
    }
    ++next;
  }
  const bool described = band->SetCategoryNames(names) == CE_None && band->SetColorTable(&colours) == CE_None;
  CSLDestroy(names);
  std::vector<std::uint8_t> cells = raster.cells;
  if (!described || band->RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, cells.data(), raster.columns,
                                   raster.rows, GDT_Byte, 0, 0, nullptr) != CE_None)
    return failed();
  dataset->FlushCache();
  dataset.reset();
  if (session.failed()) return failed();
  std::error_code moved;
  std::filesystem::rename(part, file, moved);
  // The names of the classes stand beside it.
  std::filesystem::path names1 = part, names2 = file;
  names1 += ".aux.xml";
  names2 += ".aux.xml";
  std::error_code quiet;
  if (!moved && std::filesystem::exists(names1, quiet)) std::filesystem::rename(names1, names2, moved);
  if (moved) {
    Error error{
        ErrorCode::io,
        {"the raster cannot be moved to its place: " + moved.message(), "无法将栅格移至目标位置：" + moved.message()},
        {},
        {}};
    error.place.file = file.string();
    return failure(std::move(error));
  }
  return {};
}

}  // namespace fengsui
