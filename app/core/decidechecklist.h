// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deciderules.h"

namespace fengsui::deciderules {

/// The events by which lines join a response's checklist, a bounded number in each. @return Error::invalid.
[[nodiscard]] Result<std::vector<EventBody>> extensions(const Situation& s, Id<Response> response,
                                                        const std::vector<ChecklistItem>& items);

/// Whether somebody may sign what a post signs: the post itself, and who holds it. A post that the station does not
/// have binds nobody. @return Error::refused.
[[nodiscard]] Outcome signsFor(const Situation& s, const std::string& approver, const std::string& signedBy);

}  // namespace fengsui::deciderules
