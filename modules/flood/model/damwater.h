// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inputs.h"
#include "scenario.h"

namespace fengsui::flood {

/// The inflows that the settings `release` and `dambreak` stand for.
///
/// Where the terrain names its coordinate system, places are longitude,latitude; else in the terrain's own coordinates.
/// A dam break springs from the low cells within half of the breach's width. Errors: one sentence with the setting.
[[nodiscard]] Result<std::vector<Inflow>> damWater(Inputs& reader, const Raster& ground);

}  // namespace fengsui::flood
