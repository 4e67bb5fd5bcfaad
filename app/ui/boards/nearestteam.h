// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "core/situation.h"
#include "dispatch/arrival.h"

namespace fengsui {

/// Whom to send to a place: the nearest team that is free, in a straight line over hills and rivers.
struct NearestTeam {
  const Team* team = nullptr;  ///< lives as long as the situation
  double straightM = 0;
};
/// Teams under own command come before those that have to be asked. Nothing where no free team has a known place.
///
/// Thread: any; pure.
[[nodiscard]] std::optional<NearestTeam> nearestTeamTo(const Situation& s, Position where);
/// The first of those who can come by road that is free; own teams before those that have to be asked.
/// @return nullptr where no free team has a way.
[[nodiscard]] const Candidate* firstFree(const Situation& s, std::span<const Candidate> byRoad);

/// Where a place that owes a report is: as it was given, else of the registered place or risk zone of its name.
[[nodiscard]] std::optional<Position> whereIs(const Situation& s, const Contact& contact);

}  // namespace fengsui
