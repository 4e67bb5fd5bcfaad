// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/situation.h"
#include "dispatch/roadpicture.h"

namespace fengsui {

/// What a team drives, by its kind: engines for fire, engineering, hazmat, power and supplies; cars for the rest.
/// An attribute `vehicle` (or 车型) with one of the codes or names of Vehicle is believed before that.
[[nodiscard]] Vehicle vehicleOf(const Team& team);

/// When somebody can be at a place, by road and the last of it on foot.
struct RoadArrival {
  Vehicle vehicle = Vehicle::car;
  std::optional<Route> route;  ///< nothing where no way is open
  Walk lastLeg;                ///< from the road to the place; none where the place is at the road
  Instant at;                  ///< only with a route
  /// Without a route: what would have to be opened, by the places in closures(); empty where no road leads there.
  std::vector<std::uint32_t> toOpen;
  std::optional<Instant> ifOpened;
  /// "21:52: 12 min, 8.2 km by 京密路; avoids 大桥积水", or what is cut off and by what.
  Text words;
};

/// Errors: notFound where one of the places is farther than 3 km from any road that the vehicle can use.
/// Thread: one at a time for each @p search.
[[nodiscard]] Result<RoadArrival> arrivalAt(RoadSearch& search, const RoadPicture& roads, Vehicle vehicle,
                                            Position from, Position to, Instant depart, const TimeZone& zone,
                                            const TerrainHeights* heights = nullptr);

/// A team and when it could be there.
struct Candidate {
  Id<Team> team;
  std::string name;
  bool free = false;                   ///< available, and commanded here
  Text state;                          ///< "available", "on the way to 山洪", "asked through 区消防支队"
  std::optional<RoadArrival> arrival;  ///< nothing where nobody knows where it is
  Text whyNot;                         ///< with no arrival, or none that is possible
  /// Where it sets out from: "from its base", "seen 21:32 by GPS", "last seen 21:02, 38 min ago".
  Text seen;
  bool stale = false;  ///< on the move, and nobody has said for a quarter of an hour where it is
};

/// Who can be at a place first: teams that are free by arrival, then those that are busy or have to be asked, then
/// those that cannot come.
///
/// Thread: any; milliseconds for some hundred teams.
[[nodiscard]] std::vector<Candidate> whoCanBeThere(const Situation& situation, const RoadPicture& roads, Position to,
                                                   Instant depart, const TimeZone& zone,
                                                   const std::vector<std::string>& capabilities = {},
                                                   const TerrainHeights* heights = nullptr);

}  // namespace fengsui
