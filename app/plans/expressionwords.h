// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plans/expression.h"

namespace fengsui {

/// A condition as people say it: "1小时雨量 ≥ 30 mm" for `rain(1 h) >= 30 mm`, "rain in 1 h ≥ 30 mm" in English.
/// Names that nobody has put into words stand as the plan writes them.
///
/// Thread: any; pure.
[[nodiscard]] Text wordsOf(const Expression& expression);
[[nodiscard]] Text wordsOf(const ExpressionNode& node);

/// "险村" for riskVillage: the kinds that any, all, count and each name.
[[nodiscard]] Text kindWords(const std::string& kind);

}  // namespace fengsui
