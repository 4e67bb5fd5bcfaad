// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenance.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/digest.h"

namespace fengsui::flood {
namespace {

Json digestOf(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return nullptr;
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  return hex(blake2b(bytes));
}

const char* nameOf(InstructionSet set) {
  switch (set) {
    case InstructionSet::avx512:
      return "AVX-512";
    case InstructionSet::avx2:
      return "AVX2";
    case InstructionSet::baseline:
      break;
  }
  return "baseline";
}

std::string shortly(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

}  // namespace

Json provenanceOf(const Scenario& scenario, const SettingValues& values) {
  Json files = Json::array();
  for (const InputFile& file : scenario.files)
    files.push_back({{"setting", file.setting}, {"path", file.path}, {"blake2b", digestOf(file.path)}});
  const Raster& g = scenario.ground;
  return {{"model", "flood"},
          {"method", "2-D shallow water, finite volume, HLLC, hydrostatic reconstruction"},
          {"inputs", files},
          {"settings", values.json()},
          {"terrain",
           {{"columns", g.columns},
            {"rows", g.rows},
            {"cell_m", {g.cellWidth, g.cellHeight}},
            {"west", g.west},
            {"north", g.north},
            {"crs", g.crs}}},
          {"instructions", nameOf(scenario.numerics.instructions)}};
}

Json caveatsOf(const Scenario& scenario, double massError) {
  Json out = Json::array();
  const auto say = [&](const std::string& en, const std::string& zh) { out.push_back({{"en", en}, {"zh", zh}}); };
  const std::string cell = shortly(std::max(scenario.terrain.dx, scenario.terrain.dy));
  say("what is smaller than a cell of " + cell + " m (kerbs, walls, culverts, narrow streams) is not seen",
      "小于 " + cell + " 米网格的地物（路缘、围墙、涵洞、小沟）未能体现");
  const auto holes =
      std::count_if(scenario.terrain.bed.begin(), scenario.terrain.bed.end(), [](double z) { return std::isnan(z); });
  if (holes > 0) {
    const std::string share =
        shortly(100.0 * static_cast<double>(holes) / static_cast<double>(scenario.terrain.bed.size()));
    if (scenario.forcing.openHoles)
      say(share + " % of the cells have no elevation; water that comes to them leaves",
          share + "% 的网格缺少高程，水流至此流出");
    else
      say(share + " % of the cells have no elevation; they are taken as walls", share + "% 的网格缺少高程，按固壁处理");
  }
  const Forcing& forcing = scenario.forcing;
  if (forcing.manning.cells.empty())
    say("one roughness everywhere (n = " + shortly(forcing.manning.uniform) + ")",
        "全域采用同一糙率（n = " + shortly(forcing.manning.uniform) + "）");
  const bool rain = forcing.rain.rate.highest() > 0 || !forcing.rain.frames.empty();
  if (rain && forcing.infiltration.kind == Infiltration::Kind::none)
    say("no infiltration: all rain runs off", "未计下渗，降雨全部产流");
  if (rain && !forcing.drainage.given()) say("no drains: pipes take nothing", "未计管网排水");
  if (scenario.ground.crs.empty())
    say("the terrain does not name its coordinate system; lengths are taken as metres", "地形未注明坐标系，长度按米计");
  if (scenario.numerics.order == 1)
    say("first order: fronts are smeared, peaks are lower than they would be, and depths on slopes of wide cells are "
        "up "
        "to a fifth off",
        "一阶精度：锋面被抹平，峰值偏低；大网格坡面水深误差可达两成");
  const double limit = scenario.single ? 1e-5 : 1e-9;
  if (massError > limit)
    say("the water balance is off by " + shortly(100 * massError) + " %",
        "水量平衡误差 " + shortly(100 * massError) + "%");
  return out;
}

}  // namespace fengsui::flood
