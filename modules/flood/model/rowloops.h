// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of the solver. Included by rowkernels.cpp alone, which gives them their instruction sets.
#pragma once

#include <type_traits>

#include "faceflux.h"
#include "field.h"
#include "rowkernels.h"

namespace fengsui::flood::loops {

template <class Real, bool sloped>
FENGSUI_INLINE void facesOf(const FaceSide<Real>& l, const FaceSide<Real>& r, const FaceRow<Real>& out, Real steepest,
                            Real perWidth, int from, int to) {
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
  const Real* pl = l.pull;
  const Real* pr = r.pull;
  const Real* sl = l.step;
  const Real* sr = r.step;
  Real* __restrict mass = out.mass;
  Real* __restrict left = out.left;
  Real* __restrict right = out.right;
  Real* __restrict tangential = out.tangential;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    Real rise = zr[i] - zl[i];
    if constexpr (sloped) rise -= orr[i] + ol[i];
    const Real scale = lanes::lesser(sl[i], sr[i]) * perWidth;
    const FaceFlux<Real> flux = faceFlux(hl[i], nl[i], tl[i], hr[i], nr[i], tr[i], rise, steepest, scale);
    mass[i] = flux.mass;
    // Each face brings its half of what the slope inside a cell pulls, so that a cell whose sides step at different
    // times is in balance with each of them.
    left[i] = sloped ? flux.normalLeft + pl[i] * scale : flux.normalLeft;
    right[i] = sloped ? flux.normalRight - pr[i] * scale : flux.normalRight;
    tangential[i] = flux.tangential;
  }
}

template <class Real>
FENGSUI_INLINE void faces(const FaceSide<Real>& l, const FaceSide<Real>& r, const FaceRow<Real>& out, Real steepest,
                          Real perWidth, int from, int to) {
  if (l.tilt)
    facesOf<Real, true>(l, r, out, steepest, perWidth, from, to);
  else
    facesOf<Real, false>(l, r, out, steepest, perWidth, from, to);
}

#define FENGSUI_INLINE_LAMBDA __attribute__((always_inline))

/// Calls @p act with each span and how many cells it has: a number that the compiler knows, but for the last one.
template <class Act>
FENGSUI_INLINE void eachSpan(int from, int to, const Act& act) {
  int begin = from;
  for (; begin + spanCells <= to; begin += spanCells) act(begin, std::integral_constant<int, spanCells>());
  if (begin < to) act(begin, to - begin);
}

/// Changes the depth of a cell, keeping what rounding takes, and its velocities to momenta less what leaves.
template <class Real>
FENGSUI_INLINE void takeIn(Real& h, Real& u, Real& v, Real& residual, Real change, Real leavesX, Real leavesY) {
  const Real after = lanes::greater(Real(0), h + change);
  u = h * u - leavesX;
  v = h * v - leavesY;
  residual = change - (after - h);
  h = after;
}

/// What crosses the faces of a cell in a step.
template <class Real>
struct Exchange {
  explicit Exchange(const UpdateRow<Real>& row)
      : wm(row.west.mass),
        wl(row.west.left),
        wr(row.west.right),
        wt(row.west.tangential),
        nm(row.north.mass),
        nr(row.north.right),
        nt(row.north.tangential),
        sm(row.south.mass),
        sl(row.south.left),
        st(row.south.tangential),
        step(row.step),
        share(row.share),
        rain(row.rain) {}

  /// What leaves.
  FENGSUI_INLINE void leaving(Real& depth, Real& x, Real& y, int i) const {
    Real alongX = wl[i + 1] - wr[i];
    Real alongY = sl[i] - nr[i];
    depth = (wm[i + 1] - wm[i]) + (sm[i] - nm[i]);
    x = alongX + (st[i] - nt[i]);
    y = alongY + (wt[i + 1] - wt[i]);
  }

  /// Takes it from the cell. Out: depth, momenta and what rounding keeps.
  FENGSUI_INLINE void act(Real& h, Real& u, Real& v, Real& residual, int i) const {
    Real out, x, y;
    leaving(out, x, y, i);
    takeIn(h, u, v, residual, (rain * step[i] * share[i] + residual) - out, x, y);
  }

  const Real *wm, *wl, *wr, *wt, *nm, *nr, *nt, *sm, *sl, *st, *step, *share;
  Real rain;
};

/// Friction, and the velocity from the momentum.
template <class Real, bool rough, bool varied>
struct Brake {
  explicit Brake(const FinishRow<Real>& row)
      : roughness(row.roughness),
        step(row.step),
        same(row.uniformRoughness),
        dry(row.dry),
        perDx(row.perDx),
        perDy(row.perDy) {}

  FENGSUI_INLINE void act(Real h, Real& u, Real& v, Real& rate, Real& deepest, int i) const {
    using namespace lanes;
    const Real guarded = greater(h, dry);
    const Real inverse = h > dry ? Real(1) / guarded : Real(0);
    Real x = u * inverse;
    Real y = v * inverse;
    if constexpr (rough) {
      // Manning's friction, implicit in the speed: s + k s² = s0 with k = step g n² / h^(4/3).
      const Real n = varied ? roughness[i] : same;
      const Real root = inverseCubeRoot<cubeRounds<Real>>(guarded);
      const Real square = root * root;
      const Real speed = squareRoot(x * x + y * y);
      const Real pull = Real(4 * gravity) * step[i];
      const Real slowed = Real(2) / (Real(1) + squareRoot(Real(1) + pull * n * n * square * square * speed));
      x *= slowed;
      y *= slowed;
    }
    const Real wave = h > dry ? squareRoot(Real(gravity) * h) : Real(0);
    rate = greater(rate, greater((magnitude(x) + wave) * perDx, (magnitude(y) + wave) * perDy));
    deepest = greater(deepest, h);
    u = x;
    v = y;
  }

  const Real* roughness;
  const Real* step;
  Real same, dry, perDx, perDy;
};

template <class Real>
FENGSUI_INLINE void update(const UpdateRow<Real>& row, int from, int to) {
  const Exchange<Real> exchange(row);
  Real* __restrict depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  Real* __restrict residual = row.residual;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    Real h = depth[i], x = u[i], y = v[i], rest = residual[i];
    exchange.act(h, x, y, rest, i);
    depth[i] = h;
    u[i] = x;
    v[i] = y;
    residual[i] = rest;
  }
}

template <class Real, bool rough, bool varied>
FENGSUI_INLINE void finishOf(const FinishRow<Real>& row, int from, int to) {
  const Brake<Real, rough, varied> brake(row);
  const Real* depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  eachSpan(from, to, [&](int begin, auto count) FENGSUI_INLINE_LAMBDA {
    const int end = begin + count;
    Real deepest = 0, rate = 0;
#pragma GCC ivdep
    for (int i = begin; i < end; ++i) {
      Real x = u[i], y = v[i];
      brake.act(depth[i], x, y, rate, deepest, i);
      u[i] = x;
      v[i] = y;
    }
    row.wet[begin / spanCells] = deepest > immobileM<Real>;
    row.pace[begin / spanCells] = rate;
  });
}

template <class Real, bool rough, bool varied>
FENGSUI_INLINE void advanceOf(const UpdateRow<Real>& row, const FinishRow<Real>& finish, int from, int to) {
  const Exchange<Real> exchange(row);
  const Brake<Real, rough, varied> brake(finish);
  Real* __restrict depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  Real* __restrict residual = row.residual;
  eachSpan(from, to, [&](int begin, auto count) FENGSUI_INLINE_LAMBDA {
    const int end = begin + count;
    Real deepest = 0, rate = 0;
#pragma GCC ivdep
    for (int i = begin; i < end; ++i) {
      Real h = depth[i], x = u[i], y = v[i], rest = residual[i];
      exchange.act(h, x, y, rest, i);
      brake.act(h, x, y, rate, deepest, i);
      depth[i] = h;
      u[i] = x;
      v[i] = y;
      residual[i] = rest;
    }
    finish.wet[begin / spanCells] = deepest > immobileM<Real>;
    finish.pace[begin / spanCells] = rate;
  });
}

/// Is there friction?
template <class Real>
FENGSUI_INLINE bool isRough(const FinishRow<Real>& row) {
  return row.roughness || row.uniformRoughness > Real(0);
}

template <class Real>
FENGSUI_INLINE void finish(const FinishRow<Real>& row, int from, int to) {
  if (!isRough(row)) return finishOf<Real, false, false>(row, from, to);
  return row.roughness ? finishOf<Real, true, true>(row, from, to) : finishOf<Real, true, false>(row, from, to);
}

template <class Real>
FENGSUI_INLINE void advance(const UpdateRow<Real>& row, const FinishRow<Real>& end, int from, int to) {
  if (!isRough(end)) return advanceOf<Real, false, false>(row, end, from, to);
  return end.roughness ? advanceOf<Real, true, true>(row, end, from, to)
                       : advanceOf<Real, true, false>(row, end, from, to);
}

template <class Real>
FENGSUI_INLINE void gather(const UpdateRow<Real>& row, int from, int to) {
  const Exchange<Real> exchange(row);
  Real* __restrict depth = row.cameDepth;
  Real* __restrict x = row.cameX;
  Real* __restrict y = row.cameY;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    Real out, outX, outY;
    exchange.leaving(out, outX, outY, i);
    depth[i] -= out;
    x[i] -= outX;
    y[i] -= outY;
  }
}

template <class Real>
FENGSUI_INLINE void settle(const UpdateRow<Real>& row, int from, int to) {
  Real* __restrict depth = row.depth;
  Real* __restrict u = row.u;
  Real* __restrict v = row.v;
  Real* __restrict residual = row.residual;
  Real* __restrict came = row.cameDepth;
  Real* __restrict cameX = row.cameX;
  Real* __restrict cameY = row.cameY;
  const Real* step = row.step;
  const Real* share = row.share;
  const Real rain = row.rain;
#pragma GCC ivdep
  for (int i = from; i < to; ++i) {
    Real h = depth[i], x = u[i], y = v[i], rest = residual[i];
    takeIn(h, x, y, rest, (rain * step[i] * share[i] + rest) + came[i], -cameX[i], -cameY[i]);
    depth[i] = h;
    u[i] = x;
    v[i] = y;
    residual[i] = rest;
    came[i] = cameX[i] = cameY[i] = Real(0);
  }
}

}  // namespace fengsui::flood::loops
