// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "modules/flood/analytic.h"
#include "modules/flood/channel.h"

namespace fengsui::flood {

/// How far a run is from the exact solution: the mean over the cells, relative to the mean of the exact values.
struct Deviation {
  double depth = 0;
  double velocity = 0;    ///< of the discharge per metre, where the exact one is not zero
  double meanDepthM = 0;  ///< absolute, m
  double massError = 0;   ///< relative to the water received
  double lowest = 0;      ///< smallest depth anywhere
};

template <class Real>
Deviation deviationOf(const Channel& channel, const Solver<Real>& solver, const Reach& exact) {
  double off = 0, sum = 0, offFlow = 0, sumFlow = 0, lowest = 1e9;
  const int row = channel.terrain.shape.rows / 2;
  for (int i = 0; i < channel.terrain.shape.columns; ++i) {
    // The mean of the exact solution over the cell, as a finite volume means it.
    double h = 0, q = 0;
    for (int k = 0; k < 8; ++k) {
      const double x = channel.x(i) + ((k + 0.5) / 8 - 0.5) * channel.terrain.dx;
      h += exact.depth(x) / 8;
      q += exact.depth(x) * exact.velocity(x) / 8;
    }
    const double depth = static_cast<double>(solver.depth().at(i, row));
    off += std::abs(depth - h);
    sum += h;
    offFlow += std::abs(depth * static_cast<double>(solver.u().at(i, row)) - q);
    sumFlow += std::abs(q);
    lowest = std::min(lowest, depth);
  }
  const Volumes volumes = solver.volumes();
  return {off / sum, sumFlow > 0 ? offFlow / sumFlow : 0, off / channel.terrain.shape.columns,
          std::abs(volumes.error()) / volumes.received(), lowest};
}

template <class Real>
Deviation ritterCase(int cells, const Numerics& numerics, double length = 10, double depth = 0.005, double time = 6) {
  Channel channel(cells, length / cells);
  channel.numerics = numerics;
  const auto solver = channel.run<Real>(time, [=](double x) { return x < length / 2 ? depth : 0.0; });
  return deviationOf(channel, solver, analytic::ritter(depth, length / 2, time));
}

template <class Real>
Deviation stokerCase(int cells, const Numerics& numerics) {
  Channel channel(cells, 10.0 / cells);
  channel.numerics = numerics;
  const auto solver = channel.run<Real>(6, [](double x) { return x < 5 ? 0.005 : 0.001; });
  return deviationOf(channel, solver, analytic::stoker(0.005, 0.001, 5, 6));
}

template <class Real>
Deviation subcriticalCase(int cells, const Numerics& numerics) {
  Channel channel(cells, 25.0 / cells, analytic::bump);
  channel.numerics = numerics;
  channel.forcing.boundaries[0] = {Boundary::Kind::unitFlow, Series(4.42)};
  channel.forcing.boundaries[1] = {Boundary::Kind::level, Series(2.0)};
  const auto solver = channel.run<Real>(300, [](double x) { return 2 - analytic::bump(x); });
  return deviationOf(channel, solver, analytic::subcriticalBump(4.42, 2));
}

template <class Real>
Deviation transcriticalCase(int cells, const Numerics& numerics) {
  Channel channel(cells, 25.0 / cells, analytic::bump);
  channel.numerics = numerics;
  channel.forcing.boundaries[0] = {Boundary::Kind::unitFlow, Series(1.53)};
  channel.forcing.boundaries[1] = {Boundary::Kind::fall, {}};
  const auto solver = channel.run<Real>(300, [](double x) { return 0.66 - analytic::bump(x); });
  return deviationOf(channel, solver, analytic::transcriticalBump(1.53));
}

template <class Real>
Deviation macDonaldCase(int cells, const Numerics& numerics) {
  Channel channel(cells, 1000.0 / cells, analytic::macDonaldBed);
  channel.numerics = numerics;
  channel.forcing.manning.uniform = 0.033;
  channel.forcing.boundaries[0] = {Boundary::Kind::unitFlow, Series(2.0)};
  channel.forcing.boundaries[1] = {Boundary::Kind::depth, Series(analytic::macDonald().depth(1000))};
  const auto solver = channel.run<Real>(3600, [](double) { return 0.7; });
  return deviationOf(channel, solver, analytic::macDonald());
}

template <class Real>
Deviation thackerCase(int cells, const Numerics& numerics, double periods) {
  using analytic::Thacker;
  Terrain terrain{{cells, cells}, Thacker::side / cells, Thacker::side / cells, {}};
  std::vector<double> depth, u, v;
  for (int j = 0; j < cells; ++j)
    for (int i = 0; i < cells; ++i) {
      const double x = (i + 0.5) * terrain.dx, y = (j + 0.5) * terrain.dy;
      terrain.bed.push_back(Thacker::bed(x, y));
      depth.push_back(Thacker::depth(x, y, 0));
      u.push_back(Thacker::u(0));
      v.push_back(Thacker::v(0));
    }
  Solver<Real> solver = *Solver<Real>::make(terrain, {}, numerics);
  if (!solver.start(depth, u, v)) throw std::runtime_error("the start does not fit");
  const double end = periods * Thacker::period();
  solver.advance(end);
  double off = 0, sum = 0, lowest = 1e9;
  for (int j = 0; j < cells; ++j)
    for (int i = 0; i < cells; ++i) {
      const double exact = Thacker::depth((i + 0.5) * terrain.dx, (j + 0.5) * terrain.dy, end);
      const double now = static_cast<double>(solver.depth().at(i, j));
      off += std::abs(now - exact);
      sum += exact;
      lowest = std::min(lowest, now);
    }
  const Volumes volumes = solver.volumes();
  return {off / sum, 0, off / (cells * cells), std::abs(volumes.error()) / volumes.received(), lowest};
}

}  // namespace fengsui::flood
