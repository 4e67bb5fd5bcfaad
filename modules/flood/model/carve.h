// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "gis/raster.h"

namespace fengsui::flood {

/// What was done to the ground so that valleys drain.
struct Carved {
  long pits = 0;
  long cells = 0;
  double deepestM = 0;
};

/// Opens pits that are only there because a cell is wider than the gorge below it: from the lowest cell of each, a way
/// as low as itself is cut to where the ground is lower, where that takes no more than @p deepestM anywhere and
/// @p longest cells. Deeper and longer ones stay: they are ponds, quarries, reservoirs behind dams.
///
/// Thread: any; pure. Source: priority flood (Barnes, Lehman & Mulla 2014), breaching along its ways (Lindsay 2016).
/// When stopped it leaves the ground half cut.
Carved carvePits(Raster& ground, double deepestM, int longest, const std::stop_token& stop = {});

}  // namespace fengsui::flood
