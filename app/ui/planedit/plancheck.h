// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/situation.h"
#include "plans/library.h"

namespace fengsui {

/// What the text of a plan says, and what is wrong with it.
struct CheckedPlan {
  std::optional<Plan> own;      ///< as it is written; none while the file itself has errors
  std::optional<Plan> whole;    ///< with what it includes and extends; none while there are errors
  std::vector<Error> errors;    ///< it cannot be used
  std::vector<Error> warnings;  ///< it can: what the station does not know, and plans that would break
};

/// Checks a text as the loader would, among the plans of a library and against a station.
///
/// Thread: any; pure. @param situation may be null: nothing is said about the station then.
[[nodiscard]] CheckedPlan checkPlanText(std::string_view text, const std::string& file, const PlanLibrary& library,
                                        const Situation* situation);

/// Whether a file is the list of posts, not a plan.
[[nodiscard]] bool isPostsFile(const std::filesystem::path& file);

}  // namespace fengsui
