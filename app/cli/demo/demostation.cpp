// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demostation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

// Everything here is invented: names, numbers, places. The proportions are those of a mountain district.

namespace fengsui::demo {
namespace {

template <class Entity>
Id<Entity> freshId() {
  return {Uuid::v7(systemNow())};
}

std::string stem(const std::string& zh) {
  for (const char* end : {"街道", "镇", "村"})
    if (zh.ends_with(end)) return zh.substr(0, zh.size() - std::string(end).size());
  return zh;
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

// The valley floor of a village follows no circle.
Shape outline(Point centre, double radiusM, std::uint64_t seed) {
  static constexpr double kUnit[16][2] = {
      {1, 0},  {.924, .383},   {.707, .707},   {.383, .924},   {0, 1},  {-.383, .924}, {-.707, .707}, {-.924, .383},
      {-1, 0}, {-.924, -.383}, {-.707, -.707}, {-.383, -.924}, {0, -1}, {.383, -.924}, {.707, -.707}, {.924, -.383}};
  Ring ring;
  for (const auto& unit : kUnit) {
    const double r = radiusM * (1 + 0.32 * noise(seed, unit[0] * 1.4, unit[1] * 1.4));
    ring.push_back(positionOf({centre.x + r * unit[0] * 1.2, centre.y + r * unit[1]}));
  }
  return {ShapeKind::area, {}, {}, {{ring}}};
}

class Registering {
 public:
  Registering(Station& station, const DemoDistrict& district)
      : station_(station), d_(district), s_(district.settlements) {}

  Outcome all() {
    places();
    villagesAtRisk();
    pointsAtRisk();
    teams();
    shelters();
    depots();
    facilities();
    people();
    return result_;
  }

 private:
  template <class Entity>
  void put(Entity entity) {
    if (!result_) return;
    entity.id = freshId<Entity>();
    if (const auto done = station_.execute(Register<Entity>{std::move(entity)}, author_); !done)
      result_ = failure(done.error());
  }
  [[nodiscard]] const std::string& townName(int town) const { return s_.towns[static_cast<std::size_t>(town)].name.zh; }
  [[nodiscard]] const Site* site(const std::string& name) const {
    const auto found =
        std::find_if(d_.sites.begin(), d_.sites.end(), [&](const Site& one) { return one.name.zh == name; });
    return found == d_.sites.end() ? nullptr : &*found;
  }
  [[nodiscard]] Point at(const std::string& siteName, int town) const {
    if (const Site* found = site(siteName)) return found->at;
    return s_.towns[static_cast<std::size_t>(town)].at;
  }
  [[nodiscard]] int townOf(const std::string& name) const {
    for (std::size_t i = 0; i < s_.towns.size(); ++i)
      if (s_.towns[i].name.zh == name) return static_cast<int>(i);
    return 0;
  }

  void places() {
    for (const Settlement& town : s_.towns) {
      Place place;
      place.name = town.name.zh;
      place.kind = town.kind == SettlementKind::street ? "street" : "town";
      place.location = positionOf(town.at);
      place.population = town.population;
      put(place);
    }
    for (const Settlement& village : s_.villages) {
      Place place;
      place.name = village.name.zh;
      place.kind = "village";
      place.town = townName(village.town);
      place.location = positionOf(village.at);
      place.population = village.population;
      put(place);
    }
  }

  void villagesAtRisk() {
    // The villages of the story, then those by the largest brooks and on the steepest ground.
    static const std::set<std::string> told{"北沟村", "西沟村", "龙潭村", "前岭村", "石门口村", "上庄村",
                                            "下庄村", "柏崖村", "东山村", "水泉村", "河沿村"};
    std::vector<std::pair<double, const Settlement*>> ranked;
    for (const Settlement& village : s_.villages) {
      const bool isTold = told.contains(village.name.zh);
      if (village.mountain || isTold)
        ranked.emplace_back(isTold ? 1e9 : village.slope * 40 + std::min(8.0, village.brookKm2 / 4), &village);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    ranked.resize(std::min<std::size_t>(ranked.size(), 64 * static_cast<std::size_t>(d_.ground.wish.scale)));
    static const std::set<std::string> red{"北沟村", "龙潭村", "上庄村", "柏崖村"};
    static const std::set<std::string> orange{"西沟村", "石门口村", "下庄村", "水泉村"};
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      const Settlement& village = *ranked[i].second;
      RiskZone zone;
      zone.name = village.name.zh;
      zone.kind = "village";
      zone.colour = red.contains(zone.name)      ? RiskColour::red
                    : orange.contains(zone.name) ? RiskColour::orange
                    : i < 11                     ? RiskColour::yellow
                    : i < 18                     ? RiskColour::red
                    : i < 34                     ? RiskColour::orange
                    : i < 56                     ? RiskColour::yellow
                                                 : RiskColour::blue;
      zone.town = townName(village.town);
      zone.shape = outline(village.at, 170 + 0.55 * village.population, i + 900);
      zone.population = village.population;
      zone.households = village.households;
      zone.vulnerable = village.vulnerable;
      zone.responsible = pair("村书记", ++n_);
      put(zone);
      atRisk_.push_back(&village);
    }
  }

  void point(const std::string& name, const char* kind, int town, Point where, RiskColour colour) {
    RiskZone zone;
    zone.name = name;
    zone.kind = kind;
    zone.town = town < 0 ? std::string() : townName(town);
    zone.colour = colour;
    zone.shape = Shape::at(positionOf(where));
    put(zone);
  }

  void pointsAtRisk() {
    static constexpr std::array kColours{RiskColour::orange, RiskColour::yellow, RiskColour::blue, RiskColour::yellow,
                                         RiskColour::red};
    std::set<std::string> used;
    std::size_t n = 0;
    // The railway's bridges in the city first, the one of the story ahead of all.
    const std::size_t many = 24 * static_cast<std::size_t>(d_.ground.wish.scale);
    std::vector<const Underpass*> list;
    for (const Underpass& one : d_.roads.underpasses) list.push_back(&one);
    const Point north = s_.towns[1].at;
    std::stable_sort(list.begin(), list.end(), [&](const Underpass* a, const Underpass* b) {
      return distance(a->at, north) < distance(b->at, north);
    });
    for (const Underpass* one : list) {
      if (n == many) break;
      std::string name = n == 0 ? "铁路东桥" : one->name.zh;
      for (int k = 2; !used.insert(name).second; ++k) name = one->name.zh + std::to_string(k) + "号";
      point(name, "underpass", n == 0 ? 1 : d_.townAt(one->at), one->at,
            n == 0 ? RiskColour::red : kColours[n % kColours.size()]);
      ++n;
    }
    for (const HazardPoint& one : d_.ponding) point(one.name.zh, "ponding", one.town, one.at, kColours[++n % 4]);
    for (const HazardPoint& one : d_.hazards)
      point(one.name.zh, "geological", one.town, one.at,
            one.name.zh == "柏崖崩塌隐患点"   ? RiskColour::red
            : one.name.zh == "西沟滑坡隐患点" ? RiskColour::orange
                                              : kColours[++n % kColours.size()]);
    for (const Reservoir& one : d_.ground.reservoirs)
      if (const int town = d_.townAt(one.at); town >= 0)
        point(one.name.zh, "reservoir", town, one.at, one.large ? RiskColour::orange : RiskColour::yellow);
    for (const Site& one : d_.sites)
      if (one.kind == "chemicalWorks") point(one.name.zh, "hazardousSite", one.town, one.at, RiskColour::orange);
    RiskZone fault;
    fault.name = "山前断裂（推测）";
    fault.kind = "other";
    std::vector<Position> course;
    for (const Point at : d_.fault) course.push_back(positionOf(at));
    fault.shape = Shape{ShapeKind::line, {}, {course}, {}};
    put(fault);
  }

  void team(const std::string& name, const char* kind, int town, Point home, int strength, const char* askedThrough,
            std::initializer_list<const char*> capabilities) {
    Team team;
    team.name = name;
    team.kind = kind;
    team.town = townName(town);
    team.home = positionOf(home);
    team.strength = strength;
    if (askedThrough) {
      team.authority = DispatchAuthority::asked;
      team.askedThrough = askedThrough;
    }
    team.capabilities.assign(capabilities.begin(), capabilities.end());
    team.contacts = pair("队长", ++n_);
    put(team);
  }

  void teams() {
    const Point west = s_.towns[0].at, north = s_.towns[1].at;
    const auto by = [](Point at, double x, double y) { return Point{at.x + x, at.y + y}; };
    const int dongshan = townOf("东山镇"), liulin = townOf("柳林镇"), yunling = townOf("云岭镇");
    const Point atDongshan = s_.towns[static_cast<std::size_t>(dongshan)].at;
    const Point atLiulin = s_.towns[static_cast<std::size_t>(liulin)].at;
    const Point atYunling = s_.towns[static_cast<std::size_t>(yunling)].at;
    team("区综合应急救援队", "comprehensive", 0, by(west, 240, 310), 60, nullptr,
         {"search", "heavyLift", "evacuation"});
    team("区防汛抢险一队", "flood", 0, by(west, 520, -260), 40, nullptr, {"drainage", "boat", "evacuation"});
    team("区防汛抢险二队", "flood", liulin, by(atLiulin, 180, -160), 35, nullptr, {"drainage", "boat"});
    team("区森林消防大队", "forestFire", dongshan, by(atDongshan, -260, -200), 45, nullptr, {"wildfire", "evacuation"});
    team("公路分局抢险队", "engineering", 1, by(north, -350, 380), 28, nullptr, {"roadClearing", "heavyLift"});
    team("区急救中心", "medical", 1, at("示范区医院", 1), 16, "区卫生健康委", {"medical"});
    team("供电公司抢修队", "power", 1, at("北苑变电站", 1), 20, "供电公司", {"power", "lighting"});
    team("燃气公司抢修队", "gas", 2, at("示范燃气门站", 2), 18, "燃气公司", {"lighting"});
    team("通信保障队", "communication", 0, by(west, -300, 240), 14, "通信管理办", {"satellite"});
    team("危化救援队", "hazmat", dongshan, at("东山化工厂", dongshan), 22, "东山化工厂", {"hazmat"});
    team("物资运输队", "logistics", 1, by(north, 640, 240), 24, nullptr, {"heavyLift"});
    for (const Settlement& town : s_.towns) {
      const bool plain = !town.mountain;
      team(stem(town.name.zh) + (town.kind == SettlementKind::street ? "街道应急队" : "镇应急队"), "town", town.town,
           by(town.at, 90, 110), 16 + 2 * (town.town % 6), nullptr,
           plain ? std::initializer_list<const char*>{"evacuation", "drainage"}
                 : std::initializer_list<const char*>{"evacuation"});
    }
    for (const Site& one : d_.sites)
      if (one.kind == "fireStation")
        team(one.name.zh, "fireRescue", one.town, one.at, 26 + one.town % 8, "区消防救援支队",
             one.town < 3 ? std::initializer_list<const char*>{"boat", "rope", "heavyLift"}
                          : std::initializer_list<const char*>{"rope", "search"});
    team("山鹰志愿救援队", "volunteer", yunling, by(atYunling, 420, -380), 30, "区志愿者联合会",
         {"rope", "search", "drone"});
    static constexpr std::array kVolunteers{"晨风", "同舟", "青松",   "赤狐", "远山", "暖阳", "飞鸢", "磐石",
                                            "溪流", "星火", "破浪",   "守望", "绿野", "山火", "铁肩", "灯塔",
                                            "春雨", "白鹭", "长城角", "云雀", "砥石", "川流", "雁阵", "橙衣",
                                            "归巢", "松涛", "谷雨",   "夜航", "双桨"};
    for (std::size_t i = 0; i < kVolunteers.size(); ++i) {
      const int town = static_cast<int>(i % s_.towns.size());
      const Point home = s_.towns[static_cast<std::size_t>(town)].at;
      team(std::string(kVolunteers[i]) + "志愿救援队", "volunteer", town,
           by(home, -160 + 11.0 * static_cast<double>(i), 170), 10 + static_cast<int>(i * 7 % 21), "区志愿者联合会",
           i % 3 == 0 ? std::initializer_list<const char*>{"boat"} : std::initializer_list<const char*>{"search"});
    }
  }

  void shelter(const std::string& name, int town, Point where, ShelterClass kind, int capacity, int areaM2) {
    if (!shelters_.insert(name).second) return;
    Shelter shelter;
    shelter.name = name;
    shelter.town = townName(town);
    shelter.location = positionOf(where);
    shelter.shelterClass = kind;
    shelter.capacity[""] = capacity;
    shelter.areaM2 = Quantity::of(areaM2);
    shelter.indoor = name.find("广场") == std::string::npos;
    shelter.responsible = pair("安置点负责人", ++n_);
    put(shelter);
  }

  void shelters() {
    const int yunling = townOf("云岭镇"), dongshan = townOf("东山镇");
    shelter("云岭中学", yunling, at("云岭中学", yunling), ShelterClass::shortTerm, 420, 1260);
    shelter("河湾体育馆", 0, {s_.towns[0].at.x + 380, s_.towns[0].at.y + 260}, ShelterClass::longTerm, 1500, 6800);
    shelter("北苑体育公园广场", 1, {s_.towns[1].at.x - 260, s_.towns[1].at.y + 120}, ShelterClass::emergency, 4200,
            8400);
    shelter("城南公园广场", 2, {s_.towns[2].at.x + 210, s_.towns[2].at.y - 190}, ShelterClass::emergency, 3600, 7200);
    shelter("东山文化广场", dongshan,
            {s_.towns[static_cast<std::size_t>(dongshan)].at.x + 70,
             s_.towns[static_cast<std::size_t>(dongshan)].at.y - 60},
            ShelterClass::emergency, 900, 1800);
    for (const Site& one : d_.sites)
      if (one.kind == "school" && one.town >= 3 && one.capacity > 200)
        shelter(one.name.zh, one.town, one.at, ShelterClass::shortTerm, one.capacity * 3 / 5, one.capacity * 9 / 5);
    for (const Settlement& town : s_.towns)
      if (town.kind == SettlementKind::town)
        shelter(town.name.zh + "文体中心", town.town, {town.at.x - 110, town.at.y + 80}, ShelterClass::emergency,
                180 + 20 * (town.town % 7), 360 + 40 * (town.town % 7));
    for (const Settlement* village : atRisk_)
      shelter(village->name.zh == "龙潭村" ? "龙潭高地安全应急屋" : stem(village->name.zh) + "安全应急屋",
              village->town, {village->at.x + 150, village->at.y + 190}, ShelterClass::emergency,
              60 + village->population / 6, 120 + village->population / 3);
  }

  void depot(const std::string& name, DepotTier tier, int town, Point where) {
    Depot depot;
    depot.name = name;
    depot.tier = tier;
    depot.town = townName(town);
    depot.location = positionOf(where);
    const int scale = tier == DepotTier::district ? 20 : tier == DepotTier::town ? 4 : 1;
    const auto stock = [&](const char* item, const char* unit, int amount) {
      depot.stocks.push_back({item, {}, unit, Quantity::of(amount), {}});
    };
    stock("编织袋", "条", 500 * scale);
    stock("铁锹", "把", 20 * scale);
    stock("救生衣", "件", 15 * scale);
    stock("折叠床", "张", 10 * scale);
    if (tier != DepotTier::village) stock("排水泵", "台", scale / 2);
    if (tier == DepotTier::district) stock("冲锋舟", "艘", 6);
    stock("卫星电话", "部", 1 + scale / 5);
    put(depot);
  }

  void depots() {
    depot("区应急物资储备库", DepotTier::district, 1, {s_.towns[1].at.x + 700, s_.towns[1].at.y + 420});
    depot("区防汛物资库", DepotTier::district, 0, {s_.towns[0].at.x + 640, s_.towns[0].at.y - 330});
    for (const Settlement& town : s_.towns)
      depot(town.name.zh + "物资点", DepotTier::town, town.town, {town.at.x + 130, town.at.y - 90});
    for (const Settlement* village : atRisk_)
      depot(village->name.zh + "物资点", DepotTier::village, village->town, {village->at.x + 40, village->at.y + 35});
  }

  void facilities() {
    for (const Site& one : d_.sites) {
      if (one.kind.empty() || one.kind == "scenic") continue;
      Facility facility;
      facility.name = one.name.zh;
      facility.kind = one.kind;
      facility.town = townName(one.town);
      facility.location = positionOf(one.at);
      if (one.capacity > 0) facility.capacity = one.capacity;
      if (one.kind == "nursingHome") facility.bedridden = one.capacity / 6;
      facility.responsible = pair(titleAt(one.kind), ++n_);
      put(facility);
    }
    for (const Site& one : d_.sites) {
      if (one.kind != "scenic") continue;
      RiskZone zone;
      zone.name = one.name.zh;
      zone.kind = "scenic";
      zone.town = townName(one.town);
      zone.colour = RiskColour::yellow;
      zone.shape = Shape::at(positionOf(one.at));
      zone.population = one.capacity;
      zone.responsible = pair("景区值班", ++n_);
      put(zone);
    }
  }

  void people() {
    for (const char* name : {"值班长", "叫应席", "物资席", "信息席"}) {
      Person person;
      person.id = freshId<Person>();
      person.name = std::string("示范员") + std::to_string(++n_);
      person.organisation = "区应急管理局";
      person.phones = {phone(n_)};
      Post post;
      post.id = freshId<Post>();
      post.name = name;
      post.organisation = "区应急指挥中心";
      const TakeDuty duty{post.id, person.id};
      for (const Command& command : {Command(Register<Person>{person}), Command(Register<Post>{post}), Command(duty)})
        if (result_)
          if (const auto done = station_.execute(command, author_); !done) result_ = failure(done.error());
    }
    // One disaster information officer in each village.
    for (const Settlement& village : s_.villages) {
      Person person;
      person.name = village.name.zh + "信息员";
      person.organisation = townName(village.town);
      person.title = "灾害信息员";
      person.phones = {phone(++n_)};
      put(person);
    }
  }

  Station& station_;
  const DemoDistrict& d_;
  const Settlements& s_;
  const Author author_{"示范", std::nullopt};
  Outcome result_;
  int n_ = 0;
  std::vector<const Settlement*> atRisk_;
  std::set<std::string> shelters_;
};

}  // namespace

Outcome populate(Station& station, const DemoDistrict& district) {
  return Registering(station, district).all();
}

Result<Position> whereIs(const Situation& situation, const std::string& name) {
  std::optional<Position> found;
  situation.places.forEach([&](const Uuid&, const Place& one) {
    if (one.name == name && one.location) found = one.location;
  });
  situation.facilities.forEach([&](const Uuid&, const Facility& one) {
    if (one.name == name && one.location) found = one.location;
  });
  situation.shelters.forEach([&](const Uuid&, const Shelter& one) {
    if (one.name == name && one.location) found = one.location;
  });
  situation.riskZones.forEach([&](const Uuid&, const RiskZone& one) {
    if (one.name == name && one.shape && !found) found = anchorOf(*one.shape);
  });
  if (found) return *found;
  return failure(ErrorCode::notFound, {"the district has nothing called " + name, "示范区没有名为" + name + "的地点"});
}

}  // namespace fengsui::demo
