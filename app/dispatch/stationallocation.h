// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/situation.h"
#include "dispatch/allocation.h"
#include "dispatch/roadpicture.h"

namespace fengsui {

/// Where a hazard will be, from when until when.
struct HazardArea {
  std::string name;
  Shape areas;
  Instant from;
  std::optional<Instant> to;
};

/// A decision that somebody took: so many people of a zone, or all of them, to a shelter.
struct KeptAllotment {
  Id<RiskZone> zone;
  Id<Shelter> shelter;
  std::optional<std::int64_t> people;
};

struct StationAllocationWish {
  Vehicle vehicle = Vehicle::car;
  Instant depart;
  /// Without a drawn hazard: when it is everywhere.
  std::optional<Instant> hazardAt;
  /// Drawn: only the zones that it touches move, shelters in it take nobody, roads in it close when it comes.
  std::vector<HazardArea> hazard;
  bool allZones = false;             ///< zones outside of the hazard move too
  std::optional<ShelterClass> stay;  ///< how long people stay: a shelter has fewer places for longer
  std::vector<KeptAllotment> keep;
};

/// The proposal for a station, and everything that is to be said about it.
struct StationAllocation {
  AllocationRequest request;  ///< zones and shelters by name
  Allocation made;
  std::vector<Text> ways;     ///< by allotment: what its way avoids, or what is wrong with a decision; may be empty
  std::vector<Text> because;  ///< by unplaced: why, and what to open where roads are cut
  std::vector<Text> leftOut;  ///< zones and shelters that could not take part, one sentence each
  std::size_t untouched = 0;  ///< zones outside of the hazard, that stay where they are
};

/// How many more people the shelter can take for a stay: what the district states for that class, else its one number
/// where it is meant to keep people that long. @return nothing where nothing is known; 0 where it is for shorter stays.
[[nodiscard]] std::optional<std::int64_t> freePlaces(const Shelter& shelter, std::optional<ShelterClass> stay);

/// People of risk zones to shelters, over the roads as they are and as the hazard leaves them.
///
/// Thread: any; a second for some hundred zones. Errors: notFound without a zone that has to move, or a decision about
/// something that is not there; invalid for decisions that exceed people or places; refused when stopped.
[[nodiscard]] Result<StationAllocation> allocateStation(const Situation& situation, const RoadPicture& roads,
                                                        const StationAllocationWish& wish,
                                                        const std::stop_token& stop = {});

}  // namespace fengsui
