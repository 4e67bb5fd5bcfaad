// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/hazardmodule.h"

namespace fengsui::flood {

/// A first look instead of a model: `method` rise or level. One frame, which says where water may get to and not when.
///
/// @p values: with the terrain as a file in metres. Thread: any; a second or two. Errors: as runFlood.
[[nodiscard]] Result<Forecast> firstLook(const SettingValues& values, const RunRequest& request,
                                         const FramesHeader& header);

}  // namespace fengsui::flood
