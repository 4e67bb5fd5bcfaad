// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dispatch/arrival.h"
#include "ui/desk/desk.h"

namespace fengsui {

/// In which order a list stands.
enum class ListOrder {
  urgent,   ///< what wants attention first: incidents by level, teams by who is free, shelters by room …
  newest,   ///< incidents by time of report
  name,     ///< by name, as text is compared
  nearest,  ///< by distance from ListQuery::from
};

/// What a list of things of one kind shows.
struct ListQuery {
  Kind kind = Kind::incident;
  ListOrder order = ListOrder::urgent;
  std::string filter;            ///< words that must all occur somewhere in a thing's words
  std::optional<Position> from;  ///< what distances are measured from
  Instant now = {};              ///< by which what is over is told
};

/// One line of a list: which thing, and what was computed about it. Its words are made when it is painted.
struct ThingRow {
  Selected ref;
  std::optional<double> distanceM;  ///< in a straight line
  std::optional<Instant> thereAt;   ///< by road
  std::int64_t takesMs = 0;         ///< until then, where it is known
  bool noWay = false;               ///< none is open
  int teams = 0;                    ///< bound to an incident

  bool operator==(const ThingRow&) const = default;
};

/// The answer to a query: rows in order, of how many.
struct ThingRows {
  std::vector<ThingRow> rows;
  int all = 0;        ///< of this kind, before the filter
  int attention = 0;  ///< open incidents, free teams, open shelters
};

/// Thread: any; a pure function of its arguments.
[[nodiscard]] ThingRows listed(const Situation& situation, const ListQuery& query);

/// The orders that make sense for a kind, the first being the usual one.
[[nodiscard]] const std::vector<ListOrder>& ordersOf(Kind kind);

/// The teams for one incident: those at it, then the free ones, then the rest, each the first to be there first; in a
/// straight line where @p byRoad does not say when that is.
[[nodiscard]] std::vector<ThingRow> teamsFor(const Situation& situation, const Incident& incident,
                                             std::span<const Candidate> byRoad = {}, Instant now = {});
/// Whether a team is at its base or on the way back: not at work, and not out of service.
[[nodiscard]] bool canSetOut(const Team& team);
/// How a team stands to an incident.
enum class TeamStands { here, free, bound };
[[nodiscard]] TeamStands standing(const Team& team, Id<Incident> incident);
/// The row to propose: the first free team under own command that a way is open to, else the first that can be asked;
/// -1 where none.
[[nodiscard]] int nearestFree(const Situation& situation, const std::vector<ThingRow>& rows, Id<Incident> incident);

/// Where a thing is; nothing where that is not known.
[[nodiscard]] std::optional<Position> placeOf(const Situation& situation, const Selected& thing);

}  // namespace fengsui
