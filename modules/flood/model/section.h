// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flood/model/field.h"

namespace fengsui::flood {

/// An edge between two cells and the sign with which flow to the east or to the south counts.
struct SectionFace {
  int column;  ///< of the cell west or north of the edge
  int row;
  bool eastward;  ///< the edge runs north–south; flow through it is along the row
  int sign;
};

/// A line across the terrain through which discharge is told; positive from its left to its right.
struct Section {
  std::string name;
  std::vector<SectionFace> faces;
};

/// The edges of cells nearest to a straight line, in cells from the north-western corner (column, row): a staircase
/// that water cannot slip through.
[[nodiscard]] std::vector<SectionFace> facesAlong(const GridShape& shape, std::pair<double, double> from,
                                                  std::pair<double, double> to);

/// m³/s. Velocities as the solver has them (v to the south).
template <class Real>
[[nodiscard]] double dischargeThrough(const Section& section, const Field<Real>& depth, const Field<Real>& u,
                                      const Field<Real>& v, double dx, double dy) {
  const GridShape& shape = depth.shape();
  double sum = 0;
  for (const SectionFace& face : section.faces) {
    const Field<Real>& speed = face.eastward ? u : v;
    double flow = 0;
    int cells = 0;
    for (const int side : {0, 1}) {
      const int i = face.column + (face.eastward ? side : 0), j = face.row + (face.eastward ? 0 : side);
      if (i < 0 || j < 0 || i >= shape.columns || j >= shape.rows) continue;
      flow += static_cast<double>(depth.at(i, j)) * static_cast<double>(speed.at(i, j));
      ++cells;
    }
    if (cells > 0) sum += face.sign * flow / cells * (face.eastward ? dy : dx);
  }
  return sum;
}

}  // namespace fengsui::flood
