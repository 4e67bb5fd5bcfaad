// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plans/library.h"
#include "ui/search/namelist.h"

namespace fengsui {

/// The plans of a library as things that can be looked up, by their titles in both languages and their identifier:
/// NamedThing::code is the identifier, where the edition, tier 0 for a plan with levels that can be activated and 1 for
/// what only is included or expanded.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<NamedThing> thingsOf(const PlanLibrary& library);

}  // namespace fengsui
