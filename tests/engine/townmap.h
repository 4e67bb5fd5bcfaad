// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "protocol/messages.h"

namespace fengsui::test {

/// A small invented town as another part of the product writes one: plain GDAL calls into an empty base map.
/// Streets in a grid, a lake, a wood, a town called 柳河镇; no heights.
std::filesystem::path makeTownMap(const std::filesystem::path& folder);

/// A view of the whole town.
[[nodiscard]] protocol::Render townView(protocol::Generation generation);

}  // namespace fengsui::test
