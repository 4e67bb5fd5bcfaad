// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/geo.h"
#include "core/time.h"

namespace fengsui {

/// How high the middle of the sun stands over the horizon, in degrees, without refraction.
///
/// Source: NOAA Global Monitoring Laboratory, solar calculation details (after Meeus, Astronomical Algorithms); within
/// 0.05 degrees from 1950 to 2050.
[[nodiscard]] double sunElevationDeg(Instant at, Position where);

/// The next moment at or after @p from at which the upper edge of the sun goes below the horizon (elevation -0.833
/// degrees), to the minute. @return nothing where it does not set within a day and a half.
[[nodiscard]] std::optional<Instant> nextSunset(Instant from, Position where);

/// Between sunset and sunrise.
[[nodiscard]] bool isDark(Instant at, Position where);

}  // namespace fengsui
