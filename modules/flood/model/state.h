// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

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

/// What is the same for all cells in one step.
struct StepFrame {
  double time = 0;
  double step = 0;
  bool records = false;
  double elapsed = 0;      ///< since the last look of the records
  double rain = 0;         ///< m/s
  bool rainFrame = false;  ///< the rates of the grid's frame hold
  bool raining = false;    ///< every span is awake
  double side[4] = {};
  std::vector<double> springs;  ///< m³ in this step
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
  std::vector<std::vector<Spring>> springs;  ///< by row
  std::vector<RowLedger> ledger;
  bool simpleRain = true;  ///< uniform rain and nothing else: added in the update

  [[nodiscard]] std::uint8_t* wetRow(int j) {
    return wet.data() + static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j + 1);
  }
  [[nodiscard]] const std::uint8_t* wetRow(int j) const {
    return wet.data() + static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j + 1);
  }
  [[nodiscard]] const std::uint8_t* forcedRow(int j) const {
    return forced.data() + static_cast<std::size_t>(shape.spans()) * static_cast<std::size_t>(j);
  }
};

}  // namespace fengsui::flood
