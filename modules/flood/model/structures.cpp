// SPDX-License-Identifier: GPL-3.0-or-later
#include "structures.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "solver.h"

namespace fengsui::flood {
namespace {

tl::unexpected<Error> bad(const std::string& name, const Text& why) {
  return failure(ErrorCode::invalid, {"the structure " + name + ": " + why.en, "工程“" + name + "”：" + why.zh});
}

bool within(double value, double least, double most) {
  return value >= least && value <= most;
}

Outcome onGround(const Terrain& terrain, const std::string& name, const std::vector<Cell>& cells) {
  for (const auto& [i, j] : cells) {
    const GridShape& shape = terrain.shape;
    if (i < 0 || j < 0 || i >= shape.columns || j >= shape.rows)
      return bad(name, {"it lies outside the terrain", "在地形范围之外"});
    const auto at = static_cast<std::size_t>(j) * static_cast<std::size_t>(shape.columns) + static_cast<std::size_t>(i);
    if (std::isnan(terrain.bed[at])) return bad(name, {"there is no elevation where it stands", "所在处缺少高程"});
  }
  return {};
}

Outcome check(const Terrain& terrain, const Pump& pump) {
  if (!within(pump.rate, 0, 1e4))
    return bad(pump.name, {"a pump takes 0 to 10000 m3/s", "抽排流量应在 0 至 10000 之间"});
  if (!(within(pump.offM, 0, 1000) && within(pump.onM, pump.offM, 1000)))
    return bad(pump.name, {"it starts at a depth of 0 m or more, and stops at that depth or a lower one",
                           "启动水深应不小于停机水深，均不小于 0"});
  if (!(std::isfinite(pump.fromS) && pump.untilS >= pump.fromS))
    return bad(pump.name, {"it ends before it begins", "结束时刻早于开始时刻"});
  if (auto fine = onGround(terrain, pump.name, {pump.from}); !fine) return fine;
  return pump.to ? onGround(terrain, pump.name, {*pump.to}) : Outcome{};
}

Outcome check(const Terrain& terrain, const Gate& gate) {
  if (!(gate.widthM > 0 && gate.widthM <= 10000)) return bad(gate.name, {"its width is more than 0 m", "宽度应大于 0"});
  if (!within(gate.sillM, -12000, 12000))
    return bad(gate.name, {"its sill lies between -12000 and 12000 m", "底坎高程应在 -12000 至 12000 米之间"});
  if (!(gate.coefficient > 0 && gate.coefficient <= 1.5))
    return bad(gate.name, {"its coefficient lies between 0 and 1.5", "流量系数应在 0 至 1.5 之间"});
  double before = -1e300;
  for (const auto& [time, opening] : gate.openingM.points()) {
    if (!std::isfinite(time) || time < before) return bad(gate.name, {"the times do not ascend", "时间未递增"});
    before = time;
    if (!within(opening, 0, 1000)) return bad(gate.name, {"it opens by 0 to 1000 m", "开度应在 0 至 1000 米之间"});
  }
  if (gate.openingM.empty()) return bad(gate.name, {"its opening is missing", "缺少开度"});
  if (gate.a == gate.b) return bad(gate.name, {"both ends lie in one cell", "两端在同一网格内"});
  return onGround(terrain, gate.name, {gate.a, gate.b});
}

Outcome check(const Terrain& terrain, const Breach& breach) {
  if (breach.cells.empty()) return bad(breach.name, {"it has no cells", "没有网格"});
  if (!within(breach.levelM, -12000, 12000))
    return bad(breach.name, {"it erodes to a level from -12000 to 12000 m", "冲刷至高程应在 -12000 至 12000 米之间"});
  if (!breach.startS && !breach.overtoppedM)
    return bad(breach.name, {"it needs a time at which it begins, or a depth at which it is overtopped",
                             "应给出开始时刻或漫顶水深"});
  if (breach.startS && !std::isfinite(*breach.startS)) return bad(breach.name, {"its time is no time", "开始时刻无效"});
  if (breach.overtoppedM && !within(*breach.overtoppedM, 0, 100))
    return bad(breach.name, {"it is overtopped by 0 to 100 m", "漫顶水深应在 0 至 100 米之间"});
  if (!within(breach.takesS, 0, 1e8)) return bad(breach.name, {"it takes 0 s or more", "历时应不小于 0 秒"});
  return onGround(terrain, breach.name, breach.cells);
}

Outcome check(const Terrain& terrain, const Bridge& bridge) {
  if (bridge.cells.empty() || !(bridge.lengthM > 0)) return bad(bridge.name, {"it has no length", "没有长度"});
  if (!within(bridge.blocked, 0, 0.95))
    return bad(bridge.name, {"it blocks a share from 0 to 0.95; what blocks all is terrain",
                             "阻水比应在 0 至 0.95 之间；全部阻断应修改地形"});
  return onGround(terrain, bridge.name, bridge.cells);
}

}  // namespace

Outcome checkStructures(const Terrain& terrain, const Structures& structures) {
  Outcome out;
  const auto all = [&](const auto& list) {
    for (const auto& one : list)
      if (out) out = check(terrain, one);
  };
  all(structures.pumps);
  all(structures.gates);
  all(structures.breaches);
  all(structures.bridges);
  return out;
}

double gateDischarge(double higherM, double lowerM, double openingM, double widthM, double coefficient) {
  if (higherM <= 0 || openingM <= 0 || higherM <= lowerM) return 0;
  const double open = std::min(openingM, higherM);
  const double drowned = std::clamp(lowerM, 0.0, open);
  const auto power = [](double head) { return head * std::sqrt(head); };
  const double free = 2.0 / 3.0 * (power(higherM - drowned) - power(higherM - open));
  const double under = drowned * std::sqrt(higherM - std::max(lowerM, 0.0));
  return coefficient * widthM * std::sqrt(2 * gravity) * (free + under);
}

double bridgeLoss(double blocked) {
  return (0.5 * blocked + blocked * blocked) / ((1 - blocked) * (1 - blocked));
}

std::vector<Cell> cellsAlong(Cell from, Cell to, bool closed) {
  auto [x, y] = from;
  const auto [endX, endY] = to;
  const int stepX = endX > x ? 1 : -1, stepY = endY > y ? 1 : -1;
  const long wide = std::abs(endX - x), high = std::abs(endY - y);
  std::vector<Cell> out{from};
  long goneX = 0, goneY = 0;
  while (x != endX || y != endY) {
    // The way to the next side of a cell, along x and along y, times the two extents.
    const long nextX = (2 * goneX + 1) * high, nextY = (2 * goneY + 1) * wide;
    const bool moveX = y == endY || (x != endX && nextX <= nextY);
    const bool nearlyBoth = !closed && x != endX && y != endY && std::abs(nextX - nextY) < std::max(wide, high);
    if (moveX || nearlyBoth) {
      x += stepX;
      ++goneX;
    }
    if (!moveX || nearlyBoth) {
      y += stepY;
      ++goneY;
    }
    out.emplace_back(x, y);
  }
  return out;
}

Structures coarsened(Structures structures, int factor) {
  const auto onto = [factor](Cell& cell) { cell = {cell.first / factor, cell.second / factor}; };
  const auto ontoAll = [&](std::vector<Cell>& cells) {
    for (Cell& cell : cells) onto(cell);
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  };
  for (Pump& pump : structures.pumps) {
    onto(pump.from);
    if (pump.to) onto(*pump.to);
  }
  std::erase_if(structures.pumps, [](const Pump& pump) { return pump.to == pump.from; });
  for (Gate& gate : structures.gates) {
    onto(gate.a);
    onto(gate.b);
  }
  std::erase_if(structures.gates, [](const Gate& gate) { return gate.a == gate.b; });
  for (Breach& breach : structures.breaches) ontoAll(breach.cells);
  for (Bridge& bridge : structures.bridges) ontoAll(bridge.cells);
  return structures;
}

}  // namespace fengsui::flood
