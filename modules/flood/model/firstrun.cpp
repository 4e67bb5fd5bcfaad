// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstrun.h"

#include <algorithm>
#include <cmath>

#include "field.h"
#include "firstlook.h"
#include "gis/rasterwindow.h"
#include "mapframes.h"

namespace fengsui::flood {
namespace {

Result<std::vector<float>> depthsOf(const SettingValues& values, const Raster& ground) {
  if (values.text("method") == "rise") return depthByStreamRise(ground, values.number("rise"), values.number("stream"));
  if (!values.said("level"))
    return settingFailure("level", {}, {"a pool needs its level", "缺少淹没水位"},
                          {"level=VALUE in m", "level=数值（米）"});
  const auto from = Position::parse(values.text("from"));
  if (!from)
    return settingFailure("from", values.text("from"),
                          {"a pool needs the place from which it spreads", "缺少水面所在位置"},
                          {"from=longitude,latitude", "from=经度,纬度"});
  const auto cell = cellAt(ground, *from);
  if (!cell)
    return settingFailure("from", values.text("from"), {"the place lies outside of the terrain", "位置在地形范围之外"});
  const double bed = ground.values[static_cast<std::size_t>(*cell)];
  if (!(bed < values.number("level")))
    return settingFailure("level", values.text("level"),
                          {"the ground there is at " + std::to_string(std::llround(bed)) + " m, above the level",
                           "该处地面 " + std::to_string(std::llround(bed)) + " 米，高于水位"});
  return depthByLevel(ground, values.number("level"), {*cell});
}

}  // namespace

Result<Forecast> firstLook(const SettingValues& values, const RunRequest& request, const FramesHeader& header) {
  const auto ground = readRaster(values.text("dem"));
  if (!ground) {
    Error error = ground.error();
    error.place.field = "dem";
    return failure(error);
  }
  const auto depths = depthsOf(values, *ground);
  if (!depths) return failure(depths.error());
  Raster out = *ground;
  for (std::size_t i = 0; i < out.values.size(); ++i)
    if (!std::isnan(out.values[i])) out.values[i] = static_cast<double>((*depths)[i]);
  if (auto fine = writeRaster(out, request.out / "depth_max.tif", "m"); !fine) return failure(fine.error());
  auto frames = MapFrames::begin(*ground, request.out, header);
  if (!frames) return failure(frames.error());
  Forecast forecast;
  if (*frames) {
    if (auto fine = (*frames)->addCells(0, *depths); !fine) return failure(fine.error());
    forecast.frames = "depth.frames";
  }
  forecast.files = {{"depth_max.tif", {"depth", "水深"}, "m"}};
  forecast.confidence = {{"a first look: it says where water may get to, not when, and asks no volume",
                          "快速估算：只说明水可能到哪里，不含时间，也未核对水量"}};
  double volume = 0;
  long flooded = 0;
  for (const float depth : *depths) {
    volume += static_cast<double>(depth);
    flooded += depth >= 0.15F;
  }
  const double cell = ground->cellWidth * ground->cellHeight;
  forecast.summary = {{"method", values.text("method")},
                      {"flooded_area_m2", static_cast<double>(flooded) * cell},
                      {"volume_m3", volume * cell}};
  forecast.provenance = {{"settings", values.json()}};
  return forecast;
}

}  // namespace fengsui::flood
