// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/situation.h"

namespace fengsui {

/// Whenever a change to the fold gives another situation for the same events, this grows, and stored snapshots are made
/// anew.
inline constexpr int kFoldVersion = 6;

/// The situation after one more event. Never fails: what contradicts the situation is not applied and becomes a
/// conflict object. Events must come in the total order (EventHeader::orderKey); whoever receives a late one goes back
/// to a situation before it and folds forward.
void fold(Situation& situation, const Event& event);

}  // namespace fengsui
