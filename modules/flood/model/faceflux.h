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

/// The flux through one face. @p rise is the bed of the right side minus the bed of the left; @p steepest bounds the
/// drop that accelerates: a cliff does not push water sideways, and shallow water says nothing beyond 45°.
///
/// Units: metres, m/s.
/// Source: hydrostatic reconstruction of Chen and Noelle (2017), SIAM J. Numer. Anal. 55:758, after Audusse et al.
/// (2004), SIAM J. Sci. Comput. 25:2050: it keeps the weight of a film thinner than the step of the bed, which the
/// older one loses on steep slopes. Riemann solver HLL with contact (Toro 2001), wave speeds of Einfeldt, dry sides by
/// Ritter.
template <class Real>
FENGSUI_INLINE FaceFlux<Real> faceFlux(Real depthLeft, Real normalLeft, Real tangentialLeft, Real depthRight,
                                       Real normalRight, Real tangentialRight, Real rise, Real steepest) {
  using namespace lanes;
  constexpr Real g = Real(gravity);
  const Real zero = Real(0);
  // The bed at the face, relative to the left and to the right bed.
  const Real sill = lesser(greater(zero, rise), lesser(depthLeft, rise + depthRight));
  // The same minus the rise, but exact where the rise is much higher than the water: walls do not leak by rounding.
  const Real sillRight = lesser(greater(zero, -rise), lesser(depthRight, depthLeft - rise));
  const Real hl = depthLeft > immobileM<Real> ? greater(zero, depthLeft - greater(sill, zero)) : zero;
  const Real hr = depthRight > immobileM<Real> ? greater(zero, depthRight - greater(sillRight, zero)) : zero;
  const Real cl = squareRoot(g * hl);
  const Real cr = squareRoot(g * hr);
  const Real middle = Real(0.5) * (normalLeft + normalRight) + cl - cr;
  const Real celerity = Real(0.5) * (cl + cr) + Real(0.25) * (normalLeft - normalRight);
  const bool dryLeft = hl <= zero;
  const bool dryRight = hr <= zero;
  Real slowest = lesser(normalLeft - cl, middle - celerity);
  Real fastest = greater(normalRight + cr, middle + celerity);
  slowest = dryLeft ? normalRight - Real(2) * cr : (dryRight ? normalLeft - cl : slowest);
  fastest = dryRight ? normalLeft + Real(2) * cl : (dryLeft ? normalRight + cr : fastest);
  const Real sl = lesser(slowest, zero);
  const Real sr = greater(fastest, zero);
  const Real inverse = Real(1) / greater(sr - sl, Real(1e-30));
  const Real ml = hl * normalLeft;
  const Real mr = hr * normalRight;
  const Real mass = (sr * ml - sl * mr + sl * sr * (hr - hl)) * inverse;
  const Real momentum = sr * ml * normalLeft - sl * mr * normalRight + sl * sr * (mr - ml);
  const Real push = Real(0.5) * g * (hr - hl) * (hr + hl);
  const Real dropLeft = greater(lesser(sill, zero), -steepest);
  const Real dropRight = greater(lesser(sillRight, zero), -steepest);
  return {mass, (momentum - sl * push) * inverse + g * depthLeft * dropLeft,
          (momentum - sr * push) * inverse + g * depthRight * dropRight,
          mass * (mass > zero ? tangentialLeft : tangentialRight)};
}

}  // namespace fengsui::flood
