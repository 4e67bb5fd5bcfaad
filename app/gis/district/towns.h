// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"

class GDALDataset;

namespace fengsui {

/// The administrative areas of a base map, to tell places of one name apart.
///
/// Thread: one at a time.
class TownAreas {
 public:
  explicit TownAreas(GDALDataset& baseMap);
  ~TownAreas();
  TownAreas(const TownAreas&) = delete;
  TownAreas& operator=(const TownAreas&) = delete;

  /// The smallest town, county or prefecture around the place; empty outside of all, and where the map has only one.
  [[nodiscard]] std::string at(Position where) const;

 private:
  struct Area;
  std::vector<Area> areas_;  // the smallest first
};

/// The town of each place: the area of base.gpkg that it lies in, else the town or city that is nearest within 20 km.
/// Empty where neither is known.
///
/// Thread: any; slow (disk).
[[nodiscard]] std::vector<std::string> townsOf(std::span<const Position> places, const std::filesystem::path& baseMap);

}  // namespace fengsui
