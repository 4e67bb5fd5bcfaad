// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace fengsui {

/// What a value measures. Values of different measures cannot be compared.
enum class Dimension { plain, length, duration, speed, flow, area, share, colour, incidentLevel, text, truth, open };

[[nodiscard]] Text textOf(Dimension dimension);

/// A unit that an expression may use, and its size in the base unit of its measure (m, min, m/s, m3/s, ha, %).
struct Unit {
  std::string_view name;
  Dimension dimension;
  double size;
};

[[nodiscard]] std::span<const Unit> units();
/// Also what measuring stations write: "米", "毫米", "m³/s". @return nothing for other words.
[[nodiscard]] std::optional<Unit> unitNamed(std::string_view name);

enum class ArgumentKind { duration, text, condition };

/// A function of the expressions (FORMAT.md), or a name without brackets where it takes nothing.
struct FunctionRule {
  std::string_view name;
  Dimension answers;
  std::string_view unit;  ///< of a number that is compared without one
  std::vector<ArgumentKind> arguments;
  std::size_t optional;  ///< how many of the last ones may be left out
  std::string_view usage;
};

[[nodiscard]] const FunctionRule* functionNamed(std::string_view name);
[[nodiscard]] std::vector<std::string> functionNames(bool withArguments);

/// The rank of a colour (blue 1 … red 4) or of an incident level (1 … 4). @return nothing for other words.
[[nodiscard]] std::optional<int> colourRank(std::string_view word);
[[nodiscard]] std::optional<int> levelRank(std::string_view word);

}  // namespace fengsui
