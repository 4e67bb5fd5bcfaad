// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace fengsui::demo {

/// What looks random here and is the same on every machine: only integers, and doubles that are exact.

/// Source: SplitMix64, Steele, Lea and Flood (2014).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

/// A row of numbers; each use of the seed has a topic of its own, so that one more number here moves nothing there.
class Chance {
 public:
  Chance(std::uint64_t seed, std::uint64_t topic) : state_(mixed(seed * 1'000'003 + topic)) {}
  [[nodiscard]] std::uint64_t next() { return mixed(state_ += 0x9e3779b97f4a7c15ULL); }
  /// 0 … 1, without 1.
  [[nodiscard]] double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  [[nodiscard]] double between(double low, double high) { return low + (high - low) * share(); }
  [[nodiscard]] int below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }

 private:
  std::uint64_t state_;
};

/// Smooth noise with one bump per unit, about −1 … 1.
/// Source: gradient noise, Perlin (1985), with the fade of Perlin (2002).
[[nodiscard]] double noise(std::uint64_t seed, double x, double y);
/// Noise over noise of half the size and half the strength.
[[nodiscard]] double rough(std::uint64_t seed, double x, double y, int octaves);

}  // namespace fengsui::demo
