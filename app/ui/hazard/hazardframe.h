// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/geo.h"
#include "sdk/hazardframes.h"

namespace fengsui {

/// A frame ready to be painted. Immutable once made.
struct HazardFrame {
  std::size_t index = 0;
  FrameCounts counts;
  std::vector<QImage> levels;  ///< one pixel a cell, then each half as large
};

/// What each cell goes through in the first so many frames.
struct HazardCourse {
  std::size_t frames = 0;
  std::vector<std::uint16_t> firstFrame;  ///< that reaches the first class, from 1; 0: none
  std::vector<std::uint16_t> most;        ///< count
  std::vector<std::uint16_t> mostFrame;   ///< from 1; 0: there was never anything

  /// Takes the next frame in; more than 65,535 are not told apart and left out.
  void add(const FrameCounts& counts, std::uint32_t firstCount);
};

/// @return nothing outside of the grid.
[[nodiscard]] std::optional<std::size_t> cellAt(const FrameGrid& grid, Position where);

}  // namespace fengsui
