// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "plans/plan.h"

namespace fengsui {

/// Everything that is wrong with a plan, in the order of the file; at most 50.
using PlanErrors = std::vector<Error>;
using PlanResult = tl::expected<Plan, PlanErrors>;

inline constexpr std::size_t kPlanErrorsAtMost = 50;

/// Reads one plan file. References between its own items, levels and phases are checked too, unless it includes or
/// extends others: then PlanLibrary does, when it has put them together.
///
/// Thread: any; pure.
/// Errors: each with file, line, column, the path of the field, what was found and what is allowed. A plan with one
/// error is no plan.
[[nodiscard]] PlanResult loadPlan(std::string_view bytes, const std::string& file);

/// The same from disk. Thread: any; slow (disk).
[[nodiscard]] PlanResult readPlanFile(const std::filesystem::path& file);

}  // namespace fengsui
