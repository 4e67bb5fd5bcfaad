// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"
#include "plans/plan.h"

namespace fengsui {

/// Something that a plan names and the station does not know. The plan loads all the same; the warning stays visible
/// until it is resolved.
struct PlanWarning {
  std::string item;  ///< empty: the plan itself
  Error what;        ///< where, what, and what the station does know
};

/// Thread: any; pure.
[[nodiscard]] std::vector<PlanWarning> checkAgainst(const Plan& plan, const Situation& situation);

}  // namespace fengsui
