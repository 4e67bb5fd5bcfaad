// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "boundary.h"
#include "rowkernels.h"

namespace fengsui::flood {

/// The smaller of two slopes of one sign, else none.
template <class Real>
[[nodiscard]] Real gentler(Real a, Real b) {
  return a * b > Real(0) ? (std::abs(a) < std::abs(b) ? a : b) : Real(0);
}

/// A cell beside a side and the two behind it, from the side inward.
template <class Real>
struct EdgeCells {
  Real depth[3], normal[3], tangential[3], bed[3];
};

/// What a cell beside a side takes its slopes from, in the directions of the grid.
template <class Real>
struct SlopeGhost {
  Real depth, normal, tangential, bed;
};

/// A cell beyond a side that gives the cell beside it its slopes: what lies beyond is known at
/// the face only. Behind a wall it is the cell's mirror image; elsewhere the cells inside go on.
/// @param deep three cells lie in a line; else the cell stays flat
template <class Real>
[[nodiscard]] SlopeGhost<Real> slopeGhost(const EdgeCells<Real>& c, Boundary::Kind kind, bool deep, Real dry) {
  const Real(&h)[3] = c.depth;
  if (kind == Boundary::Kind::wall) return {h[0], -c.normal[0], c.tangential[0], c.bed[0]};
  if (!deep) return {h[0], c.normal[0], c.tangential[0], c.bed[0]};
  if (!(std::min({h[0], h[1], h[2]}) > dry)) return {Real(0), Real(0), Real(0), c.bed[0]};
  const auto onward = [](const Real(&a)[3]) { return gentler(a[0] - a[1], a[1] - a[2]); };
  const Real depth = std::max(h[0] + onward(h), Real(2) * dry);
  const Real rise = gentler((h[0] - h[1]) + (c.bed[0] - c.bed[1]), (h[1] - h[2]) + (c.bed[1] - c.bed[2]));
  return {depth, c.normal[0] + onward(c.normal), c.tangential[0] + onward(c.tangential),
          c.bed[0] + (rise - (depth - h[0]))};
}

/// What lies beyond the face of such a cell, on the bed of the face. @p inner: bed one cell further in; @p zGhost: what
/// the faces take for the ghost's bed.
template <class Real>
void beyondFace(Boundary::Kind kind, Real value, bool atHigh, Real z, Real inner, Real zGhost,
                const SlopedRow<Real>& inside, int cell, const SlopedRow<Real>& outside, int ghost) {
  const Real outward = atHigh ? Real(1) : Real(-1);
  const Real depth = (atHigh ? inside.depthHigh : inside.depthLow)[cell];
  const Real normal = (atHigh ? inside.normalHigh : inside.normalLow)[cell];
  const Real along = (atHigh ? inside.tangentialHigh : inside.tangentialLow)[cell];
  const Real bed = z + outward * inside.tilt[cell];
  const auto beyond = ghostOf<Real>(kind, value, depth, outward * normal, along, bed, bed + (inner - z));
  (atHigh ? outside.depthLow : outside.depthHigh)[ghost] = beyond.depth;
  (atHigh ? outside.normalLow : outside.normalHigh)[ghost] = outward * beyond.outward;
  (atHigh ? outside.tangentialLow : outside.tangentialHigh)[ghost] = beyond.along;
  outside.tilt[ghost] = outward * (zGhost - beyond.bed);
}

}  // namespace fengsui::flood
