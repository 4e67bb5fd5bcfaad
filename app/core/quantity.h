// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "core/result.h"

namespace fengsui {

/// An amount of something counted or measured, in thousandths of its unit: exact, and the same bytes everywhere.
struct Quantity {
  std::int64_t milli = 0;

  auto operator<=>(const Quantity&) const = default;
  // At the ends of the range a sum stays there: other stations' events may carry any number.
  Quantity operator+(Quantity other) const {
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(milli, other.milli, &sum)) return {sum};
    return {other.milli < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max()};
  }
  Quantity operator-() const {
    return {milli == std::numeric_limits<std::int64_t>::min() ? std::numeric_limits<std::int64_t>::max() : -milli};
  }
  Quantity operator-(Quantity other) const { return *this + -other; }

  [[nodiscard]] static Quantity of(std::int64_t whole) { return {whole * 1000}; }
  /// "50", "2.5", "1,200": up to three decimals, at most 9e12. @return Error::invalid.
  [[nodiscard]] static Result<Quantity> parse(std::string_view text);
  [[nodiscard]] std::string text() const;  ///< without needless zeros
};

}  // namespace fengsui
