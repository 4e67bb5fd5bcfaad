// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demostation.h"

#include <array>
#include <cmath>

// Everything here is invented: names, numbers, places. The proportions are those of a mountain district.

namespace fengsui::demo {
namespace {

struct TownRow {
  const char* name;
  double lon, lat;
  int population;
  bool mountain;
};
constexpr std::array kTowns{
    TownRow{"河湾街道", 116.560, 40.250, 62000, false}, TownRow{"北苑街道", 116.600, 40.275, 48000, false},
    TownRow{"柳林镇", 116.480, 40.270, 21000, false},   TownRow{"东山镇", 116.655, 40.310, 16500, true},
    TownRow{"云岭镇", 116.520, 40.380, 9800, true},     TownRow{"石门镇", 116.610, 40.415, 7600, true},
};

struct VillageRow {
  const char* name;
  const char* town;
  double lon, lat;
  int households, population, vulnerable;
  const char* colour;  // nullptr: not at risk
};
constexpr std::array kVillages{
    VillageRow{"北沟村", "云岭镇", 116.505, 40.402, 86, 213, 17, "red"},
    VillageRow{"西沟村", "云岭镇", 116.488, 40.391, 64, 158, 12, "orange"},
    VillageRow{"龙潭村", "云岭镇", 116.532, 40.421, 112, 290, 31, "red"},
    VillageRow{"前岭村", "云岭镇", 116.541, 40.372, 95, 240, 19, "yellow"},
    VillageRow{"石门口村", "石门镇", 116.602, 40.402, 140, 366, 40, "orange"},
    VillageRow{"上庄村", "石门镇", 116.624, 40.438, 58, 141, 22, "red"},
    VillageRow{"下庄村", "石门镇", 116.618, 40.425, 73, 186, 14, "orange"},
    VillageRow{"柏崖村", "石门镇", 116.581, 40.437, 41, 97, 11, "red"},
    VillageRow{"东山村", "东山镇", 116.662, 40.318, 210, 560, 61, "yellow"},
    VillageRow{"水泉村", "东山镇", 116.680, 40.333, 77, 198, 16, "orange"},
    VillageRow{"柳林村", "柳林镇", 116.475, 40.276, 320, 905, 80, nullptr},
    VillageRow{"南营村", "柳林镇", 116.455, 40.255, 260, 720, 66, nullptr},
    VillageRow{"河沿村", "柳林镇", 116.501, 40.262, 180, 498, 45, "blue"},
};

struct TeamRow {
  const char* name;
  const char* kind;
  const char* town;
  double lon, lat;
  int strength;
  const char* askedThrough;  // nullptr: own
  std::array<const char*, 3> capabilities;
};
constexpr std::array kTeams{
    TeamRow{"区综合应急救援队",
            "comprehensive",
            "河湾街道",
            116.562,
            40.254,
            60,
            nullptr,
            {"search", "heavyLift", "evacuation"}},
    TeamRow{"区防汛抢险一队", "flood", "河湾街道", 116.571, 40.246, 40, nullptr, {"drainage", "boat", "evacuation"}},
    TeamRow{"区防汛抢险二队", "flood", "柳林镇", 116.482, 40.268, 35, nullptr, {"drainage", "boat", ""}},
    TeamRow{"区森林消防大队", "forestFire", "东山镇", 116.650, 40.305, 45, nullptr, {"wildfire", "evacuation", ""}},
    TeamRow{"云岭镇应急队", "town", "云岭镇", 116.521, 40.381, 22, nullptr, {"evacuation", "", ""}},
    TeamRow{"石门镇应急队", "town", "石门镇", 116.609, 40.414, 18, nullptr, {"evacuation", "", ""}},
    TeamRow{"东山镇应急队", "town", "东山镇", 116.654, 40.311, 20, nullptr, {"evacuation", "", ""}},
    TeamRow{"柳林镇应急队", "town", "柳林镇", 116.479, 40.271, 24, nullptr, {"evacuation", "drainage", ""}},
    TeamRow{
        "公路分局抢险队", "engineering", "北苑街道", 116.598, 40.279, 28, nullptr, {"roadClearing", "heavyLift", ""}},
    TeamRow{"河湾消防救援站",
            "fireRescue",
            "河湾街道",
            116.553,
            40.251,
            32,
            "区消防救援支队",
            {"boat", "rope", "heavyLift"}},
    TeamRow{"东山消防救援站", "fireRescue", "东山镇", 116.648, 40.303, 26, "区消防救援支队", {"rope", "search", ""}},
    TeamRow{"区急救中心", "medical", "北苑街道", 116.604, 40.271, 16, "区卫生健康委", {"medical", "", ""}},
    TeamRow{"供电公司抢修队", "power", "北苑街道", 116.610, 40.266, 20, "供电公司", {"power", "lighting", ""}},
    TeamRow{
        "山鹰志愿救援队", "volunteer", "云岭镇", 116.529, 40.374, 30, "区志愿者联合会", {"rope", "search", "drone"}},
};

struct ShelterRow {
  const char* name;
  const char* town;
  double lon, lat;
  ShelterClass shelterClass;
  int capacity, areaM2;
};
constexpr std::array kShelters{
    ShelterRow{"云岭中学", "云岭镇", 116.518, 40.377, ShelterClass::shortTerm, 420, 1260},
    ShelterRow{"云岭镇文体中心", "云岭镇", 116.523, 40.384, ShelterClass::emergency, 260, 520},
    ShelterRow{"石门小学", "石门镇", 116.612, 40.411, ShelterClass::shortTerm, 300, 900},
    ShelterRow{"龙潭高地安全应急屋", "云岭镇", 116.537, 40.424, ShelterClass::emergency, 80, 160},
    ShelterRow{"东山文化广场", "东山镇", 116.657, 40.309, ShelterClass::emergency, 900, 1800},
    ShelterRow{"河湾体育馆", "河湾街道", 116.566, 40.257, ShelterClass::longTerm, 1500, 6800},
    ShelterRow{"柳林中心小学", "柳林镇", 116.484, 40.273, ShelterClass::shortTerm, 500, 1500},
};

struct DepotRow {
  const char* name;
  DepotTier tier;
  const char* town;
  double lon, lat;
};
constexpr std::array kDepots{
    DepotRow{"区应急物资储备库", DepotTier::district, "北苑街道", 116.606, 40.281},
    DepotRow{"区防汛物资库", DepotTier::district, "河湾街道", 116.574, 40.243},
    DepotRow{"云岭镇物资点", DepotTier::town, "云岭镇", 116.524, 40.379},
    DepotRow{"石门镇物资点", DepotTier::town, "石门镇", 116.608, 40.417},
    DepotRow{"龙潭村物资点", DepotTier::village, "云岭镇", 116.534, 40.419},
};

struct FacilityRow {
  const char* name;
  const char* kind;
  const char* town;
  double lon, lat;
  int capacity;
};
constexpr std::array kFacilities{
    FacilityRow{"示范区医院", "hospital", "北苑街道", 116.602, 40.269, 480},
    FacilityRow{"云岭镇卫生院", "hospital", "云岭镇", 116.522, 40.378, 40},
    FacilityRow{"青松养老院", "nursingHome", "石门镇", 116.606, 40.409, 96},
    FacilityRow{"河湾第一小学", "school", "河湾街道", 116.558, 40.249, 1260},
    FacilityRow{"云岭水库", "reservoir", "云岭镇", 116.548, 40.402, 0},
    FacilityRow{"东山化工厂", "chemicalWorks", "东山镇", 116.641, 40.296, 310},
    FacilityRow{"北苑泵站", "pumpingStation", "北苑街道", 116.588, 40.262, 0},
};

Position at(double lon, double lat) {
  return Position::ofDegrees(lon, lat).value_or(Position{});
}

template <class Entity>
Id<Entity> freshId() {
  return {Uuid::v7(systemNow())};
}

// A blob around a place that follows no circle: the outline of a village's valley floor.
Shape outline(double lon, double lat, double radiusDeg, int seed) {
  Ring ring;
  constexpr int corners = 22;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * 3.14159265358979 * i / corners;
    const double r = radiusDeg * (1 + 0.22 * std::sin(3 * angle + seed) + 0.13 * std::cos(5 * angle + 2 * seed));
    ring.push_back(at(lon + r * 1.3 * std::cos(angle), lat + r * std::sin(angle)));
  }
  return {ShapeKind::area, {}, {}, {{ring}}};
}

// Telephone numbers that no exchange gives out.
std::string phone(int n) {
  return "139000" + std::to_string(10000 + n);
}

std::vector<Responsible> pair(const char* title, int n) {
  static constexpr std::array<const char*, 8> family{"赵", "钱", "孙", "李", "周", "吴", "郑", "王"};
  const auto name = [&](int k) { return std::string(family[static_cast<std::size_t>(k) % family.size()]) + "某"; };
  return {{"A", name(n), title, {phone(n)}}, {"B", name(n + 3), title, {phone(n + 500)}}};
}

// As the plans call who answers for such a place.
const char* titleAt(const std::string& kind) {
  if (kind == "school") return "校长";
  if (kind == "hospital") return "医院总值班";
  if (kind == "nursingHome") return "养老院院长";
  return kind == "reservoir" ? "水库值班长" : "负责人";
}

}  // namespace

Outcome populate(Station& station) {
  const Author author{"示范", std::nullopt};
  Outcome result;
  const auto all = [&](std::vector<Command> commands) {
    for (const Command& command : commands)
      if (result)
        if (const auto done = station.execute(command, author); !done) result = failure(done.error());
  };

  std::vector<Command> commands;
  for (const TownRow& row : kTowns) {
    Place place;
    place.id = freshId<Place>();
    place.name = row.name;
    place.kind = std::string(row.name).ends_with("街道") ? "street" : "town";
    place.location = at(row.lon, row.lat);
    place.population = row.population;
    commands.emplace_back(Register<Place>{place});
  }
  int n = 0;
  for (const VillageRow& row : kVillages) {
    Place place;
    place.id = freshId<Place>();
    place.name = row.name;
    place.kind = "village";
    place.town = row.town;
    place.location = at(row.lon, row.lat);
    place.population = row.population;
    commands.emplace_back(Register<Place>{place});
    ++n;
    if (!row.colour) continue;
    RiskZone zone;
    zone.id = freshId<RiskZone>();
    zone.name = row.name;
    zone.kind = "village";
    zone.colour = fromCode<RiskColour>(row.colour);
    zone.town = row.town;
    zone.shape = outline(row.lon, row.lat, 0.0045 + 0.000012 * row.population, n);
    zone.population = row.population;
    zone.households = row.households;
    zone.vulnerable = row.vulnerable;
    zone.responsible = pair("村书记", n);
    commands.emplace_back(Register<RiskZone>{zone});
  }
  const auto point = [&](const char* name, const char* kind, const char* town, double lon, double lat,
                         RiskColour colour) {
    RiskZone zone;
    zone.id = freshId<RiskZone>();
    zone.name = name;
    zone.kind = kind;
    zone.town = town;
    zone.colour = colour;
    zone.shape = Shape::at(at(lon, lat));
    commands.emplace_back(Register<RiskZone>{zone});
  };
  point("京示路下凹桥", "underpass", "河湾街道", 116.549, 40.258, RiskColour::orange);
  point("铁路东桥", "underpass", "北苑街道", 116.592, 40.268, RiskColour::red);
  point("河湾南路积水点", "ponding", "河湾街道", 116.568, 40.240, RiskColour::yellow);
  point("西沟滑坡隐患点", "geological", "云岭镇", 116.492, 40.396, RiskColour::orange);
  point("柏崖崩塌隐患点", "geological", "石门镇", 116.584, 40.441, RiskColour::red);
  for (const TeamRow& row : kTeams) {
    Team team;
    team.id = freshId<Team>();
    team.name = row.name;
    team.kind = row.kind;
    team.town = row.town;
    team.home = at(row.lon, row.lat);
    team.strength = row.strength;
    if (row.askedThrough) {
      team.authority = DispatchAuthority::asked;
      team.askedThrough = row.askedThrough;
    }
    for (const char* capability : row.capabilities)
      if (*capability) team.capabilities.emplace_back(capability);
    team.contacts = pair("队长", ++n);
    commands.emplace_back(Register<Team>{team});
  }
  for (const ShelterRow& row : kShelters) {
    Shelter shelter;
    shelter.id = freshId<Shelter>();
    shelter.name = row.name;
    shelter.town = row.town;
    shelter.location = at(row.lon, row.lat);
    shelter.shelterClass = row.shelterClass;
    shelter.capacity[""] = row.capacity;
    shelter.areaM2 = Quantity::of(row.areaM2);
    shelter.indoor = std::string(row.name).find("广场") == std::string::npos;
    shelter.responsible = pair("安置点负责人", ++n);
    commands.emplace_back(Register<Shelter>{shelter});
  }
  for (const DepotRow& row : kDepots) {
    Depot depot;
    depot.id = freshId<Depot>();
    depot.name = row.name;
    depot.tier = row.tier;
    depot.town = row.town;
    depot.location = at(row.lon, row.lat);
    const int scale = row.tier == DepotTier::district ? 20 : row.tier == DepotTier::town ? 4 : 1;
    const auto stock = [&](const char* item, const char* unit, int amount) {
      depot.stocks.push_back({item, {}, unit, Quantity::of(amount), {}});
    };
    stock("编织袋", "条", 500 * scale);
    stock("铁锹", "把", 20 * scale);
    stock("救生衣", "件", 15 * scale);
    stock("折叠床", "张", 10 * scale);
    if (row.tier != DepotTier::village) stock("排水泵", "台", scale / 2);
    if (row.tier == DepotTier::district) stock("冲锋舟", "艘", 6);
    stock("卫星电话", "部", 1 + scale / 5);
    commands.emplace_back(Register<Depot>{depot});
  }
  for (const FacilityRow& row : kFacilities) {
    Facility facility;
    facility.id = freshId<Facility>();
    facility.name = row.name;
    facility.kind = row.kind;
    facility.town = row.town;
    facility.location = at(row.lon, row.lat);
    if (row.capacity > 0) facility.capacity = row.capacity;
    facility.responsible = pair(titleAt(facility.kind), ++n);
    commands.emplace_back(Register<Facility>{facility});
  }
  for (const char* name : {"值班长", "叫应席", "物资席", "信息席"}) {
    Person person;
    person.id = freshId<Person>();
    person.name = std::string("示范员") + std::to_string(++n);
    person.organisation = "区应急管理局";
    person.phones = {phone(n)};
    Post post;
    post.id = freshId<Post>();
    post.name = name;
    post.organisation = "区应急指挥中心";
    commands.emplace_back(Register<Person>{person});
    commands.emplace_back(Register<Post>{post});
    commands.emplace_back(TakeDuty{post.id, person.id});
  }
  all(std::move(commands));
  return result;
}

}  // namespace fengsui::demo
