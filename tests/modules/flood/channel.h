// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stdexcept>
#include <vector>

#include "flood/model/solver.h"

namespace fengsui::flood {

/// A straight channel along x, a few rows wide, in which flow is one-dimensional.
struct Channel {
  using Profile = std::function<double(double)>;

  Channel(
      int cells, double dxM, Profile bedOf = [](double) { return 0.0; }) {
    terrain.shape = {cells, 4};
    terrain.dx = dxM;
    terrain.dy = dxM;
    for (int j = 0; j < terrain.shape.rows; ++j)
      for (int i = 0; i < cells; ++i) terrain.bed.push_back(bedOf(x(i)));
  }

  [[nodiscard]] double x(int i) const { return (i + 0.5) * terrain.dx; }

  template <class Real>
  [[nodiscard]] Solver<Real> run(double untilS, const Profile& depthOf, const Profile& velocityOf = {}) const {
    Solver<Real> solver = *Solver<Real>::make(terrain, forcing, numerics);
    std::vector<double> depth, u;
    for (int j = 0; j < terrain.shape.rows; ++j)
      for (int i = 0; i < terrain.shape.columns; ++i) {
        depth.push_back(depthOf(x(i)));
        if (velocityOf) u.push_back(velocityOf(x(i)));
      }
    if (!solver.start(depth, u, {})) throw std::runtime_error("the start does not fit");
    solver.advance(untilS);
    return solver;
  }

  Terrain terrain;
  Forcing forcing;
  Numerics numerics;
};

}  // namespace fengsui::flood
