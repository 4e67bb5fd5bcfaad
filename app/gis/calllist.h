// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/situation.h"

namespace fengsui {

/// Who is to be called: the registered persons, of one office where @p organisation names a part of it. Village, town
/// and people at risk come from the columns that a table brought along.
///
/// Thread: any; pure but for the ids, which are new.
[[nodiscard]] std::vector<Call> callsOfPersons(const Situation& s, const std::string& organisation = {});

/// Whoever is on duty at each post, else its A person; B stands in.
[[nodiscard]] std::vector<Call> callsOfPosts(const Situation& s, const std::string& organisation = {});

/// The persons responsible for risk zones, in these towns only; no towns: everywhere. A is called and B stands in, and
/// each answers for the people of the zone.
[[nodiscard]] std::vector<Call> callsOfZones(const Situation& s, const std::vector<std::string>& towns = {});

/// The persons of a table, by what its columns are called.
/// @return Error::invalid with the row that has no name, or a number or telephone that is none.
[[nodiscard]] Result<std::vector<Call>> callsInTable(const std::string& file);

}  // namespace fengsui
