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

/// The slopes of a cell beside a side, from the cells behind it: what lies beyond is known at the face only.
/// @return false beside dry cells, where the cell stays flat.
template <class Real>
[[nodiscard]] bool slopeFromInside(const EdgeCells<Real>& c, bool atHigh, Real dry, const SlopedRow<Real>& s, int i) {
  const Real(&h)[3] = c.depth;
  if (!(std::min({h[0], h[1], h[2]}) > dry)) return false;
  const Real towards = atHigh ? Real(0.5) : Real(-0.5);
  const auto half = [&](const Real(&a)[3]) { return towards * gentler(a[0] - a[1], a[1] - a[2]); };
  const Real halfDepth = std::clamp(half(h), -h[0], h[0]);
  const Real halfLevel =
      towards * gentler((h[0] - h[1]) + (c.bed[0] - c.bed[1]), (h[1] - h[2]) + (c.bed[1] - c.bed[2]));
  const Real halfNormal = half(c.normal), halfTangential = half(c.tangential);
  s.depthLow[i] = h[0] - halfDepth;
  s.depthHigh[i] = h[0] + halfDepth;
  const Real shareLow = s.depthLow[i] / h[0], shareHigh = s.depthHigh[i] / h[0];
  s.normalLow[i] = c.normal[0] - shareHigh * halfNormal;
  s.normalHigh[i] = c.normal[0] + shareLow * halfNormal;
  s.tangentialLow[i] = c.tangential[0] - shareHigh * halfTangential;
  s.tangentialHigh[i] = c.tangential[0] + shareLow * halfTangential;
  s.tilt[i] = halfLevel - halfDepth;
  s.tiltLow[i] = halfDepth - halfLevel;
  s.weight[i] = Real(2 * gravity) * h[0] * halfLevel;
  return true;
}

/// What lies beyond the face of such a cell, on the bed of the face. @p zGhost: what the faces take for its bed.
template <class Real>
void beyondFace(Boundary::Kind kind, Real value, bool atHigh, Real z, Real zGhost, const SlopedRow<Real>& s, int cell,
                int ghost) {
  const Real outward = atHigh ? Real(1) : Real(-1);
  const Real depth = (atHigh ? s.depthHigh : s.depthLow)[cell];
  const Real normal = (atHigh ? s.normalHigh : s.normalLow)[cell];
  const Real along = (atHigh ? s.tangentialHigh : s.tangentialLow)[cell];
  const Real bed = z + (atHigh ? s.tilt : s.tiltLow)[cell];
  const auto beyond = ghostOf<Real>(kind, value, depth, outward * normal, along, bed, bed);
  (atHigh ? s.depthLow : s.depthHigh)[ghost] = beyond.depth;
  (atHigh ? s.normalLow : s.normalHigh)[ghost] = outward * beyond.outward;
  (atHigh ? s.tangentialLow : s.tangentialHigh)[ghost] = beyond.along;
  (atHigh ? s.tiltLow : s.tilt)[ghost] = bed - zGhost;
}

}  // namespace fengsui::flood
