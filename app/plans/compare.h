// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "plans/plan.h"

namespace fengsui {

/// One key that reads differently in two editions; a side without it is empty.
struct PlanDifference {
  std::string item;  ///< empty: the plan's own
  std::string key;   ///< "when"; empty: the whole item is new or gone
  std::string before;
  std::string after;

  bool operator==(const PlanDifference&) const = default;
};

/// What changed from one edition to another: the head, then the items in the order of the newer one, then those that
/// are gone. Order of items alone is no difference.
[[nodiscard]] std::vector<PlanDifference> differences(const Plan& before, const Plan& after);

}  // namespace fengsui
