// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace fengsui {

class BaseMap;

/// Leaves out of the map what was left out when this station was last on the desk, and remembers what is from now on,
/// whatever the screen.
///
/// @p station: its path; empty where no station is open. @p remembered lives as long as @p base.
void rememberHiddenLayers(BaseMap& base, QSettings& remembered, const QString& station);

}  // namespace fengsui
