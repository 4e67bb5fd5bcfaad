// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/events.h"

namespace fengsui {

/// What this computer remembers about an origin outside the station file, so that a copy or a restored backup is
/// noticed: which file it is, and how far it had come.
///
/// Kept in $XDG_STATE_HOME/fengsui/origins/ (~/.local/state where unset), one small file each. Where there is no mark
/// the origin counts as foreign: at worst a new origin is minted needlessly.
namespace originmark {

/// Whether the file at @p path may go on under @p head.origin, of which it holds head.sequence events.
[[nodiscard]] bool mayContinue(const std::string& path, const EventRef& head);
/// Remembers. Not synced: it only ever lags behind the file, and a lagging mark is harmless.
void remember(const std::string& path, const EventRef& head);

}  // namespace originmark
}  // namespace fengsui
