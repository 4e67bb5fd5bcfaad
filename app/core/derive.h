// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/situation.h"

namespace fengsui {

/// What the strip shows: derived from the situation and the clock, never stored.
struct Overview {
  std::int64_t openIncidents = 0;
  std::int64_t unattended = 0;    ///< open incidents without any team bound or asked
  std::int64_t teamsOut = 0;      ///< enRoute or onScene
  std::int64_t teamsFree = 0;     ///< available
  std::int64_t unanswered = 0;    ///< teams asked, no answer yet
  std::int64_t late = 0;          ///< teams enRoute past their expected arrival
  std::int64_t sheltered = 0;     ///< people in shelters
  std::int64_t overCapacity = 0;  ///< shelters with more people than places
  std::int64_t conflicts = 0;     ///< unresolved
  std::optional<Instant> next;    ///< the next expected arrival

  template <class Self, class Field>
  static void describe(Self& self, Field& field) {
    field("openIncidents", self.openIncidents);
    field("unattended", self.unattended);
    field("teamsOut", self.teamsOut);
    field("teamsFree", self.teamsFree);
    field("unanswered", self.unanswered);
    field("late", self.late);
    field("sheltered", self.sheltered);
    field("overCapacity", self.overCapacity);
    field("conflicts", self.conflicts);
    field("next", self.next);
  }
};

/// After how long without a report the place of a moving team is doubted.
inline constexpr std::int64_t kStaleAfterMs = 15 * 60 * 1000;
/// How old the last known place of a team on the move is, where that is too old to rely on; nothing for a fresh one,
/// and for a team that stands where it belongs.
[[nodiscard]] std::optional<std::int64_t> staleMs(const Team& team, Instant now);

/// The station's clock; UTC where its zone has no name that is known.
[[nodiscard]] TimeZone zoneOf(const Situation& situation);

/// The count of that kind that holds: the one that was decided, else the largest; nullptr where nobody counted.
[[nodiscard]] const Figure* figureThatHolds(const Incident& incident, FigureKind kind);

[[nodiscard]] Overview overviewOf(const Situation& situation, Instant now);

}  // namespace fengsui
