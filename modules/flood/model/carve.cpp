// SPDX-License-Identifier: GPL-3.0-or-later
#include "carve.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <vector>

namespace fengsui::flood {
namespace {

constexpr double kFall = 1e-3;          // m from one cell of a cut to the next
constexpr std::size_t kLakeCells = 12;  // as many cells of one height are water

struct Waiting {
  double level;
  std::int32_t cell;
  // The lower first; of equals the one that came first, so that the order is the same everywhere.
  std::int64_t order;
  bool operator<(const Waiting& other) const {
    return level != other.level ? level > other.level : order > other.order;
  }
};

// The cells of a raster and what lies beside them.
class Ground {
 public:
  explicit Ground(Raster& raster) : raster_(raster) {}

  [[nodiscard]] double& z(std::int32_t cell) { return raster_.values[static_cast<std::size_t>(cell)]; }

  // Water goes from cell to cell through their sides, never across a corner: a valley that runs diagonally is a chain
  // of pits to it.
  template <class Take>
  void beside(std::int32_t cell, Take take) const {
    const int i = cell % raster_.columns, j = cell / raster_.columns;
    if (j > 0) take(cell - raster_.columns);
    if (i > 0) take(cell - 1);
    if (i + 1 < raster_.columns) take(cell + 1);
    if (j + 1 < raster_.rows) take(cell + raster_.columns);
  }

  // Water leaves at the edge of the raster and beside cells without ground.
  [[nodiscard]] bool isOutlet(std::int32_t cell) {
    const int i = cell % raster_.columns, j = cell / raster_.columns;
    bool out = i == 0 || j == 0 || i == raster_.columns - 1 || j == raster_.rows - 1;
    beside(cell, [&](std::int32_t other) { out = out || std::isnan(z(other)); });
    return out;
  }

  // Where the water goes on from each cell, when it rises until it finds a way out; -1 at the outlets.
  [[nodiscard]] std::vector<std::int32_t> ways() {
    const auto cells = static_cast<std::int32_t>(raster_.values.size());
    std::vector<std::int32_t> towards(raster_.values.size(), -1);
    std::vector<char> seen(raster_.values.size(), 0);
    std::priority_queue<Waiting> waiting;
    std::int64_t order = 0;
    for (std::int32_t cell = 0; cell < cells; ++cell) {
      const bool nothing = std::isnan(z(cell));
      if (!nothing && !isOutlet(cell)) continue;
      seen[static_cast<std::size_t>(cell)] = 1;
      if (!nothing) waiting.push({z(cell), cell, order++});
    }
    while (!waiting.empty()) {
      const Waiting next = waiting.top();
      waiting.pop();
      beside(next.cell, [&](std::int32_t other) {
        if (seen[static_cast<std::size_t>(other)]) return;
        seen[static_cast<std::size_t>(other)] = 1;
        towards[static_cast<std::size_t>(other)] = next.cell;
        waiting.push({std::max(next.level, z(other)), other, order++});
      });
    }
    return towards;
  }

  [[nodiscard]] bool isPit(std::int32_t cell) {
    if (std::isnan(z(cell)) || isOutlet(cell)) return false;
    bool lowest = true;
    beside(cell, [&](std::int32_t other) { lowest = lowest && !(z(other) < z(cell)); });
    return lowest;
  }

  // A flat that is as large as water is.
  [[nodiscard]] bool isLake(std::int32_t pit) {
    std::vector<std::int32_t> flat{pit};
    for (std::size_t k = 0; k < flat.size() && flat.size() < kLakeCells; ++k)
      beside(flat[k], [&](std::int32_t other) {
        if (std::abs(z(other) - z(pit)) < kFall && std::find(flat.begin(), flat.end(), other) == flat.end())
          flat.push_back(other);
      });
    return flat.size() >= kLakeCells;
  }

 private:
  Raster& raster_;
};

}  // namespace

Carved carvePits(Raster& ground, double deepestM, int longest) {
  Ground g(ground);
  const std::vector<std::int32_t> towards = g.ways();
  Carved out;
  std::vector<std::int32_t> way;
  for (std::int32_t pit = 0; pit < static_cast<std::int32_t>(ground.values.size()); ++pit) {
    if (!g.isPit(pit)) continue;
    way.clear();
    double level = g.z(pit), deepest = 0;
    std::int32_t on = towards[static_cast<std::size_t>(pit)];
    for (; on >= 0 && g.z(on) >= level && static_cast<int>(way.size()) <= longest;
         on = towards[static_cast<std::size_t>(on)]) {
      level -= kFall;
      deepest = std::max(deepest, g.z(on) - level);
      way.push_back(on);
    }
    if (way.empty() || static_cast<int>(way.size()) > longest || deepest > deepestM || g.isLake(pit)) continue;
    level = g.z(pit);
    for (const std::int32_t cut : way) {
      level -= kFall;
      if (g.z(cut) <= level) continue;
      g.z(cut) = level;
      ++out.cells;
    }
    ++out.pits;
    out.deepestM = std::max(out.deepestM, deepest);
  }
  return out;
}

}  // namespace fengsui::flood
