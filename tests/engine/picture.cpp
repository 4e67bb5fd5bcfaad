// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace fengsui::test {

Picture::Colour Picture::at(int x, int y) const {
  const auto* pixel = image.pixels.data() + (std::size_t(y) * std::size_t(image.widthPx) + std::size_t(x)) * 4;
  return {std::to_integer<int>(pixel[2]), std::to_integer<int>(pixel[1]), std::to_integer<int>(pixel[0]),
          std::to_integer<int>(pixel[3])};
}

int Picture::colours() const {
  std::set<int> seen;
  for (int y = 0; y < image.heightPx; ++y) {
    for (int x = 0; x < image.widthPx; ++x) {
      const auto [r, g, b, a] = at(x, y);
      seen.insert((r << 16) | (g << 8) | b);
    }
  }
  return static_cast<int>(seen.size());
}

long Picture::differing(const Picture& other, int by) const {
  long out = 0;
  for (int y = 0; y < image.heightPx; ++y) {
    for (int x = 0; x < image.widthPx; ++x) {
      const auto one = at(x, y);
      const auto two = other.at(x, y);
      if (std::max({std::abs(one.r - two.r), std::abs(one.g - two.g), std::abs(one.b - two.b)}) > by) ++out;
    }
  }
  return out;
}

long Picture::opaque() const {
  long out = 0;
  for (int y = 0; y < image.heightPx; ++y) {
    for (int x = 0; x < image.widthPx; ++x) out += at(x, y).a > 128 ? 1 : 0;
  }
  return out;
}

double Picture::shareAboveSaturation(double limit) const {
  long above = 0;
  for (int y = 0; y < image.heightPx; ++y) {
    for (int x = 0; x < image.widthPx; ++x) {
      const auto [r, g, b, a] = at(x, y);
      const int high = std::max({r, g, b});
      const int low = std::min({r, g, b});
      // A step of rounding in a dark colour is a large share of it.
      if (high - low > 4 && high - low > limit * high + 2) ++above;
    }
  }
  return static_cast<double>(above) / (double(image.widthPx) * image.heightPx);
}

}  // namespace fengsui::test
