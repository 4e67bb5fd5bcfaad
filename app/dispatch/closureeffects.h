// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "dispatch/roadpicture.h"
#include "gis/roads/timematrix.h"

namespace fengsui {

/// What closures do to the way from one place to another.
struct ClosureEffect {
  std::size_t row = 0;
  std::size_t column = 0;
  bool cutOff = false;  ///< no way is open
  std::int64_t laterMs = 0;
  std::vector<std::uint32_t> avoided;  ///< what the way goes round, by the places in closures()
  std::vector<std::uint32_t> toOpen;   ///< where it is cut off: the fewest that would have to be opened together
};

/// Pairs of a matrix that closures make longer or impossible; a pair that no road joins is none of them.
struct ClosureEffects {
  std::vector<ClosureEffect> pairs;  ///< by row, then by column
  std::size_t unexplained = 0;       ///< pairs beyond the limit: their closures are not named
};

/// Thread: any. @p matrix is timeMatrix() of the same under the picture's closures. Errors: refused when stopped.
[[nodiscard]] Result<ClosureEffects> effectsOfClosures(const RoadPicture& roads, Vehicle vehicle,
                                                       std::span<const RoadPoint> from, std::span<const RoadPoint> to,
                                                       const TimeMatrix& matrix, Instant depart,
                                                       std::size_t mostPairs = 400, const std::stop_token& stop = {});

/// What an effect says: "later by 12 min, avoids 大桥积水", "cut off; to be opened: 大桥积水".
[[nodiscard]] Text effectInWords(const RoadClosures& closures, const ClosureEffect& effect);

/// Closures that hold for the vehicle while somebody from one of the origins could be at them, by their places in
/// closures().
///
/// Thread: any.
[[nodiscard]] std::vector<std::uint32_t> closuresWithin(const RoadPicture& roads, Vehicle vehicle,
                                                        std::span<const RoadPoint> from, Instant depart,
                                                        std::int64_t limitMs, const std::stop_token& stop = {});

/// The names of closures, in a sentence.
[[nodiscard]] Text namesOfClosures(const RoadClosures& closures, const std::vector<std::uint32_t>& which);

}  // namespace fengsui
