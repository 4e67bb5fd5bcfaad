// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "plans/responding.h"

namespace fengsui {

/// The plans that the product, its modules and the station bring.
[[nodiscard]] PlanLibrary libraryOf(const Session& session);

/// What is known besides the situation, from the files of the station.
[[nodiscard]] Observations observationsOf(const Situation& s, const StationFiles& files, Instant now);

/// A file, an id, or ID@EDITION: the plan with what it includes.
/// @return its first error; Error::notFound for an unknown one.
[[nodiscard]] Result<Plan> planNamed(const PlanLibrary& library, const std::string& name);

}  // namespace fengsui
