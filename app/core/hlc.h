// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/time.h"

namespace fengsui {

/// A hybrid logical clock in 64 bits: milliseconds in the upper 48, a counter in the lower 16. It follows the wall
/// clock and never goes back, also when the wall clock does.
///
/// Source: Kulkarni et al., Logical Physical Clocks (2014).
namespace hlc {

inline constexpr std::int64_t kMaxAheadMs = 5 * 60 * 1000;  ///< a foreign event further ahead is quarantined

[[nodiscard]] constexpr Instant instantOf(std::uint64_t hlc) {
  return {static_cast<std::int64_t>(hlc >> 16)};
}
[[nodiscard]] constexpr std::uint64_t firstOf(Instant at) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(at.ms, 0)) << 16;
}
[[nodiscard]] constexpr std::uint64_t lastOf(Instant at) {
  return firstOf(at) | 0xffff;
}

/// Beyond this a clock is nothing that any file can hold.
inline constexpr std::uint64_t kLargest = ~std::uint64_t{0} >> 1;

/// The next stamp after @p last when the wall clock says @p now.
[[nodiscard]] constexpr std::uint64_t next(std::uint64_t last, Instant now) {
  return std::max(last + 1, firstOf(now));
}

}  // namespace hlc
}  // namespace fengsui
