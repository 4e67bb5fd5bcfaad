// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "inputs.h"

namespace fengsui::flood {

/// The name of a file that runs leave: summary.json, gauges.csv, depth_0000600.tif, duration_0.6m.tif.
[[nodiscard]] bool isResultName(const std::string& name);

/// Takes away what an earlier run left in a folder, so that nobody takes that for results of this one.
///
/// Thread: any; disk. Errors: io; refused where a file that this run reads is one of those.
[[nodiscard]] Outcome clearForResults(const std::filesystem::path& folder, const std::vector<InputFile>& inputs);

}  // namespace fengsui::flood
