// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/situation.h"
#include "ui/search/namelist.h"

namespace fengsui {

/// All that a situation holds and somebody may look for by name: incidents, teams, shelters, depots, risk zones,
/// facilities, places, posts, persons, and the persons named with them as responsible.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<NamedThing> thingsOf(const Situation& situation);

/// The words by which the things of a kind are found besides their names: what it is, in both languages.
[[nodiscard]] std::string aboutWords(Kind kind, Vocabulary vocabulary, std::string_view code);

}  // namespace fengsui
