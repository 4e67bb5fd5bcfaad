// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fengsui {

/// Whether `each: KIND` and any('KIND', …) can mean it: kinds of place, risk zone and facility, shelter and depot.
[[nodiscard]] bool isSubjectKind(std::string_view kind);
[[nodiscard]] std::vector<std::string> subjectKinds();

/// The names in a cell of a table: "甲村、乙村" are two. A blank is none.
[[nodiscard]] std::vector<std::string> namesIn(std::string_view cell);

}  // namespace fengsui
