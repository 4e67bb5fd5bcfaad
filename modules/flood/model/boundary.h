// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>

#include "faceflux.h"
#include "series.h"

namespace fengsui::flood {

enum class Side { west, east, north, south };

/// What lies beyond one side of the terrain.
struct Boundary {
  enum class Kind {
    wall,       ///< nothing passes
    open,       ///< water leaves as it comes, as over a slope that goes on; nothing enters
    fall,       ///< water leaves and falls freely: critical where it is not faster; nothing enters
    level,      ///< a wide water whose level is given, m above the datum of the terrain
    depth,      ///< the same, as depth above each cell's bed
    discharge,  ///< m³/s enter along the side, spread evenly over its cells
    unitFlow,   ///< m²/s enter: the same for each metre of the side
  };
  Kind kind = Kind::wall;
  Series value;
};

using Boundaries = std::array<Boundary, 4>;  ///< by Side

/// A cell beyond the side; velocities are positive outward.
template <class Real>
struct GhostCell {
  Real depth;
  Real outward;
  Real along;
  Real bed;
};

/// The ghost beside a cell. @p value is that of the boundary at this moment; @p inner is the bed one cell further in.
///
/// Source: characteristics of the shallow-water equations: out of the terrain u + 2 sqrt(g h) stays what it is inside.
template <class Real>
[[nodiscard]] GhostCell<Real> ghostOf(Boundary::Kind kind, Real value, Real depth, Real outward, Real along, Real bed,
                                      Real inner) {
  const auto celerity = [](Real h) { return std::sqrt(Real(gravity) * h); };
  // Where water comes from a side that gives none, the side is a wall: whatever stood beyond it would flow in.
  const Real leaves = outward > Real(0) ? outward : -outward;
  switch (kind) {
    case Boundary::Kind::open: {
      const Real fall = inner > bed ? inner - bed : Real(0);
      return {depth, leaves, along, bed - fall};
    }
    case Boundary::Kind::fall: {
      const Real wave = outward + Real(2) * celerity(depth);
      if (outward >= celerity(depth) || wave <= Real(0)) return {depth, leaves, along, bed};
      const Real critical = wave / Real(3);
      return {critical * critical / Real(gravity), critical, along, bed};
    }
    case Boundary::Kind::level:
    case Boundary::Kind::depth: {
      const Real beyond = kind == Boundary::Kind::depth ? value : (value > bed ? value - bed : Real(0));
      if (depth > Real(0) && outward > celerity(depth)) return {depth, outward, along, bed};
      if (depth <= Real(0)) return {beyond, Real(0), Real(0), bed};
      // What comes in comes from rest: no faster than critical, and straight.
      const Real leaving = outward + Real(2) * (celerity(depth) - celerity(beyond));
      if (leaving < Real(0)) return {beyond, leaving > -celerity(beyond) ? leaving : -celerity(beyond), Real(0), bed};
      return {beyond, leaving, along, bed};
    }
    case Boundary::Kind::wall:
    case Boundary::Kind::discharge:
    case Boundary::Kind::unitFlow:
      break;
  }
  return {depth, -outward, along, bed};
}

/// The depth at a face through which @p flow (m²/s, positive) enters against the wave that leaves the cell inside.
///
/// Critical at least: a boundary cannot prescribe more than the flow itself does.
template <class Real>
[[nodiscard]] Real inflowDepth(Real flow, Real depth, Real outward) {
  const Real g = Real(gravity);
  const Real critical = std::cbrt(flow * flow / g);
  if (depth <= Real(0)) return critical;
  // -flow/h + 2 sqrt(g h) = outward + 2 sqrt(g depth); the left side rises with h.
  const Real wave = outward + Real(2) * std::sqrt(g * depth);
  Real h = depth > critical ? depth : critical;
  for (int i = 0; i < 12; ++i) {
    const Real root = std::sqrt(g * h);
    const Real next = h - (Real(2) * root - flow / h - wave) / (root / h + flow / (h * h));
    h = next > critical ? next : critical;
  }
  return h;
}

}  // namespace fengsui::flood
