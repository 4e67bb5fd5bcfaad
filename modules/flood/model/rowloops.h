// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of the solver. Included by rowkernels.cpp alone, which gives them their instruction sets.
#pragma once

#include "faceflux.h"
#include "rowkernels.h"

namespace fengsui::flood::loops {

template <class Real, bool sloped>
FENGSUI_INLINE void facesOf(const FaceSide<Real>& l, const FaceSide<Real>& r, const FaceRow<Real>& out, Real steepest,
                            int from, int to) {
  const Real* hl = l.depth;
  const Real* nl = l.normal;
  const Real* tl = l.tangential;
  const Real* zl = l.bed;
  const Real* ol = l.tilt;
  const Real* hr = r.depth;
  const Real* nr = r.normal;
  const Real* tr = r.tangential;
  const Real* zr = r.bed;
  const Real* orr = r.tilt;
  Real* __restrict mass = out.mass;
  Real* __restrict left = out.left;
  Real* __restrict right = out.right;
  Real* __restrict tangential = out.tangential;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    Real rise = zr[i] - zl[i];
    if constexpr (sloped) rise += orr[i] - ol[i];
    const FaceFlux<Real> flux = faceFlux(hl[i], nl[i], tl[i], hr[i], nr[i], tr[i], rise, steepest);
    mass[i] = flux.mass;
    left[i] = flux.normalLeft;
    right[i] = flux.normalRight;
    tangential[i] = flux.tangential;
  }
}

template <class Real>
FENGSUI_INLINE void faces(const FaceSide<Real>& l, const FaceSide<Real>& r, const FaceRow<Real>& out, Real steepest,
                          int from, int to) {
  if (l.tilt)
    facesOf<Real, true>(l, r, out, steepest, from, to);
  else
    facesOf<Real, false>(l, r, out, steepest, from, to);
}

/// The smaller of two slopes of one sign, else none.
template <class Real>
FENGSUI_INLINE Real minmod(Real a, Real b) {
  const Real smaller = lanes::magnitude(a) < lanes::magnitude(b) ? a : b;
  return a * b > Real(0) ? smaller : Real(0);
}

/// Source: MUSCL with minmod on depth, level and velocities; Audusse et al. (2004), section 4. Beside dry cells flat.
template <class Real>
FENGSUI_INLINE void slopes(const Neighbours<Real>& depth, const Neighbours<Real>& normal,
                           const Neighbours<Real>& tangential, const Neighbours<Real>& bed, const SlopedRow<Real>& out,
                           Real dry, int from, int to) {
  using namespace lanes;
  const Real *ha = depth.before, *hb = depth.here, *hc = depth.after;
  const Real *na = normal.before, *nb = normal.here, *nc = normal.after;
  const Real *ta = tangential.before, *tb = tangential.here, *tc = tangential.after;
  const Real *za = bed.before, *zb = bed.here, *zc = bed.after;
  Real* __restrict depthLow = out.depthLow;
  Real* __restrict depthHigh = out.depthHigh;
  Real* __restrict normalLow = out.normalLow;
  Real* __restrict normalHigh = out.normalHigh;
  Real* __restrict tangentialLow = out.tangentialLow;
  Real* __restrict tangentialHigh = out.tangentialHigh;
  Real* __restrict tilt = out.tilt;
  Real* __restrict tiltLow = out.tiltLow;
  Real* __restrict weight = out.weight;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = hb[i];
    const Real thinnest = lesser(lesser(ha[i], hc[i]), h);
    const Real on = thinnest > dry ? Real(0.5) : Real(0);
    const Real below = h - ha[i];
    const Real above = hc[i] - h;
    const Real halfDepth = on * minmod(below, above);
    const Real halfLevel = on * minmod(below + (zb[i] - za[i]), above + (zc[i] - zb[i]));
    const Real halfNormal = on * minmod(nb[i] - na[i], nc[i] - nb[i]);
    const Real halfTangential = on * minmod(tb[i] - ta[i], tc[i] - tb[i]);
    const Real low = h - halfDepth;
    const Real high = h + halfDepth;
    // Weighted so that the momentum of the two halves is the momentum of the cell.
    const Real inverse = Real(1) / greater(h, dry);
    const Real shareLow = low * inverse;
    const Real shareHigh = high * inverse;
    depthLow[i] = low;
    depthHigh[i] = high;
    normalLow[i] = nb[i] - shareHigh * halfNormal;
    normalHigh[i] = nb[i] + shareLow * halfNormal;
    tangentialLow[i] = tb[i] - shareHigh * halfTangential;
    tangentialHigh[i] = tb[i] + shareLow * halfTangential;
    tilt[i] = halfLevel - halfDepth;
    tiltLow[i] = halfDepth - halfLevel;
    weight[i] = Real(2 * gravity) * h * halfLevel;
  }
}

template <class Real, bool sloped>
FENGSUI_INLINE void updateOf(const UpdateRow<Real>& row, int from, int to) {
  Real* __restrict depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  Real* __restrict residual = row.residual;
  const Real *wm = row.west.mass, *wl = row.west.left, *wr = row.west.right, *wt = row.west.tangential;
  const Real *nm = row.north.mass, *nr = row.north.right, *nt = row.north.tangential;
  const Real *sm = row.south.mass, *sl = row.south.left, *st = row.south.tangential;
  const Real *weightX = row.weightX, *weightY = row.weightY;
  const Real a = row.stepPerDx, b = row.stepPerDy, rain = row.rain;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = depth[i];
    const Real change = (rain + residual[i]) - (a * (wm[i + 1] - wm[i]) + b * (sm[i] - nm[i]));
    const Real after = lanes::greater(Real(0), h + change);
    Real alongX = a * (wl[i + 1] - wr[i]);
    Real alongY = b * (sl[i] - nr[i]);
    if constexpr (sloped) {
      alongX += a * weightX[i];
      alongY += b * weightY[i];
    }
    const Real qx = h * u[i] - (alongX + b * (st[i] - nt[i]));
    const Real qy = h * v[i] - (alongY + a * (wt[i + 1] - wt[i]));
    residual[i] = change - (after - h);
    depth[i] = after;
    u[i] = qx;
    v[i] = qy;
  }
}

template <class Real>
FENGSUI_INLINE void update(const UpdateRow<Real>& row, int from, int to) {
  if (row.weightX)
    updateOf<Real, true>(row, from, to);
  else
    updateOf<Real, false>(row, from, to);
}

template <class Real, bool rough, bool varied>
FENGSUI_INLINE SpanExtremes<Real> finishOf(const FinishRow<Real>& row, int from, int to) {
  using namespace lanes;
  const Real* depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  const Real* roughness = row.roughness;
  const Real pull = Real(4 * gravity) * row.step;
  const Real same = row.uniformRoughness;
  const Real dry = row.dry, perDx = row.perDx, perDy = row.perDy;
  Real rate = 0;
  Real deepest = 0;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = depth[i];
    const Real guarded = greater(h, dry);
    const Real inverse = h > dry ? Real(1) / guarded : Real(0);
    Real x = u[i] * inverse;
    Real y = v[i] * inverse;
    if constexpr (rough) {
      // Manning's friction, implicit in the speed: s + k s² = s0 with k = step g n² / h^(4/3).
      const Real n = varied ? roughness[i] : same;
      const Real root = inverseCubeRoot(guarded);
      const Real square = root * root;
      const Real speed = squareRoot(x * x + y * y);
      const Real slowed = Real(2) / (Real(1) + squareRoot(Real(1) + pull * n * n * square * square * speed));
      x *= slowed;
      y *= slowed;
    }
    const Real wave = h > dry ? squareRoot(Real(gravity) * h) : Real(0);
    rate = greater(rate, greater((magnitude(x) + wave) * perDx, (magnitude(y) + wave) * perDy));
    deepest = greater(deepest, h);
    u[i] = x;
    v[i] = y;
  }
  return {rate, deepest};
}

template <class Real>
FENGSUI_INLINE SpanExtremes<Real> finish(const FinishRow<Real>& row, int from, int to) {
  if (row.step <= Real(0) || (!row.roughness && row.uniformRoughness <= Real(0)))
    return finishOf<Real, false, false>(row, from, to);
  return row.roughness ? finishOf<Real, true, true>(row, from, to) : finishOf<Real, true, false>(row, from, to);
}

/// The mean of the state before a step and the state after two, which is second order in time (Heun, SSP-RK2).
template <class Real>
FENGSUI_INLINE void average(const AverageRow<Real>& row, int from, int to) {
  Real* __restrict depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  Real* __restrict residual = row.residual;
  const Real *h0 = row.depthBefore, *u0 = row.uBefore, *v0 = row.vBefore, *r0 = row.residualBefore;
  const Real half = Real(0.5);
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real later = depth[i];
    const Real change = half * (later - h0[i]) + half * (residual[i] + r0[i]);
    const Real after = lanes::greater(Real(0), h0[i] + change);
    u[i] = half * (h0[i] * u0[i] + later * u[i]);
    v[i] = half * (h0[i] * v0[i] + later * v[i]);
    residual[i] = change - (after - h0[i]);
    depth[i] = after;
  }
}

/// Rain, then infiltration, then drains; each takes no more than is there.
template <class Real>
FENGSUI_INLINE void sources(const SourceRow<Real>& row, int from, int to) {
  using namespace lanes;
  Real* __restrict depth = row.depth;
  Real* __restrict residual = row.residual;
  const Real step = row.step;
  const Real zero = Real(0);
  Real* __restrict added = row.addedOut;
  Real* __restrict lost = row.infiltratedOut;
  Real* __restrict drained = row.drainedOut;
  const Real uniform = step * row.uniformRain;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    added[i] = uniform;
    lost[i] = zero;
    drained[i] = zero;
  }
  if (const Real* share = row.share) {
#pragma GCC ivdep
    for (int i = from; i < to; ++i) added[i] *= share[i];
  }
  if (const Real* rain = row.rain) {
#pragma GCC ivdep
    for (int i = from; i < to; ++i) added[i] += step * rain[i];
  }
  if (row.retention) {
    Real* __restrict rained = row.rained;
    const Real* retention = row.retention;
    const Real share = row.initialShare;
#pragma GCC ivdep
    for (int i = from; i < to; ++i) {
      // What of the rain so far did not run off, before and after this step.
      const Real s = retention[i];
      const Real before = greater(zero, rained[i] - share * s);
      const Real total = rained[i] + added[i];
      const Real after = greater(zero, total - share * s);
      const Real runoff = after * after / (after + s + Real(1e-12)) - before * before / (before + s + Real(1e-12));
      lost[i] = greater(zero, lesser(added[i], added[i] - runoff));
      rained[i] = total;
    }
  } else if (row.conductivity) {
    const Real* conductivity = row.conductivity;
    const Real* infiltrated = row.infiltrated;
    const Real suction = row.suction, deficit = row.deficit;
    const bool greenAmpt = suction >= zero;
#pragma GCC ivdep
    for (int i = from; i < to; ++i) {
      const Real there = depth[i] + added[i];
      Real capacity = conductivity[i] * step;
      if (greenAmpt) {
        // dF/dt = K (1 + M/F) with M = (suction + water above) x deficit, implicit in F, so that a dry soil has no
        // pole: (F + d)(F + d) - (F + d)(F + K dt) = K dt M, solved for d.
        const Real gain = suction + deficit * there;
        const Real f = infiltrated[i];
        const Real p = capacity - f;
        const Real c = capacity * (gain + f);
        const Real root = squareRoot(p * p + Real(4) * c);
        // Whichever form does not subtract two numbers that are nearly the same.
        capacity = p > zero ? Real(0.5) * (p + root) : Real(2) * c / greater(root - p, Real(1e-30));
      }
      lost[i] = lesser(there, capacity);
    }
  }
  if (row.infiltrated) {
    Real* __restrict infiltrated = row.infiltrated;
#pragma GCC ivdep
    for (int i = from; i < to; ++i) infiltrated[i] += lost[i];
  }
  if (row.drainage) {
    const Real* drainage = row.drainage;
#pragma GCC ivdep
    for (int i = from; i < to; ++i)
      drained[i] = lesser(greater(zero, depth[i] + added[i] - lost[i]), drainage[i] * step);
  }
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = depth[i];
    const Real change = (added[i] - lost[i] - drained[i]) + residual[i];
    const Real after = greater(zero, h + change);
    residual[i] = change - (after - h);
    depth[i] = after;
  }
}

/// Source: hazard rating depth x (velocity + 0.5) + debris factor, Defra/EA FD2320 (2006).
template <class Real>
FENGSUI_INLINE void record(const RecordRow<Real>& row, int from, int to) {
  using namespace lanes;
  const Real *depth = row.depth, *u = row.u, *v = row.v;
  Real* __restrict maximumDepth = row.maximumDepth;
  Real* __restrict maximumTime = row.maximumTime;
  Real* __restrict arrival = row.arrival;
  Real* __restrict duration = row.duration;
  Real* __restrict maximumSpeed = row.maximumSpeed;
  Real* __restrict maximumHazard = row.maximumHazard;
  const Real time = row.time, elapsed = row.elapsed, threshold = row.threshold, debris = row.debris;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    const Real h = depth[i];
    const Real speed = squareRoot(u[i] * u[i] + v[i] * v[i]);
    const bool higher = h > maximumDepth[i];
    const bool above = h >= threshold;
    maximumTime[i] = higher ? time : maximumTime[i];
    maximumDepth[i] = higher ? h : maximumDepth[i];
    arrival[i] = above && arrival[i] < Real(0) ? time : arrival[i];
    duration[i] += above ? elapsed : Real(0);
    const Real hazard = h > Real(0) ? h * (speed + Real(0.5)) + (h >= Real(0.25) ? debris : Real(0)) : Real(0);
    maximumSpeed[i] = greater(maximumSpeed[i], speed);
    maximumHazard[i] = greater(maximumHazard[i], hazard);
  }
}

}  // namespace fengsui::flood::loops
