// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"

namespace fengsui {

struct MapBuilding {
  Position at;
  std::int64_t people = 0;  ///< an estimate; 0 where the map has none
};

struct MapRoad {
  std::string name;  ///< its own name, else its number, else empty
  std::string roadClass;
  bool bridge = false;
  bool tunnel = false;
  Line line;
};

/// A point of the map that stands for something: a substation, a hospital.
struct MapPlace {
  std::string name;  ///< empty where the map has none
  std::string featureClass;
  Position at;
  std::int64_t beds = 0;  ///< 0: not known
};

/// What of the base map a hazard may reach.
struct MapThings {
  std::vector<MapBuilding> buildings;
  std::vector<MapRoad> roads;  ///< that vehicles use
  std::vector<MapPlace> places;
};

/// Thread: any; slow (disk). Errors: notFound; unreadable; refused when stopped. A map without one of the layers has
/// none of it.
[[nodiscard]] Result<MapThings> mapThingsOf(const std::filesystem::path& baseMap, const std::stop_token& stop = {});

/// A line with a place at least every so many metres, its own corners kept.
[[nodiscard]] Line withPlacesEvery(const Line& line, double metres);

}  // namespace fengsui
