// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dispatch/roadpicture.h"

namespace fengsui {

/// Somewhere that help has to reach, and for how many people.
struct CoveredPlace {
  std::string id;
  std::string name;
  Position at;
  std::int64_t people = 0;
};

/// Somebody who can set out, and with what.
struct CoverageOrigin {
  std::string name;
  Position at;
  Vehicle vehicle = Vehicle::heavy;
};

struct PlaceCoverage {
  std::optional<std::int64_t> ms;  ///< of the first to be there; nothing where nobody can come
  std::optional<std::size_t> by;   ///< which origin
};

/// How much of a district somebody reaches in time.
struct Coverage {
  std::vector<PlaceCoverage> places;  ///< as given
  std::size_t covered = 0;
  std::int64_t people = 0;         ///< all of them
  std::int64_t peopleCovered = 0;  ///< within the limit
};

/// Thread: any. Errors: refused when stopped; invalid where nothing can set out.
[[nodiscard]] Result<Coverage> coverageWithin(const RoadPicture& roads, const std::vector<CoverageOrigin>& origins,
                                              const std::vector<CoveredPlace>& places, Instant depart,
                                              std::int64_t limitMs, const std::stop_token& stop = {});

}  // namespace fengsui
