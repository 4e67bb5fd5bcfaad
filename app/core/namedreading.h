// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/time.h"

namespace fengsui {

/// The newest value of a series, as the station keeps it: "rain/怀北", or "rain 60/怀北" for a sum or a forecast, with
/// the minutes after the name.
struct NamedReading {
  std::string series;
  std::string unit;
  double value = 0;
  Instant at;
};

}  // namespace fengsui
