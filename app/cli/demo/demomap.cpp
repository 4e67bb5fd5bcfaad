// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demomap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <map>
#include <utility>

#include "cli/demo/demostation.h"
#include "cli/demo/demoterrain.h"

namespace fengsui::demo {
namespace {

using Tags = std::vector<std::pair<std::string, std::string>>;

// Collects nodes, ways and relations; places that coincide become one node, so that roads meet.
class OsmDocument {
 public:
  long node(LonLat at) {
    const auto key = std::pair(std::lround(at.lon * 1e7), std::lround(at.lat * 1e7));
    const auto [known, isNew] = ids_.try_emplace(key, static_cast<long>(ids_.size()) + 1);
    if (isNew) places_.push_back(at);
    return known->second;
  }
  void point(LonLat at, const Tags& tags) { tagged_[node(at)] = tags; }
  long way(const Track& track, const Tags& tags, bool closed = false) {
    std::vector<long> nodes;
    for (const LonLat& at : track)
      if (const long id = node(at); nodes.empty() || nodes.back() != id) nodes.push_back(id);
    if (closed) nodes.push_back(nodes.front());
    ways_.push_back({std::move(nodes), tags});
    return static_cast<long>(ways_.size());
  }
  void relation(const std::vector<long>& outer, const Tags& tags) { relations_.push_back({outer, tags}); }

  [[nodiscard]] std::string xml() const {
    std::string out = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"fengsui demo\">\n";
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const long id = static_cast<long>(i) + 1;
      out += "<node id=\"" + std::to_string(id) + "\" version=\"1\" lat=\"" + std::to_string(places_[i].lat) +
             "\" lon=\"" + std::to_string(places_[i].lon) + "\"";
      const auto tags = tagged_.find(id);
      if (tags == tagged_.end()) {
        out += "/>\n";
        continue;
      }
      out += ">" + tagText(tags->second) + "</node>\n";
    }
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      out += "<way id=\"" + std::to_string(i + 1) + "\" version=\"1\">";
      for (const long id : ways_[i].first) out += "<nd ref=\"" + std::to_string(id) + "\"/>";
      out += tagText(ways_[i].second) + "</way>\n";
    }
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      out += "<relation id=\"" + std::to_string(i + 1) + "\" version=\"1\">";
      for (const long id : relations_[i].first)
        out += "<member type=\"way\" ref=\"" + std::to_string(id) + "\" role=\"outer\"/>";
      out += tagText(relations_[i].second) + "</relation>\n";
    }
    return out + "</osm>\n";
  }

 private:
  static std::string tagText(const Tags& tags) {
    std::string out;
    for (const auto& [key, value] : tags) out += "<tag k=\"" + key + "\" v=\"" + value + "\"/>";
    return out;
  }

  std::map<std::pair<long, long>, long> ids_;
  std::vector<LonLat> places_;
  std::map<long, Tags> tagged_;
  std::vector<std::pair<std::vector<long>, Tags>> ways_;
  std::vector<std::pair<std::vector<long>, Tags>> relations_;
};

double wobble(int i, int seed) {
  return std::sin(i * 12.9898 + seed * 78.233);
}

Track blob(LonLat centre, double radiusDeg, int seed, int corners = 26) {
  Track ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * 3.14159265358979 * i / corners;
    const double r = radiusDeg * (1 + 0.24 * std::sin(2 * angle + seed) + 0.15 * std::sin(5 * angle + seed * 1.7));
    ring.push_back({centre.lon + 1.3 * r * std::cos(angle), centre.lat + r * std::sin(angle)});
  }
  return ring;
}

void borders(OsmDocument& osm) {
  Track edge;
  constexpr int steps = 24;
  const auto side = [&](LonLat from, LonLat to, int seed) {
    for (int i = 0; i < steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      const double off = 0.004 * std::sin(9 * t * 3.14159 + seed) + 0.0015 * wobble(i, seed);
      const bool flat = std::abs(from.lat - to.lat) < 1e-9;
      edge.push_back({from.lon + (to.lon - from.lon) * t + (flat ? 0 : off),
                      from.lat + (to.lat - from.lat) * t + (flat ? off : 0)});
    }
  };
  side({kWest + .01, kSouth + .01}, {kEast - .01, kSouth + .01}, 1);
  side({kEast - .01, kSouth + .01}, {kEast - .01, kNorth - .01}, 2);
  side({kEast - .01, kNorth - .01}, {kWest + .01, kNorth - .01}, 3);
  side({kWest + .01, kNorth - .01}, {kWest + .01, kSouth + .01}, 4);
  const Tags tags{{"type", "boundary"},
                  {"boundary", "administrative"},
                  {"admin_level", "6"},
                  {"name", "示范区（虚构）"},
                  {"name:en", "Shifan (fictional)"}};
  osm.relation({osm.way(edge, {{"boundary", "administrative"}, {"admin_level", "6"}}, true)}, tags);
}

void water(OsmDocument& osm) {
  for (const River& river : rivers())
    osm.way(river.course, {{"waterway", river.main ? "river" : "stream"}, {"name", river.name}});
  // The main river has banks where it has reached the plain.
  Track lower;
  for (const LonLat& at : rivers()[0].course)
    if (at.lat < 40.32) lower.push_back(at);
  Track banks = beside(lower, 0.0007);
  const Track right = beside(lower, -0.0007);
  banks.insert(banks.end(), right.rbegin(), right.rend());
  osm.way(banks, {{"natural", "water"}, {"water", "river"}}, true);
  // The reservoir: the valley filled up to a level, so it has the arms that valleys have.
  Track lake;
  const LonLat dam{116.5492, 40.396};
  for (int i = 0; i < 90; ++i) {
    const double angle = 2 * 3.14159265358979 * i / 90;
    double r = 0.001;
    while (r < 0.02 &&
           riverDistance({dam.lon - 0.001 + 1.3 * r * std::cos(angle), dam.lat + 0.007 + r * std::sin(angle)}) < 0.0026)
      r += 0.0002;
    lake.push_back({dam.lon - 0.001 + 1.3 * r * std::cos(angle), dam.lat + 0.007 + r * std::sin(angle)});
  }
  osm.way(lake, {{"natural", "water"}, {"water", "reservoir"}, {"name", "云岭水库"}}, true);
  osm.way({{dam.lon - 0.0035, dam.lat + 0.0004}, {dam.lon + 0.0035, dam.lat}},
          {{"waterway", "dam"}, {"name", "云岭水库大坝"}});
  osm.way(blob({116.462, 40.235}, 0.004, 3), {{"natural", "water"}, {"water", "lake"}, {"name", "南湖"}}, true);
}

void land(OsmDocument& osm) {
  // Forest where it is steep or high, in tiles that follow the ground.
  constexpr double tile = 0.01;
  int n = 0;
  for (double lat = kSouth + 0.015; lat < kNorth - 0.015; lat += tile)
    for (double lon = kWest + 0.017; lon < kEast - 0.017; lon += tile * 1.3) {
      ++n;
      const LonLat centre{lon + 0.0015 * wobble(n, 5), lat + 0.0015 * wobble(n, 6)};
      const double height = heightM(centre);
      if (height > 260 && riverDistance(centre) > 0.0045)
        osm.way(blob(centre, 0.0066, n, 14), {{"natural", "wood"}}, true);
      else if (height < 120 && riverDistance(centre) > 0.002 && n % 5 != 0)
        osm.way(blob(centre, 0.0042, n, 9), {{"landuse", n % 3 == 0 ? "orchard" : "farmland"}}, true);
    }
}

struct Town {
  const char* name;
  const char* kind;
  LonLat at;
  double radiusDeg;
  int population;
};

const std::array kSettlements{
    Town{"河湾街道", "town", {116.560, 40.250}, 0.016, 62000},
    Town{"北苑街道", "town", {116.600, 40.275}, 0.012, 48000},
    Town{"柳林镇", "town", {116.480, 40.270}, 0.0075, 21000},
    Town{"东山镇", "town", {116.655, 40.310}, 0.006, 16500},
    Town{"云岭镇", "town", {116.520, 40.380}, 0.0045, 9800},
    Town{"石门镇", "town", {116.610, 40.415}, 0.004, 7600},
    Town{"北沟村", "village", {116.505, 40.402}, 0.0022, 213},
    Town{"西沟村", "village", {116.488, 40.391}, 0.002, 158},
    Town{"龙潭村", "village", {116.532, 40.421}, 0.0024, 290},
    Town{"前岭村", "village", {116.541, 40.372}, 0.0022, 240},
    Town{"石门口村", "village", {116.602, 40.402}, 0.0026, 366},
    Town{"上庄村", "village", {116.624, 40.438}, 0.0018, 141},
    Town{"下庄村", "village", {116.618, 40.425}, 0.002, 186},
    Town{"柏崖村", "village", {116.581, 40.437}, 0.0016, 97},
    Town{"东山村", "village", {116.662, 40.318}, 0.003, 560},
    Town{"水泉村", "village", {116.680, 40.333}, 0.002, 198},
    Town{"柳林村", "village", {116.475, 40.276}, 0.003, 905},
    Town{"南营村", "village", {116.455, 40.255}, 0.003, 720},
    Town{"河沿村", "village", {116.501, 40.262}, 0.0028, 498},
};

void settlements(OsmDocument& osm) {
  int seed = 40;
  for (const Town& town : kSettlements) {
    osm.point(town.at, {{"place", town.kind}, {"name", town.name}, {"population", std::to_string(town.population)}});
    osm.way(blob(town.at, town.radiusDeg, ++seed), {{"landuse", "residential"}}, true);
    // Houses in rows, denser in the middle, none in the river.
    const double spacing = town.radiusDeg > 0.008 ? 0.0011 : 0.0006;
    const int reach = static_cast<int>(town.radiusDeg / spacing);
    int k = 0;
    for (int i = -reach; i <= reach; ++i)
      for (int j = -reach; j <= reach; ++j) {
        ++k;
        const LonLat at{town.at.lon + 1.3 * spacing * (i + 0.18 * wobble(k, seed)),
                        town.at.lat + spacing * (j + 0.18 * wobble(k, seed + 1))};
        if (std::hypot(i, j) > reach * (0.75 + 0.2 * wobble(k, seed + 2)) || riverDistance(at) < 0.0012) continue;
        const double w = spacing * (0.28 + 0.08 * wobble(k, seed + 3)),
                     h = spacing * (0.2 + 0.06 * wobble(k, seed + 4));
        osm.way(
            {{at.lon - w, at.lat - h}, {at.lon + w, at.lat - h}, {at.lon + w, at.lat + h}, {at.lon - w, at.lat + h}},
            {{"building", "yes"}}, true);
      }
  }
}

void roads(OsmDocument& osm) {
  const auto road = [&](const char* name, const char* kind, const Track& track, Tags more = {}) {
    more.push_back({"highway", kind});
    if (*name) more.push_back({"name", name});
    osm.way(track, more);
  };
  // Streets of the two quarters on the plain: a grid between named avenues.
  for (const Town& town : {kSettlements[0], kSettlements[1]}) {
    constexpr double block = 0.0033;
    const int reach = static_cast<int>(town.radiusDeg / block);
    const auto corner = [&](int i, int j) { return LonLat{town.at.lon + 1.3 * block * i, town.at.lat + block * j}; };
    for (int i = -reach; i <= reach; ++i) {
      Track north, east;
      for (int j = -reach; j <= reach; ++j) {
        if (i * i + j * j > reach * reach + 1) continue;
        north.push_back(corner(i, j));
        east.push_back(corner(j, i));
      }
      road(i == 0 ? "中心街" : "", i == 0 ? "secondary" : "residential", north);
      road(i == 0 ? "河湾路" : "", i == 0 ? "secondary" : "residential", east);
    }
  }
  // A motorway across the plain, trunk roads to the towns, and one road up each valley, beside its river.
  road("京示高速", "motorway",
       bend({{116.400, 40.222}, {116.470, 40.228}, {116.560, 40.222}, {116.640, 40.245}, {116.720, 40.250}}, 0.001, 9),
       {{"ref", "S99"}});
  road(
      "京示路", "primary",
      bend({{116.400, 40.262}, {116.455, 40.262}, {116.480, 40.270}, {116.520, 40.262}, {116.560, 40.250}}, 0.0006, 10),
      {{"ref", "G999"}});
  road("环城北路", "primary",
       bend({{116.560, 40.250}, {116.580, 40.268}, {116.600, 40.275}, {116.628, 40.290}, {116.655, 40.310}}, 0.0006,
            11));
  road("清河路", "secondary",
       bend({{116.560, 40.250},
             {116.550, 40.285},
             {116.548, 40.320},
             {116.544, 40.350},
             {116.532, 40.368},
             {116.520, 40.380}},
            0.0006, 12),
       {{"ref", "X301"}});
  road("石门路", "secondary",
       bend({{116.600, 40.275},
             {116.602, 40.310},
             {116.606, 40.345},
             {116.613, 40.380},
             {116.606, 40.402},
             {116.610, 40.415}},
            0.0006, 13),
       {{"ref", "X302"}});
  road("云西路", "tertiary",
       bend({{116.520, 40.380}, {116.505, 40.387}, {116.491, 40.394}, {116.476, 40.405}}, 0.0006, 14),
       {{"ref", "Y411"}});
  road("北沟路", "tertiary",
       bend({{116.520, 40.380}, {116.512, 40.391}, {116.505, 40.402}, {116.498, 40.422}}, 0.0005, 15));
  road("龙潭路", "tertiary",
       bend({{116.520, 40.380}, {116.533, 40.388}, {116.544, 40.396}, {116.541, 40.411}, {116.532, 40.421}}, 0.0005,
            16));
  road("前岭路", "unclassified", bend({{116.532, 40.368}, {116.541, 40.372}, {116.560, 40.375}}, 0.0006, 17));
  road("上庄路", "tertiary",
       bend({{116.610, 40.415}, {116.618, 40.425}, {116.624, 40.438}, {116.632, 40.448}}, 0.0005, 18));
  road("柏崖路", "tertiary", bend({{116.606, 40.402}, {116.594, 40.418}, {116.581, 40.437}}, 0.0006, 19));
  road("水泉路", "tertiary",
       bend({{116.655, 40.310}, {116.662, 40.318}, {116.680, 40.333}, {116.694, 40.348}}, 0.0005, 20));
  road("柳林路", "tertiary",
       bend({{116.480, 40.270}, {116.475, 40.276}, {116.460, 40.290}, {116.452, 40.310}}, 0.0008, 21));
  road("南营路", "unclassified",
       bend({{116.480, 40.270}, {116.466, 40.262}, {116.455, 40.255}, {116.440, 40.240}}, 0.0006, 22));
  road("河沿路", "unclassified", bend({{116.480, 40.270}, {116.501, 40.262}, {116.520, 40.262}}, 0.0006, 23));
  road("", "track", bend({{116.476, 40.405}, {116.462, 40.420}, {116.450, 40.440}}, 0.001, 24));
  road("", "track", bend({{116.581, 40.437}, {116.574, 40.452}, {116.566, 40.466}}, 0.001, 25));
  road("柏崖步道", "path",
       bend({{116.581, 40.437}, {116.576, 40.446}, {116.562, 40.449}, {116.548, 40.455}}, 0.001, 26));
  road("防火道", "track",
       bend({{116.560, 40.375}, {116.575, 40.388}, {116.588, 40.392}, {116.602, 40.402}}, 0.001, 27));
  osm.way(bend({{116.400, 40.244},
                {116.480, 40.247},
                {116.560, 40.262},
                {116.592, 40.268},
                {116.650, 40.270},
                {116.720, 40.285}},
               0.0006, 28),
          {{"railway", "rail"}, {"name", "京示铁路"}});
}

}  // namespace

std::string districtOsm() {
  OsmDocument osm;
  borders(osm);
  land(osm);
  water(osm);
  settlements(osm);
  roads(osm);
  for (const auto& [name, at] : std::initializer_list<std::pair<const char*, LonLat>>{{"凤凰岭", {116.470, 40.445}},
                                                                                      {"大石尖", {116.565, 40.425}},
                                                                                      {"东大顶", {116.690, 40.400}},
                                                                                      {"望京坨", {116.640, 40.372}}})
    osm.point(at, {{"natural", "peak"}, {"name", name}, {"ele", std::to_string(static_cast<int>(heightM(at)))}});
  return osm.xml();
}

}  // namespace fengsui::demo
