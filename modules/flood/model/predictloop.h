// SPDX-License-Identifier: GPL-3.0-or-later
// Second order: what the sides of a cell are like at the middle of the step. Included by rowkernels.cpp alone.
#pragma once

#include "faceflux.h"
#include "rowkernels.h"

namespace fengsui::flood::loops {

/// The smaller of two numbers of one sign, else none: the one in the middle of both and zero.
template <class Real>
FENGSUI_INLINE Real minmod(Real a, Real b) {
  using namespace lanes;
  return greater(lesser(a, b), lesser(greater(a, b), Real(0)));
}

/// How steep a slope may be beside the gentler of its two sides; 1 is minmod, 2 makes steps of waves.
inline constexpr double steepening = 1.3;

/// Over rough ground, waves on water that runs so many times as fast as they do grow by themselves. There the gentlest
/// slopes are taken, so that none begins where the limiter changes its mind. Source: Vedernikov's criterion for wide
/// channels, Froude 1.5 to 2.
inline constexpr double rolling = 2;

/// What half a cell adds, from the differences to the two neighbours.
/// Source: generalised minmod limiter, van Leer (1979), Kurganov and Tadmor (2000).
template <class Real>
FENGSUI_INLINE Real half(Real before, Real after, Real least, Real mean) {
  return minmod(least * minmod(before, after), mean * (before + after));
}

/// What a direction adds to a cell at each side.
template <class Real>
struct HalfSlopes {
  Real depth, level, u, v;
};

/// Rows of pointers, kept in registers.
template <class Real>
struct Stencil {
  Stencil(const PredictRow<Real>& row, int direction)
      : ha(row.depth[direction].before),
        hc(row.depth[direction].after),
        ua(row.u[direction].before),
        uc(row.u[direction].after),
        va(row.v[direction].before),
        vc(row.v[direction].after),
        za(row.bed[direction].before),
        zc(row.bed[direction].after) {}

  /// The higher of the two steps of the bed.
  FENGSUI_INLINE Real steepest(Real z, int i) const {
    return lanes::greater(lanes::magnitude(z - za[i]), lanes::magnitude(zc[i] - z));
  }

  /// @param on 1, or 0 where all is flat
  FENGSUI_INLINE HalfSlopes<Real> at(Real h, Real u, Real v, Real z, Real on, Real steep, int i) const {
    const Real below = h - ha[i];
    const Real above = hc[i] - h;
    const Real least = Real(0.5) * steep * on;
    const Real mean = Real(0.25) * on;
    return {half(below, above, least, mean), half(below + (z - za[i]), above + (zc[i] - z), least, mean),
            half(u - ua[i], uc[i] - u, least, mean), half(v - va[i], vc[i] - v, least, mean)};
  }

  const Real *ha, *hc, *ua, *uc, *va, *vc, *za, *zc;
};

template <class Real>
struct SidesOut {
  explicit SidesOut(const SlopedRow<Real>& row)
      : depthLow(row.depthLow),
        depthHigh(row.depthHigh),
        normalLow(row.normalLow),
        normalHigh(row.normalHigh),
        tangentialLow(row.tangentialLow),
        tangentialHigh(row.tangentialHigh),
        tilt(row.tilt),
        pullLow(row.pullLow),
        pullHigh(row.pullHigh) {}

  FENGSUI_INLINE void put(int i, Real h, Real later, Real normal, Real tangential, Real halfDepth, Real halfLevel,
                          Real halfNormal, Real halfTangential) const {
    const Real low = h - halfDepth;
    const Real high = h + halfDepth;
    depthLow[i] = low + later;
    depthHigh[i] = high + later;
    normalLow[i] = normal - halfNormal;
    normalHigh[i] = normal + halfNormal;
    tangentialLow[i] = tangential - halfTangential;
    tangentialHigh[i] = tangential + halfTangential;
    tilt[i] = halfLevel - halfDepth;
    const Real fall = Real(gravity) * halfLevel;
    const Real middle = h + later;
    pullLow[i] = fall * (middle - Real(0.5) * halfDepth);
    pullHigh[i] = fall * (middle + Real(0.5) * halfDepth);
  }

  Real* __restrict depthLow;
  Real* __restrict depthHigh;
  Real* __restrict normalLow;
  Real* __restrict normalHigh;
  Real* __restrict tangentialLow;
  Real* __restrict tangentialHigh;
  Real* __restrict tilt;
  Real* __restrict pullLow;
  Real* __restrict pullHigh;
};

/// Source: MUSCL on depth, level and velocities, Audusse et al. (2004), section 4, beside dry cells flat;
/// Hancock's half step in the primitive variables (van Leer 1984; Toro 2001, section 14.4). Friction takes part in the
/// half step, so that a flow in which it balances the slope does not change. Flat cells have no half step.
template <class Real, bool rough, bool varied>
FENGSUI_INLINE void predictOf(const PredictRow<Real>& row, int from, int to) {
  using namespace lanes;
  const Real *hb = row.depth[0].here, *ub = row.u[0].here, *vb = row.v[0].here, *zb = row.bed[0].here;
  const Stencil<Real> alongRow(row, 0), acrossRows(row, 1);
  const SidesOut<Real> outX(row.alongRow), outY(row.acrossRows);
  const Real* step = row.step;
  const Real perDx = row.perDx, perDy = row.perDy, dry = row.dry;
  const Real* roughness = row.roughness;
  const Real same = row.uniformRoughness;
  const Real zero = Real(0);
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = hb[i], u = ub[i], v = vb[i], z = zb[i];
    const Real a = step[i] * perDx, b = step[i] * perDy;
    const Real thinX = lesser(lesser(alongRow.ha[i], alongRow.hc[i]), h);
    const Real thinY = lesser(lesser(acrossRows.ha[i], acrossRows.hc[i]), h);
    const Real bound = Real(steepFilm) * h;
    // Above zero where the cell slopes; without a choice of ways, so that many cells go at once.
    const Real onX = lesser(thinX - dry, bound - alongRow.steepest(z, i));
    const Real onY = lesser(thinY - dry, bound - acrossRows.steepest(z, i));
    const bool moves = lesser(onX, onY) > zero;
    Real steep = Real(steepening);
    if constexpr (rough) steep = u * u + v * v > Real(rolling * rolling * gravity) * h ? Real(1) : steep;
    const HalfSlopes<Real> x = alongRow.at(h, u, v, z, onX > zero ? Real(1) : zero, steep, i);
    const HalfSlopes<Real> y = acrossRows.at(h, u, v, z, onY > zero ? Real(1) : zero, steep, i);
    const Real guarded = greater(h, dry);
    const Real root = inverseCubeRoot<cubeRounds<Real> - 1>(guarded);
    // No side may fall dry in half a step.
    const Real least = greater(magnitude(x.depth), magnitude(y.depth)) - h;
    const Real gain = greater(least, -(a * (u * x.depth + h * x.u) + b * (v * y.depth + h * y.v)));
    Real laterU = u - (a * (u * x.u + Real(gravity) * x.level) + b * (v * y.u));
    Real laterV = v - (a * (u * x.v) + b * (v * y.v + Real(gravity) * y.level));
    if constexpr (rough) {
      const Real n = varied ? roughness[i] : same;
      const Real square = root * root;
      const Real speed = squareRoot(laterU * laterU + laterV * laterV);
      const Real pull = Real(2 * gravity) * step[i];
      const Real slowed = Real(2) / (Real(1) + squareRoot(Real(1) + pull * n * n * square * square * speed));
      laterU *= slowed;
      laterV *= slowed;
    }
    const Real later = moves ? gain : zero;
    laterU = moves ? laterU : u;
    laterV = moves ? laterV : v;
    outX.put(i, h, later, laterU, laterV, x.depth, x.level, x.u, x.v);
    outY.put(i, h, later, laterV, laterU, y.depth, y.level, y.v, y.u);
  }
}

template <class Real>
FENGSUI_INLINE void predict(const PredictRow<Real>& row, int from, int to) {
  if (row.roughness)
    predictOf<Real, true, true>(row, from, to);
  else if (row.uniformRoughness > Real(0))
    predictOf<Real, true, false>(row, from, to);
  else
    predictOf<Real, false, false>(row, from, to);
}

}  // namespace fengsui::flood::loops
