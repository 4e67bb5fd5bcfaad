// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "plans/plan.h"

namespace fengsui {

/// A plan as JSON with the keys, the order and the short forms of the file: it fits the schema, and it is YAML too.
[[nodiscard]] nlohmann::ordered_json planJson(const Plan& plan);
[[nodiscard]] nlohmann::ordered_json itemJson(const PlanItem& item);

/// A plan as the YAML file that loadPlan reads back to the same plan. What stands at its default is left out.
[[nodiscard]] std::string planYaml(const Plan& plan);

}  // namespace fengsui
