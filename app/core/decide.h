// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/commands.h"
#include "core/situation.h"

namespace fengsui {

/// Who commands, and when. The world's part of a decision, read by the edge.
struct DecisionContext {
  Instant now;
  Instant occurred;        ///< when it happened, where that was earlier than it is recorded
  std::string actor = {};  ///< post or person
  Uuid origin = {};        ///< the seat where it is decided
};

/// An event that was decided and not recorded yet.
struct DecidedEvent {
  EventBody body;
  std::optional<EventRef> undoes;
};

/// What follows from a command, or the rule that forbids it. Pure.
///
/// Promise: folding the result into @p situation opens no conflict.
/// @return Error::refused with a sentence that names the rule, Error::notFound, Error::invalid.
[[nodiscard]] Result<std::vector<DecidedEvent>> decide(const Situation& situation, const Command& command,
                                                       const DecisionContext& context);

/// Whether Undo knows what compensates such an entry; whether it can be taken back now is another question.
[[nodiscard]] bool canBeUndone(const EventBody& body);

}  // namespace fengsui
