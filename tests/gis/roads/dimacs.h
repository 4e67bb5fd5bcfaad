// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "gis/roads/roadgraph.h"

namespace fengsui {

/// A network of the 9th DIMACS challenge: lengths in tenths of a metre and travel times, both as the files have them.
struct DimacsNetwork {
  std::shared_ptr<const RoadGraph> graph;  ///< null where the files are missing
  std::vector<std::uint32_t> arcMs;        ///< the file's travel-time weights, taken as milliseconds
};

/// Reads USA-road-{d,t}.NAME.gr.gz and USA-road-d.NAME.co.gz.
[[nodiscard]] DimacsNetwork readDimacs(const std::filesystem::path& folder, const std::string& name);

}  // namespace fengsui
