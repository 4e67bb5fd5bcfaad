// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/names.h"

namespace fengsui {

/// What a road was built for. The codes are those of base.gpkg's table `road`.
enum class RoadClass : std::uint8_t {
  motorway,
  trunk,
  primary,
  secondary,
  tertiary,
  unclassified,
  residential,
  livingStreet,
  pedestrian,
  service,
  track,
  path,
  footway,
  cycleway,
  bridleway,
  steps,
};

template <>
inline constexpr auto namesOf<RoadClass> = std::to_array<EnumName<RoadClass>>({
    {RoadClass::motorway, "motorway", "motorway", "高速公路"},
    {RoadClass::trunk, "trunk", "trunk road", "国道、快速路"},
    {RoadClass::primary, "primary", "primary road", "省道、主干路"},
    {RoadClass::secondary, "secondary", "secondary road", "县道、次干路"},
    {RoadClass::tertiary, "tertiary", "tertiary road", "乡道、支路"},
    {RoadClass::unclassified, "unclassified", "minor road", "村道"},
    {RoadClass::residential, "residential", "residential street", "居住区道路"},
    {RoadClass::livingStreet, "living_street", "living street", "生活街区道路"},
    {RoadClass::pedestrian, "pedestrian", "pedestrian street", "步行街"},
    {RoadClass::service, "service", "service road", "内部道路"},
    {RoadClass::track, "track", "track", "机耕路、防火道"},
    {RoadClass::path, "path", "path", "小路"},
    {RoadClass::footway, "footway", "footway", "人行道"},
    {RoadClass::cycleway, "cycleway", "cycleway", "自行车道"},
    {RoadClass::bridleway, "bridleway", "bridleway", "马道"},
    {RoadClass::steps, "steps", "steps", "台阶"},
});
inline constexpr std::size_t roadClassCount = namesOf<RoadClass>.size();

/// How somebody moves. A crawler is anything on tracks or high wheels: excavator, amphibious or forest engine.
enum class Vehicle : std::uint8_t { car, heavy, crawler, foot };

template <>
inline constexpr auto namesOf<Vehicle> = std::to_array<EnumName<Vehicle>>({
    {Vehicle::car, "car", "car", "小型车"},
    {Vehicle::heavy, "heavy", "heavy engine", "大型车"},
    {Vehicle::crawler, "crawler", "crawler", "履带车"},
    {Vehicle::foot, "foot", "on foot", "步行"},
});
inline constexpr std::size_t vehicleCount = namesOf<Vehicle>.size();

/// The class that a map's own word means: OSM's value, a Chinese road class, with or without "_link".
/// @return nothing for a word that is not known.
[[nodiscard]] std::optional<RoadClass> roadClassFor(std::string_view written);

}  // namespace fengsui
