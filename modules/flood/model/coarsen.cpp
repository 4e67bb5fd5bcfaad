// SPDX-License-Identifier: GPL-3.0-or-later
#include "coarsen.h"

#include <cmath>
#include <limits>

namespace fengsui::flood {
namespace {

struct Blocks {
  GridShape fine;
  int factor;

  [[nodiscard]] GridShape coarse() const {
    return {(fine.columns + factor - 1) / factor, (fine.rows + factor - 1) / factor};
  }
  [[nodiscard]] std::size_t blockOf(std::size_t cell) const {
    const auto columns = static_cast<std::size_t>(fine.columns), by = static_cast<std::size_t>(factor);
    return cell / columns / by * static_cast<std::size_t>(coarse().columns) + cell % columns / by;
  }
};

// The mean of the values at cells of ground; not-a-number where there is none.
template <class Value>
std::vector<Value> meansOf(const Blocks& blocks, const std::vector<Value>& values, const std::vector<double>& bed) {
  if (values.empty()) return {};
  std::vector<double> sum(blocks.coarse().cells()), count(sum.size());
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (std::isnan(bed[k])) continue;
    sum[blocks.blockOf(k)] += static_cast<double>(values[k]);
    count[blocks.blockOf(k)] += 1;
  }
  std::vector<Value> out(sum.size());
  for (std::size_t k = 0; k < out.size(); ++k)
    out[k] = static_cast<Value>(count[k] > 0 ? sum[k] / count[k] : std::numeric_limits<double>::quiet_NaN());
  return out;
}

// What keeps the total: the sum over the ground by the cells of a whole block.
template <class Value>
std::vector<Value> sharesOf(const Blocks& blocks, const std::vector<Value>& values, const std::vector<double>& bed) {
  if (values.empty()) return {};
  std::vector<double> sum(blocks.coarse().cells());
  for (std::size_t k = 0; k < values.size(); ++k)
    if (!std::isnan(bed[k])) sum[blocks.blockOf(k)] += static_cast<double>(values[k]);
  std::vector<Value> out(sum.size());
  for (std::size_t k = 0; k < out.size(); ++k) out[k] = static_cast<Value>(sum[k] / (blocks.factor * blocks.factor));
  return out;
}

void coarsen(const Blocks& blocks, const std::vector<double>& bed, Property& property) {
  property.cells = meansOf(blocks, property.cells, bed);
  // Where there is no ground anything goes that the setting allows.
  for (float& value : property.cells)
    if (std::isnan(value)) value = 1.0F;
}

// Corners go to the nearest coarse corner, which leaves the staircase in one piece.
std::vector<SectionFace> coarsened(const std::vector<SectionFace>& faces, int factor) {
  const auto nearest = [factor](int corner) { return (2 * corner + factor) / (2 * factor); };
  std::vector<SectionFace> out;
  for (const SectionFace& face : faces) {
    const int x = nearest(face.column + (face.eastward ? 1 : 0)), y = nearest(face.row + (face.eastward ? 0 : 1));
    if (face.eastward && nearest(face.row + 1) != y) out.push_back({x - 1, y, true, face.sign});
    if (!face.eastward && nearest(face.column + 1) != x) out.push_back({x, y - 1, false, face.sign});
  }
  return out;
}

}  // namespace

Scenario coarsened(const Scenario& fine, int factor) {
  if (factor <= 1) return fine;
  const Blocks blocks{fine.terrain.shape, factor};
  const std::vector<double>& bed = fine.terrain.bed;
  Scenario out = fine;
  out.terrain = {blocks.coarse(), fine.terrain.dx * factor, fine.terrain.dy * factor, meansOf(blocks, bed, bed)};
  out.ground.columns = out.terrain.shape.columns;
  out.ground.rows = out.terrain.shape.rows;
  out.ground.cellWidth *= factor;
  out.ground.cellHeight *= factor;
  out.ground.values = out.terrain.bed;
  out.depth = sharesOf(blocks, fine.depth, bed);
  const auto speeds = [&](const std::vector<double>& speed) {
    std::vector<double> momentum = speed;
    for (std::size_t k = 0; k < momentum.size(); ++k) momentum[k] *= fine.depth.empty() ? 0 : fine.depth[k];
    momentum = sharesOf(blocks, momentum, bed);
    for (std::size_t k = 0; k < momentum.size(); ++k)
      momentum[k] = !out.depth.empty() && out.depth[k] > 0 ? momentum[k] / out.depth[k] : 0;
    return momentum;
  };
  out.u = speeds(fine.u);
  out.v = speeds(fine.v);
  Forcing& forcing = out.forcing;
  for (auto& frame : forcing.rain.frames) frame.rate = sharesOf(blocks, frame.rate, bed);
  for (Property* property :
       {&forcing.manning, &forcing.drainage, &forcing.infiltration.rate, &forcing.infiltration.curveNumber})
    coarsen(blocks, bed, *property);
  for (Property* rate : {&forcing.drainage, &forcing.infiltration.rate})
    for (std::size_t k = 0; k < rate->cells.size(); ++k)
      if (std::isnan(out.terrain.bed[k])) rate->cells[k] = 0.0F;
  for (Inflow& inflow : forcing.inflows)
    for (auto& [column, row] : inflow.cells) column /= factor, row /= factor;
  forcing.structures = coarsened(std::move(forcing.structures), factor);
  for (Gauge& gauge : out.gauges) gauge.column /= factor, gauge.row /= factor;
  for (Section& section : out.sections) section.faces = coarsened(section.faces, factor);
  return out;
}

}  // namespace fengsui::flood
