// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "gis/demo/district.h"

namespace fengsui::demo {
namespace {

using Tags = std::vector<std::pair<const char*, std::string>>;

// Collects nodes, ways and relations; places that coincide become one node, so that roads meet.
class OsmDocument {
 public:
  void point(Point at, const Tags& tags) {
    // A node of its own: the place may also be a corner of a road.
    nodes_ += nodeBegin(++lastNode_, codeOf(at)) + ">";
    putTags(nodes_, tags);
    nodes_ += "</node>\n";
  }
  long way(const Line& line, const Tags& tags, bool closed = false) {
    ways_ += "<way id=\"" + std::to_string(++lastWay_) + "\" version=\"1\" timestamp=\"2026-01-01T00:00:00Z\">";
    long first = 0, last = 0;
    for (const Point& at : line) {
      const long id = node(at);
      if (id == last) continue;
      last = id;
      if (first == 0) first = id;
      ways_ += "<nd ref=\"" + std::to_string(id) + "\"/>";
    }
    if (closed && last != first) ways_ += "<nd ref=\"" + std::to_string(first) + "\"/>";
    putTags(ways_, tags);
    ways_ += "</way>\n";
    return lastWay_;
  }
  void area(const Area& area, const Tags& tags) {
    if (area.holes.empty()) {
      way(area.outer, tags, true);
      return;
    }
    std::string members = member(way(area.outer, {}, true), "outer");
    for (const Line& hole : area.holes) members += member(way(hole, {}, true), "inner");
    Tags all = tags;
    all.emplace_back("type", "multipolygon");
    relation(members, all);
  }
  void border(const std::vector<Area>& areas, const Tags& tags) {
    std::string members;
    for (const Area& area : areas) {
      const Tags own{{"boundary", "administrative"}, {"admin_level", levelOf(tags)}};
      members += member(way(area.outer, own, true), "outer");
      for (const Line& hole : area.holes) members += member(way(hole, own, true), "inner");
    }
    if (!members.empty()) relation(members, tags);
  }
  [[nodiscard]] std::string text() && {
    return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"fengsui demo\">\n" + nodes_ +
           std::move(ways_) + relations_ + "</osm>\n";
  }

 private:
  using Code = std::pair<std::int32_t, std::int32_t>;
  static Code codeOf(Point at) {
    return {static_cast<std::int32_t>(std::floor((kWestDeg + at.x / kMetresPerDegreeEast) * 1e7 + 0.5)),
            static_cast<std::int32_t>(std::floor((kSouthDeg + at.y / kMetresPerDegreeNorth) * 1e7 + 0.5))};
  }
  static std::string degrees(std::int32_t e7) {
    const std::string digits = std::to_string(e7 % 10'000'000);
    return std::to_string(e7 / 10'000'000) + "." + std::string(7 - digits.size(), '0') + digits;
  }
  static std::string nodeBegin(long id, Code at) {
    return "<node id=\"" + std::to_string(id) + "\" version=\"1\" lat=\"" + degrees(at.second) + "\" lon=\"" +
           degrees(at.first) + "\"";
  }
  long node(Point at) {
    const Code code = codeOf(at);
    const auto key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(code.first)) << 32 |
                     static_cast<std::uint32_t>(code.second);
    const auto [known, isNew] = ids_.try_emplace(key, lastNode_ + 1);
    if (isNew) nodes_ += nodeBegin(++lastNode_, code) + "/>\n";
    return known->second;
  }
  static void putTags(std::string& out, const Tags& tags) {
    for (const auto& [key, value] : tags)
      if (!value.empty()) out += std::string("<tag k=\"") + key + "\" v=\"" + value + "\"/>";
  }
  static std::string member(long way, const char* role) {
    return "<member type=\"way\" ref=\"" + std::to_string(way) + "\" role=\"" + role + "\"/>";
  }
  static std::string levelOf(const Tags& tags) {
    for (const auto& [key, value] : tags)
      if (std::string_view(key) == "admin_level") return value;
    return {};
  }
  void relation(const std::string& members, const Tags& tags) {
    relations_ += "<relation id=\"" + std::to_string(++lastRelation_) +
                  "\" version=\"1\" timestamp=\"2026-01-01T00:00:00Z\">" + members;
    putTags(relations_, tags);
    relations_ += "</relation>\n";
  }

  std::unordered_map<std::uint64_t, long> ids_;
  long lastNode_ = 0, lastWay_ = 0, lastRelation_ = 0;
  std::string nodes_, ways_, relations_;
};

void name(Tags& tags, const Name& name) {
  if (name.zh.empty()) return;
  tags.emplace_back("name", name.zh);
  tags.emplace_back("name:en", name.en);
}

void borders(OsmDocument& osm, const DemoDistrict& d) {
  const auto& whose = d.settlements.townOfWay;
  const int whole = std::max(whose.frame.cols, whose.frame.rows);
  Raster<std::uint8_t> mask(whose.frame);
  for (std::size_t cell = 0; cell < mask.cells.size(); ++cell) mask.cells[cell] = whose.cells[cell] >= 0;
  std::int64_t people = 0;
  for (const auto* list : {&d.settlements.towns, &d.settlements.villages})
    for (const Settlement& one : *list) people += one.population;
  osm.border(outlines(mask, whole, 60), {{"type", "boundary"},
                                         {"boundary", "administrative"},
                                         {"admin_level", "6"},
                                         {"name", "示范区（虚构）"},
                                         {"name:en", "Shifan (fictional)"},
                                         {"population", std::to_string(people)}});
  for (std::size_t i = 0; i < d.settlements.towns.size(); ++i) {
    const Settlement& town = d.settlements.towns[i];
    for (std::size_t cell = 0; cell < mask.cells.size(); ++cell)
      mask.cells[cell] = whose.cells[cell] == static_cast<std::int32_t>(i);
    people = town.population;
    for (const Settlement& village : d.settlements.villages)
      if (village.town == static_cast<int>(i)) people += village.population;
    osm.border(outlines(mask, whole, 60), {{"type", "boundary"},
                                           {"boundary", "administrative"},
                                           {"admin_level", "8"},
                                           {"name", town.name.zh},
                                           {"name:en", town.name.en},
                                           {"population", std::to_string(people)}});
  }
}

void land(OsmDocument& osm, const DemoDistrict& d) {
  static constexpr std::pair<Land, std::pair<const char*, const char*>> kinds[] = {
      {Land::forest, {"landuse", "forest"}},     {Land::scrub, {"natural", "scrub"}},
      {Land::grass, {"natural", "grassland"}},   {Land::orchard, {"landuse", "orchard"}},
      {Land::farmland, {"landuse", "farmland"}}, {Land::wetland, {"natural", "wetland"}},
      {Land::built, {"landuse", "residential"}}};
  Raster<std::uint8_t> mask(d.land.frame);
  for (const auto& [kind, tag] : kinds) {
    for (std::size_t cell = 0; cell < mask.cells.size(); ++cell)
      mask.cells[cell] = d.land.cells[cell] == static_cast<std::uint8_t>(kind);
    for (const Area& area : outlines(mask, 90, 1)) osm.area(area, {{tag.first, tag.second}});
  }
  for (const Buildings::Lot& lot : d.buildings.lots) {
    Tags tags;
    switch (lot.use) {
      case BlockUse::residential:
        continue;
      case BlockUse::commercial:
        tags.emplace_back("landuse", "commercial");
        break;
      case BlockUse::industrial:
        tags.emplace_back("landuse", "industrial");
        break;
      case BlockUse::park:
        tags.emplace_back("leisure", "park");
        break;
      case BlockUse::school:
        tags.emplace_back("landuse", "recreation_ground");
        break;
      case BlockUse::hospital:
        tags.emplace_back("landuse", "commercial");
        break;
    }
    osm.way(Line(lot.block.corners.begin(), lot.block.corners.end()), tags, true);
  }
}

// The banks of a stretch, in short pieces that overlap at their ends.
void banks(OsmDocument& osm, const Reach& reach) {
  const double half = reach.widthM() / 2;
  const Line left = beside(reach.course, half), right = beside(reach.course, -half);
  if (left.size() != right.size() || left.size() < 2) return;
  constexpr std::size_t kPiece = 24;
  for (std::size_t i = 0; i + 1 < left.size(); i += kPiece) {
    const std::size_t end = std::min(left.size() - 1, i + kPiece);
    Line ring(left.begin() + static_cast<std::ptrdiff_t>(i), left.begin() + static_cast<std::ptrdiff_t>(end) + 1);
    for (std::size_t k = end + 1; k-- > i;) ring.push_back(right[k]);
    osm.way(ring, {{"natural", "water"}, {"water", "river"}}, true);
  }
}

void water(OsmDocument& osm, const DemoDistrict& d) {
  const Ground& ground = d.ground;
  const double plain = ground.frame().heightM() * (plainShare(ground.wish) - 0.02);
  for (const River& river : ground.rivers) {
    Tags tags{{"waterway", river.areaKm2 > 38 ? "river" : "stream"}};
    name(tags, river.name);
    osm.way(river.course(), tags);
    for (const Reach& reach : river.reaches)
      if (reach.areaKm2 >= 60) banks(osm, reach);
    // On the plain the largest rivers run between dykes.
    Line diked;
    double widest = 0;
    for (const Reach& reach : river.reaches)
      if (reach.areaKm2 >= 350)
        for (const Point at : reach.course)
          if (at.y < plain) {
            diked.push_back(at);
            widest = std::max(widest, reach.widthM());
          }
    diked = rounded(simplified(diked, 45), 2);
    if (lengthM(diked) > 800)
      for (const double side : {1.0, -1.0}) osm.way(beside(diked, side * (widest / 2 + 55)), {{"man_made", "dyke"}});
  }
  for (const Reservoir& reservoir : ground.reservoirs) {
    Tags tags{{"natural", "water"}, {"water", "reservoir"}};
    name(tags, reservoir.name);
    for (const Area& area : reservoir.surface) osm.area(area, tags);
    Tags dam{{"waterway", "dam"}};
    name(dam, {reservoir.name.zh + "大坝", reservoir.name.en + " Dam"});
    osm.way(reservoir.dam, dam);
  }
  for (const Canal& canal : ground.canals) {
    Tags tags{{"waterway", "canal"}, {"width", "14"}};
    name(tags, canal.name);
    osm.way(canal.course, tags);
  }
}

void roads(OsmDocument& osm, const DemoDistrict& d) {
  for (const Road& road : d.roads.roads) {
    Tags tags{{"highway", osmName(road.kind)}, {"ref", road.ref}};
    name(tags, road.name);
    if (road.kind == RoadClass::motorway || road.kind == RoadClass::motorwayLink) tags.emplace_back("oneway", "no");
    if (road.kind == RoadClass::motorway) tags.emplace_back("lanes", "4");
    if (road.bridge) tags.emplace_back("bridge", "yes");
    if (road.tunnel) tags.emplace_back("tunnel", "yes");
    if (road.bridge || road.tunnel) tags.emplace_back("layer", road.bridge ? "1" : "-1");
    if (road.maxHeightM > 0) tags.emplace_back("maxheight", "4.5");
    if (road.maxWeightT > 0) tags.emplace_back("maxweight", std::to_string(static_cast<int>(road.maxWeightT)));
    if (road.kind == RoadClass::track) tags.emplace_back("surface", "ground");
    osm.way(road.line, tags);
  }
  for (const Line& rail : d.roads.railways)
    osm.way(rail, {{"railway", "rail"}, {"name", "示平铁路"}, {"name:en", "Shiping Railway"}});
}

void places(OsmDocument& osm, const DemoDistrict& d) {
  // The name of the whole, so that every overview says what this is.
  osm.point({d.settlements.city.x, d.settlements.city.y + 250},
            {{"place", "city"}, {"name", "示范区（虚构）"}, {"name:en", "Shifan (fictional)"}});
  for (const Settlement& town : d.settlements.towns) {
    Tags tags{{"place", "town"}, {"population", std::to_string(town.population)}};
    name(tags, town.name);
    osm.point(town.at, tags);
  }
  for (const Settlement& village : d.settlements.villages) {
    Tags tags{{"place", "village"}, {"population", std::to_string(village.population)}};
    name(tags, village.name);
    osm.point(village.at, tags);
  }
  for (const Peak& peak : d.peaks) {
    Tags tags{{"natural", "peak"}, {"ele", std::to_string(peak.heightM)}};
    name(tags, peak.name);
    osm.point(peak.at, tags);
  }
  for (const Site& site : d.sites) {
    if (!site.osmKey) continue;
    Tags tags{{site.osmKey, site.osmValue}};
    name(tags, site.name);
    if (site.kind == "hospital") tags.emplace_back("beds", std::to_string(site.capacity));
    osm.point(site.at, tags);
  }
}

void buildings(OsmDocument& osm, const DemoDistrict& d) {
  for (const Building& one : d.buildings.all) {
    Tags tags{{"building", one.population > 0 ? "residential" : "yes"},
              {"building:levels", std::to_string(one.levels)},
              {"height", std::to_string(one.levels * 3 + 1)}};
    if (one.population > 0) tags.emplace_back("population", std::to_string(one.population));
    osm.way(Line(one.corners.begin(), one.corners.end()), tags, true);
  }
}

}  // namespace

std::string osmText(const DemoDistrict& district) {
  OsmDocument osm;
  borders(osm, district);
  land(osm, district);
  water(osm, district);
  roads(osm, district);
  places(osm, district);
  buildings(osm, district);
  return std::move(osm).text();
}

}  // namespace fengsui::demo
