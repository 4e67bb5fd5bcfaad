// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "protocol/messages.h"

class QgsLayerTreeLayer;

namespace fengsui::engine {

/// The entries of a layer's legend with their symbols as PNG, 32 × 20 pixels at twice the density.
///
/// Thread: main.
[[nodiscard]] std::vector<protocol::LegendEntry> legendOf(QgsLayerTreeLayer& node);

}  // namespace fengsui::engine
