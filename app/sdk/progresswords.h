// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "sdk/hazardmodule.h"

namespace fengsui {

/// How long a run will take still, from how it went: at the pace of the last half of the time that it has taken. A run
/// that gets slower is seen so, and one that pauses a moment is not.
///
/// Units: milliseconds of any clock that only goes on. Thread: one.
class TimeLeft {
 public:
  void see(double share, std::int64_t nowMs);
  /// Nothing until it has computed for three seconds and a hundredth.
  [[nodiscard]] std::optional<std::int64_t> ms() const;

 private:
  struct Seen {
    double share;
    std::int64_t ms;
  };
  std::vector<Seen> seen_;
};

/// "computing the water: 2 h 40 min of 6 h, about 1 min left".
///
/// Thread: one.
class ProgressWords {
 public:
  [[nodiscard]] Text of(const RunProgress& progress, std::int64_t nowMs);

 private:
  TimeLeft left_;
};

/// "2 h 40 min", "25 min", "40 s".
[[nodiscard]] Text lastingWords(std::int64_t ms);

/// Milliseconds of a clock that only goes on.
[[nodiscard]] inline std::int64_t steadyNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace fengsui
