// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "gis/demo/district.h"

namespace fengsui::demo {

/// Puts landcover.tif and fuel.tif into the folder of a district's map, and what their classes mean into its
/// district.json.
[[nodiscard]] Outcome writeCover(const DemoDistrict& district, const std::filesystem::path& folder);

}  // namespace fengsui::demo
