// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "rounds.h"
#include "solver.h"

namespace fengsui::flood {

/// What entered and left through a row and its sources, in m³ (area times depth); one writer per row.
struct RowLedger {
  double rained = 0, sprung = 0, entered = 0, left = 0, infiltrated = 0, drained = 0;
};

/// A source at one cell of a row.
struct Spring {
  int column;
  std::size_t inflow;
  double share;
};

/// Fluxes of a row of faces.
template <class Real>
struct FaceBuffer {
  Lane<Real> mass, left, right, tangential;
  FaceBuffer() = default;
  explicit FaceBuffer(std::size_t size) : mass(size), left(size), right(size), tangential(size) {}
  /// Pointing at cell 0.
  [[nodiscard]] FaceRow<Real> row() {
    const int m = GridShape::margin;
    return {mass.data() + m, left.data() + m, right.data() + m, tangential.data() + m};
  }
};

/// What is the same for all cells in a round.
struct StepFrame {
  double time = 0;  ///< when the round begins
  double step = 0;  ///< of the whole round
  Round round;
  int tick = 0;  ///< of the round, where it stands
  int next = 1;  ///< the tick that comes after it; those at which nothing starts are left out
  /// The longest step that ends with this tick.
  [[nodiscard]] int alignedNext() const {
    return next == round.ticks() ? round.top : std::countr_zero(static_cast<unsigned>(next));
  }
  bool records = false;
  double elapsed = 0;      ///< since the last look of the records
  double rain = 0;         ///< m/s
  bool rainFrame = false;  ///< the rates of the grid's frame hold
  bool raining = false;    ///< every span is awake
  double side[4] = {};
  std::vector<double> springs;  ///< m³/s
};

/// All fields of a run, shared by the bands; each row is written by one band only.
template <class Real>
struct Grid {
  GridShape shape;
  double dx = 1, dy = 1, datum = 0;
  Forcing forcing;
  Numerics numerics;
  const RowKernels<Real>* kernels = nullptr;
  Field<Real> depth, u, v, bed, residual;
  Field<Real> manning;  ///< empty: uniform
  Field<Real> share;    ///< empty: all is terrain
  Field<Real> rained, retention, conductivity, infiltrated, drainage, frame;
  Records<Real> records;
  std::vector<std::uint8_t> wet;             ///< by row and span; row -1 and `rows` included
  std::vector<std::uint8_t> forced;          ///< spans that are always awake
  std::vector<Real> pace;                    ///< by row and span: the fastest wave over the cell width, 1/s
  Field<Real> came[3];                       ///< what came that a cell has not taken in: depth and momenta
  std::vector<std::vector<Spring>> springs;  ///< by row
  std::vector<RowLedger> ledger;
  std::vector<std::uint8_t> ground;  ///< by row and span: how many of its cells are terrain
  bool simpleRain = true;            ///< uniform rain and nothing else: added in the update

  [[nodiscard]] std::uint8_t* wetRow(int j) {
    return wet.data() + static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j + 1);
  }
  [[nodiscard]] const std::uint8_t* wetRow(int j) const {
    return wet.data() + static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j + 1);
  }
  [[nodiscard]] const std::uint8_t* forcedRow(int j) const { return forced.data() + spanOffset(j); }
  [[nodiscard]] Real* paceRow(int j) { return pace.data() + spanOffset(j); }
  [[nodiscard]] const Real* paceRow(int j) const { return pace.data() + spanOffset(j); }
  [[nodiscard]] std::size_t spanOffset(int j) const {
    return static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j);
  }
};

}  // namespace fengsui::flood
