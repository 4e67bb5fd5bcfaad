// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "gis/roads/closures.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// Travel times from many places to many. Units: milliseconds; neverMs where no way is open.
struct TimeMatrix {
  std::size_t rows = 0;     ///< origins
  std::size_t columns = 0;  ///< destinations
  std::vector<std::uint32_t> ms;

  [[nodiscard]] std::uint32_t at(std::size_t row, std::size_t column) const { return ms[row * columns + column]; }
};

/// The same times as one by one through RoadSearch, by far faster.
///
/// Thread: any. Errors: refused when stopped.
/// Source: bucket search over the hierarchy (Knopp et al. 2007). With closures the times without any are a lower bound
/// and those with all of them an upper one; only where the two differ is a pair searched by itself.
[[nodiscard]] Result<TimeMatrix> timeMatrix(const RoadTimes& times, const RoadClosures& closures,
                                            std::span<const RoadPoint> from, std::span<const RoadPoint> to,
                                            Instant depart, const std::stop_token& stop = {});

}  // namespace fengsui
