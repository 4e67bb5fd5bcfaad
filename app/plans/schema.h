// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "plans/yamltree.h"

namespace fengsui {

/// The form of a plan file as a JSON Schema (draft-07), made from the descriptions that the reader uses: for editors
/// that complete and check while somebody types. What the parts say about each other only loadPlan knows.
[[nodiscard]] nlohmann::ordered_json planSchema();

/// A YAML file as JSON, as other programs would read it: plain numbers and true, false become numbers and booleans.
[[nodiscard]] nlohmann::json jsonOf(const YamlTree& tree);

}  // namespace fengsui
