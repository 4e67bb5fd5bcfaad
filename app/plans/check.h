// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "plans/loader.h"

namespace fengsui {

/// What each item says by itself: owners, times, answers, ladders, placeholders, dates, ids.
void checkContent(const Plan& plan, PlanErrors& errors);

/// What the parts of a whole plan say about each other: ids, phases, levels, order of items and its cycles.
void checkReferences(const Plan& plan, PlanErrors& errors);

/// "2026-06-01" that is a day of the calendar.
[[nodiscard]] bool isDate(std::string_view text);

/// Minutes after midnight of "18:00". @return nothing for other texts.
[[nodiscard]] std::optional<int> clockMinutes(std::string_view text);

}  // namespace fengsui
