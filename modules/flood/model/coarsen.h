// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

namespace fengsui::flood {

/// The same run on cells @p factor times as wide: a first answer for a fraction 1/factor³ of the work.
///
/// The ground, the roughness, soil and drains are the means of what they cover; the water at the start, its momentum
/// and rain given as rasters stay what they were in total. A coarse cell is ground where any of its cells is. Thread:
/// any. @pre factor is 1 or more.
[[nodiscard]] Scenario coarsened(const Scenario& fine, int factor);

}  // namespace fengsui::flood
