// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapframes.h"

namespace fengsui::flood {

HazardLayer depthLayer() {
  HazardLayer out;
  out.code = "depth";
  out.en = "water depth";
  out.zh = "水深";
  out.unit = "m";
  out.step = 0.01;
  out.ramp = "water";
  out.classes = {{0.05, "#A9D6F599", "wet feet", "没过脚面"},
                 {0.15, "#5FB0E8B3", "cars turn back", "车辆劝返"},
                 {0.27, "#2B83CBC0", "closed to traffic", "断路"},
                 {0.5, "#1F5CABCC", "people lose their footing", "行人站不稳"},
                 {1.0, "#3A3A99D0", "up to window sills", "淹到窗台"},
                 {2.0, "#5B1F73D9", "over people's heads", "没顶"}};
  return out;
}

Result<std::optional<MapFrames>> MapFrames::begin(const Raster& ground, const std::filesystem::path& folder,
                                                  const FramesHeader& header) {
  std::error_code ignored;
  for (const char* name : {"depth.frames", "depth_max.frames"}) std::filesystem::remove(folder / name, ignored);
  auto grid = webGridOver(ground);
  if (!grid) return std::optional<MapFrames>();
  FramesHeader own = header;
  own.grid = {grid->columns, grid->rows, grid->west, grid->north, grid->cell};
  auto writer = FramesWriter::create(folder / "depth.frames", own);
  if (!writer) return failure(writer.error());
  return std::optional<MapFrames>(MapFrames(std::move(*writer), std::move(own),
                                            std::make_shared<const WebGrid>(std::move(*grid)), ground.columns, folder));
}

}  // namespace fengsui::flood
