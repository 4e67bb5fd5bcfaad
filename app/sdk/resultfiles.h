// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "sdk/advice.h"
#include "sdk/exposure.h"

// What is asked of the files of a result before anybody shows them: a folder of results may come from another station,
// or from a program that is not ours.

namespace fengsui {

/// Thread: any; slow (disk). Errors: unreadable for a file that is not there or is not JSON of at most 64 levels.
[[nodiscard]] Result<Json> jsonIn(const std::filesystem::path& file);

/// Whether clocks have a word for it: a moment of the years 1 to 9999.
[[nodiscard]] bool canBeTold(Instant moment);
/// The same for a time after the start of a forecast: less than a thousand years.
[[nodiscard]] bool canBeTold(std::int64_t afterMs);

/// Whether the times can be told, and each thing is in a stage: without one it is not hit.
[[nodiscard]] bool canBeShown(const Exposure& exposure);
[[nodiscard]] bool canBeShown(const Advice& advice);
[[nodiscard]] bool canBeShown(const std::vector<Observation>& says);

}  // namespace fengsui
