// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "gis/roads/roadgraph.h"

namespace fengsui {

/// What slows everybody down.
struct RoadConditions {
  bool night = false;
  bool rain = false;
  bool operator==(const RoadConditions&) const = default;
};

/// What one kind of vehicle is, and what slows it down.
struct VehicleSpeeds {
  Text name;
  double weightT = 0;  ///< compared with the limit of a bridge or road
  double heightM = 0;
  double nightFactor = 1;
  double rainFactor = 1;
  double unpavedFactor = 1;
  double fordKmh = 0;
  bool againstOneway = false;                   ///< may go against a one-way
  bool keepsLimits = true;                      ///< is never faster than the posted limit
  std::array<double, roadClassCount> kmh = {};  ///< by RoadClass, by day on a dry road; 0: may not use it
};

/// How fast each kind of vehicle is on each class of road, as data of the district.
///
/// Units: km/h. Source: the file's own field `source`.
struct SpeedTable {
  std::string edition;
  std::string source;
  bool verified = false;
  std::array<VehicleSpeeds, vehicleCount> vehicles;  ///< by Vehicle

  [[nodiscard]] const VehicleSpeeds& of(Vehicle vehicle) const { return vehicles[static_cast<std::size_t>(vehicle)]; }
};

/// Reads a speed table, UTF-8 JSON as in resources/rules/speeds.json.
/// @return Error::invalid with the field that does not fit: a speed below zero or above 200, a factor outside 0 to 1,
/// a class or vehicle that is missing or unknown, a vehicle that could use no road at all.
[[nodiscard]] Result<SpeedTable> readSpeedTable(std::string_view json);
[[nodiscard]] Result<SpeedTable> readSpeedTableFile(const std::filesystem::path& file);
/// The table that the product brings.
[[nodiscard]] const SpeedTable& shippedSpeedTable();

/// The time that stands for "this vehicle cannot pass here".
inline constexpr std::uint32_t neverMs = 0x3fffffffU;

/// How long a vehicle takes along every arc of the graph.
///
/// Units: milliseconds, at least 1; neverMs where it may not or cannot pass.
[[nodiscard]] std::vector<std::uint32_t> arcTimes(const RoadGraph& graph, const SpeedTable& speeds, Vehicle vehicle,
                                                  RoadConditions conditions = {});

}  // namespace fengsui
