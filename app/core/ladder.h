// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/commands.h"
#include "core/situation.h"

namespace fengsui {

/// A rung of somebody's ladder whose time has come, and the command that climbs it.
struct DueRung {
  Instant dueAt;
  Command command;  ///< EscalateOrder or EscalateCall
};

/// What this seat has to climb now, the longest due first: of each copy of an order and of each person of a call-out
/// the next rung only. A rung that was climbed is never due again, also after a restart: climbing is an event. The
/// rungs of other seats are theirs until somebody takes the ladder over.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<DueRung> rungsDue(const Situation& s, const Uuid& origin, Instant now);

/// That somebody has not answered, and whose turn it is now.
[[nodiscard]] Text said(const Situation& s, const DueRung& rung);

/// When this seat has to climb next; nothing where it waits for nobody. May have passed already.
[[nodiscard]] std::optional<Instant> nextRungAt(const Situation& s, const Uuid& origin);

}  // namespace fengsui
