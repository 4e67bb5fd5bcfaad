// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/dutycard.h"
#include "documents/handbook.h"
#include "gis/table.h"
#include "plans/plan.h"

// A plan on paper and in a spreadsheet, before any response: as it stands in its edition, with its placeholders.

namespace fengsui {

/// @return Error::notFound for a post that has nothing to do at that level (empty: all), or an unknown level.
[[nodiscard]] Result<DutyCard> dutyCardOf(const Plan& plan, const std::string& post, const std::string& level);

/// The whole plan; with a level only what is done at it. Criteria are said in the language of the book.
/// @return Error::notFound for an unknown level.
[[nodiscard]] Result<Handbook> handbookOf(const Plan& plan, const std::string& level, Language language);

/// One row for each line and each place that it names, in the order of the plans; Chinese or English heads.
[[nodiscard]] Table tableOf(const std::vector<Plan>& plans, Language language);

}  // namespace fengsui
