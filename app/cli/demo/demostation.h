// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "journal/station.h"

namespace fengsui::demo {

/// A small fictional district, 示范区: the same every time but for ids. Nothing in it is real.

/// The corner and size of the fictional district, degrees.
inline constexpr double kWest = 116.40, kSouth = 40.20, kEast = 116.72, kNorth = 40.48;

/// Registers teams, depots, shelters, risk zones, facilities, places, posts and persons.
[[nodiscard]] Outcome populate(Station& station);

/// Plays an hour of a flood evening: reports, teams sent, asked, refused and arrived, shelters filled, supplies moved,
/// counts that differ, a mistake undone. @p setClock is called with each moment before what happens at it.
[[nodiscard]] Outcome playHour(Station& station, Instant start, const std::function<void(Instant)>& setClock);

}  // namespace fengsui::demo
