// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace fengsui::flood {

/// How time goes on: in rounds, and in a round each span of cells steps as often as its water asks for. A step of level
/// k lasts 2^k ticks and begins at a multiple of them, so that all have arrived when the round ends.
///
/// Source: local time steps in powers of two, Osher and Sanders (1983), Math. Comp. 41:321; for MUSCL–Hancock on
/// shallow water Sanders (2008), J. Hydraul. Res. 46:466.
struct Round {
  /// One level for water that becomes faster within the round, and three above the fastest.
  static constexpr int mostDoublings = 3;
  static constexpr int reserve = 1;
  static constexpr int levels = mostDoublings + reserve + 1;

  int top = 0;  ///< the level whose step is the whole round; 0: all step together
  double tickS = 0;
  double courant = 0.45;

  [[nodiscard]] int ticks() const { return 1 << top; }
  /// Steps of the fastest water, if it stays as fast.
  [[nodiscard]] int baseSteps() const { return 1 << (top - base()); }
  [[nodiscard]] int base() const { return std::min(top, reserve); }
  [[nodiscard]] double stepS(int level) const { return tickS * (1 << level); }

  /// The longest step that water of a pace (1/s: fastest wave over the cell width) bears at a share of the way to the
  /// next cell.
  [[nodiscard]] int levelFor(double pace, double share) const {
    int level = top;
    while (level > 0 && pace * stepS(level) > share) --level;
    return level;
  }
};

/// How many spans have water of which pace, in powers of two.
class Paces {
 public:
  void count(float pace) {
    if (pace > 0) ++spans_[exponentOf(pace)];
  }
  Paces& operator+=(const Paces& other) {
    for (std::size_t k = 0; k < spans_.size(); ++k) spans_[k] += other.spans_[k];
    return *this;
  }
  /// What is left of the work, at best, if slow water takes longer steps than the fastest. 1 where all are alike.
  [[nodiscard]] double shareLeft() const {
    double all = 0, left = 0, weight = 0;
    for (std::size_t k = spans_.size(); k-- > 0;) {
      if (spans_[k] == 0 && all == 0) continue;
      weight = all == 0 ? 1 : std::max(weight / 2, 1.0 / (1 << Round::mostDoublings));
      all += static_cast<double>(spans_[k]);
      left += weight * static_cast<double>(spans_[k]);
    }
    return all > 0 ? left / all : 1;
  }

 private:
  static std::size_t exponentOf(float number) { return std::bit_cast<std::uint32_t>(number) >> 23 & 0xFF; }
  std::array<long, 256> spans_{};
};

}  // namespace fengsui::flood
