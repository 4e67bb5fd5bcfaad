// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

/// A kernel that is compiled once for each instruction set has to be inlined into the function that names the set.
#define FENGSUI_INLINE inline __attribute__((always_inline))

namespace fengsui::flood {

/// Water thinner than this lies where it is. Without it each step would wet one more cell with ever less.
template <class Real>
inline constexpr Real immobileM = std::is_same_v<Real, float> ? Real(1e-10) : Real(1e-14);

/// Rounds of inverseCubeRoot to all the bits of the number.
template <class Real>
inline constexpr int cubeRounds = std::is_same_v<Real, float> ? 1 : 3;

/// Arithmetic that every instruction set does alike, lane by lane: results are the same bits on SSE2, AVX2 and AVX-512.
namespace lanes {

template <class Real>
FENGSUI_INLINE Real lesser(Real a, Real b) {
  return a < b ? a : b;
}

template <class Real>
FENGSUI_INLINE Real greater(Real a, Real b) {
  return a > b ? a : b;
}

template <class Real>
FENGSUI_INLINE Real magnitude(Real a) {
  return a < Real(0) ? -a : a;
}

FENGSUI_INLINE float squareRoot(float a) {
  return __builtin_sqrtf(a);
}

FENGSUI_INLINE double squareRoot(double a) {
  return __builtin_sqrt(a);
}

/// a^(-1/3) of a positive number in the range of float; 12 bits are right, and each round doubles them.
///
/// Source: Householder's and Newton's iterations on r^-3 = a from the exponent trick; no division and no library call,
/// so it vectorises.
template <int rounds, class Real>
FENGSUI_INLINE Real inverseCubeRoot(Real a) {
  const auto bits = std::bit_cast<std::int32_t>(static_cast<float>(a));
  // The exponent divided by -3; in float because integer division does not vectorise. 24 bits of it are plenty.
  const auto guess = static_cast<std::int32_t>(1419967146.0F - static_cast<float>(bits) * (1.0F / 3.0F));
  Real root = static_cast<Real>(std::bit_cast<float>(guess));
  const Real first = Real(1) - a * root * root * root;
  root = root + root * first * (Real(1.0 / 3.0) + Real(2.0 / 9.0) * first);
#pragma GCC unroll 5
  for (int i = 0; i < rounds; ++i) root = root + root * (Real(1) - a * root * root * root) * Real(1.0 / 3.0);
  return root;
}

}  // namespace lanes
}  // namespace fengsui::flood
