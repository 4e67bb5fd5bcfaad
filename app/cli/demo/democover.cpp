// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/democover.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "gis/classraster.h"
#include "gis/demo/cover.h"
#include "gis/demo/terrainfile.h"

namespace fengsui::demo {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

ClassRaster gridOf(const Raster<std::uint8_t>& raster, std::span<const CoverClass> classes) {
  const Frame& frame = raster.frame;
  ClassRaster out;
  out.columns = frame.cols;
  out.rows = frame.rows;
  out.cellWidth = frame.cellM / kMetresPerDegreeEast;
  out.cellHeight = frame.cellM / kMetresPerDegreeNorth;
  out.west = kWestDeg;
  out.north = kSouthDeg + out.cellHeight * frame.rows;
  out.crs = "EPSG:4326";
  out.cells.reserve(raster.cells.size());
  for (int row = frame.rows - 1; row >= 0; --row)
    for (int col = 0; col < frame.cols; ++col) out.cells.push_back(raster.at(col, row));
  for (const CoverClass& one : classes)
    out.classes.push_back({one.value, std::string(one.code) + ' ' + one.name.zh + " / " + one.name.en, one.colour});
  return out;
}

ordered_json described(const char* file, double cellM, std::span<const CoverClass> classes) {
  ordered_json out{{"file", file}, {"cellM", cellM}, {"classes", ordered_json::array()}};
  for (const CoverClass& one : classes) {
    ordered_json line{{"value", one.value}, {"code", one.code}, {"en", one.name.en}, {"zh", one.name.zh}};
    if (one.manning > 0) line["manning"] = one.manning;
    out["classes"].push_back(std::move(line));
  }
  return out;
}

}  // namespace

Outcome writeCover(const DemoDistrict& district, const fs::path& folder) {
  const double cellM = district.land.frame.cellM;
  if (auto done = writeClasses(gridOf(landCoverOf(district), landClasses()), folder / "landcover.tif"); !done)
    return done;
  if (auto done = writeClasses(gridOf(fuelOf(district), fuelClasses()), folder / "fuel.tif"); !done) return done;
  const fs::path file = folder / "district.json";
  std::ifstream in(file);
  ordered_json json = ordered_json::parse(in, nullptr, false);
  if (!json.is_object()) {
    Error error{ErrorCode::damaged, {"the district's description cannot be read", "辖区说明文件无法读取"}, {}, {}};
    error.place.file = file.string();
    return failure(std::move(error));
  }
  json["landCover"] = described("landcover.tif", cellM, landClasses());
  json["landCover"]["manningSource"] = "illustrative, not calibrated · 示例取值，未率定";
  json["fuel"] = described("fuel.tif", cellM, fuelClasses());
  json["fuel"]["scheme"] = "Scott and Burgan (2005), RMRS-GTR-153";
  json["fuel"]["source"] = "derived from land cover, aspect and height · 由地表覆盖、坡向和高程推得";
  return writeBytes(file, json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n');
}

}  // namespace fengsui::demo
