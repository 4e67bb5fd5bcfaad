// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lanes.h"

namespace fengsui::flood {

inline constexpr double gravity = 9.81;  ///< m/s²

/// What crosses a face between two cells, in the direction from the left cell to the right one, per metre of face.
///
/// Each normal momentum is given without the hydrostatic pressure g h²/2 of the cell that it is meant for. That
/// pressure acts on both faces of a cell and cancels; leaving it out keeps water at rest at rest to the last bit, also
/// in float.
///
/// Units: mass m²/s, momentum m³/s².
template <class Real>
struct FaceFlux {
  Real mass;
  Real normalLeft;   ///< normal momentum as the left cell feels it
  Real normalRight;  ///< normal momentum as the right cell feels it
  Real tangential;
};

/// The flux through one face, times @p scale. @p rise is the bed of the right side minus the bed of the left;
/// @p steepest bounds the drop that accelerates: a cliff does not push water sideways, and shallow water says nothing
/// beyond 45°.
///
/// Units: metres, m/s.
/// Source: hydrostatic reconstruction of Chen and Noelle (2017), SIAM J. Numer. Anal. 55:758, after Audusse et al.
/// (2004), SIAM J. Sci. Comput. 25:2050: it keeps the weight of a film thinner than the step of the bed, which the
/// older one loses on steep slopes. Riemann solver HLL with contact (Toro 2001), wave speeds of Einfeldt, dry sides by
/// Ritter.
template <class Real>
FENGSUI_INLINE FaceFlux<Real> faceFlux(Real depthLeft, Real normalLeft, Real tangentialLeft, Real depthRight,
                                       Real normalRight, Real tangentialRight, Real rise, Real steepest, Real scale) {
  using namespace lanes;
  constexpr Real g = Real(gravity);
  const Real zero = Real(0);
  // The bed at the face is the higher of both, but no higher than the lower of the two levels. Relative to each side,
  // so that it is exact where the rise is much higher than the water: walls do not leak by rounding.
  const Real hl = greater(zero, depthLeft - greater(immobileM<Real>, rise));
  const Real hr = greater(zero, depthRight - greater(immobileM<Real>, -rise));
  const Real cl = squareRoot(g * hl);
  const Real cr = squareRoot(g * hr);
  // A dry side goes as fast as the front that enters it.
  const Real nl = hl > zero ? normalLeft : normalRight - Real(2) * cr;
  const Real nr = hr > zero ? normalRight : normalLeft + Real(2) * cl;
  const Real middle = Real(0.5) * (nl + nr) + (cl - cr);
  const Real celerity = Real(0.5) * (cl + cr) + Real(0.25) * (nl - nr);
  const Real sl = lesser(lesser(nl - cl, middle - celerity), zero);
  const Real sr = greater(greater(nr + cr, middle + celerity), zero);
  const Real share = scale / greater(sr - sl, Real(1e-30));
  const Real gain = hr - hl;
  const Real both = sl * sr;
  const Real ml = hl * nl;
  const Real mr = hr * nr;
  const Real fromLeft = sr * ml;
  const Real fromRight = sl * mr;
  const Real mass = (fromLeft - fromRight + both * gain) * share;
  const Real momentum = fromLeft * nl - fromRight * nr + both * (mr - ml);
  const Real push = Real(0.5) * g * gain * (hr + hl);
  const Real weight = g * scale;
  const Real dropLeft = greater(lesser(rise + depthRight, zero), -steepest);
  const Real dropRight = greater(lesser(depthLeft - rise, zero), -steepest);
  return {mass, (momentum - sl * push) * share + weight * depthLeft * dropLeft,
          (momentum - sr * push) * share + weight * depthRight * dropRight,
          mass * (mass > zero ? tangentialLeft : tangentialRight)};
}

}  // namespace fengsui::flood
