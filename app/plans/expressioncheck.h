// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/result.h"
#include "plans/expression.h"
#include "plans/functions.h"

namespace fengsui {

/// Why a tree that reads well makes no sense: unknown names, wrong arguments, values that cannot be compared, no yes or
/// no at the top. @return nothing where it does.
[[nodiscard]] std::optional<Error> faultOf(const ExpressionNode& tree, bool overFields);

/// What a value of the tree measures; Dimension::open where only the value itself can say.
[[nodiscard]] Dimension dimensionOf(const ExpressionNode& node);

}  // namespace fengsui
