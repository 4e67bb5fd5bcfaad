// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <algorithm>
#include <cmath>

namespace fengsui::flood {
namespace {

// 2^28 cells are 20 GB: more than any seat has.
constexpr std::size_t mostCells = std::size_t{1} << 28;

tl::unexpected<Error> bad(const std::string& en, const std::string& zh) {
  return failure(ErrorCode::invalid, {en, zh});
}

std::string number(double value) {
  std::string text = std::to_string(value);
  while (text.size() > 1 && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string placeOf(const GridShape& shape, std::size_t at) {
  const auto columns = static_cast<std::size_t>(shape.columns);
  return "(" + std::to_string(at % columns) + ", " + std::to_string(at / columns) + ")";
}

template <class Values>
Outcome within(const GridShape& shape, const Values& values, double least, double most, const Text& name) {
  if (values.empty()) return {};
  if (values.size() != shape.cells())
    return bad(
        name.en + " has " + std::to_string(values.size()) + " cells, the terrain " + std::to_string(shape.cells()),
        name.zh + "有 " + std::to_string(values.size()) + " 个网格，地形有 " + std::to_string(shape.cells()) + " 个");
  for (std::size_t at = 0; at < values.size(); ++at) {
    const double value = static_cast<double>(values[at]);
    if (value >= least && value <= most) continue;
    return bad(name.en + " is " + number(value) + " at cell " + placeOf(shape, at) + "; it lies between " +
                   number(least) + " and " + number(most),
               name.zh + "在网格 " + placeOf(shape, at) + " 为 " + number(value) + "，应在 " + number(least) + " 与 " +
                   number(most) + " 之间");
  }
  return {};
}

Outcome propertyWithin(const GridShape& shape, const Property& property, double least, double most, const Text& name) {
  if (property.cells.empty()) return within(GridShape{1, 1}, std::vector<double>{property.uniform}, least, most, name);
  return within(shape, property.cells, least, most, name);
}

Outcome seriesWithin(const Series& series, double least, double most, const Text& name) {
  double before = -1e300;
  for (const auto& [time, value] : series.points()) {
    if (!std::isfinite(time) || time < before)
      return bad(name.en + ": the times do not ascend at " + number(time) + " s",
                 name.zh + "：时间未递增（" + number(time) + " 秒处）");
    before = time;
    if (!(value >= least && value <= most))
      return bad(name.en + " is " + number(value) + " at " + number(time) + " s; it lies between " + number(least) +
                     " and " + number(most),
                 name.zh + "在 " + number(time) + " 秒为 " + number(value) + "，应在 " + number(least) + " 与 " +
                     number(most) + " 之间");
  }
  return {};
}

Text sideName(std::size_t side) {
  static const Text names[] = {{"west", "西"}, {"east", "东"}, {"north", "北"}, {"south", "南"}};
  return {"the boundary in the " + names[side].en, names[side].zh + "边界"};
}

}  // namespace

Outcome checkTerrain(const Terrain& terrain) {
  if (terrain.shape.columns < 1 || terrain.shape.rows < 1) return bad("the terrain has no cells", "地形没有网格");
  if (terrain.shape.cells() > mostCells)
    return bad("the terrain has more cells than fit in memory: cut it to the area of interest, or use larger cells",
               "地形网格过多，内存无法容纳：请裁剪范围或加大网格");
  if (!(terrain.dx > 0 && terrain.dy > 0 && std::isfinite(terrain.dx) && std::isfinite(terrain.dy)))
    return bad("the cell size of the terrain is not a length in metres", "地形网格尺寸不是以米为单位的长度");
  if (terrain.bed.size() != terrain.shape.cells())
    return bad("the terrain has " + std::to_string(terrain.bed.size()) + " elevations for " +
                   std::to_string(terrain.shape.cells()) + " cells",
               "地形有 " + std::to_string(terrain.bed.size()) + " 个高程、" + std::to_string(terrain.shape.cells()) +
                   " 个网格");
  bool ground = false;
  for (std::size_t at = 0; at < terrain.bed.size(); ++at) {
    const double z = terrain.bed[at];
    if (std::isnan(z)) continue;
    ground = true;
    if (std::abs(z) > 12000)
      return bad("the elevation at cell " + placeOf(terrain.shape, at) + " is " + number(z) + " m",
                 "网格 " + placeOf(terrain.shape, at) + " 的高程为 " + number(z) + " 米");
  }
  if (!ground) return bad("the terrain has no elevation anywhere", "地形全部缺少高程");
  return {};
}

Outcome checkForcing(const GridShape& shape, const Forcing& forcing) {
  for (std::size_t side = 0; side < 4; ++side) {
    const Boundary& boundary = forcing.boundaries[side];
    const bool bare = boundary.kind == Boundary::Kind::wall || boundary.kind == Boundary::Kind::open ||
                      boundary.kind == Boundary::Kind::fall;
    if (!bare && boundary.value.empty())
      return bad(sideName(side).en + " has no value", sideName(side).zh + "没有数值");
    const double least = boundary.kind == Boundary::Kind::level ? -12000 : 0;
    if (auto fine = seriesWithin(boundary.value, least, 1e6, sideName(side)); !fine) return fine;
  }
  if (auto fine = seriesWithin(forcing.rain.rate, 0, 1e-3, {"the rain in m/s", "降雨（米/秒）"}); !fine) return fine;
  for (const auto& frame : forcing.rain.frames)
    if (auto fine = within(shape, frame.rate, 0, 1e-3, {"the rain in m/s", "降雨（米/秒）"}); !fine) return fine;
  const auto& soil = forcing.infiltration;
  if (soil.kind == Infiltration::Kind::curveNumber)
    if (auto fine = propertyWithin(shape, soil.curveNumber, 1, 100, {"the curve number", "径流曲线数"}); !fine)
      return fine;
  if (auto fine = propertyWithin(shape, soil.rate, 0, 0.1, {"the infiltration in m/s", "下渗率（米/秒）"}); !fine)
    return fine;
  if (!(soil.initialShare >= 0 && soil.initialShare <= 1))
    return bad("the initial abstraction is a share from 0 to 1 of the retention", "初损应为潜在滞留量的 0 至 1");
  if (!(soil.suctionHeadM >= 0 && soil.suctionHeadM <= 10))
    return bad("the suction head lies between 0 and 10 m", "土壤吸力水头应在 0 至 10 米之间");
  if (!(soil.moistureDeficit >= 0 && soil.moistureDeficit <= 1))
    return bad("the moisture deficit lies between 0 and 1", "土壤含水量亏缺应在 0 至 1 之间");
  if (auto fine = propertyWithin(shape, forcing.drainage, 0, 0.1, {"the drainage in m/s", "排水能力（米/秒）"}); !fine)
    return fine;
  if (auto fine = propertyWithin(shape, forcing.manning, 0, 2, {"Manning's n", "曼宁糙率 n"}); !fine) return fine;
  for (const Inflow& inflow : forcing.inflows) {
    const Text name{"the inflow " + inflow.name, "入流" + inflow.name};
    if (inflow.cells.empty()) return bad(name.en + " lies outside the terrain", name.zh + "在地形范围之外");
    for (const auto& [i, j] : inflow.cells)
      if (i < 0 || j < 0 || i >= shape.columns || j >= shape.rows)
        return bad(name.en + " lies outside the terrain", name.zh + "在地形范围之外");
    if (auto fine = seriesWithin(inflow.discharge, 0, 1e6, name); !fine) return fine;
  }
  return {};
}

Outcome checkNumerics(const Numerics& n) {
  if (n.order != 1 && n.order != 2) return bad("the order is 1 or 2", "精度阶数应为 1 或 2");
  if (!(n.courant > 0 && n.courant <= 0.5))
    return bad("the Courant number lies between 0 and 0.5", "库朗数应在 0 至 0.5 之间");
  if (!(n.dryDepthM > 0 && n.dryDepthM <= 0.1))
    return bad("the dry depth lies between 0 and 0.1 m", "干湿界限应在 0 至 0.1 米之间");
  if (!(n.longestStepS > 0 && std::isfinite(n.longestStepS)))
    return bad("the longest step is more than 0 s", "最长时间步应大于 0 秒");
  if (!(n.steepestSlope > 0)) return bad("the steepest slope is more than 0", "最大坡度应大于 0");
  if (n.threads < 1 || n.threads > 256) return bad("there are 1 to 256 threads", "线程数应为 1 至 256");
  if (n.recordEvery < 1) return bad("maxima are looked at every step or less often", "极值记录间隔至少为 1 步");
  if (!(n.thresholdM > 0)) return bad("the depth of arrival is more than 0 m", "到达水深界限应大于 0 米");
  return {};
}

Outcome checkStart(const GridShape& shape, const std::vector<double>& depth, const std::vector<double>& u,
                   const std::vector<double>& v) {
  if (auto fine = within(shape, depth, 0, 5000, {"the initial depth", "初始水深"}); !fine) return fine;
  if (auto fine = within(shape, u, -200, 200, {"the initial velocity", "初始流速"}); !fine) return fine;
  return within(shape, v, -200, 200, {"the initial velocity", "初始流速"});
}

}  // namespace fengsui::flood
