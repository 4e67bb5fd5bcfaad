// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/osmclass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace fengsui {

namespace {

using osmium::TagList;

std::string_view value(const TagList& tags, const char* key) {
  const char* found = tags.get_value_by_key(key);
  return found ? std::string_view(found) : std::string_view();
}

bool yes(const TagList& tags, const char* key) {
  const auto found = value(tags, key);
  return !found.empty() && found != "no";
}

template <std::size_t n>
bool oneOf(std::string_view text, const std::array<std::string_view, n>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

struct Renamed {
  std::string_view from;
  std::string_view to;
};

template <std::size_t n>
std::string_view renamed(std::string_view text, const std::array<Renamed, n>& list) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Renamed& one) { return one.from == text; });
  return found == list.end() ? std::string_view() : found->to;
}

constexpr std::array<std::string_view, 16> roadClasses{
    "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street",
    "service",  "track", "path",    "footway",   "cycleway", "bridleway",    "steps",       "pedestrian"};

constexpr std::array landuseByLanduse{Renamed{"forest", "forest"},
                                      Renamed{"farmland", "farmland"},
                                      Renamed{"farm", "farmland"},
                                      Renamed{"farmyard", "farmyard"},
                                      Renamed{"orchard", "orchard"},
                                      Renamed{"vineyard", "orchard"},
                                      Renamed{"grass", "grass"},
                                      Renamed{"meadow", "grass"},
                                      Renamed{"village_green", "park"},
                                      Renamed{"recreation_ground", "park"},
                                      Renamed{"allotments", "orchard"},
                                      Renamed{"plant_nursery", "orchard"},
                                      Renamed{"residential", "residential"},
                                      Renamed{"commercial", "commercial"},
                                      Renamed{"retail", "commercial"},
                                      Renamed{"industrial", "industrial"},
                                      Renamed{"railway", "industrial"},
                                      Renamed{"quarry", "quarry"},
                                      Renamed{"landfill", "quarry"},
                                      Renamed{"construction", "construction"},
                                      Renamed{"cemetery", "cemetery"},
                                      Renamed{"military", "military"},
                                      Renamed{"greenhouse_horticulture", "orchard"}};
constexpr std::array landuseByNatural{
    Renamed{"wood", "forest"},     Renamed{"scrub", "scrub"},     Renamed{"heath", "scrub"},
    Renamed{"grassland", "grass"}, Renamed{"fell", "grass"},      Renamed{"bare_rock", "rock"},
    Renamed{"scree", "rock"},      Renamed{"shingle", "rock"},    Renamed{"sand", "sand"},
    Renamed{"beach", "sand"},      Renamed{"wetland", "wetland"}, Renamed{"glacier", "glacier"},
    Renamed{"cliff", "rock"}};
constexpr std::array landuseByLeisure{
    Renamed{"park", "park"},      Renamed{"garden", "park"},          Renamed{"pitch", "sports"},
    Renamed{"stadium", "sports"}, Renamed{"sports_centre", "sports"}, Renamed{"golf_course", "grass"},
    Renamed{"playground", "park"}};
constexpr std::array landuseByAmenity{Renamed{"school", "institution"},       Renamed{"university", "institution"},
                                      Renamed{"college", "institution"},      Renamed{"hospital", "institution"},
                                      Renamed{"kindergarten", "institution"}, Renamed{"grave_yard", "cemetery"},
                                      Renamed{"parking", "parking"}};

constexpr std::array poiByAmenity{Renamed{"hospital", "hospital"},
                                  Renamed{"clinic", "clinic"},
                                  Renamed{"doctors", "clinic"},
                                  Renamed{"pharmacy", "pharmacy"},
                                  Renamed{"fire_station", "fire_station"},
                                  Renamed{"police", "police"},
                                  Renamed{"townhall", "townhall"},
                                  Renamed{"school", "school"},
                                  Renamed{"kindergarten", "kindergarten"},
                                  Renamed{"university", "university"},
                                  Renamed{"college", "university"},
                                  Renamed{"fuel", "fuel"},
                                  Renamed{"place_of_worship", "worship"},
                                  Renamed{"bus_station", "bus_station"},
                                  Renamed{"community_centre", "community_centre"},
                                  Renamed{"social_facility", "care_home"},
                                  Renamed{"nursing_home", "care_home"},
                                  Renamed{"shelter", "shelter"},
                                  Renamed{"theatre", "assembly"},
                                  Renamed{"cinema", "assembly"},
                                  Renamed{"marketplace", "market"},
                                  Renamed{"prison", "prison"},
                                  Renamed{"drinking_water", "drinking_water"}};
constexpr std::array poiByTourism{Renamed{"hotel", "hotel"}, Renamed{"hostel", "hotel"},
                                  Renamed{"alpine_hut", "mountain_hut"}, Renamed{"wilderness_hut", "mountain_hut"},
                                  Renamed{"camp_site", "camp_site"}};
constexpr std::array poiByEmergency{
    Renamed{"ambulance_station", "ambulance_station"}, Renamed{"fire_hydrant", "hydrant"},
    Renamed{"assembly_point", "assembly_point"},       Renamed{"siren", "siren"},
    Renamed{"mountain_rescue", "mountain_rescue"},     Renamed{"water_tank", "water_tank"}};
constexpr std::array poiByAeroway{Renamed{"helipad", "helipad"}, Renamed{"heliport", "helipad"},
                                  Renamed{"aerodrome", "airport"}};
constexpr std::array poiByManMade{Renamed{"water_tower", "water_tank"},
                                  Renamed{"reservoir_covered", "water_tank"},
                                  Renamed{"storage_tank", "storage_tank"},
                                  Renamed{"communications_tower", "mast"},
                                  Renamed{"mast", "mast"},
                                  Renamed{"wastewater_plant", "wastewater_plant"},
                                  Renamed{"water_works", "water_works"}};
constexpr std::array poiByPower{Renamed{"substation", "substation"}, Renamed{"sub_station", "substation"},
                                Renamed{"plant", "power_plant"}};
constexpr std::array poiByRailway{Renamed{"station", "railway_station"}, Renamed{"halt", "railway_station"}};

constexpr std::array<std::string_view, 7> railways{"rail",         "light_rail", "subway",  "tram",
                                                   "narrow_gauge", "funicular",  "monorail"};
constexpr std::array<std::string_view, 6> cableways{"cable_car",  "gondola",   "chair_lift",
                                                    "mixed_lift", "drag_lift", "goods"};
constexpr std::array<std::string_view, 7> waterways{"river", "stream", "canal",        "drain",
                                                    "ditch", "brook",  "tidal_channel"};
struct PlaceRank {
  std::string_view name;
  int rank;
};
constexpr std::array placeRanks{
    PlaceRank{"city", 1},    PlaceRank{"town", 2},          PlaceRank{"borough", 3},
    PlaceRank{"village", 3}, PlaceRank{"suburb", 4},        PlaceRank{"quarter", 5},
    PlaceRank{"hamlet", 5},  PlaceRank{"neighbourhood", 6}, PlaceRank{"isolated_dwelling", 7},
    PlaceRank{"farm", 7},    PlaceRank{"locality", 8}};

std::optional<std::int64_t> wholeOf(std::string_view text) {
  std::int64_t out = 0;
  bool any = false;
  for (const char c : text) {
    if (c == ',' || c == ' ' || c == '.') {
      if (c == '.') break;
      continue;
    }
    if (c < '0' || c > '9' || out > 100'000'000'000) return std::nullopt;
    out = out * 10 + (c - '0');
    any = true;
  }
  return any ? std::optional(out) : std::nullopt;
}

/// A number and the unit after it.
std::optional<std::pair<double, std::string_view>> measure(const char* text) {
  if (!text) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(text, &end);
  if (end == text || !std::isfinite(number) || number < 0) return std::nullopt;
  while (*end == ' ') ++end;
  return std::pair(number, std::string_view(end));
}

void put(BaseAttributes& attributes, const char* name, const std::optional<double>& number) {
  if (number) attributes.emplace_back(name, *number);
}

void putWhole(BaseAttributes& attributes, const char* name, std::string_view text) {
  if (const auto number = wholeOf(text)) attributes.emplace_back(name, *number);
}

std::int64_t structureLayer(const TagList& tags, bool bridge, bool tunnel) {
  const char* layer = tags.get_value_by_key("layer");
  const int given = layer ? std::clamp(std::atoi(layer), -5, 5) : 0;
  if (given != 0) return given;
  return bridge ? 1 : tunnel ? -1 : 0;
}

BaseClass named(BaseLayer layer, std::string_view name, BaseAttributes attributes = {}) {
  return {layer, std::string(name), std::move(attributes)};
}

}  // namespace

std::optional<double> metresOf(const char* text) {
  const auto read = measure(text);
  if (!read) return std::nullopt;
  const auto [number, unit] = *read;
  if (unit.empty() || unit == "m") return number;
  if (unit == "ft") return number * 0.3048;
  if (unit.starts_with("'")) {
    const auto inches = measure(unit.data() + 1);
    return number * 0.3048 + (inches ? inches->first * 0.0254 : 0);
  }
  return std::nullopt;
}

std::optional<double> speedKmhOf(const char* text) {
  const auto read = measure(text);
  if (!read) return std::nullopt;
  if (read->second == "mph") return std::round(read->first * 1.609344);
  if (read->second.empty() || read->second == "km/h") return read->first;
  return std::nullopt;
}

std::optional<double> tonnesOf(const char* text) {
  const auto read = measure(text);
  if (!read) return std::nullopt;
  if (read->second == "kg") return read->first / 1000;
  if (read->second.empty() || read->second == "t") return read->first;
  return std::nullopt;
}

BaseAttributes namesOnTags(const TagList& tags) {
  const auto first = [&](std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      if (const auto found = value(tags, key); !found.empty()) return std::string(found);
    }
    return std::string();
  };
  return {{"name", first({"name"})},
          {"name_zh", first({"name:zh-Hans", "name:zh_Hans", "name:zh-CN", "name:zh", "name:zh-Hant"})},
          {"name_en", first({"name:en", "int_name"})}};
}

std::optional<BaseClass> roadClass(const TagList& tags) {
  std::string_view kind = value(tags, "highway");
  bool link = false;
  if (kind.ends_with("_link")) {
    link = true;
    kind.remove_suffix(5);
  }
  if (kind == "road") kind = "unclassified";
  if (!oneOf(kind, roadClasses) || value(tags, "area") == "yes") return std::nullopt;

  const bool bridge = yes(tags, "bridge");
  const bool tunnel = yes(tags, "tunnel");
  const auto way = value(tags, "oneway");
  const bool implied = (kind == "motorway" || value(tags, "junction") == "roundabout") && way != "no";
  const std::int64_t oneway = way == "-1" || way == "reverse"                          ? -1
                              : way == "yes" || way == "true" || way == "1" || implied ? 1
                                                                                       : 0;
  BaseAttributes attributes{{"ref", std::string(value(tags, "ref"))},
                            {"link", std::int64_t{link}},
                            {"bridge", std::int64_t{bridge}},
                            {"tunnel", std::int64_t{tunnel}},
                            {"layer", structureLayer(tags, bridge, tunnel)},
                            {"oneway", oneway},
                            {"surface", std::string(value(tags, "surface"))}};
  putWhole(attributes, "lanes", value(tags, "lanes"));
  if (const auto speed = speedKmhOf(tags.get_value_by_key("maxspeed"))) {
    attributes.emplace_back("maxspeed_kmh", static_cast<std::int64_t>(*speed));
  }
  put(attributes, "width_m", metresOf(tags.get_value_by_key("width")));
  put(attributes, "max_height_m", metresOf(tags.get_value_by_key("maxheight")));
  put(attributes, "max_weight_t", tonnesOf(tags.get_value_by_key("maxweight")));
  const auto motor = value(tags, "motor_vehicle");
  attributes.emplace_back("access", std::string(motor.empty() ? value(tags, "access") : motor));
  return named(BaseLayer::road, kind, std::move(attributes));
}

std::optional<BaseClass> lineClass(const TagList& tags) {
  const auto water = value(tags, "waterway");
  if (oneOf(water, waterways)) {
    BaseAttributes attributes{{"intermittent", std::int64_t{yes(tags, "intermittent")}},
                              {"tunnel", std::int64_t{yes(tags, "tunnel")}}};
    put(attributes, "width_m", metresOf(tags.get_value_by_key("width")));
    return named(BaseLayer::waterLine, water == "brook" ? "stream" : water, std::move(attributes));
  }
  if (water == "dam" || water == "weir") return named(BaseLayer::waterBarrier, water);
  if (const auto made = value(tags, "man_made"); made == "dyke") return named(BaseLayer::waterBarrier, made);

  const auto rail = value(tags, "railway");
  const auto cable = value(tags, "aerialway");
  if (oneOf(rail, railways) || oneOf(cable, cableways)) {
    const bool bridge = yes(tags, "bridge");
    const bool tunnel = yes(tags, "tunnel");
    return named(BaseLayer::railway, oneOf(rail, railways) ? rail : std::string_view("cableway"),
                 {{"bridge", std::int64_t{bridge}},
                  {"tunnel", std::int64_t{tunnel}},
                  {"layer", structureLayer(tags, bridge, tunnel)}});
  }
  const auto power = value(tags, "power");
  if (power == "line" || power == "minor_line") {
    BaseAttributes attributes;
    // "110000;20000": the highest comes first by custom, and only it matters.
    if (const auto volts = measure(tags.get_value_by_key("voltage"))) {
      attributes.emplace_back("voltage_kv", volts->first / 1000);
    }
    return named(BaseLayer::powerLine, power, std::move(attributes));
  }
  return std::nullopt;
}

std::optional<BaseClass> areaClass(const TagList& tags) {
  if (yes(tags, "building")) {
    const auto kind = value(tags, "building");
    BaseAttributes attributes;
    putWhole(attributes, "levels", value(tags, "building:levels"));
    put(attributes, "height_m", metresOf(tags.get_value_by_key("height")));
    putWhole(attributes, "population", value(tags, "population"));
    return named(BaseLayer::building, kind == "yes" ? std::string_view() : kind, std::move(attributes));
  }
  const auto natural = value(tags, "natural");
  const auto landuse = value(tags, "landuse");
  const auto waterway = value(tags, "waterway");
  const auto water = value(tags, "water");
  if (natural == "water" || landuse == "reservoir" || landuse == "basin" || waterway == "riverbank" ||
      waterway == "dock") {
    const std::string_view kind = waterway == "riverbank"  ? "river"
                                  : landuse == "reservoir" ? "reservoir"
                                  : landuse == "basin"     ? "basin"
                                  : !water.empty()         ? water
                                                           : "water";
    return named(BaseLayer::waterArea, kind, {{"intermittent", std::int64_t{yes(tags, "intermittent")}}});
  }
  for (const auto kind :
       {renamed(landuse, landuseByLanduse), renamed(natural, landuseByNatural),
        renamed(value(tags, "leisure"), landuseByLeisure), renamed(value(tags, "amenity"), landuseByAmenity)}) {
    if (!kind.empty()) return named(BaseLayer::landuse, kind);
  }
  if (yes(tags, "aeroway") && value(tags, "aeroway") == "aerodrome") return named(BaseLayer::landuse, "industrial");
  return std::nullopt;
}

std::optional<BaseClass> pointClass(const TagList& tags) {
  if (tags.get_value_by_key("name")) {
    for (const auto& [name, rank] : placeRanks) {
      if (value(tags, "place") != name) continue;
      BaseAttributes attributes{{"rank", std::int64_t{rank}}};
      putWhole(attributes, "population", value(tags, "population"));
      return named(BaseLayer::place, name, std::move(attributes));
    }
  }
  const auto natural = value(tags, "natural");
  const bool pass = yes(tags, "mountain_pass") || natural == "saddle";
  if (natural == "peak" || natural == "volcano" || pass) {
    BaseAttributes attributes;
    put(attributes, "ele_m", metresOf(tags.get_value_by_key("ele")));
    return named(BaseLayer::peak, pass ? "pass" : "peak", std::move(attributes));
  }
  return std::nullopt;
}

std::optional<BaseClass> poiClass(const TagList& tags) {
  std::string_view kind;
  for (const auto found :
       {renamed(value(tags, "emergency"), poiByEmergency), renamed(value(tags, "amenity"), poiByAmenity),
        renamed(value(tags, "tourism"), poiByTourism), renamed(value(tags, "aeroway"), poiByAeroway),
        renamed(value(tags, "man_made"), poiByManMade), renamed(value(tags, "power"), poiByPower),
        renamed(value(tags, "railway"), poiByRailway)}) {
    if (!found.empty() && kind.empty()) kind = found;
  }
  if (kind.empty()) return std::nullopt;
  BaseAttributes attributes{{"operator", std::string(value(tags, "operator"))}};
  putWhole(attributes, "beds", value(tags, "beds"));
  return named(BaseLayer::poi, kind, std::move(attributes));
}

std::string adminName(int adminLevel) {
  if (adminLevel <= 2) return "country";
  if (adminLevel <= 4) return "province";
  if (adminLevel == 5) return "prefecture";
  if (adminLevel <= 7) return "county";
  if (adminLevel == 8) return "town";
  return "village";
}

std::optional<int> placeRank(std::string_view placeClass) {
  for (const auto& [name, rank] : placeRanks)
    if (name == placeClass) return rank;
  return std::nullopt;
}

std::optional<BaseClass> adminClass(const TagList& tags) {
  if (value(tags, "boundary") != "administrative") return std::nullopt;
  const auto level = wholeOf(value(tags, "admin_level"));
  if (!level || *level < 1 || *level > 12) return std::nullopt;
  BaseAttributes attributes{{"admin_level", *level}};
  putWhole(attributes, "population", value(tags, "population"));
  return named(BaseLayer::adminArea, adminName(static_cast<int>(*level)), std::move(attributes));
}

}  // namespace fengsui
