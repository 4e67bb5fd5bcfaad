// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "protocol/messages.h"

namespace fengsui::test {

/// What can be said about an image without looking at it.
struct Picture {
  explicit Picture(const protocol::Rendered& rendered) : image(rendered) {}

  struct Colour {
    int r, g, b, a;
    bool operator==(const Colour&) const = default;
  };
  [[nodiscard]] Colour at(int x, int y) const;
  [[nodiscard]] int colours() const;
  /// Pixels whose largest difference to the other picture is more than this.
  [[nodiscard]] long differing(const Picture& other, int by = 24) const;
  [[nodiscard]] long opaque() const;
  /// The share of pixels whose HSV saturation is above the limit; nearly black ones have no colour.
  [[nodiscard]] double shareAboveSaturation(double limit) const;

  const protocol::Rendered& image;
};

}  // namespace fengsui::test
