// SPDX-License-Identifier: GPL-3.0-or-later
// What comes and goes at each cell, and what is remembered of it. Included by rowkernels.cpp alone.
#pragma once

#include "lanes.h"
#include "rowkernels.h"

namespace fengsui::flood::loops {

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
