// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/geo.h"

namespace fengsui::demo {

/// A place on the fictional ground, metres east and north of its south-western corner.
struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};
using Line = std::vector<Point>;

[[nodiscard]] double distance(Point a, Point b);

/// The ground as a grid of square cells, the first row in the south.
struct Frame {
  int cols = 0;
  int rows = 0;
  double cellM = 30;

  [[nodiscard]] double widthM() const { return cols * cellM; }
  [[nodiscard]] double heightM() const { return rows * cellM; }
  [[nodiscard]] bool holds(int col, int row) const { return col >= 0 && row >= 0 && col < cols && row < rows; }
  [[nodiscard]] Point centre(int col, int row) const { return {(col + 0.5) * cellM, (row + 0.5) * cellM}; }
  [[nodiscard]] int colOf(Point at) const { return static_cast<int>(at.x / cellM); }
  [[nodiscard]] int rowOf(Point at) const { return static_cast<int>(at.y / cellM); }
  bool operator==(const Frame&) const = default;
};

/// One value for each cell of a frame.
template <class Value>
struct Raster {
  Frame frame;
  std::vector<Value> cells;

  Raster() = default;
  explicit Raster(const Frame& of, Value value = {})
      : frame(of), cells(static_cast<std::size_t>(of.cols) * static_cast<std::size_t>(of.rows), value) {}

  [[nodiscard]] std::size_t index(int col, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.cols) + static_cast<std::size_t>(col);
  }
  [[nodiscard]] int col(std::size_t index) const {
    return static_cast<int>(index % static_cast<std::size_t>(frame.cols));
  }
  [[nodiscard]] int row(std::size_t index) const {
    return static_cast<int>(index / static_cast<std::size_t>(frame.cols));
  }
  [[nodiscard]] Point centre(std::size_t index) const { return frame.centre(col(index), row(index)); }
  [[nodiscard]] Value& at(int col, int row) { return cells[index(col, row)]; }
  [[nodiscard]] const Value& at(int col, int row) const { return cells[index(col, row)]; }
  /// The cell that holds @p point, or the nearest one at the edge.
  [[nodiscard]] const Value& under(Point point) const {
    const auto within = [](int value, int end) { return value < 0 ? 0 : value >= end ? end - 1 : value; };
    return at(within(frame.colOf(point), frame.cols), within(frame.rowOf(point), frame.rows));
  }
};

/// The eight neighbours of a cell, counter-clockwise from the east.
struct Neighbour {
  int col;
  int row;
  double length;  ///< in cells
};
inline constexpr double kDiagonal = 1.4142135623730951;
inline constexpr Neighbour kNeighbours[] = {{1, 0, 1},  {1, 1, kDiagonal},   {0, 1, 1},  {-1, 1, kDiagonal},
                                            {-1, 0, 1}, {-1, -1, kDiagonal}, {0, -1, 1}, {1, -1, kDiagonal}};

/// The degrees of the south-western corner, and how many metres a degree has here. The ground is taken as a plane.
inline constexpr double kWestDeg = 116.40, kSouthDeg = 40.20;
inline constexpr double kMetresPerDegreeEast = 84'680, kMetresPerDegreeNorth = 111'200;

[[nodiscard]] Position positionOf(Point at);
[[nodiscard]] Point pointOf(Position at);

}  // namespace fengsui::demo
