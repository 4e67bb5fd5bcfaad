// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/result.h"
#include "gis/district/basemap.h"

namespace fengsui {

/// Where people were put. Whole people: total = onBuildings + atSettlements + nowhere.
struct PopulationSummary {
  std::int64_t total = 0;
  std::int64_t onBuildings = 0;
  std::int64_t atSettlements = 0;
  std::int64_t nowhere = 0;  ///< of rows that are not on the map, of cells far from everything
  long buildings = 0;        ///< over which they were spread, those without anybody too
  long settlements = 0;
  std::vector<Text> missing;
};

/// Spreads a total over the buildings that could be lived in and have no number of their own, by their area times their
/// levels; where there are no buildings over settlements, by the size that is usual for their class. An estimate.
///
/// Thread: any. Errors: unreadable or io for the file; invalid for a total below what buildings state.
[[nodiscard]] Result<PopulationSummary> spreadPopulation(std::int64_t total, const std::filesystem::path& baseMap);

/// The same for each row of a table or layer: name or code (名称, 代码) and population (人口, 常住人口). A row is an
/// area of its own or that of the map of this name, else the place of this code or name and the buildings nearest to
/// it. The number of an area holds those of the rows within it.
///
/// Errors: as above, and for the table; invalid with the row for what is no number and for an area with fewer people
/// than the rows within it.
[[nodiscard]] Result<PopulationSummary> spreadPopulationTable(const std::filesystem::path& table,
                                                              const std::filesystem::path& baseMap);

/// The same for a raster of people in each cell, in any coordinate system: those of a cell live in its buildings, else
/// in the nearest one within a kilometre, else in the nearest settlement within five.
///
/// Counts cells whose middle lies in the area of the district, else in the box. Reads only what lies there.
/// Errors: as above, and for the raster; invalid for cells below 0; refused when stopped.
[[nodiscard]] Result<PopulationSummary> spreadPopulationRaster(const std::filesystem::path& raster,
                                                               const DistrictBox& box, const std::string& name,
                                                               const std::filesystem::path& baseMap,
                                                               const std::stop_token& stop);

/// Whichever of the two the file is.
[[nodiscard]] Result<PopulationSummary> spreadPopulationFile(const std::filesystem::path& file, const DistrictBox& box,
                                                             const std::string& name,
                                                             const std::filesystem::path& baseMap,
                                                             const std::stop_token& stop);

}  // namespace fengsui
