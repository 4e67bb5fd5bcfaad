// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "dispatch/arrival.h"

namespace fengsui {

/// A team that drives somewhere now.
struct TeamOnTheWay {
  Id<Team> team;
  std::string name;
  Vehicle vehicle = Vehicle::car;
  Position from;                       ///< where it was last seen, else its home
  Position to;                         ///< its destination, else the incident
  std::string destination;             ///< what the incident is called
  std::optional<Instant> announcedAt;  ///< when it was said to arrive
};

/// Teams with a destination, by name; those of whom nobody knows where they are, or where the incident is, are not
/// among them.
[[nodiscard]] std::vector<TeamOnTheWay> teamsOnTheWay(const Situation& situation);

/// What other closures make of the way of one team.
struct Replanned {
  TeamOnTheWay who;
  std::optional<RoadArrival> before;  ///< from where it is now, under the closures before; nothing off the roads
  std::optional<RoadArrival> after;
  bool changed = false;  ///< another way, or another time by a minute
  Text words;  ///< "第一救援队 to 山洪: 12 min later, by 绕行路 instead of 大桥; avoids 大桥积水; 22:14"
};

/// The ways of teams from where they are now, before and after a change of closures: those that it changes first, the
/// worst first, then the others.
///
/// Thread: any. @p before and @p after are the same roads.
[[nodiscard]] std::vector<Replanned> replanned(const std::vector<TeamOnTheWay>& teams, const RoadPicture& before,
                                               const RoadPicture& after, Instant now, const TimeZone& zone,
                                               const TerrainHeights* heights = nullptr);

}  // namespace fengsui
