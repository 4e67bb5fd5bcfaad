// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"
#include "gis/district/mapnames.h"
#include "ui/search/namelist.h"

namespace fengsui {

/// The names of a base map as things that can be looked up.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<NamedThing> thingsOf(const std::vector<MapName>& names);

/// What a class of the base map is called; the class itself for one that has no word.
[[nodiscard]] Text wordForMapClass(std::string_view featureClass);

}  // namespace fengsui
