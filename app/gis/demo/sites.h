// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/demo/district.h"

namespace fengsui::demo {

/// Names for rivers and reservoirs, after the places by them.
void nameWaters(Ground& ground, const Settlements& settlements, PlaceNames& names);
/// Hospitals, schools, stations, works, hydrants …
void placeSites(DemoDistrict& district, std::uint64_t seed);
/// Peaks, hazard points on slopes, ponding points, the fault.
void placeHazards(DemoDistrict& district, PlaceNames& names, std::uint64_t seed);

}  // namespace fengsui::demo
