// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hazard/hazardframe.h"

#include <cmath>
#include <limits>

#include "ui/canvas/viewport.h"

namespace fengsui {

void HazardCourse::add(const FrameCounts& counts, std::uint32_t firstCount) {
  for (auto* field : {&firstFrame, &most, &mostFrame}) field->resize(counts.size());
  ++frames;
  if (frames > std::numeric_limits<std::uint16_t>::max()) return;
  const auto number = static_cast<std::uint16_t>(frames);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (firstFrame[i] == 0 && counts[i] >= firstCount) firstFrame[i] = number;
    if (counts[i] > most[i]) {
      most[i] = counts[i];
      mostFrame[i] = number;
    }
  }
}

std::optional<std::size_t> cellAt(const FrameGrid& grid, Position where) {
  const QPointF at = mercatorOf(where);
  const double column = std::floor((at.x() - grid.west) / grid.cell);
  const double row = std::floor((grid.north - at.y()) / grid.cell);
  if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) return std::nullopt;
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column);
}

}  // namespace fengsui
