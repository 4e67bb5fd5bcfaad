// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "rules.h"
#include "sdk/forecast.h"
#include "sdk/surroundings.h"

namespace fengsui::flood {

/// Runs that reservoirs call for: a dam break where the level stands at or above the design or check level, a release
/// where it stands above the flood limit and water is let out. The most urgent first.
///
/// Storage, height and place are those of the reservoir's columns (volumeM3 or 库容立方米, 库容万立方米; damHeightM or
/// 坝高; damAt or 坝址 as longitude,latitude); what is missing is said.
[[nodiscard]] std::vector<ScenarioProposal> damProposals(const Surroundings& around, const FloodRules& rules);

/// Dams that the water of a run overtops: its highest level at the dam against crestLevel or 坝顶高程.
///
/// Thread: any; reads the rasters that the run left and @p ground. Nothing where they cannot be read.
[[nodiscard]] std::vector<ScenarioProposal> damCauses(const Surroundings& around, const std::filesystem::path& ground,
                                                      const std::filesystem::path& results);

}  // namespace fengsui::flood
