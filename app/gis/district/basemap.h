// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/result.h"

namespace fengsui {

/// A rectangle in degrees, WGS 84.
struct DistrictBox {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;

  bool operator==(const DistrictBox&) const = default;
  [[nodiscard]] bool empty() const { return !(east > west && north > south); }
};

/// What a district's map is made from.
struct BaseMapRequest {
  std::filesystem::path osm;                 ///< .osm.pbf, .osm, .osm.bz2; empty: made from layers or a boundary
  std::optional<std::filesystem::path> dem;  ///< any raster of heights in metres that GDAL reads
  std::filesystem::path outDir;
  std::string name;        ///< empty: that of the boundary, else of the largest complete administrative area
  bool fictional = false;  ///< nothing of it is real, so nobody is to be named as its source
  std::optional<std::filesystem::path> boundary = {};   ///< a layer of areas, one of them the district
  std::optional<std::filesystem::path> layers = {};     ///< map layers under the names of base.gpkg's tables
  std::optional<std::filesystem::path> gazetteer = {};  ///< names, codes, perhaps positions
  std::optional<std::int64_t> population = {};          ///< of all, where only the total is known
  /// Instead: a table or layer of places with their people, or a raster of people in each cell.
  std::optional<std::filesystem::path> populationFile = {};
  std::optional<std::filesystem::path> landCover = {};  ///< a raster of classes of ground or fuel
  std::string landCoverClasses = {};                    ///< what they are called, see importLandCover()
};

/// What came of it.
struct BaseMapReport {
  std::string name;
  DistrictBox box;
  std::map<std::string, long> rows;  ///< by table
  std::vector<Text> missing;         ///< what the map does not have, and why
  std::vector<Text> notes;           ///< what was made of gazetteer, layers and population
  long homes = 0;                    ///< buildings over which people were spread
  double seconds = 0;
};

/// @param fraction 0 … 1 of the whole; @param step what is being done.
using BaseMapProgress = std::function<void(double fraction, const Text& step)>;

/// Makes base.gpkg, with a DEM terrain.tif and hillshade.tif, district.qgs and district.json in the folder.
///
/// The files appear together at the end; a stop or a failure leaves what was there before.
/// Thread: any; takes seconds to minutes. Errors: the files at fault by name; refused when stopped.
[[nodiscard]] Result<BaseMapReport> buildBaseMap(const BaseMapRequest& request, const BaseMapProgress& progress,
                                                 std::stop_token stop);

/// Makes a base.gpkg with every table and no rows, to be filled by somebody else. Replaces an existing file.
[[nodiscard]] Outcome createEmptyBaseMap(const std::filesystem::path& file);

/// Puts district.qgs beside base.gpkg.
///
/// @param box what the map shows first; without it the borders decide.
[[nodiscard]] Outcome installTemplate(const std::filesystem::path& folder, const std::string& title = {},
                                      std::optional<DistrictBox> box = {});

}  // namespace fengsui
