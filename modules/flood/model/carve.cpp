// SPDX-License-Identifier: GPL-3.0-or-later
#include "carve.h"

#include <algorithm>
#include <cmath>

#include "waterways.h"

namespace fengsui::flood {
namespace {

constexpr double kFall = 1e-3;          // m from one cell of a cut to the next
constexpr std::size_t kLakeCells = 12;  // as many cells of one height are water

class Pits {
 public:
  explicit Pits(const Raster& ground) : ground_(ground) {}

  [[nodiscard]] bool isPit(std::int32_t cell) const {
    if (std::isnan(z(cell)) || isOutlet(ground_, cell)) return false;
    bool lowest = true;
    besideCell(ground_, cell, [&](std::int32_t other) { lowest = lowest && !(z(other) < z(cell)); });
    return lowest;
  }

  // A flat that is as large as water is.
  [[nodiscard]] bool isLake(std::int32_t pit) const {
    std::vector<std::int32_t> flat{pit};
    for (std::size_t k = 0; k < flat.size() && flat.size() < kLakeCells; ++k)
      besideCell(ground_, flat[k], [&](std::int32_t other) {
        if (std::abs(z(other) - z(pit)) < kFall && std::find(flat.begin(), flat.end(), other) == flat.end())
          flat.push_back(other);
      });
    return flat.size() >= kLakeCells;
  }

 private:
  [[nodiscard]] double z(std::int32_t cell) const { return ground_.values[static_cast<std::size_t>(cell)]; }
  const Raster& ground_;
};

}  // namespace

Carved carvePits(Raster& ground, double deepestM, int longest, const std::stop_token& stop) {
  Carved out;
  if (deepestM <= 0) return out;
  const Waterways water(ground, stop);
  const Pits pits(ground);
  const auto z = [&](std::int32_t cell) -> double& { return ground.values[static_cast<std::size_t>(cell)]; };
  std::vector<std::int32_t> way;
  for (std::int32_t pit = 0; pit < static_cast<std::int32_t>(ground.values.size()); ++pit) {
    if (stop.stop_requested()) break;
    if (!pits.isPit(pit)) continue;
    way.clear();
    double level = z(pit), deepest = 0;
    for (std::int32_t on = water.next(pit); on >= 0 && z(on) >= level && static_cast<int>(way.size()) <= longest;
         on = water.next(on)) {
      level -= kFall;
      deepest = std::max(deepest, z(on) - level);
      way.push_back(on);
    }
    if (way.empty() || static_cast<int>(way.size()) > longest || deepest > deepestM || pits.isLake(pit)) continue;
    level = z(pit);
    for (const std::int32_t cut : way) {
      level -= kFall;
      if (z(cut) <= level) continue;
      z(cut) = level;
      ++out.cells;
    }
    ++out.pits;
    out.deepestM = std::max(out.deepestM, deepest);
  }
  return out;
}

}  // namespace fengsui::flood
