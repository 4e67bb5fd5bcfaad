// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "sdk/hazardframes.h"
#include "sdk/setting.h"

namespace fengsui::flood {

/// How far it is, 0 to 1, and the time that the water of the present stage has run, in seconds.
using TellShare = std::function<void(double share, double computedS)>;
/// The summary of the coarse run, whose files are there by now.
using TellCoarse = std::function<void(const Json& summary)>;
/// The folder of the coarse run in that of the results.
inline constexpr const char* kCoarseFolder = "coarse";

/// A flood run from settings to files: rasters, gauges, frames for the map and summary.json, written last.
///
/// With the setting coarse, the same on wider cells first, whole with its own summary in the folder coarse.
///
/// @p header: what the frames say of themselves, but for their grid.
/// Thread: any; slow. Errors: one sentence with the setting at fault; io; refused when stopped.
[[nodiscard]] Result<Json> runFlood(const SettingValues& values, const std::filesystem::path& folder,
                                    const FramesHeader& header, const std::stop_token& stop = {},
                                    const TellShare& progress = {}, const TellCoarse& coarse = {});

}  // namespace fengsui::flood
