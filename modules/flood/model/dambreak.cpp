// SPDX-License-Identifier: GPL-3.0-or-later
#include "dambreak.h"

#include <algorithm>
#include <cmath>

#include "faceflux.h"

namespace fengsui::flood {

DamBreak damBreakOf(double volumeM3, double heightM) {
  DamBreak out;
  out.peak = 0.607 * std::pow(volumeM3, 0.295) * std::pow(heightM, 1.24);
  out.failureS = 63.2 * std::sqrt(volumeM3 / (gravity * heightM * heightM));
  out.widthM = 0.27 * 1.3 * std::pow(volumeM3, 0.32) * std::pow(heightM, 0.04);
  return out;
}

Series damBreakHydrograph(double volumeM3, double heightM, double startS) {
  const DamBreak dam = damBreakOf(volumeM3, heightM);
  const double all = 2 * volumeM3 / dam.peak;
  const double rise = std::min(dam.failureS, all / 2);
  return Series({{startS, 0}, {startS + rise, dam.peak}, {startS + all, 0}});
}

}  // namespace fengsui::flood
