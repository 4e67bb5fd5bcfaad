// SPDX-License-Identifier: GPL-3.0-or-later
// The sides of the terrain as a band sees them: ghost cells, what lies beyond the faces, what passes there.
#include <algorithm>

#include "band.h"
#include "edge.h"

namespace fengsui::flood {
namespace {

void book(RowLedger& ledger, double inward) {
  (inward > 0 ? ledger.entered : ledger.left) += inward > 0 ? inward : -inward;
}

// Where the discharge is given it passes exactly, whatever the Riemann problem says.
template <class Real>
void passGiven(Real flow, Real depth, Real speedOut, Real pull, Real outward, Real scale, const FaceRow<Real>& faces,
               int face) {
  const Real at = flow > Real(0) ? inflowDepth<Real>(flow, depth, speedOut) : depth;
  const Real push = (flow > Real(0) ? flow * flow / at : Real(0)) + Real(0.5 * gravity) * (at - depth) * (at + depth);
  faces.mass[face] = -outward * flow * scale;
  (outward > Real(0) ? faces.left : faces.right)[face] = (push + outward * pull) * scale;
  faces.tangential[face] = Real(0);
}

bool isGiven(Boundary::Kind kind) {
  return kind == Boundary::Kind::discharge || kind == Boundary::Kind::unitFlow;
}

template <class Real>
SlopedRow<Real> shifted(const SlopedRow<Real>& r, int by) {
  return {r.depthLow + by,       r.depthHigh + by, r.normalLow + by, r.normalHigh + by, r.tangentialLow + by,
          r.tangentialHigh + by, r.tilt + by,      r.pullLow + by,   r.pullHigh + by};
}

// The bed that the ground's going on is judged from. A cell with slopes has them up to the face; a flat one, as in
// predictOf, falls there by a whole step, and beyond the side it has to fall as well: or films pile up at its edge.
template <class Real>
Real innerBed(const EdgeCells<Real>& cells, Real dry) {
  const bool deep = std::min({cells.depth[0], cells.depth[1], cells.depth[2]}) > dry;
  const bool sloped = deep && std::abs(cells.bed[1] - cells.bed[0]) < Real(steepFilm) * cells.depth[0];
  return cells.bed[sloped ? 0 : 1];
}

}  // namespace

template <class Real>
Boundary::Kind Band<Real>::kindOf(Side side) const {
  return grid_.forcing.boundaries[static_cast<std::size_t>(side)].kind;
}

// From the side inward.
template <class Real>
EdgeCells<Real> Band<Real>::columnCells(Side side, int i) const {
  const bool south = side == Side::south;
  const int rows = grid_.shape.rows;
  EdgeCells<Real> cells;
  for (int k = 0; k < 3; ++k) {
    const int j = std::clamp(south ? rows - 1 - k : k, 0, rows - 1);
    cells.depth[k] = grid_.depth.at(i, j);
    cells.normal[k] = grid_.v.at(i, j);
    cells.tangential[k] = grid_.u.at(i, j);
    cells.bed[k] = grid_.bed.at(i, j);
  }
  return cells;
}

template <class Real>
EdgeCells<Real> Band<Real>::rowCells(Side side, int j) const {
  const bool east = side == Side::east;
  const int columns = grid_.shape.columns;
  EdgeCells<Real> cells;
  for (int k = 0; k < 3; ++k) {
    const int i = std::clamp(east ? columns - 1 - k : k, 0, columns - 1);
    cells.depth[k] = grid_.depth.at(i, j);
    cells.normal[k] = grid_.u.at(i, j);
    cells.tangential[k] = grid_.v.at(i, j);
    cells.bed[k] = grid_.bed.at(i, j);
  }
  return cells;
}

// First order: what lies beyond. Second order: what the slopes are taken from.
template <class Real>
void Band<Real>::ghostRow(Side side, const StepFrame& frame) {
  const bool north = side == Side::north;
  const int rows = grid_.shape.rows;
  const int j = north ? 0 : rows - 1;
  const int ghost = north ? -1 : rows;
  const int inner = north ? std::min(1, rows - 1) : std::max(rows - 2, 0);
  const Real outward = north ? Real(-1) : Real(1);
  const auto kind = kindOf(side);
  const Real dry = static_cast<Real>(grid_.numerics.dryDepthM);
  const Real value = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  if (!schedule_.anyStarts(std::min(j, ghost), std::max(j, ghost)) && !schedule_.anyStarts(inner, inner)) return;
  schedule_.row(j).awake.eachRun([&](int from, int to) {
    for (int i = from; i < std::min(to, grid_.shape.columns); ++i) {
      if (second()) {
        const auto cell = slopeGhost(columnCells(side, i), kind, rows >= 3, dry);
        grid_.depth.at(i, ghost) = cell.depth;
        grid_.v.at(i, ghost) = cell.normal;
        grid_.u.at(i, ghost) = cell.tangential;
        grid_.bed.at(i, ghost) = cell.bed;
        continue;
      }
      const auto cell = ghostOf<Real>(kind, value, grid_.depth.at(i, j), outward * grid_.v.at(i, j), grid_.u.at(i, j),
                                      grid_.bed.at(i, j), grid_.bed.at(i, inner));
      grid_.depth.at(i, ghost) = cell.depth;
      grid_.v.at(i, ghost) = outward * cell.outward;
      grid_.u.at(i, ghost) = cell.along;
      grid_.bed.at(i, ghost) = cell.bed;
    }
  });
}

template <class Real>
void Band<Real>::flowThroughRow(Side side, const StepFrame& frame, FaceBuffer<Real>& faces, Reach<Real>& inside) {
  const bool north = side == Side::north;
  const int j = north ? 0 : grid_.shape.rows - 1;
  const Real flow = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  const bool given = isGiven(kindOf(side));
  const FaceRow<Real> row = faces.row();
  const Real outward = north ? Real(-1) : Real(1);
  const Real perDy = static_cast<Real>(1 / grid_.dy);
  const Real* step = inside.step();
  RowLedger& ledger = grid_.ledger[static_cast<std::size_t>(j)];
  schedule_.row(j).starts.eachRun([&](int from, int to) {
    const int end = std::min(to, grid_.shape.columns);
    for (int i = from; i < end; ++i) {
      if (given) {
        const bool ground = grid_.share.empty() || grid_.share.at(i, j) > Real(0);
        const SlopedRow<Real> s = second() ? inside.row() : SlopedRow<Real>{};
        const Real h = second() ? (north ? s.depthLow : s.depthHigh)[i] : grid_.depth.at(i, j);
        const Real speed = second() ? (north ? s.normalLow : s.normalHigh)[i] : grid_.v.at(i, j);
        const Real pull = second() ? (north ? s.pullLow : s.pullHigh)[i] : Real(0);
        passGiven(ground ? flow : Real(0), h, outward * speed, pull, outward, step[i] * perDy, row, i);
      }
      book(ledger, static_cast<double>(-outward * row.mass[i]) * (grid_.dx * grid_.dy));
    }
  });
}

// In second order a side is where the face is, not half a cell beyond it.
template <class Real>
void Band<Real>::beyondRow(Side side, const StepFrame& frame, Reach<Real>& inside) {
  const int rows = grid_.shape.rows;
  const Real value = static_cast<Real>(frame.side[static_cast<std::size_t>(side)]);
  const bool south = side == Side::south;
  const int j = south ? rows - 1 : 0;
  const int ghost = south ? rows : -1;
  const Real dry = static_cast<Real>(grid_.numerics.dryDepthM);
  const SlopedRow<Real> in = inside.row(), out = beyond_.row();
  schedule_.row(j).starts.eachRun([&](int from, int to) {
    for (int i = from; i < std::min(to, grid_.shape.columns); ++i) {
      const EdgeCells<Real> cells = columnCells(side, i);
      beyondFace(kindOf(side), value, south, cells.bed[0], innerBed(cells, dry), grid_.bed.at(i, ghost), in, i, out, i);
    }
  });
}

// The cell beside the western or the eastern side, whose neighbour beyond is no cell of the grid.
template <class Real>
void Band<Real>::edgeCell(Side side, int j, const StepFrame& frame, const PredictRow<Real>& row) {
  const int n = grid_.shape.columns;
  const bool east = side == Side::east;
  const int at = east ? n - 1 : 0;
  const Real dry = static_cast<Real>(grid_.numerics.dryDepthM);
  const EdgeCells<Real> cells = rowCells(side, j);
  const SlopeGhost<Real> ghost = slopeGhost(cells, kindOf(side), n >= 3, dry);
  PredictRow<Real> one = row;
  const auto point = [&](Neighbours<Real>(&lines)[2], const Real& beyond) {
    for (Neighbours<Real>& line : lines) line = {line.before + at, line.here + at, line.after + at};
    (east ? lines[0].after : lines[0].before) = &beyond;
  };
  point(one.depth, ghost.depth);
  point(one.u, ghost.normal);
  point(one.v, ghost.tangential);
  point(one.bed, ghost.bed);
  if (one.roughness) one.roughness += at;
  one.step += at;
  one.alongRow = shifted(row.alongRow, at);
  one.acrossRows = shifted(row.acrossRows, at);
  grid_.kernels->predict(one, 0, 1);
  beyondFace(kindOf(side), static_cast<Real>(frame.side[static_cast<std::size_t>(side)]), east, cells.bed[0],
             innerBed(cells, dry), grid_.bed.at(east ? n : -1, j), row.alongRow, at, row.alongRow, east ? n : -1);
}

// First order: ghost columns.
template <class Real>
void Band<Real>::ghostColumns(int j, const StepFrame& frame) {
  const int n = grid_.shape.columns;
  for (const Side side : {Side::west, Side::east}) {
    const bool east = side == Side::east;
    if (!schedule_.row(j).awake.at(east ? grid_.shape.spans() - 1 : 0)) continue;
    const int cell = east ? n - 1 : 0, ghost = east ? n : -1;
    const int inner = east ? std::max(n - 2, 0) : std::min(1, n - 1);
    const Real outward = east ? Real(1) : Real(-1);
    const auto beyond = ghostOf<Real>(kindOf(side), static_cast<Real>(frame.side[static_cast<std::size_t>(side)]),
                                      grid_.depth.at(cell, j), outward * grid_.u.at(cell, j), grid_.v.at(cell, j),
                                      grid_.bed.at(cell, j), grid_.bed.at(inner, j));
    grid_.depth.at(ghost, j) = beyond.depth;
    grid_.u.at(ghost, j) = outward * beyond.outward;
    grid_.v.at(ghost, j) = beyond.along;
    grid_.bed.at(ghost, j) = beyond.bed;
  }
}

template <class Real>
void Band<Real>::flowThroughColumns(int j, const StepFrame& frame, Reach<Real>& reach) {
  const int n = grid_.shape.columns;
  const SlopedRow<Real> s = second() ? along_.row() : SlopedRow<Real>{};
  const FaceRow<Real> faces = reach.west.row();
  const Real perDx = static_cast<Real>(1 / grid_.dx);
  for (const Side side : {Side::west, Side::east}) {
    const bool east = side == Side::east;
    if (!schedule_.row(j).starts.at(east ? grid_.shape.spans() - 1 : 0)) continue;
    const int cell = east ? n - 1 : 0, face = east ? n : 0;
    const Real outward = east ? Real(1) : Real(-1);
    if (isGiven(kindOf(side))) {
      const bool ground = grid_.share.empty() || grid_.share.at(cell, j) > Real(0);
      const Real flow = ground ? static_cast<Real>(frame.side[static_cast<std::size_t>(side)]) : Real(0);
      const Real depth = second() ? (east ? s.depthHigh : s.depthLow)[cell] : grid_.depth.at(cell, j);
      const Real speed = second() ? (east ? s.normalHigh : s.normalLow)[cell] : grid_.u.at(cell, j);
      const Real pull = second() ? (east ? s.pullHigh : s.pullLow)[cell] : Real(0);
      passGiven(flow, depth, outward * speed, pull, outward, reach.step()[cell] * perDx, faces, face);
    }
    book(grid_.ledger[static_cast<std::size_t>(j)],
         static_cast<double>(-outward * faces.mass[face]) * (grid_.dx * grid_.dy));
  }
}

template class Band<float>;
template class Band<double>;

}  // namespace fengsui::flood
