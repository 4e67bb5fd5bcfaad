// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include "core/entities/checklist.h"
#include "core/entities/response.h"
#include "plans/instantiate.h"

namespace fengsui {

/// Gives each line an id of its own; the world's part of making a checklist.
using NewId = std::function<Uuid()>;

/// The lines of a plan as a response carries them: with whom, when, what comes back and who is chased, in the words of
/// this moment. Pure but for @p newId.
[[nodiscard]] std::vector<ChecklistItem> checklistItems(const Plan& plan, std::span<const PlannedItem> planned,
                                                        const NewId& newId);

/// A response at a level of a plan, with its criteria as they stand, who signs it and what must be so before it ends.
/// @return Error::notFound for a level that the plan does not have.
[[nodiscard]] Result<Response> responseFrom(const Plan& plan, const std::string& level, const KnownFacts& facts);

/// What raising or lowering a response to a level adds to its checklist, and which of its lines no longer apply.
struct ChecklistChange {
  std::vector<PlannedItem> add;
  std::vector<Id<ChecklistItem>> drop;
};
[[nodiscard]] Result<ChecklistChange> checklistChange(const Plan& plan, const std::string& level,
                                                      const Situation& situation, Id<Response> response,
                                                      const KnownFacts& facts, const ChecklistContext& context);

}  // namespace fengsui
