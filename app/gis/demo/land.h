// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/demo/roads.h"

namespace fengsui::demo {

enum class Land : std::uint8_t { none, forest, scrub, grass, orchard, farmland, wetland, built };

/// What grows where, on the grid of ways.
[[nodiscard]] Raster<std::uint8_t> landCover(const Ground& ground, const Settlements& settlements,
                                             const RoadNetwork& roads);

enum class BlockUse { residential, commercial, industrial, park, school, hospital };

struct Building {
  std::array<Point, 4> corners;
  int levels = 1;
  int population = 0;  ///< an estimate: that of its town or village, spread by floor space
};

/// Houses in blocks and along lanes.
struct Buildings {
  std::vector<Building> all;
  struct Lot {
    Block block;
    BlockUse use;
    int town;
  };
  std::vector<Lot> lots;
};

[[nodiscard]] Buildings build(const Ground& ground, const Settlements& settlements, const RoadNetwork& roads);

}  // namespace fengsui::demo
