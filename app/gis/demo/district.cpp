// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/district.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "gis/demo/sites.h"
#include "gis/demo/strongbridges.h"

namespace fengsui::demo {

namespace {

// What the story of the evening counts on.
constexpr std::array kTold{"北沟村", "西沟村", "龙潭村", "前岭村", "石门口村", "上庄村", "下庄村", "柏崖村", "东山村",
                           "水泉村", "柳林村", "南营村", "河沿村", "云岭镇",   "石门镇", "东山镇", "柳林镇"};

// Every town, and the villages to which the story sends engines; many another village has a weak bridge before it.
std::vector<Point> enginesGoTo(const Settlements& settlements) {
  std::vector<Point> places;
  for (const Settlement& town : settlements.towns) places.push_back(town.at);
  for (const Settlement& village : settlements.villages)
    if (std::find(kTold.begin(), kTold.end(), village.name.zh) != kTold.end()) places.push_back(village.at);
  return places;
}

}  // namespace

int DemoDistrict::townAt(Point at) const {
  return settlements.townOfWay.under(at);
}

DemoDistrict makeDistrict(const Wish& wish, const std::function<void(const Text& stage, double seconds)>& report) {
  auto begin = std::chrono::steady_clock::now();
  const auto made = [&](const char* en, const char* zh) {
    const auto now = std::chrono::steady_clock::now();
    if (report) report({en, zh}, std::chrono::duration<double>(now - begin).count());
    begin = now;
  };
  DemoDistrict out;
  out.ground = makeGround(wish);
  made("mountains and rivers", "山体与水系");
  PlaceNames names(wish.seed);
  for (const char* told : kTold) names.given(told, {});
  out.settlements = settle(out.ground, names);
  made("towns and villages", "城镇与村庄");
  nameWaters(out.ground, out.settlements, names);
  out.roads = buildRoads(out.ground, out.settlements);
  strengthenBridges(out.roads, enginesGoTo(out.settlements));
  made("roads", "道路");
  out.land = landCover(out.ground, out.settlements, out.roads);
  out.buildings = build(out.ground, out.settlements, out.roads);
  made("land cover and buildings", "土地覆盖与建筑");
  placeSites(out, wish.seed);
  placeHazards(out, names, wish.seed);
  made("facilities and hazard points", "设施与隐患点");
  return out;
}

}  // namespace fengsui::demo
