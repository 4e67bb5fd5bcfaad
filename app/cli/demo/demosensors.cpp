// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demosensors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "gis/demo/chance.h"
#include "journal/series.h"

// Everything here is invented; the kinds of threshold are those of a district, their figures are nobody's.

namespace fengsui::demo {
namespace {

constexpr std::size_t kRainGauges = 76, kRiverGauges = 18;
const std::string kWhose = "示范数值，未核";

Threshold threshold(const char* level, double value, std::int64_t overMinutes = 0, std::optional<double> until = {}) {
  const auto exact = [](double number) { return Quantity{static_cast<std::int64_t>(std::floor(number * 1000 + 0.5))}; };
  Threshold out;
  out.level = level;
  out.value = exact(value);
  out.overMinutes = overMinutes;
  if (until) out.until = exact(*until);
  out.source = kWhose;
  return out;
}

class Gauging {
 public:
  Gauging(Station& station, const DemoDistrict& district, Instant start)
      : station_(station),
        d_(district),
        start_(start),
        storm_(district),
        scale_(static_cast<std::size_t>(d_.ground.wish.scale)) {}

  Outcome all() {
    rain();
    rivers();
    reservoirs();
    streets();
    if (!result_) return result_;
    auto store = SeriesStore::open(station_.files());
    if (!store) return failure(store.error());
    return store->append(readings_);
  }

 private:
  template <class Entity>
  void put(Entity entity) {
    if (!result_) return;
    if (const auto done = station_.execute(Register<Entity>{std::move(entity)}, author_); !done)
      result_ = failure(done.error());
  }
  void put(Sensor sensor, const std::vector<Sample>& samples) {
    sensor.id.uuid = Uuid::v7(systemNow());
    for (const Sample& one : samples)
      readings_.push_back(
          {sensor.series, sensor.unit, {start_.plusMs(one.minute * 60'000LL), one.value, std::nullopt}});
    put(std::move(sensor));
  }
  [[nodiscard]] const std::string& townName(int town) const {
    return d_.settlements.towns[static_cast<std::size_t>(town)].name.zh;
  }
  [[nodiscard]] std::vector<Uuid> zoneNamed(const std::string& name, const char* kind) const {
    std::vector<Uuid> out;
    station_.situation().riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
      if (zone.kind == kind && zone.name == name) out.push_back(id);
    });
    return out;
  }

  // One in each town, one in each village at risk while there are gauges left. Each watches the villages and slopes
  // that are nearer to it than to any other.
  void rain() {
    struct Gauge {
      std::string place;
      std::string town;
      Point at;
      std::vector<Uuid> watches;
    };
    std::vector<Gauge> gauges;
    for (const Settlement& town : d_.settlements.towns)
      gauges.push_back({town.name.zh, town.name.zh, {town.at.x - 180, town.at.y + 140}, {}});
    std::set<std::string> atRisk;
    station_.situation().riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
      if (zone.kind == "village") atRisk.insert(zone.name);
    });
    for (const Settlement& village : d_.settlements.villages)
      if (gauges.size() < kRainGauges * scale_ && atRisk.erase(village.name.zh) > 0)
        gauges.push_back({village.name.zh, townName(village.town), {village.at.x - 60, village.at.y + 90}, {}});
    station_.situation().riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
      if ((zone.kind != "village" && zone.kind != "geological") || !zone.shape) return;
      const auto anchor = anchorOf(*zone.shape);
      if (!anchor) return;
      const Point at = pointOf(*anchor);
      if (zone.kind == "village") villages_.emplace_back(id, at);
      const auto nearest = std::min_element(gauges.begin(), gauges.end(), [&](const Gauge& a, const Gauge& b) {
        return distance(a.at, at) < distance(b.at, at);
      });
      nearest->watches.push_back(id);
    });
    std::size_t n = 0;
    for (const Gauge& gauge : gauges) {
      Sensor sensor;
      sensor.key = "YL" + std::to_string(10001 + n++);
      sensor.name = gauge.place + "雨量站";
      sensor.kind = "rain";
      sensor.unit = "mm";
      sensor.series = "rain 5/" + gauge.place;
      sensor.owner = n <= d_.settlements.towns.size() ? "区气象局" : "区水务局";
      sensor.town = gauge.town;
      sensor.location = positionOf(gauge.at);
      sensor.thresholds = {threshold("prepare", 100, 1440), threshold("prepare", 60, 180),
                           threshold("prepare", 30, 60),    threshold("immediate", 150, 1440),
                           threshold("immediate", 80, 180), threshold("immediate", 45, 60)};
      sensor.watches = gauge.watches;
      put(std::move(sensor), storm_.rain(gauge.at));
    }
  }

  [[nodiscard]] const Settlement& nearestTown(Point at) const {
    return *std::min_element(
        d_.settlements.towns.begin(), d_.settlements.towns.end(),
        [&](const Settlement& a, const Settlement& b) { return distance(a.at, at) < distance(b.at, at); });
  }

  // Where a river with a name passes a town, and the largest brooks of villages at risk; the reach is a zone of its
  // own, so that plans know it by its name.
  void rivers() {
    std::size_t made = 0;
    std::set<std::string> names;
    for (const bool mouths : {false, true})
      for (const River& river : d_.ground.rivers) {
        if (river.name.zh.empty()) continue;
        const std::size_t last = river.reaches.size() - 1;
        for (const std::size_t reach :
             mouths ? std::vector<std::size_t>{last} : std::vector<std::size_t>{last / 3, 2 * last / 3}) {
          if (made >= kRiverGauges * scale_) return;
          const Line& course = river.reaches[reach].course;
          const Point at = course[course.size() / 2];
          if (d_.townAt(at) < 0) continue;
          std::string town = nearestTown(at).name.zh;
          const std::string owner = town;
          for (const char* end : {"街道", "镇"})
            if (town.ends_with(end)) town.resize(town.size() - std::string(end).size());
          const std::string name = river.name.zh + town + "段";
          if (!names.insert(name).second) continue;
          riverGauge(river, reach, at, name, owner);
          ++made;
        }
      }
  }

  void riverGauge(const River& river, std::size_t reach, Point at, const std::string& name, const std::string& town) {
    RiskZone zone;
    zone.id.uuid = Uuid::v7(systemNow());
    zone.name = name;
    zone.kind = "river";
    zone.town = town;
    std::vector<Position> course;
    for (std::size_t i = reach > 0 ? reach - 1 : 0; i <= std::min(reach + 1, river.reaches.size() - 1); ++i)
      for (const Point one : river.reaches[i].course)
        if (const Position position = positionOf(one); course.empty() || !(course.back() == position))
          course.push_back(position);
    zone.shape = Shape{ShapeKind::line, {}, {course}, {}};
    Sensor sensor;
    sensor.watches.push_back(zone.id.uuid);
    put(std::move(zone));
    // Villages at risk by the water are told by it too.
    for (const auto& [id, where] : villages_)
      if (distance(where, at) < 2500) sensor.watches.push_back(id);
    const double bedM = std::floor(d_.ground.heightM(at) * 10) / 10 - 1;
    const Storm::Banks banks = Storm::banksOf(river.reaches[reach]);
    sensor.key = "SW" + std::to_string(20001 + ++rivers_);
    sensor.name = name + "水位站";
    sensor.kind = "riverLevel";
    sensor.unit = "m";
    sensor.series = "level/" + name;
    sensor.owner = "区水文站";
    sensor.town = town;
    sensor.location = positionOf(at);
    sensor.thresholds = {threshold("warningLevel", bedM + banks.warningM),
                         threshold("guaranteedLevel", bedM + banks.guaranteedM)};
    put(std::move(sensor), storm_.riverLevel(river, reach, bedM));
  }

  void reservoirs() {
    std::size_t n = 0;
    for (const Reservoir& reservoir : d_.ground.reservoirs) {
      const int town = d_.townAt(reservoir.at);
      if (town < 0) continue;
      const double limitM = std::floor((reservoir.levelM - 1.2) * 10) / 10;
      Sensor sensor;
      sensor.key = "SK" + std::to_string(30001 + n++);
      sensor.name = reservoir.name.zh + "水位站";
      sensor.kind = "reservoirLevel";
      sensor.unit = "m";
      sensor.series = "level/" + reservoir.name.zh;
      sensor.owner = "区水务局";
      sensor.town = townName(town);
      sensor.location = positionOf(reservoir.at);
      sensor.thresholds = {threshold("limitLevel", limitM), threshold("designLevel", limitM + 1.8),
                           threshold("checkLevel", limitM + 2.6)};
      sensor.watches = zoneNamed(reservoir.name.zh, "reservoir");
      put(std::move(sensor), storm_.reservoirLevel(reservoir, limitM));
    }
  }

  // Below bridges and at ponding points: turned back at 15 cm, closed at 27 until it is gone.
  void streets() {
    Chance chance(d_.ground.wish.seed, 77);
    std::vector<std::pair<const RiskZone*, Uuid>> zones;
    const Situation situation = station_.situation();
    situation.riskZones.forEach([&](const Uuid& id, const RiskZone& zone) {
      if (zone.kind == "underpass" || zone.kind == "ponding") zones.emplace_back(&zone, id);
    });
    std::sort(zones.begin(), zones.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first->kind, a.first->name) < std::tie(b.first->kind, b.first->name);
    });
    std::size_t n = 0;
    for (const auto& [zone, id] : zones) {
      const auto anchor = zone->shape ? anchorOf(*zone->shape) : std::nullopt;
      if (!anchor) continue;
      const bool underpass = zone->kind == "underpass";
      Sensor sensor;
      sensor.key = "JS" + std::to_string(40001 + n++);
      sensor.name = zone->name + (zone->name.ends_with("积水点") ? "监测点" : "积水监测点");
      sensor.kind = "waterDepth";
      sensor.unit = "cm";
      sensor.series = "depth/" + zone->name;
      sensor.owner = underpass ? "区排水集团" : "区城管委";
      sensor.town = zone->town;
      sensor.location = *anchor;
      sensor.thresholds = {threshold("turnBack", 15, 0, 10), threshold("closed", 27, 0, 0)};
      sensor.watches = {id};
      const double gain = underpass ? chance.between(2.4, 5.2) : chance.between(1.2, 2.6);
      put(std::move(sensor), zone->name == "铁路东桥" ? toldDepth() : storm_.depth(pointOf(*anchor), gain));
    }
  }

  Station& station_;
  const DemoDistrict& d_;
  Instant start_;
  Storm storm_;
  std::size_t scale_;
  const Author author_{"示范", std::nullopt};
  Outcome result_;
  std::vector<SeriesReading> readings_;
  std::vector<std::pair<Uuid, Point>> villages_;  ///< at risk
  int rivers_ = 0;
};

}  // namespace

Outcome placeSensors(Station& station, const DemoDistrict& district, Instant start) {
  return Gauging(station, district, start).all();
}

}  // namespace fengsui::demo
