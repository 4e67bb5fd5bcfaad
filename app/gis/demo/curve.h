// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "gis/demo/frame.h"

namespace fengsui::demo {

/// The line without what lies nearer than @p toleranceM to what remains; the ends stay.
[[nodiscard]] Line simplified(const Line& line, double toleranceM);
/// Corners cut @p rounds times; the ends stay.
/// Source: Chaikin (1974).
[[nodiscard]] Line rounded(const Line& line, int rounds);
[[nodiscard]] double lengthM(const Line& line);
/// The part between two distances from the begin.
[[nodiscard]] Line part(const Line& line, double fromM, double toM);
/// The line moved to its left by so much, to its right where negative.
[[nodiscard]] Line beside(const Line& line, double leftM);
[[nodiscard]] double distanceTo(Point at, Point from, Point to);

/// An area with holes; rings are not closed by repeating their first point.
struct Area {
  Line outer;
  std::vector<Line> holes;
};
[[nodiscard]] bool holds(const Line& ring, Point at);

/// The outlines of the cells that are wanted, smooth, in tiles so that none is endless; the edges of tiles fit.
///
/// @param wanted one for each cell, not 0 where it belongs to the area.
[[nodiscard]] std::vector<Area> outlines(const Raster<std::uint8_t>& wanted, int tileCells, std::size_t fewestCells);

}  // namespace fengsui::demo
