// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "core/text.h"

class QgsMapLayer;

namespace fengsui::engine {

/// Why a layer cannot be drawn, in words a person can act on; nothing when it can.
[[nodiscard]] std::optional<Text> troubleOf(const QgsMapLayer& layer);

/// What QGIS said while it drew.
[[nodiscard]] Text drawingTrouble(const QString& message);

/// Whether its pixels or features come over a network, so that it may be silent.
[[nodiscard]] bool isRemote(const QgsMapLayer& layer);

}  // namespace fengsui::engine
