// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"
#include "core/text.h"
#include "core/time.h"

namespace fengsui {

/// People who have to leave a place.
struct AllocationZone {
  std::string id;
  std::string name;
  Position at;
  std::int64_t people = 0;
  std::optional<Instant> hazardAt;  ///< they have to have arrived by then
};

/// A place that can take people in.
struct AllocationShelter {
  std::string id;
  std::string name;
  Position at;
  std::int64_t places = 0;  ///< free, for as long as they have to stay
  bool inHazard = false;
};

/// A decision that somebody took, which is kept.
struct Fixed {
  std::size_t zone = 0;
  std::size_t shelter = 0;
  std::int64_t people = 0;
};

struct AllocationRequest {
  std::vector<AllocationZone> zones;
  std::vector<AllocationShelter> shelters;
  /// By zone × shelters: how long the way takes, in seconds; nothing where there is none.
  std::vector<std::optional<std::int64_t>> seconds;
  Instant depart;
  std::vector<Fixed> fixed;
};

/// So many people of a zone to a shelter.
struct Allotment {
  std::size_t zone = 0;
  std::size_t shelter = 0;
  std::int64_t people = 0;
  std::int64_t seconds = 0;
  bool fixed = false;
};

/// Who could not be placed, and why.
struct Unplaced {
  std::size_t zone = 0;
  std::int64_t people = 0;
  Text because;
};

struct Allocation {
  std::vector<Allotment> allotments;  ///< by zone, then by shelter
  std::vector<Unplaced> unplaced;
  std::int64_t placed = 0;
  std::int64_t personSeconds = 0;  ///< all ways together, each as often as people take it
};

/// First proposal: most people placed, then the least time on the way for all of them together. A shelter inside of the
/// hazard takes nobody, and no way is used that takes longer than there is time.
///
/// Thread: any. Errors: invalid for negative numbers, a matrix that does not fit, or a decision that exceeds the people
/// or the places there are.
/// Source: transport problem, minimum cost flow.
[[nodiscard]] Result<Allocation> allocate(const AllocationRequest& request);

}  // namespace fengsui
