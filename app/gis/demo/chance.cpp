// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/chance.h"

#include <cmath>

namespace fengsui::demo {
namespace {

double slope(std::uint64_t seed, std::int64_t col, std::int64_t row, double x, double y) {
  constexpr double d = 0.7071067811865476;
  constexpr double directions[8][2] = {{1, 0}, {d, d}, {0, 1}, {-d, d}, {-1, 0}, {-d, -d}, {0, -1}, {d, -d}};
  const auto lot = mixed(seed ^ mixed(static_cast<std::uint64_t>(col) * 0x9e3779b1ULL +
                                      mixed(static_cast<std::uint64_t>(row) + 0x85ebca6bULL)));
  const auto& direction = directions[lot & 7];
  return direction[0] * x + direction[1] * y;
}

double fade(double t) {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

}  // namespace

double noise(std::uint64_t seed, double x, double y) {
  const double west = std::floor(x), south = std::floor(y);
  const double u = x - west, v = y - south;
  const auto col = static_cast<std::int64_t>(west), row = static_cast<std::int64_t>(south);
  const double s = slope(seed, col, row, u, v), t = slope(seed, col + 1, row, u - 1, v);
  const double p = slope(seed, col, row + 1, u, v - 1), q = slope(seed, col + 1, row + 1, u - 1, v - 1);
  const double low = s + (t - s) * fade(u), high = p + (q - p) * fade(u);
  return 1.5 * (low + (high - low) * fade(v));
}

double rough(std::uint64_t seed, double x, double y, int octaves) {
  double sum = 0, weight = 1, total = 0;
  for (int octave = 0; octave < octaves; ++octave) {
    sum += weight * noise(seed + static_cast<std::uint64_t>(octave), x, y);
    total += weight;
    weight /= 2;
    x *= 2;
    y *= 2;
  }
  return sum / total;
}

}  // namespace fengsui::demo
