// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/mapthings.h"

#include <algorithm>
#include <array>

namespace fengsui {
namespace {

struct ClassWord {
  std::string_view code;
  std::string_view en;
  std::string_view zh;
};

// The classes of base.gpkg whose features have names: app/gis/district/BASEMAP.md.
constexpr ClassWord kClassWords[] = {
    {"city", "city", "城市"},
    {"town", "town", "镇"},
    {"borough", "borough", "城区"},
    {"village", "village", "村"},
    {"suburb", "suburb", "城区"},
    {"quarter", "quarter", "片区"},
    {"hamlet", "hamlet", "自然村"},
    {"neighbourhood", "neighbourhood", "社区"},
    {"isolated_dwelling", "dwelling", "独户"},
    {"farm", "farm", "农场"},
    {"locality", "locality", "地名"},
    {"country", "country", "国家"},
    {"province", "province", "省"},
    {"prefecture", "prefecture", "地级"},
    {"county", "district or county", "区县"},
    {"peak", "peak", "山峰"},
    {"pass", "pass", "垭口"},
    {"river", "river", "河流"},
    {"stream", "stream", "溪沟"},
    {"canal", "canal", "水渠"},
    {"drain", "drain", "排水渠"},
    {"ditch", "ditch", "水沟"},
    {"lake", "lake", "湖泊"},
    {"reservoir", "reservoir", "水库"},
    {"pond", "pond", "池塘"},
    {"basin", "basin", "蓄水池"},
    {"water", "water", "水域"},
    {"dam", "dam", "大坝"},
    {"weir", "weir", "堰"},
    {"dyke", "dyke", "堤防"},
    {"motorway", "motorway", "高速公路"},
    {"trunk", "trunk road", "快速路"},
    {"primary", "main road", "主干路"},
    {"secondary", "secondary road", "次干路"},
    {"tertiary", "local road", "支路"},
    {"unclassified", "minor road", "小路"},
    {"residential", "street", "街道"},
    {"living_street", "living street", "生活街"},
    {"pedestrian", "pedestrian street", "步行街"},
    {"service", "service road", "服务道路"},
    {"track", "track", "机耕路"},
    {"path", "path", "小径"},
    {"footway", "footpath", "步道"},
    {"cycleway", "cycleway", "自行车道"},
    {"bridleway", "bridleway", "马道"},
    {"steps", "steps", "台阶"},
    {"rail", "railway", "铁路"},
    {"light_rail", "light rail", "轻轨"},
    {"subway", "underground", "地铁"},
    {"tram", "tram", "有轨电车"},
    {"cableway", "cableway", "索道"},
    {"hospital", "hospital", "医院"},
    {"clinic", "clinic", "诊所"},
    {"pharmacy", "pharmacy", "药店"},
    {"fire_station", "fire station", "消防站"},
    {"police", "police", "派出所"},
    {"townhall", "town hall", "政府"},
    {"school", "school", "学校"},
    {"kindergarten", "kindergarten", "幼儿园"},
    {"university", "university", "大学"},
    {"care_home", "care home", "养老院"},
    {"community_centre", "community centre", "社区中心"},
    {"worship", "place of worship", "宗教场所"},
    {"assembly", "hall", "会场"},
    {"market", "market", "市场"},
    {"prison", "prison", "监狱"},
    {"hotel", "hotel", "宾馆"},
    {"mountain_hut", "mountain hut", "山屋"},
    {"shelter", "shelter", "避险点"},
    {"camp_site", "camp site", "露营地"},
    {"fuel", "filling station", "加油站"},
    {"bus_station", "bus station", "汽车站"},
    {"railway_station", "railway station", "火车站"},
    {"helipad", "helipad", "直升机起降点"},
    {"airport", "airport", "机场"},
    {"ambulance_station", "ambulance station", "急救站"},
    {"mountain_rescue", "mountain rescue", "山地救援站"},
    {"hydrant", "hydrant", "消火栓"},
    {"assembly_point", "assembly point", "集合点"},
    {"water_tank", "water tank", "水罐"},
    {"water_works", "waterworks", "水厂"},
    {"wastewater_plant", "sewage works", "污水处理厂"},
    {"mast", "mast", "通信塔"},
    {"substation", "substation", "变电站"},
    {"power_plant", "power plant", "电厂"},
    {"parking", "car park", "停车场"},
    {"drinking_water", "drinking water", "饮水点"},
    {"siren", "siren", "警报器"},
    {"storage_tank", "storage tank", "储罐"},
    {"scrub", "scrub", "灌木林"},
    {"grass", "grassland", "草地"},
    {"wetland", "wetland", "湿地"},
    {"orchard", "orchard", "果园"},
    {"farmyard", "farmyard", "农家院"},
    {"quarry", "quarry", "采石场"},
    {"construction", "building site", "工地"},
    {"military", "military area", "军事区"},
    {"forest", "forest", "林地"},
    {"park", "park", "公园"},
    {"industrial", "industrial area", "工业区"},
    {"commercial", "commercial area", "商业区"},
    {"farmland", "farmland", "农田"},
    {"cemetery", "cemetery", "墓地"},
    {"sports", "sports ground", "运动场"},
    {"institution", "institution", "单位"},
    {"building", "building", "建筑"},
};

const ClassWord* find(std::string_view code) {
  const auto* at = std::find_if(std::begin(kClassWords), std::end(kClassWords),
                                [&](const ClassWord& word) { return word.code == code; });
  return at == std::end(kClassWords) ? nullptr : at;
}

std::uint8_t tierOf(const MapName& name) {
  if (name.table == "place" || name.table == "admin_area") return 0;
  return name.table == "road" || name.table == "building" || name.table == "landuse" || name.table == "railway" ? 2 : 1;
}

// A class means something else in another table: a residential building is no residential street.
std::string classOf(const MapName& name) {
  if (name.table == "building") {
    static constexpr std::array kTelling{"hospital", "school", "kindergarten", "university", "hotel"};
    return std::find(kTelling.begin(), kTelling.end(), name.featureClass) == kTelling.end() ? "building"
                                                                                            : name.featureClass;
  }
  if (name.table == "landuse" && name.featureClass == "residential") return "neighbourhood";
  return name.featureClass;
}

}  // namespace

Text wordForMapClass(std::string_view featureClass) {
  const ClassWord* word = find(featureClass);
  return word ? Text{std::string(word->en), std::string(word->zh)} : sameInBoth(featureClass);
}

std::vector<NamedThing> thingsOf(const std::vector<MapName>& names) {
  std::vector<NamedThing> things;
  things.reserve(names.size());
  for (const MapName& name : names) {
    NamedThing thing;
    thing.sort = ThingSort::mapName;
    thing.code = classOf(name);
    thing.name = name.name;
    thing.otherName = name.otherName;
    const Text word = wordForMapClass(thing.code);
    thing.about = word.zh + ' ' + word.en;
    thing.where = name.near;
    thing.at = name.at;
    thing.tier = tierOf(name);
    things.push_back(std::move(thing));
  }
  return things;
}

}  // namespace fengsui
