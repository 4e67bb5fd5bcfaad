// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"
#include "documents/dutycard.h"
#include "documents/handbook.h"

// The papers of a response that runs: from its checklist, with tonight's places and names in the words.

namespace fengsui {

/// Its lines in the order of the plan.
[[nodiscard]] std::vector<const ChecklistItem*> checklistOf(const Situation& s, Id<Response> response);

/// @p post: as the owner of a line or one of those who help is called.
/// @return Error::notFound where it has nothing to do, with those that have.
[[nodiscard]] Result<DutyCard> dutyCardOf(const Situation& s, const Response& response, const std::string& post);
/// Posts, organisations and places that answer for a line, by name.
[[nodiscard]] std::vector<std::string> ownersIn(const Situation& s, Id<Response> response);

/// @return Error::notFound for a response without a checklist.
[[nodiscard]] Result<Handbook> handbookOf(const Situation& s, const Response& response);

}  // namespace fengsui
