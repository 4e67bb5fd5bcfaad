// SPDX-License-Identifier: GPL-3.0-or-later
#include "damwater.h"

#include <cmath>

#include "csvrows.h"
#include "dambreak.h"
#include "gis/rasterwindow.h"

namespace fengsui::flood {
namespace {

std::size_t indexOf(const Raster& ground, Cell cell) {
  return static_cast<std::size_t>(cell.second) * static_cast<std::size_t>(ground.columns) +
         static_cast<std::size_t>(cell.first);
}

Result<Cell> placeOf(const Inputs& reader, const Raster& ground, std::string_view setting) {
  const std::string& text = reader.values().text(setting);
  if (text.empty())
    return settingFailure(setting, text, {"the place is missing", "缺少位置"}, {"longitude,latitude", "经度,纬度"});
  Cell cell;
  if (ground.crs.empty()) {
    const CsvRow parts = partsOf(text);
    if (parts.size() != 2) return settingFailure(setting, text, {"this is no point", "不是坐标点"}, {"x,y", "x,y"});
    const auto found = reader.cellAt(setting, parts[0], parts[1]);
    if (!found) return failure(found.error());
    cell = *found;
  } else {
    const auto place = Position::parse(text);
    if (!place)
      return settingFailure(setting, text, {"this is no place", "不是位置"}, {"longitude,latitude", "经度,纬度"});
    const auto at = cellAt(ground, *place);
    if (!at) return settingFailure(setting, text, {"the place lies outside the terrain", "位置在地形范围之外"});
    cell = {*at % ground.columns, *at / ground.columns};
  }
  if (std::isnan(ground.values[indexOf(ground, cell)]))
    return settingFailure(setting, text, {"the terrain has no elevation there", "该处缺少高程"});
  return cell;
}

// Water that comes through a breach does not stand as a tower on one cell, nor does it spring from the slopes beside.
std::vector<Cell> breachCells(const Raster& ground, Cell centre, double widthM, double heightM) {
  std::vector<Cell> out;
  const double bed = ground.values[indexOf(ground, centre)];
  const int right = static_cast<int>(widthM / 2 / ground.cellWidth),
            down = static_cast<int>(widthM / 2 / ground.cellHeight);
  for (int j = -down; j <= down; ++j)
    for (int i = -right; i <= right; ++i) {
      const Cell cell{centre.first + i, centre.second + j};
      if (cell.first < 0 || cell.second < 0 || cell.first >= ground.columns || cell.second >= ground.rows) continue;
      if (std::hypot(i * ground.cellWidth, j * ground.cellHeight) > widthM / 2) continue;
      // A comparison with not-a-number is false.
      if (ground.values[indexOf(ground, cell)] <= bed + heightM / 4) out.push_back(cell);
    }
  return out;
}

}  // namespace

Result<std::vector<Inflow>> damWater(Inputs& reader, const Raster& ground) {
  const SettingValues& values = reader.values();
  std::vector<Inflow> out;
  if (values.said("release")) {
    auto series = reader.series("release", values.text("release"), 1);
    if (!series) return failure(series.error());
    const auto cell = placeOf(reader, ground, "release.at");
    if (!cell) return failure(cell.error());
    out.push_back({"release", {*cell}, std::move(*series)});
  } else if (values.said("release.at")) {
    return settingFailure("release", {}, {"the discharge of the release is missing", "缺少泄流量"},
                          {"release=300 or release=\"0:100 3600:300\" in m3/s",
                           "release=300 或 release=\"0:100 3600:300\"（立方米/秒）"});
  }
  if (!values.said("dambreak.at")) return out;
  const double volume = values.said("dambreak.volume") ? values.number("dambreak.volume") : 0;
  const double height = values.said("dambreak.height") ? values.number("dambreak.height") : 0;
  for (const auto& [name, value] : {std::pair("dambreak.volume", volume), {"dambreak.height", height}})
    if (value <= 0)
      return settingFailure(
          name, values.text(name),
          {"a dam break needs the water in the reservoir and its height", "溃坝推演需给出库容与坝前水深"});
  const auto cell = placeOf(reader, ground, "dambreak.at");
  if (!cell) return failure(cell.error());
  out.push_back({"dambreak", breachCells(ground, *cell, damBreakOf(volume, height).widthM, height),
                 damBreakHydrograph(volume, height, values.number("dambreak.time"))});
  return out;
}

}  // namespace fengsui::flood
