// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "journal/station.h"

namespace fengsui {

/// A busy night from a seed: commands about the things of a situation, some of which a rule will refuse.
class RandomCommands {
 public:
  explicit RandomCommands(unsigned seed) : random_(seed) {}

  Command next(const Situation& s) {
    switch (below(21)) {
      case 0:
        return Register<Team>{team()};
      case 1:
        return Register<Depot>{depot()};
      case 2:
        return Register<Shelter>{shelter()};
      case 3:
      case 4:
        return Register<RiskZone>{riskZone()};
      case 5:
        return Register<Facility>{facility()};
      case 6:
        return Register<Place>{place()};
      case 7:
        return ReportIncident{incident()};
      case 8:
        return SendTeam{id<Team>(s), id<Incident>(s), word("任务"), std::nullopt, Instant{4102444800000}};
      case 9:
        return TeamArrives{id<Team>(s)};
      case 10:
        return ReleaseTeam{id<Team>(s), "任务完成"};
      case 11:
        return ReportPosition{id<Team>(s), {position(), *moment(), "电台"}};
      case 12:
        return CheckIn{id<Shelter>(s), 1 + below(20), "北沟村"};
      case 13:
        return Revise<Incident>{id<Incident>(s), {{"title", word("改名")}}};
      case 14:
        return Revise<RiskZone>{id<RiskZone>(s), {{"shape", encode(shape())}}};
      case 15:
        return Retire<Place>{id<Place>(s), "重复"};
      case 16:
        return ReceiveStock{{id<Depot>(s), "沙袋", "条"}, "3100101", Quantity::of(1 + below(500)), "调入"};
      case 17: {
        RoadClosure closure;
        closure.id.uuid = uuid();
        closure.name = word("封路");
        closure.words = "值班电话 13812340006";
        closure.shape = shape();
        return Register<RoadClosure>{closure};
      }
      case 18:
        return OpenRoad{id<RoadClosure>(s), "积水已排"};
      case 19: {
        Sensor sensor;
        sensor.id.uuid = uuid();
        sensor.name = word("雨量站");
        sensor.kind = "rain";
        sensor.unit = "mm";
        sensor.series = "rain 5/" + sensor.id.text();
        if (below(5)) sensor.location = position();
        sensor.thresholds = {{"immediate", Quantity::of(45), Crossing::above, 60, std::nullopt, "13812340007"}};
        sensor.attributes = {{"维护电话", "13812340008"}};
        return Register<Sensor>{sensor};
      }
      default:
        return ReportFigure{id<Incident>(s), {FigureKind::evacuated, below(400), "水务", *moment(), {}, false}};
    }
  }

  Team team() {
    Team t;
    t.id.uuid = uuid();
    t.name = word("救援队");
    t.kind = below(2) ? "flood" : "medical";
    t.capabilities = {"boat", "drainage"};
    t.strength = below(50);
    t.home = position();
    t.contacts = {{"A", "张三", "队长", {"13812340001"}}};
    t.attributes = {{"车牌", word("京A")}, {"联系电话", "13812340002"}, {"备注", "夜间打 13812340003 找值班员"}};
    return t;
  }
  Depot depot() {
    Depot d;
    d.id.uuid = uuid();
    d.name = word("物资库");
    d.location = position();
    d.responsible = {{"A", "李四", "主任", {"010-69641111"}}};
    return d;
  }
  Shelter shelter() {
    Shelter s;
    s.id.uuid = uuid();
    s.name = word("学校");
    s.location = position();
    s.capacity = {{"", 100 + below(900)}};
    s.areaM2 = Quantity{1234500};
    s.status = ShelterStatus::open;
    return s;
  }
  RiskZone riskZone() {
    RiskZone z;
    z.id.uuid = uuid();
    z.name = word("险村");
    z.kind = "village";
    z.colour = RiskColour::orange;
    z.population = below(900);
    z.households = 4711;
    if (below(6)) z.shape = shape();
    z.responsible = {{"B", "王五", "书记", {"13812340004"}}};
    return z;
  }
  Facility facility() {
    Facility f;
    f.id.uuid = uuid();
    f.name = word("医院");
    f.kind = "hospital";
    if (below(5)) f.location = position();
    return f;
  }
  Place place() {
    Place p;
    p.id.uuid = uuid();
    p.name = word("村");
    p.kind = "village";
    p.location = position();
    p.population = below(3000);
    return p;
  }
  Incident incident() {
    Incident i;
    i.id.uuid = uuid();
    i.title = word("山洪");
    i.kind = "flashFlood";
    i.location = position();
    i.note = "报警人 13812340005";
    i.happenedAt = *moment();
    return i;
  }
  Shape shape() {
    Shape s;
    s.kind = static_cast<ShapeKind>(below(3));
    const Position p = position();
    const auto moved = [&](std::int32_t x, std::int32_t y) { return Position{p.lonE7 + x, p.latE7 + y}; };
    switch (s.kind) {
      case ShapeKind::point:
        s.points = {p};
        break;
      case ShapeKind::line:
        s.lines = {{p, moved(20000, 10000), moved(30000, -10000)}};
        break;
      case ShapeKind::area:
        s.areas = {{{p, moved(90000, 0), moved(90000, 90000), moved(0, 90000)},
                    {moved(30000, 30000), moved(30000, 60000), moved(60000, 60000)}}};
        break;
    }
    return s;
  }

  std::int64_t below(std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_); }

 private:
  std::string word(const std::string& stem) { return stem + std::to_string(below(1000000)); }
  Position position() {
    return {static_cast<std::int32_t>(1163000000 + below(8000000)),
            static_cast<std::int32_t>(402000000 + below(8000000))};
  }
  std::optional<Instant> moment() { return Instant{1784500000000 + below(100000000)}; }
  Uuid uuid() {
    Uuid id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random_());
    return id;
  }
  template <class E>
  Id<E> id(const Situation& s) {
    Id<E> found;
    auto skip = s.all<E>().empty() ? 0 : below(static_cast<std::int64_t>(s.all<E>().size()));
    s.all<E>().forEach([&](const Uuid& key, const E&) {
      if (skip-- == 0) found.uuid = key;
    });
    return found;
  }

  std::mt19937 random_;
};

/// The station after @p count of these commands; refusals do not count as failures.
inline void liveThrough(Station& station, RandomCommands& night, int count) {
  for (int i = 0; i < count; ++i) (void)station.execute(night.next(station.situation()), {"值班长", std::nullopt});
}

}  // namespace fengsui
