// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <osmium/osm/tag.hpp>
#include <string>

#include "gis/district/basemapfile.h"
#include "gis/district/schema.h"

namespace fengsui {

/// In which table an OSM object belongs and with which attributes; the name is not among them.
struct BaseClass {
  BaseLayer layer;
  std::string name;
  BaseAttributes attributes;
};

/// Pure functions of the tags. An object may be in several tables: a school area is land use and a point of interest.
[[nodiscard]] std::optional<BaseClass> roadClass(const osmium::TagList& tags);
[[nodiscard]] std::optional<BaseClass> lineClass(const osmium::TagList& tags);   ///< water, barrier, rail, power
[[nodiscard]] std::optional<BaseClass> areaClass(const osmium::TagList& tags);   ///< water, land use, building
[[nodiscard]] std::optional<BaseClass> pointClass(const osmium::TagList& tags);  ///< place, peak
[[nodiscard]] std::optional<BaseClass> poiClass(const osmium::TagList& tags);
[[nodiscard]] std::optional<BaseClass> adminClass(const osmium::TagList& tags);
[[nodiscard]] std::string adminName(int adminLevel);
/// 1 city … 8 locality; nothing for a class that is no place.
[[nodiscard]] std::optional<int> placeRank(std::string_view placeClass);

/// name, name_zh, name_en
[[nodiscard]] BaseAttributes namesOnTags(const osmium::TagList& tags);

/// "3.5", "3.5 m", "12'6\"" in metres; "50", "30 mph" in km/h; "7.5 t": nothing for what is not understood.
[[nodiscard]] std::optional<double> metresOf(const char* text);
[[nodiscard]] std::optional<double> speedKmhOf(const char* text);
[[nodiscard]] std::optional<double> tonnesOf(const char* text);

}  // namespace fengsui
