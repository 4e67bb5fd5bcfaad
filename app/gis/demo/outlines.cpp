// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>

#include "gis/demo/curve.h"

namespace fengsui::demo {
namespace {

// Walks round the cells of one tile along their edges, the area on the left.
class Tile {
 public:
  Tile(const Raster<std::uint8_t>& wanted, int col0, int row0, int size)
      : wanted_(wanted),
        col0_(col0),
        row0_(row0),
        cols_(std::min(size, wanted.frame.cols - col0)),
        rows_(std::min(size, wanted.frame.rows - row0)),
        left_(static_cast<std::size_t>((cols_ + 1) * (rows_ + 1)), 0) {}

  void rings(std::vector<Line>& outer, std::vector<Line>& holes, std::size_t fewestCells) {
    for (int row = 0; row < rows_; ++row)
      for (int col = 0; col < cols_; ++col) {
        if (!in(col, row)) continue;
        if (!in(col, row - 1)) edge(col, row) |= 1;          // east, along the southern side
        if (!in(col + 1, row)) edge(col + 1, row) |= 2;      // north
        if (!in(col, row + 1)) edge(col + 1, row + 1) |= 4;  // west
        if (!in(col - 1, row)) edge(col, row + 1) |= 8;      // south
      }
    for (int row = 0; row <= rows_; ++row)
      for (int col = 0; col <= cols_; ++col)
        for (int way = 0; way < 4; ++way)
          if (edge(col, row) & (1 << way)) walk(col, row, way, outer, holes, fewestCells);
  }

 private:
  [[nodiscard]] bool in(int col, int row) const {
    return col >= 0 && row >= 0 && col < cols_ && row < rows_ && wanted_.at(col0_ + col, row0_ + row) != 0;
  }
  std::uint8_t& edge(int col, int row) { return left_[static_cast<std::size_t>(row * (cols_ + 1) + col)]; }
  [[nodiscard]] Point corner(double col, double row) const {
    return {(col0_ + col) * wanted_.frame.cellM, (row0_ + row) * wanted_.frame.cellM};
  }

  void walk(int col, int row, int way, std::vector<Line>& outer, std::vector<Line>& holes, std::size_t fewestCells) {
    static constexpr int kCol[] = {1, 0, -1, 0}, kRow[] = {0, 1, 0, -1};
    struct Step {
      int col, row, way;
    };
    std::vector<Step> steps;
    long twice = 0;
    while (edge(col, row) & (1 << way)) {
      edge(col, row) = static_cast<std::uint8_t>(edge(col, row) & ~(1 << way));
      steps.push_back({col, row, way});
      twice += static_cast<long>(col) * kRow[way] - static_cast<long>(row) * kCol[way];
      col += kCol[way];
      row += kRow[way];
      // To the left first: cells that touch at a corner only are two areas.
      for (const int turn : {1, 0, 3}) {
        if (!(edge(col, row) & (1 << ((way + turn) & 3)))) continue;
        way = (way + turn) & 3;
        break;
      }
    }
    if (static_cast<std::size_t>(std::abs(twice)) < 2 * fewestCells) return;
    const auto onEdge = [&](const Step& s) {
      return (s.way % 2 == 0 && (s.row == 0 || s.row == rows_)) || (s.way % 2 == 1 && (s.col == 0 || s.col == cols_));
    };
    // Through the middles of edges, but for those on the edge of the tile: there it must fit its neighbour.
    Line points;
    std::vector<bool> fixed;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Step& s = steps[i];
      const Step& before = steps[i == 0 ? steps.size() - 1 : i - 1];
      if (onEdge(s) || onEdge(before)) {
        points.push_back(corner(s.col, s.row));
        fixed.push_back(true);
      }
      if (!onEdge(s)) {
        points.push_back(corner(s.col + 0.5 * kCol[s.way], s.row + 0.5 * kRow[s.way]));
        fixed.push_back(false);
      }
    }
    Line ring = smooth(points, fixed);
    if (ring.size() < 4) return;
    (twice > 0 ? outer : holes).push_back(std::move(ring));
  }

  static bool straight(Point a, Point b, Point c) {
    return std::abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 1e-6;
  }

  // Cuts the corners once, but for fixed ones, and leaves out what lies on a straight line.
  static Line smooth(const Line& points, const std::vector<bool>& fixed) {
    Line cut;
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i) {
      const Point a = points[(i + n - 1) % n], b = points[i], c = points[(i + 1) % n];
      if (fixed[i] || straight(a, b, c)) {
        cut.push_back(b);
        continue;
      }
      cut.push_back({b.x + (a.x - b.x) * 0.3, b.y + (a.y - b.y) * 0.3});
      cut.push_back({b.x + (c.x - b.x) * 0.3, b.y + (c.y - b.y) * 0.3});
    }
    Line out;
    const std::size_t m = cut.size();
    for (std::size_t i = 0; i < m; ++i)
      if (!straight(out.empty() ? cut[m - 1] : out.back(), cut[i], cut[(i + 1) % m])) out.push_back(cut[i]);
    return out;
  }

  const Raster<std::uint8_t>& wanted_;
  int col0_, row0_, cols_, rows_;
  std::vector<std::uint8_t> left_;
};

}  // namespace

std::vector<Area> outlines(const Raster<std::uint8_t>& wanted, int tileCells, std::size_t fewestCells) {
  std::vector<Area> areas;
  for (int row = 0; row < wanted.frame.rows; row += tileCells)
    for (int col = 0; col < wanted.frame.cols; col += tileCells) {
      std::vector<Line> outer, holes;
      Tile(wanted, col, row, tileCells).rings(outer, holes, fewestCells);
      const std::size_t first = areas.size();
      for (Line& ring : outer) areas.push_back({std::move(ring), {}});
      for (Line& hole : holes) {
        // Of several that hold it, the smallest one; rings of one tile nest at most a few deep.
        for (std::size_t i = areas.size(); i-- > first;)
          if (demo::holds(areas[i].outer, hole.front())) {
            areas[i].holes.push_back(std::move(hole));
            break;
          }
      }
    }
  return areas;
}

}  // namespace fengsui::demo
