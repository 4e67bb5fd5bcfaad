// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace fengsui::flood {

/// A film is thin, and its cell flat, where the bed steps by so many times its depth to the next cell. What runs down
/// such a slope is decided by friction; slopes would make waves of the width of a cell, fifty times as deep as the
/// film, where nature makes ripples. A flat cell feels its slope less by half its depth over that step: 0.8 % of it at
/// most.
inline constexpr double steepFilm = 64;

/// What a row of faces sees on one of its sides. All pointers are at the cell (or face value) of face 0.
template <class Real>
struct FaceSide {
  const Real* depth;
  const Real* normal;      ///< velocity across the faces
  const Real* tangential;  ///< velocity along the faces
  const Real* bed;
  const Real* tilt;  ///< bed at the cell's high side minus bed of the cell; null in first order
  const Real* pull;  ///< of the slope inside the cell towards the face; null in first order
  const Real* step;  ///< of the cells, s; what passes a face does so for the shorter of its two sides' steps
};

/// Fluxes of a row of faces; see FaceFlux. Over a step and a cell: times seconds, by metres.
template <class Real>
struct FaceRow {
  Real* mass;
  Real* left;
  Real* right;
  Real* tangential;
};

/// Three cells in a line for each cell of a row.
template <class Real>
struct Neighbours {
  const Real* before;
  const Real* here;
  const Real* after;
};

/// Values at the two sides of each cell in one direction, reconstructed linearly, at the middle of the step.
template <class Real>
struct SlopedRow {
  Real* depthLow;
  Real* depthHigh;
  Real* normalLow;
  Real* normalHigh;
  Real* tangentialLow;
  Real* tangentialHigh;
  Real* tilt;     ///< bed at the high side minus bed of the cell; the opposite at the low side
  Real* pullLow;  ///< what the slope of the water between the low side and the middle of the cell pulls, m³/s²
  Real* pullHigh;
};

/// A cell, its four neighbours, and where it will be in half a step.
template <class Real>
struct PredictRow {
  /// Along the row, then down the columns.
  Neighbours<Real> depth[2], u[2], v[2], bed[2];
  SlopedRow<Real> alongRow, acrossRows;
  const Real* roughness;  ///< Manning n; null: the same everywhere
  Real uniformRoughness;
  const Real* step;  ///< of each cell, s
  Real perDx;        ///< 1/m
  Real perDy;
  Real dry;
};

/// A row of cells and what changes it.
template <class Real>
struct UpdateRow {
  Real* depth;
  Real* u;  ///< in: velocity; out: momentum, until finish makes it a velocity again
  Real* v;
  Real* residual;       ///< what rounding kept from the depth so far
  FaceRow<Real> west;   ///< face i lies west of cell i
  FaceRow<Real> north;  ///< face between this row and the one before
  FaceRow<Real> south;
  const Real* step;   ///< of each cell, s
  Real rain;          ///< m/s, uniform
  const Real* share;  ///< of the rain that each cell gets: 0 where there is no terrain
  /// What came through faces since the cell stepped last, where neighbours step more often: depth and momenta. Null
  /// where all step alike.
  Real* cameDepth;
  Real* cameX;
  Real* cameY;
};

template <class Real>
struct FinishRow {
  const Real* depth;
  Real* u;  ///< in: momentum; out: velocity
  Real* v;
  const Real* roughness;  ///< Manning n; null: the same everywhere
  Real uniformRoughness;
  const Real* step;  ///< of each cell, s
  Real dry;          ///< m; thinner films do not move
  Real perDx;
  Real perDy;
  std::uint8_t* wet;  ///< out: of each span of cells, is there water that moves?
  Real* pace;         ///< out: of each span, the fastest wave over the cell width, 1/s
};

/// Water that comes and goes without touching neighbours. Rates in m/s. Null pointers leave a part out.
template <class Real>
struct SourceRow {
  Real* depth;
  Real* residual;
  Real step;
  const Real* rain;          ///< rate of each cell
  Real uniformRain;          ///< rate that is the same for all cells
  const Real* share;         ///< of the uniform rain, 0 where there is no terrain; null: 1
  Real* rained;              ///< cumulative rain, m (curve number)
  const Real* retention;     ///< SCS-CN potential retention S, m
  Real initialShare;         ///< SCS-CN initial abstraction as a share of S
  const Real* conductivity;  ///< constant infiltration, or Green–Ampt conductivity
  Real suction;              ///< Green–Ampt: suction head times moisture deficit, m; negative: constant rate
  Real deficit;              ///< Green–Ampt moisture deficit
  Real* infiltrated;         ///< cumulative infiltration, m
  const Real* drainage;      ///< capacity of the drains
  Real* addedOut;            ///< what this step rained, m
  Real* infiltratedOut;      ///< what this step infiltrated, m
  Real* drainedOut;
};

/// What is remembered of a run at each cell. Null pointers are not asked for.
template <class Real>
struct RecordRow {
  const Real* depth;
  const Real* u;
  const Real* v;
  Real* maximumDepth;
  Real* maximumTime;  ///< s
  Real* arrival;      ///< s; negative: not yet
  Real* duration;     ///< s at or above the threshold
  Real* maximumSpeed;
  Real* maximumHazard;
  Real time;
  Real elapsed;    ///< s since the last look
  Real threshold;  ///< m, for arrival and duration
  Real debris;     ///< debris factor of the hazard rating where the water is 0.25 m deep or more
};

/// The inner loops, each over cells [from, to) of one row.
template <class Real>
struct RowKernels {
  /// @param perWidth one by the metres of a cell across the faces.
  void (*faces)(const FaceSide<Real>& left, const FaceSide<Real>& right, const FaceRow<Real>& out, Real steepest,
                Real perWidth, int from, int to);
  void (*predict)(const PredictRow<Real>& row, int from, int to);
  void (*update)(const UpdateRow<Real>& row, int from, int to);
  /// Update and finish in one. @pre from: where a span begins
  void (*advance)(const UpdateRow<Real>& row, const FinishRow<Real>& end, int from, int to);
  void (*finish)(const FinishRow<Real>& row, int from, int to);
  /// Adds what passes the faces to what came so far; then, when the cells' own step is over, takes it in.
  void (*gather)(const UpdateRow<Real>& row, int from, int to);
  void (*settle)(const UpdateRow<Real>& row, int from, int to);
  void (*sources)(const SourceRow<Real>& row, int from, int to);
  void (*record)(const RecordRow<Real>& row, int from, int to);
};

enum class InstructionSet { baseline, avx2, avx512 };

/// The best that this processor has.
[[nodiscard]] InstructionSet bestInstructionSet();

/// @pre the processor has the set.
template <class Real>
[[nodiscard]] const RowKernels<Real>& rowKernels(InstructionSet set);

}  // namespace fengsui::flood
