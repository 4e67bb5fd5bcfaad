// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

namespace fengsui::flood {

/// What a result was computed from and with: each file with its BLAKE2b-256, the settings, the computing.
///
/// Thread: any; reads the files once more. A file that is gone by now has no digest.
[[nodiscard]] Json provenanceOf(const Scenario& scenario, const SettingValues& values);

/// In words, in both languages: what the result cannot know.
[[nodiscard]] Json caveatsOf(const Scenario& scenario, double massError);

}  // namespace fengsui::flood
