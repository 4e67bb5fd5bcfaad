// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// The stretches of a road with this name (or number, where it has no name) within @p withinM of a place, as a shape
/// that closes these and no other: lines, or points where lines would close crossings too.
///
/// Thread: any. Errors: notFound with the names of roads that are there.
[[nodiscard]] Result<Shape> shapeOfRoad(const RoadNetwork& network, const std::string& name, Position near,
                                        double withinM = 1000);

/// The road nearest to a place, within @p withinM: where to close it by a point. Errors: notFound.
[[nodiscard]] Result<RoadPoint> nearestRoad(const RoadNetwork& network, Position at, double withinM = 200);

}  // namespace fengsui
