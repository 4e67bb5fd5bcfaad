// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/result.h"
#include "gis/demo/frame.h"

namespace fengsui::demo {

/// Writes the heights as FILE with .hdr and .prj beside it, in metres, as every GIS reads them (ESRI BIL, 32 bit).
[[nodiscard]] Outcome writeTerrain(const Raster<std::int32_t>& heightsCm, const std::filesystem::path& file);

/// Writes a file as it is given.
[[nodiscard]] Outcome writeBytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace fengsui::demo
