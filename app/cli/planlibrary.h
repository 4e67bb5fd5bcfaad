// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "plans/library.h"
#include "plans/situationfacts.h"

namespace fengsui {

/// The plans that the product, its modules and the station bring.
[[nodiscard]] PlanLibrary libraryOf(const Session& session);

/// What is known besides the situation: the warnings in force, and the newest value of each series of the station.
/// A series is named "rain/怀北" or, for a sum or a forecast, "rain 60/怀北": minutes after the name.
[[nodiscard]] Observations observationsOf(const Situation& s, const StationFiles& files, Instant now);

}  // namespace fengsui
