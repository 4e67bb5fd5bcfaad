// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace fengsui {

// The files of resources/rules, as they were when the program was built.
[[nodiscard]] std::string_view reportsRulesText();
[[nodiscard]] std::string_view levelsRulesText();
[[nodiscard]] std::string_view calloutRulesText();
[[nodiscard]] std::string_view speedsRulesText();
[[nodiscard]] std::string_view lifelinesRulesText();
[[nodiscard]] std::string_view landcoverRulesText();
[[nodiscard]] std::string_view roadclassesRulesText();

}  // namespace fengsui
