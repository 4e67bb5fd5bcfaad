// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series.h"

namespace fengsui::flood {

/// An embankment dam that fails, as statistics of failed dams have it.
///
/// Units: SI. What is expected, not what is certain: observed peaks lie within a factor of about two on both sides.
struct DamBreak {
  double peak = 0;      ///< m³/s
  double failureS = 0;  ///< until the breach is fully formed
  double widthM = 0;    ///< of the breach, on average
};

/// @p volumeM3 of water above the bottom of the breach, @p heightM of the water above it.
///
/// Source: peak: Froehlich (1995), Journal of Water Resources Planning and Management 121(1):90–97, equation 5.
/// Time and width (overtopping, k0 = 1.3): Froehlich (2008), Journal of Hydraulic Engineering 134(12):1708–1721.
[[nodiscard]] DamBreak damBreakOf(double volumeM3, double heightM);

/// What flows out, in m³/s: it rises evenly until the breach is formed, then falls evenly until the reservoir is empty.
///
/// The area under it is the volume. Where the water would be gone before the breach is formed, the rise takes half of
/// the time that the volume lasts at that peak. @p startS: when it begins.
[[nodiscard]] Series damBreakHydrograph(double volumeM3, double heightM, double startS);

}  // namespace fengsui::flood
