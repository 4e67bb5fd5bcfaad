// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fengsui::demo {

/// The fictional district as an OpenStreetMap XML document: borders, rivers, roads, towns, fields, forests, buildings.
/// It goes the way of every real extract into a map.
[[nodiscard]] std::string districtOsm();

}  // namespace fengsui::demo
