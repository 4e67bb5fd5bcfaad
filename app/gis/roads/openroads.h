// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "gis/roads/roadlayer.h"
#include "gis/roads/roadnetwork.h"

namespace fengsui {

/// What the order of a district's roads is kept in, beside base.gpkg.
inline constexpr const char* kNodeOrderFile = "roads.order";

struct OpenedRoads {
  RoadNetwork network;
  std::vector<Text> notes;  ///< of the layer, and where an order was damaged or cannot be kept
  bool orderWasKept = false;
};

/// Reads the roads of a layer and makes them ready for any search. The order of the roads of a district (base.gpkg,
/// read as it is) is taken from roads.order beside it; where that is missing, of other roads or damaged it is made, and
/// kept where the folder can be written. Another layer's order is made each time: nothing is left beside it.
///
/// Thread: any; several programs at once too. Errors: as readRoadLayer(), with the file.
[[nodiscard]] Result<OpenedRoads> openRoads(const std::filesystem::path& file, const RoadLayerOptions& options = {},
                                            const std::stop_token& stop = {});

/// The same for a graph that is there already; nothing is kept where @p orderFile is empty.
[[nodiscard]] Result<OpenedRoads> openRoads(std::shared_ptr<const RoadGraph> graph,
                                            const std::filesystem::path& orderFile, const std::stop_token& stop = {});

}  // namespace fengsui
