// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "gis/coordinates.h"

namespace fengsui {

/// An angle or a length as people write it: "116.6318", "116°37′54″E", "东经116度37分54秒", "E116.6318", "116:37:54".
struct WrittenOrdinate {
  double value = 0;
  enum class Axis { unsaid, longitude, latitude } axis = Axis::unsaid;
};

/// Thread: any; pure. @return nothing for what is not a number.
[[nodiscard]] std::optional<WrittenOrdinate> ordinateIn(std::string_view text);

/// Two ordinates in one cell, in the order in which they are written, unless letters say which is which: then the
/// longitude is first. "116.6318,40.3162", "(116.6318，40.3162)", "116°37′54″E 40°18′58″N", "北纬40.3°，东经116.6°".
struct WrittenPair {
  double first = 0;
  double second = 0;
  bool axesSaid = false;
};
[[nodiscard]] std::optional<WrittenPair> pairIn(std::string_view text);

}  // namespace fengsui
