// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/sites.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fengsui::demo {
namespace {

std::string stem(const Name& name) {
  for (const char* end : {"街道", "镇", "村"})
    if (name.zh.ends_with(end)) return name.zh.substr(0, name.zh.size() - std::string(end).size());
  return name.zh;
}

Point middle(const Block& block) {
  const auto& c = block.corners;
  return {(c[0].x + c[1].x + c[2].x + c[3].x) / 4, (c[0].y + c[1].y + c[2].y + c[3].y) / 4};
}

class Placing {
 public:
  Placing(DemoDistrict& district, std::uint64_t seed) : d_(district), chance_(seed, 90) {}

  void place() {
    const auto& towns = d_.settlements.towns;
    for (std::size_t i = 0; i < towns.size(); ++i) i < 3 ? ofStreet(i) : ofTown(i);
    villages();
    works();
    waters();
    hydrants();
  }

 private:
  // The next block of a town of that use, or else any that is free, or its middle.
  Point lot(std::size_t town, BlockUse use) {
    for (const bool any : {false, true})
      for (std::size_t i = 0; i < d_.buildings.lots.size(); ++i) {
        const auto& one = d_.buildings.lots[i];
        if (one.town != static_cast<int>(town) || taken_.contains(i)) continue;
        if (!any && one.use != use) continue;
        if (any && one.use == BlockUse::park) continue;
        taken_.insert(i);
        return middle(one.block);
      }
    const Point at = d_.settlements.towns[town].at;
    return {at.x + chance_.between(-180, 180), at.y + chance_.between(-180, 180)};
  }

  void add(const char* kind, const char* key, const char* value, const std::string& zh, const std::string& en, Point at,
           std::size_t town, int capacity = 0) {
    std::string name = zh, nameEn = en;
    for (int n = 2; !used_.insert(name).second; ++n) {
      name = zh + std::to_string(n) + "号";
      nameEn = en + " " + std::to_string(n);
    }
    d_.sites.push_back({kind, key, value, {name, nameEn}, at, static_cast<int>(town), capacity});
  }

  void ofStreet(std::size_t i) {
    const Name& name = d_.settlements.towns[i].name;
    const std::string own = stem(name), en = spelt(own);
    static constexpr const char* kOrder[] = {"第一", "第二", "第三"};
    static constexpr const char* kOrderEn[] = {" No. 1", " No. 2", " No. 3"};
    if (i == 1)
      add("hospital", "amenity", "hospital", "示范区医院", "Shifan District Hospital", lot(i, BlockUse::hospital), i,
          480);
    if (i == 0)
      add("hospital", "amenity", "hospital", "示范区中医院", "Shifan Hospital of Chinese Medicine",
          lot(i, BlockUse::hospital), i, 260);
    if (i == 2)
      add("hospital", "amenity", "hospital", "示范区妇幼保健院", "Shifan Maternity Hospital",
          lot(i, BlockUse::hospital), i, 180);
    for (std::size_t k = 0; k < 3; ++k)
      add("school", "amenity", "school", own + kOrder[k] + "小学", en + kOrderEn[k] + " Primary School",
          lot(i, BlockUse::school), i, 900 + chance_.below(700));
    add("school", "amenity", "school", own + "中学", en + " Middle School", lot(i, BlockUse::school), i, 1800);
    add("nursingHome", "amenity", "nursing_home", own + "养老院", en + " Nursing Home", lot(i, BlockUse::residential),
        i, 140);
    add("fireStation", "amenity", "fire_station", own + "消防救援站", en + " Fire Station",
        lot(i, BlockUse::commercial), i, 0);
    add("police", "amenity", "police", own + "派出所", en + " Police Station", lot(i, BlockUse::commercial), i);
    add("government", "amenity", "townhall", own + "街道办事处", en + " Subdistrict Office",
        lot(i, BlockUse::commercial), i);
    add("pumpingStation", "man_made", "water_works", own + "泵站", en + " Pumping Station",
        lot(i, BlockUse::residential), i);
    add("powerStation", "power", "substation", own + "变电站", en + " Substation", lot(i, BlockUse::industrial), i);
    add("fuelStation", "amenity", "fuel", own + "加油站", en + " Filling Station", lot(i, BlockUse::commercial), i);
    if (i == 0) {
      add("government", "amenity", "townhall", "示范区政府", "Shifan District Government", lot(i, BlockUse::commercial),
          i);
      add("", "amenity", "bus_station", "示范客运站", "Shifan Coach Station", lot(i, BlockUse::commercial), i);
    }
    if (i == 2) {
      add("waterworks", "man_made", "water_works", "城南水厂", "Chengnan Waterworks", lot(i, BlockUse::industrial), i);
      add("gasStation", "man_made", "storage_tank", "示范燃气门站", "Shifan Gas Gate Station",
          lot(i, BlockUse::industrial), i);
      add("helipad", "aeroway", "helipad", "城南直升机起降点", "Chengnan Helipad", lot(i, BlockUse::park), i);
    }
  }

  void ofTown(std::size_t i) {
    const Settlement& town = d_.settlements.towns[i];
    const std::string own = stem(town.name), en = spelt(own);
    add("hospital", "amenity", "hospital", own + "镇卫生院", en + " Health Centre", lot(i, BlockUse::commercial), i,
        24 + chance_.below(40));
    add("school", "amenity", "school", own + "中心小学", en + " Central Primary School", lot(i, BlockUse::school), i,
        260 + chance_.below(400));
    add("school", "amenity", "school", own + "中学", en + " Middle School", lot(i, BlockUse::school), i,
        420 + chance_.below(500));
    add("government", "amenity", "townhall", own + "镇政府", en + " Town Hall", lot(i, BlockUse::commercial), i);
    add("police", "amenity", "police", own + "派出所", en + " Police Station", lot(i, BlockUse::commercial), i);
    add("fuelStation", "amenity", "fuel", own + "加油站", en + " Filling Station", lot(i, BlockUse::commercial), i);
    if (i % 2 == 0 || own == "石门")
      add("nursingHome", "amenity", "nursing_home", own == "石门" ? "青松养老院" : own + "敬老院",
          own == "石门" ? "Qingsong Nursing Home" : en + " Home for the Aged", lot(i, BlockUse::residential), i,
          48 + chance_.below(60));
    if (own == "东山" || i % 4 == 0)
      add("fireStation", "amenity", "fire_station", own + "消防救援站", en + " Fire Station",
          lot(i, BlockUse::commercial), i);
    if (town.mountain && i % 3 == 0)
      add("helipad", "aeroway", "helipad", own + "起降点", en + " Helipad", {town.at.x + 260, town.at.y - 200}, i);
    if (i % 3 == 1)
      add("powerStation", "power", "substation", own + "变电站", en + " Substation", lot(i, BlockUse::industrial), i);
  }

  void villages() {
    const auto& all = d_.settlements.villages;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto town = static_cast<std::size_t>(all[i].town);
      const std::string own = stem(all[i].name), en = spelt(own);
      const Point at{all[i].at.x + 24, all[i].at.y + 20};
      if (mixed(i + 5) % 9 == 0 && all[i].population > 300)
        add("school", "amenity", "school", own + "小学", en + " Primary School", at, town, 60 + chance_.below(120));
      if (all[i].mountain && mixed(i + 7) % 13 == 0) {
        static constexpr const char* kWhat[] = {"山水景区", "森林公园", "露营地"};
        static constexpr const char* kWhatEn[] = {" Scenic Area", " Forest Park", " Camp Site"};
        const auto k = static_cast<std::size_t>(chance_.below(3));
        add("scenic", "tourism", k == 2 ? "camp_site" : "hotel", own + kWhat[k], en + kWhatEn[k],
            {all[i].at.x - 90, all[i].at.y + 130}, town, 300 + chance_.below(1800));
      }
    }
  }

  void works() {
    for (std::size_t i = 3; i < d_.settlements.towns.size(); ++i) {
      const Settlement& town = d_.settlements.towns[i];
      if (town.name.zh != "东山镇") continue;
      // On the side away from the slope, out of the way of the water.
      Point best{town.at.x - town.radiusM - 500, town.at.y};
      double flattest = 1e9;
      for (const Neighbour& n : kNeighbours) {
        const Point at{town.at.x + (town.radiusM + 520) * n.col / n.length,
                       town.at.y + (town.radiusM + 520) * n.row / n.length};
        const double slope = d_.ground.slope(at) + (d_.ground.isWet(at) ? 9 : 0);
        if (slope < flattest) {
          flattest = slope;
          best = at;
        }
      }
      add("chemicalWorks", "man_made", "storage_tank", "东山化工厂", "Dongshan Chemical Works", best, i, 310);
    }
  }

  void waters() {
    for (const Reservoir& reservoir : d_.ground.reservoirs) {
      const int town = d_.townAt(reservoir.at);
      if (town < 0) continue;
      add("reservoir", nullptr, nullptr, reservoir.name.zh, reservoir.name.en, reservoir.at,
          static_cast<std::size_t>(town));
      if (reservoir.large)
        add("waterSource", "emergency", "water_tank", reservoir.name.zh + "取水点", reservoir.name.en + " Water Intake",
            {reservoir.at.x + 60, reservoir.at.y}, static_cast<std::size_t>(town));
    }
    // Where fire engines draw from rivers: every few kilometres, near a road by nature of the valley.
    for (const River& river : d_.ground.rivers) {
      if (river.areaKm2 < 60 || river.name.zh.empty()) continue;
      const Line course = river.course();
      double here = 0, next = 2500;
      for (std::size_t i = 1; i < course.size(); ++i) {
        here += distance(course[i - 1], course[i]);
        if (here < next) continue;
        next += 7000;
        if (const int town = d_.townAt(course[i]); town >= 0)
          add("waterSource", "emergency", "water_tank", river.name.zh + "取水点", river.name.en + " Water Intake",
              course[i], static_cast<std::size_t>(town));
      }
    }
  }

  void hydrants() {
    for (const StreetPlan& plan : d_.roads.plans) {
      std::size_t n = 0;
      for (const Road& street : plan.streets) {
        if (street.kind > RoadClass::tertiary) continue;
        for (const Point at : street.line)
          if (++n % 3 == 0) d_.sites.push_back({"", "emergency", "fire_hydrant", {}, {at.x + 9, at.y + 7}, 0, 0});
      }
    }
  }

  DemoDistrict& d_;
  Chance chance_;
  std::set<std::size_t> taken_;
  std::set<std::string> used_;
};

}  // namespace

void nameWaters(Ground& ground, const Settlements& settlements, PlaceNames& names) {
  bool first = true;
  for (River& river : ground.rivers) {
    double length = 0;
    for (const Reach& reach : river.reaches) length += lengthM(reach.course);
    if (river.areaKm2 > 38 && length > 4000) {
      river.name = first ? names.given("示水河", "Shishui River") : names.river();
      first = false;
    } else if (length > 2600) {
      river.name = names.brook();
    }
  }
  std::set<std::string> used;
  const auto call = [&](Reservoir& reservoir, const Settlement& after) {
    const std::string own = stem(after.name);
    if (!used.insert(own).second) return false;
    reservoir.name = {own + "水库", spelt(own) + " Reservoir"};
    return true;
  };
  // The one in the district that is nearest to Yunling is named after it; the others after the villages by them.
  const auto yunling = std::find_if(settlements.towns.begin(), settlements.towns.end(),
                                    [](const Settlement& town) { return town.name.zh == "云岭镇"; });
  if (yunling != settlements.towns.end()) {
    Reservoir* nearest = nullptr;
    for (Reservoir& one : ground.reservoirs)
      if (settlements.townOfWay.under(one.at) >= 0 &&
          (!nearest || distance(one.at, yunling->at) < distance(nearest->at, yunling->at)))
        nearest = &one;
    if (nearest) call(*nearest, *yunling);
  }
  for (Reservoir& reservoir : ground.reservoirs) {
    if (!reservoir.name.zh.empty()) continue;
    std::vector<const Settlement*> near;
    for (const Settlement& village : settlements.villages) near.push_back(&village);
    const auto many = std::min<std::size_t>(12, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(many), near.end(),
                      [&](const Settlement* a, const Settlement* b) {
                        return distance(a->at, reservoir.at) < distance(b->at, reservoir.at);
                      });
    for (std::size_t i = 0; i < many; ++i)
      if (call(reservoir, *near[i])) break;
  }
}

void placeSites(DemoDistrict& district, std::uint64_t seed) {
  Placing(district, seed).place();
}

void placeHazards(DemoDistrict& district, PlaceNames& names, std::uint64_t seed) {
  Chance chance(seed, 95);
  const Ground& ground = district.ground;
  const Frame& frame = ground.frame();
  // Peaks: the highest of wide surroundings.
  const int reach = std::max(20, frame.cols / 24);
  for (int row = reach; row + reach < frame.rows; row += 3)
    for (int col = reach; col + reach < frame.cols; col += 3) {
      const std::int32_t own = ground.heightsCm.at(col, row);
      if (own < 30'000 || district.townAt(frame.centre(col, row)) < 0) continue;
      bool highest = true;
      for (int r = row - reach; r <= row + reach && highest; r += 3)
        for (int c = col - reach; c <= col + reach; c += 3)
          if (ground.heightsCm.at(c, r) > own) {
            highest = false;
            break;
          }
      if (!highest) continue;
      district.peaks.push_back({names.peak(), frame.centre(col, row), own / 100});
    }
  // Slopes above villages and roads that may come down.
  std::vector<std::pair<double, std::size_t>> steep;
  // Large cells flatten valleys: the two that the story tells of are taken in any case.
  for (std::size_t i = 0; i < district.settlements.villages.size(); ++i)
    if (const Settlement& village = district.settlements.villages[i];
        village.mountain || village.name.zh == "西沟村" || village.name.zh == "柏崖村")
      steep.emplace_back(-village.slope + 0.02 * chance.share(), i);
  std::sort(steep.begin(), steep.end());
  static constexpr const char* kWhere[] = {"东坡", "西坡", "后山", "沟口", "路侧"};
  static constexpr const char* kWhereEn[] = {" east slope", " west slope", " hillside", " gully mouth", " roadside"};
  const std::size_t wanted = 226 * static_cast<std::size_t>(ground.wish.scale);
  for (std::size_t round = 0; round < 5 && district.hazards.size() < wanted; ++round)
    for (const auto& [minus, i] : steep) {
      if (district.hazards.size() == wanted) break;
      const Settlement& village = district.settlements.villages[i];
      Point best = village.at;
      double steepest = 0;
      for (int attempt = 0; attempt < 14; ++attempt) {
        const Point at{village.at.x + chance.between(-520, 520), village.at.y + chance.between(-520, 520)};
        if (const double slope = ground.slope(at); slope > steepest && !ground.isWet(at)) {
          steepest = slope;
          best = at;
        }
      }
      const std::string own = stem(village.name);
      const bool slide = own == "西沟" || (own != "柏崖" && steepest < 0.42);
      // The story tells of a slide by Xigou and of a rock face by Baiya.
      const bool told = round == 0 && (own == "西沟" || own == "柏崖");
      district.hazards.push_back({{own + (told ? "" : kWhere[round]) + (slide ? "滑坡" : "崩塌") + "隐患点",
                                   spelt(own) + (told ? "" : kWhereEn[round]) + (slide ? " landslide" : " rockfall")},
                                  best,
                                  village.town,
                                  slide});
    }
  // Ponding: the lowest street corners of the city.
  std::vector<std::pair<double, Point>> low;
  for (const Road& street : district.roads.plans.front().streets)
    if (!street.name.zh.empty())
      for (const Point at : street.line) low.emplace_back(ground.heightM(at) + chance.between(0, 3.5), at);
  std::sort(low.begin(), low.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [height, at] : low) {
    if (district.ponding.size() == 12) break;
    const bool near = std::any_of(district.ponding.begin(), district.ponding.end(),
                                  [&, here = at](const HazardPoint& other) { return distance(other.at, here) < 600; });
    if (near) continue;
    int town = 0;
    for (int i = 1; i < 3; ++i)
      if (distance(at, district.settlements.towns[static_cast<std::size_t>(i)].at) <
          distance(at, district.settlements.towns[static_cast<std::size_t>(town)].at))
        town = i;
    const std::string own = stem(district.settlements.towns[static_cast<std::size_t>(town)].name);
    const std::string n = std::to_string(district.ponding.size() + 1);
    district.ponding.push_back({{own + "积水点" + n, spelt(own) + " ponding point " + n}, at, town, false});
  }
  // The fault follows the foot of the mountains.
  for (int k = 0; k <= 16; ++k) {
    const double x = frame.widthM() * (0.1 + 0.05 * k);
    const double y = plainShare(ground.wish) - 0.02 + 0.0045 * k + 0.02 * noise(seed + 8, k * 0.45, 3);
    district.fault.push_back({x, frame.heightM() * y});
  }
}

}  // namespace fengsui::demo
