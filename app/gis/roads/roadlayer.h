// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"
#include "gis/roads/roadgraph.h"

namespace fengsui {

/// Which column of a layer says what. An empty name: the first of the usual ones that the layer has.
struct RoadColumns {
  std::string roadClass, name, ref, oneway, bridge, tunnel, ford, surface, maxSpeedKmh, maxHeightM, maxWeightT, access;

  bool operator==(const RoadColumns&) const = default;
};

struct RoadLayerOptions {
  std::string layer;  ///< empty: `road`, else the layer with most lines
  std::string crs;    ///< as crsNamed(); empty: what the file says
  RoadColumns columns;
  std::map<std::string, RoadClass> classes;       ///< what words of the class column mean, before the usual ones
  RoadClass otherwise = RoadClass::unclassified;  ///< of a road without a class that is known
};

struct RoadLayer {
  std::shared_ptr<const RoadGraph> graph;
  std::string layer;
  std::string crs;
  std::size_t lines = 0;
  std::vector<Text> notes;  ///< what was left out or read in a way that somebody may want to know
};

/// Reads the roads of a layer of lines: base.gpkg's `road`, a Shapefile, any GeoPackage, in any coordinate system.
///
/// Thread: any; slow (disk). Lines without a length, and what is no line, are left out and counted in a note; a line
/// that crosses itself is a road that does. Errors: notFound and unreadable for the file, layer or a column that was
/// named; invalid for an unknown coordinate system and for a layer without a single road; refused when stopped.
[[nodiscard]] Result<RoadLayer> readRoadLayer(const std::filesystem::path& file, const RoadLayerOptions& options = {},
                                              const std::stop_token& stop = {});

}  // namespace fengsui
