// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/hazardmodule.h"

namespace fengsui {

/// Flood control: shallow water over the district's terrain, thresholds of rain and rivers before any model.
[[nodiscard]] const HazardModule& floodModule();

}  // namespace fengsui
