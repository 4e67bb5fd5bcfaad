// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/exposedthings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "gis/roads/within.h"
#include "sdk/lifelines.h"

namespace fengsui {
namespace {

constexpr double kHomesWithinM = 300;
constexpr double kRoadPlacesEveryM = 25;
constexpr double kSameThingM = 200;
constexpr double kSameBridgeM = 300;
constexpr int kAcrossAnArea = 24;  // places along each side of the box of an area without homes

// Buildings by small squares of the map, so that a village need not ask them all.
class HomesNearby {
 public:
  explicit HomesNearby(const std::vector<MapBuilding>& buildings) : buildings_(buildings) {
    for (std::uint32_t i = 0; i < buildings.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return buildings[a].at.latE7 < buildings[b].at.latE7; });
  }

  template <class Wanted>
  void within(std::int32_t southE7, std::int32_t northE7, Wanted wanted) const {
    auto at = std::lower_bound(order_.begin(), order_.end(), southE7,
                               [&](std::uint32_t i, std::int32_t lat) { return buildings_[i].at.latE7 < lat; });
    for (; at != order_.end() && buildings_[*at].at.latE7 <= northE7; ++at) wanted(buildings_[*at]);
  }

 private:
  const std::vector<MapBuilding>& buildings_;
  std::vector<std::uint32_t> order_;
};

struct Box {
  std::int32_t west, south, east, north;
};
Box boxOf(const Shape& shape) {
  Box box{2'000'000'000, 2'000'000'000, -2'000'000'000, -2'000'000'000};
  for (const Polygon& polygon : shape.areas)
    for (const Position p : polygon.front()) {
      box.west = std::min(box.west, p.lonE7);
      box.east = std::max(box.east, p.lonE7);
      box.south = std::min(box.south, p.latE7);
      box.north = std::max(box.north, p.latE7);
    }
  return box;
}

void placesAcross(const Shape& shape, ExposedThing& out) {
  const Box box = boxOf(shape);
  const auto between = [](std::int32_t a, std::int32_t b, int k) {
    return static_cast<std::int32_t>(a + (std::int64_t{b} - a) * (2 * k + 1) / (2 * kAcrossAnArea));
  };
  for (int j = 0; j < kAcrossAnArea; ++j)
    for (int i = 0; i < kAcrossAnArea; ++i)
      if (const Position p{between(box.west, box.east, i), between(box.south, box.north, j)}; inside(shape, p))
        out.points.push_back(p);
}

void homesOf(const RiskZone& zone, const HomesNearby& homes, ExposedThing& out) {
  const auto take = [&](const MapBuilding& home) {
    out.points.push_back(home.at);
    out.people.push_back(home.people);
  };
  if (zone.shape->kind == ShapeKind::area) {
    const Box box = boxOf(*zone.shape);
    homes.within(box.south, box.north, [&](const MapBuilding& home) {
      if (home.at.lonE7 >= box.west && home.at.lonE7 <= box.east && inside(*zone.shape, home.at)) take(home);
    });
  } else {
    const auto reach = static_cast<std::int32_t>(kHomesWithinM / 111'000 * 1e7);
    homes.within(out.where.latE7 - reach, out.where.latE7 + reach, [&](const MapBuilding& home) {
      if (distanceM(home.at, out.where) <= kHomesWithinM) take(home);
    });
  }
}

void takeZone(const RiskZone& zone, const HomesNearby& homes, std::vector<ExposedThing>& things) {
  if (!zone.shape || zone.shape->empty()) return;
  const auto anchor = anchorOf(*zone.shape);
  if (!anchor) return;
  ExposedThing out;
  out.kind = Kind::riskZone;
  out.id = zone.id.uuid;
  out.what = zone.kind == "village" ? "riskVillage" : zone.kind == "geological" ? "geohazardPoint" : zone.kind;
  out.name = zone.name;
  out.town = zone.town;
  out.where = *anchor;
  out.registered = zone.population.value_or(0);
  out.vulnerable = zone.vulnerable.value_or(0);
  if (zone.kind == "village") homesOf(zone, homes, out);
  if (out.points.empty()) {
    if (zone.shape->kind == ShapeKind::area) placesAcross(*zone.shape, out);
    for (const Line& line : zone.shape->lines)
      for (const Position p : withPlacesEvery(line, kRoadPlacesEveryM)) out.points.push_back(p);
    if (out.points.empty()) out.points.push_back(*anchor);
  }
  things.push_back(std::move(out));
}

template <class Entity>
ExposedThing thingAt(const Entity& entity, std::string what, Position where) {
  ExposedThing out;
  out.kind = kindOf<Entity>;
  out.id = entity.id.uuid;
  out.what = std::move(what);
  out.name = entity.name;
  out.where = where;
  out.points = {where};
  return out;
}

// What the station lists itself counts before the map's point for the same thing.
bool isListed(const std::vector<ExposedThing>& things, const std::string& kind, const MapPlace& place) {
  return std::any_of(things.begin(), things.end(), [&](const ExposedThing& one) {
    return one.what == kind &&
           (distanceM(one.where, place.at) <= kSameThingM || (!place.name.empty() && one.name == place.name));
  });
}

void takeLifelines(const MapThings& map, std::vector<ExposedThing>& out) {
  for (const MapPlace& place : map.places) {
    const LifelineKind* kind = lifelineOnMap(place.featureClass);
    if (!kind || isListed(out, kind->code, place)) continue;
    ExposedThing thing;
    thing.what = kind->code;
    thing.name = place.name;
    thing.where = place.at;
    thing.points = {place.at};
    thing.beds = place.beds;
    out.push_back(std::move(thing));
  }
}

// Water below a bridge says nothing about its deck: what counts is the ground at its two ends.
void takeBridge(const MapRoad& road, std::vector<ExposedThing>& bridges) {
  static constexpr std::array lasting{"motorway", "trunk", "primary", "secondary", "tertiary"};
  // Over every brook there is one: others live on those of the roads that lead somewhere.
  if (std::none_of(lasting.begin(), lasting.end(), [&](const char* one) { return road.roadClass == one; })) return;
  const Position ends[] = {road.line.front(), road.line.back()};
  // The two carriageways of a road, and the spans of a long bridge, are one.
  for (ExposedThing& one : bridges)
    if (!road.name.empty() && one.name == road.name && distanceM(one.where, ends[0]) <= kSameBridgeM) {
      one.points.insert(one.points.end(), std::begin(ends), std::end(ends));
      return;
    }
  ExposedThing thing;
  thing.what = "bridge";
  thing.name = road.name;
  thing.where = road.line[road.line.size() / 2];
  thing.points.assign(std::begin(ends), std::end(ends));
  thing.roadClass = road.roadClass;
  bridges.push_back(std::move(thing));
}

}  // namespace

std::vector<ExposedThing> exposedThings(const Situation& situation, const MapThings& map, const std::stop_token& stop) {
  std::vector<ExposedThing> out;
  const HomesNearby homes(map.buildings);
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
    if (!stop.stop_requested()) takeZone(zone, homes, out);
  });
  situation.facilities.forEach([&](const Uuid&, const Facility& facility) {
    // A reservoir is water already; what it does is asked elsewhere.
    if (!facility.location || facility.kind == "reservoir") return;
    ExposedThing thing = thingAt(facility, facility.kind, *facility.location);
    thing.town = facility.town;
    thing.registered = facility.capacity.value_or(0);
    thing.vulnerable = facility.bedridden.value_or(0);
    if (facility.kind == "hospital" || facility.kind == "nursingHome") thing.beds = facility.capacity.value_or(0);
    out.push_back(std::move(thing));
  });
  situation.shelters.forEach([&](const Uuid&, const Shelter& shelter) {
    if (!shelter.location) return;
    ExposedThing thing = thingAt(shelter, "shelter", *shelter.location);
    thing.town = shelter.town;
    thing.registered = shelter.occupants;
    thing.beds = shelter.places().value_or(0);
    out.push_back(std::move(thing));
  });
  situation.depots.forEach([&](const Uuid&, const Depot& depot) {
    if (!depot.location) return;
    ExposedThing thing = thingAt(depot, "depot", *depot.location);
    thing.town = depot.town;
    for (const StockLine& line : depot.stocks)
      if (Quantity() < line.quantity) thing.stock.push_back(line);
    out.push_back(std::move(thing));
  });
  situation.teams.forEach([&](const Uuid&, const Team& team) {
    if (team.home) out.push_back(thingAt(team, "team", *team.home));
  });
  takeLifelines(map, out);
  std::vector<ExposedThing> bridges;
  for (const MapRoad& road : map.roads) {
    if (stop.stop_requested()) break;
    if (road.bridge && road.line.size() > 1) takeBridge(road, bridges);
    if (road.bridge || road.tunnel || road.line.size() < 2) continue;
    ExposedThing thing;
    thing.what = "road";
    thing.name = road.name;
    thing.roadClass = road.roadClass;
    thing.points = withPlacesEvery(road.line, kRoadPlacesEveryM);
    thing.where = thing.points[thing.points.size() / 2];
    thing.shape = Shape{ShapeKind::line, {}, {road.line}, {}};
    out.push_back(std::move(thing));
  }
  out.insert(out.end(), std::make_move_iterator(bridges.begin()), std::make_move_iterator(bridges.end()));
  ExposedThing buildings;
  buildings.what = "building";
  for (const MapBuilding& building : map.buildings) {
    buildings.points.push_back(building.at);
    buildings.people.push_back(building.people);
  }
  out.push_back(std::move(buildings));
  return out;
}

}  // namespace fengsui
