// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "support/station.h"

// A small fictional district for windows: teams, depots, shelters, zones, a few incidents, one team on its way.

namespace fengsui {

inline Position inDistrict(double eastKm, double northKm) {
  const double lat = 40.35 + northKm / 111.2;
  const double lon = 116.62 + eastKm / (111.3 * std::cos(lat * M_PI / 180));
  return *Position::ofDegrees(lon, lat);
}

inline Polygon roundArea(double eastKm, double northKm, double radiusKm, int corners = 24) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double turn = 2 * M_PI * i / corners;
    const double radius = radiusKm * (1 + 0.25 * std::sin(3 * turn + eastKm));
    ring.push_back(inDistrict(eastKm + radius * std::cos(turn), northKm + 0.7 * radius * std::sin(turn)));
  }
  return {ring};
}

struct District {
  Team nearest;  ///< own, available, nearest to the flood
  Team asked;    ///< must be asked
  Team away;     ///< on scene elsewhere
  Incident flood;
  Incident fire;
};

inline Incident incidentAt(const std::string& title, const std::string& kind, std::optional<IncidentLevel> level,
                           const std::string& locality, double eastKm, double northKm) {
  Incident incident = incidentTitled(title);
  incident.kind = kind;
  incident.level = level;
  incident.locality = locality;
  incident.source = "村委会电话";
  incident.location = inDistrict(eastKm, northKm);
  return incident;
}

inline District fillDistrict(Station& station) {
  District d;
  const auto team = [&](const std::string& name, const std::string& kind, const std::string& town, double eastKm,
                        double northKm, std::int64_t strength) {
    Team made = teamNamed(name);
    made.kind = kind;
    made.town = town;
    made.strength = strength;
    made.home = inDistrict(eastKm, northKm);
    made.contacts = {{"A", "张建国", "队长", {"13800000000"}}};
    return made;
  };
  d.nearest = team("怀北镇救援队", "town", "怀北镇", 3.0, 6.0, 24);
  d.nearest.capabilities = {"boat", "evacuation", "lighting"};
  d.nearest.equipment = "冲锋舟 2、排水泵 4、应急照明车 1";
  d.asked = team("怀柔区消防救援支队特勤站", "fireRescue", "龙山街道", 0.5, -2.0, 45);
  d.asked.authority = DispatchAuthority::asked;
  d.asked.askedThrough = "区消防救援支队";
  d.away = team("区森林消防综合救援大队", "forestFire", "雁栖镇", -4.0, 3.5, 60);
  does(station, Register<Team>{d.nearest});
  does(station, Register<Team>{d.asked});
  does(station, Register<Team>{d.away});
  does(station, Register<Team>{team("桥梓镇救援队", "town", "桥梓镇", -7.5, -4.0, 18)});
  does(station, Register<Team>{team("区水务抢险队", "flood", "龙山街道", 1.2, -1.1, 32)});
  does(station, Register<Team>{team("区医院急救队", "medical", "泉河街道", -0.6, -3.0, 12)});
  does(station, Register<Team>{team("蓝天救援队", "volunteer", "庙城镇", 2.5, -7.0, 20)});
  does(station, Register<Team>{team("道路抢通一队", "engineering", "雁栖镇", -1.5, 2.0, 15)});
  does(station, Register<Team>{team("国网怀柔供电抢修队", "power", "泉河街道", 1.8, -3.4, 10)});
  does(station, Register<Team>{team("应急通信保障分队", "communication", "龙山街道", 0.1, -0.4, 8)});
  does(station, Register<Team>{team("渤海镇救援队", "town", "渤海镇", -11.0, 7.5, 16)});
  Team off = team("喇叭沟门山地搜救队", "mountain", "喇叭沟门", -9.0, 12.0, 9);
  does(station, Register<Team>{off});
  does(station, StandDown{off.id, "车辆检修"});

  const auto depot = [&](const std::string& name, DepotTier tier, double eastKm, double northKm) {
    Depot made;
    made.id.uuid = Uuid::v7(systemNow());
    made.name = name;
    made.tier = tier;
    made.location = inDistrict(eastKm, northKm);
    made.stocks = {{"编织袋", "", "条", Quantity::of(20000), {}},
                   {"折叠床", "", "张", Quantity::of(400), Quantity::of(50)},
                   {"救生衣", "", "件", Quantity::of(300), {}}};
    does(station, Register<Depot>{made});
  };
  depot("区应急物资中心库", DepotTier::district, 1.0, -4.6);
  depot("怀北镇物资库", DepotTier::town, 3.6, 6.8);
  depot("雁栖镇物资库", DepotTier::town, -2.6, 2.9);

  const auto shelter = [&](const std::string& name, double eastKm, double northKm, std::int64_t places,
                           std::int64_t persons) {
    Shelter made;
    made.id.uuid = Uuid::v7(systemNow());
    made.name = name;
    made.shelterClass = ShelterClass::shortTerm;
    made.indoor = true;
    made.location = inDistrict(eastKm, northKm);
    made.capacity[""] = places;
    does(station, Register<Shelter>{made});
    if (persons == 0) return;
    does(station, OpenShelter{made.id});
    does(station, CheckIn{made.id, persons, "神山村"});
  };
  shelter("怀北学校", 3.9, 5.2, 400, 260);
  shelter("雁栖中学", -2.0, 4.4, 600, 0);
  shelter("区体育馆", -0.2, -4.2, 1500, 90);
  shelter("庙城小学", 3.1, -6.2, 350, 0);

  const auto zone = [&](const std::string& name, const std::string& kind, RiskColour colour, Shape shape,
                        std::int64_t population) {
    RiskZone made;
    made.id.uuid = Uuid::v7(systemNow());
    made.name = name;
    made.kind = kind;
    made.colour = colour;
    made.shape = std::move(shape);
    made.population = population;
    made.responsible = {{"A", "李卫东", "村党支部书记", {"13900000001"}},
                        {"B", "王秀英", "村委会委员", {"13900000002"}}};
    does(station, Register<RiskZone>{made});
  };
  zone("神山村险村", "village", RiskColour::red, {ShapeKind::area, {}, {}, {roundArea(5.6, 9.4, 1.1)}}, 412);
  zone("大水峪沟口", "village", RiskColour::orange, {ShapeKind::area, {}, {}, {roundArea(-0.4, 8.2, 0.9)}}, 180);
  zone("红螺林区", "forest", RiskColour::yellow, {ShapeKind::area, {}, {}, {roundArea(-5.6, 4.6, 2.1, 40)}}, 0);
  zone("下元下凹桥", "underpass", RiskColour::orange, Shape::at(inDistrict(-1.6, -2.2)), 0);
  zone("河防口滑坡隐患点", "geological", RiskColour::red, Shape::at(inDistrict(1.6, 10.6)), 36);
  zone("怀河城区段", "river", RiskColour::blue,
       {ShapeKind::line,
        {},
        {{inDistrict(-3, 0.6), inDistrict(-1, -0.6), inDistrict(1.4, -2.6), inDistrict(3.2, -4.8)}},
        {}},
       0);

  const auto facility = [&](const std::string& name, const std::string& kind, double eastKm, double northKm) {
    Facility made;
    made.id.uuid = Uuid::v7(systemNow());
    made.name = name;
    made.kind = kind;
    made.location = inDistrict(eastKm, northKm);
    does(station, Register<Facility>{made});
  };
  facility("怀柔医院", "hospital", -0.9, -2.6);
  facility("怀北敬老院", "nursingHome", 2.4, 5.0);
  facility("红螺寺变电站", "powerStation", -3.2, 1.4);
  facility("一中", "school", 0.6, -2.9);
  Place town;
  town.id.uuid = Uuid::v7(systemNow());
  town.name = "怀北镇";
  town.kind = "town";
  town.location = inDistrict(3.2, 6.3);
  does(station, Register<Place>{town});

  d.fire = incidentAt("红螺山北坡林火", "forestFire", IncidentLevel::large, "雁栖镇", -5.0, 5.4);
  d.flood = incidentAt("神山村山洪，三户被困", "flashFlood", IncidentLevel::serious, "怀北镇", 5.2, 8.8);
  does(station, ReportIncident{d.fire});
  does(station, SendTeam{d.away.id, d.fire.id, "扑打火头", std::nullopt, std::nullopt});
  does(station, TeamArrives{d.away.id});
  does(station, ReportIncident{incidentAt("下元桥下积水", "waterlogging", std::nullopt, "泉河街道", -1.5, -2.0)});
  does(station, ReportIncident{d.flood});
  does(station, ReportFigure{d.flood.id, {FigureKind::trapped, 7, "怀北镇", {}, Verification::pending, false}});
  return d;
}

}  // namespace fengsui
