// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/situation.h"
#include "gis/datumguess.h"

namespace fengsui {

/// The named points of a base map (places, points of interest, peaks), under each of their names.
///
/// Thread: any; slow (disk); for a district some thousands. A file that is not there, or is no base map, gives none.
[[nodiscard]] std::vector<NamedPosition> placesOfBaseMap(const std::filesystem::path& baseMap);

/// Everything in the situation that has a name and a place of its own; not what moves.
[[nodiscard]] std::vector<NamedPosition> placesOf(const Situation& situation);

}  // namespace fengsui
