// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/roads.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace fengsui::demo {
namespace {

constexpr float kLakeCost = 0, kRiverCost = 14, kBrookCost = 2.6F, kRoadCost = 0.55F;

std::string stem(const std::string& zh) {
  for (const char* end : {"街道", "镇", "村"})
    if (zh.ends_with(end)) return zh.substr(0, zh.size() - std::string(end).size());
  return zh;
}

// Ways over the grid that become roads once all of them are known.
class Builder {
 public:
  Builder(const Ground& ground, const Settlements& settlements)
      : ground_(ground),
        all_(settlements),
        way_(settlements.wayFrame),
        cost_(way_, 1),
        finder_(cost_, &settlements.wayHeightsM, 70),
        node_(way_, 0) {
    for (std::size_t cell = 0; cell < cost_.cells.size(); ++cell) {
      const Point at = cost_.centre(cell);
      std::uint8_t wettest = 0;
      const double q = way_.cellM / 4;
      for (const Point part :
           {Point{at.x - q, at.y - q}, Point{at.x + q, at.y - q}, Point{at.x - q, at.y + q}, Point{at.x + q, at.y + q}})
        wettest = std::max(wettest, ground.water.under(part));
      switch (static_cast<Water>(wettest)) {
        case Water::lake:
          cost_.cells[cell] = kLakeCost;
          break;
        case Water::river:
          cost_.cells[cell] = kRiverCost;
          break;
        case Water::stream:
          cost_.cells[cell] = kBrookCost;
          break;
        case Water::none:
          break;
      }
    }
    // Who owned which field decides where a road on the plain goes; nothing else would make it bend.
    for (std::size_t cell = 0; cell < cost_.cells.size(); ++cell) {
      const Point at = cost_.centre(cell);
      cost_.cells[cell] *= 1 + 0.45F * static_cast<float>(rough(ground.wish.seed + 500, at.x / 1500, at.y / 1500, 3));
    }
    terrain_ = cost_;
    for (const River& river : ground.rivers)
      for (const Reach& reach : river.reaches)
        if (reach.areaKm2 >= 12) water_.add(reach.course, 0, reach.widthM());
    for (const Canal& canal : ground.canals) water_.add(canal.course, 0, canal.widthM);
  }

  RoadNetwork build() {
    lines();
    towns();
    villages();
    tracks();
    draw();
    lanes();
    interchanges();
    cutBridges();
    return std::move(out_);
  }

 private:
  struct Way {
    std::vector<std::uint32_t> cells;
    RoadClass kind;
    Name name;
    std::string ref;
  };
  [[nodiscard]] std::uint32_t cellOf(Point at) const {
    return static_cast<std::uint32_t>(
        cost_.index(std::clamp(way_.colOf(at), 0, way_.cols - 1), std::clamp(way_.rowOf(at), 0, way_.rows - 1)));
  }
  [[nodiscard]] Point pointOfCell(std::uint32_t cell) const {
    const auto own = exact_.find(cell);
    return own == exact_.end() ? cost_.centre(cell) : own->second;
  }
  void settleAt(Point at) { exact_.try_emplace(cellOf(at), at); }

  void lines() {
    rails_.add(all_.railway, 0, 12);
    motorways_.add(all_.motorway, 1, 26);
    out_.railways.push_back(all_.railway);
  }

  void towns() {
    StreetPlan city = planStreets(ground_, all_.city, all_.cityRadiusM, true, ground_.wish.seed + 600);
    block(city);
    for (const Point gate : city.gates) enter(gate);
    out_.plans.push_back(std::move(city));
    gatesOf_.resize(all_.towns.size());
    for (std::size_t i = 3; i < all_.towns.size(); ++i) {
      const Settlement& town = all_.towns[i];
      StreetPlan plan = planStreets(ground_, town.at, town.radiusM, false, ground_.wish.seed + 700 + i);
      block(plan);
      for (const Point gate : plan.gates) {
        settleAt(gate);
        gatesOf_[i].push_back(cellOf(gate));
      }
      out_.plans.push_back(std::move(plan));
    }
    // The way out of the district to the west and the south, and each town by the shortest way, the nearest first.
    const double w = ground_.frame().widthM(), h = ground_.frame().heightM();
    toNetwork(cellOf({w * 0.01, all_.city.y + 900}), RoadClass::primary, {"示西路", "Shixi Road"}, "G999");
    toNetwork(cellOf({w * 0.99, all_.city.y + 2500}), RoadClass::primary, {"示东路", "Shidong Road"}, "G999");
    toNetwork(cellOf({all_.city.x + 1500, h * 0.008}), RoadClass::primary, {"示南路", "Shinan Road"}, "G998");
    std::vector<std::size_t> order;
    for (std::size_t i = 3; i < all_.towns.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return distance(all_.towns[a].at, all_.city) < distance(all_.towns[b].at, all_.city);
    });
    int number = 301;
    for (const std::size_t i : order) {
      const std::string name = stem(all_.towns[i].name.zh);
      if (gatesOf_[i].empty()) continue;
      // From the gate that is nearest to the city; the other gates belong to the network from now on.
      std::uint32_t from = gatesOf_[i].front();
      for (const std::uint32_t gate : gatesOf_[i])
        if (distance(pointOfCell(gate), all_.city) < distance(pointOfCell(from), all_.city)) from = gate;
      toNetwork(from, RoadClass::secondary, {name + "路", spelt(name) + " Road"}, "X" + std::to_string(number++));
      for (const std::uint32_t gate : gatesOf_[i]) enter(pointOfCell(gate));
    }
    // From each town on to its neighbours: nobody lives at one road only.
    for (const std::size_t i : order) {
      std::vector<std::size_t> near;
      for (const std::size_t k : order)
        if (k != i) near.push_back(k);
      std::sort(near.begin(), near.end(), [&](std::size_t a, std::size_t b) {
        return distance(all_.towns[a].at, all_.towns[i].at) < distance(all_.towns[b].at, all_.towns[i].at);
      });
      for (std::size_t k = 0; k < std::min<std::size_t>(2, near.size()); ++k)
        if (near[k] > i || k == 0) between(i, near[k]);
    }
    const auto north = cellOf({w * 0.45, h * 0.992});
    toNetwork(north, RoadClass::secondary, {"示北路", "Shibei Road"}, "S197");
  }

  void block(const StreetPlan& plan) {
    for (const Block& one : plan.blocks) {
      const Line ring(one.corners.begin(), one.corners.end());
      double left = 1e18, right = 0, low = 1e18, high = 0;
      for (const Point at : ring) {
        left = std::min(left, at.x);
        right = std::max(right, at.x);
        low = std::min(low, at.y);
        high = std::max(high, at.y);
      }
      for (int row = way_.rowOf({left, low}); row <= way_.rowOf({right, high}); ++row)
        for (int col = way_.colOf({left, low}); col <= way_.colOf({right, high}); ++col)
          if (way_.holds(col, row) && demo::holds(ring, way_.centre(col, row))) cost_.at(col, row) = 0;
    }
    for (const Point gate : plan.gates) cost_.cells[cellOf(gate)] = 1;
  }

  void enter(Point at) {
    settleAt(at);
    node_.cells[cellOf(at)] = 1;
  }

  void add(std::vector<std::uint32_t> cells, RoadClass kind, const Name& name, const std::string& ref) {
    if (cells.size() < 2) return;
    joint_.insert(cells.front());
    joint_.insert(cells.back());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      node_.cells[cells[i]] = 1;
      if (terrain_.cells[cells[i]] > 0) cost_.cells[cells[i]] = std::min(cost_.cells[cells[i]], kRoadCost);
      if (i > 0) edges_.insert(edge(cells[i - 1], cells[i]));
    }
    ways_.push_back({std::move(cells), kind, name, ref});
  }
  static std::uint64_t edge(std::uint32_t a, std::uint32_t b) {
    return static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b);
  }

  bool toNetwork(std::uint32_t from, RoadClass kind, const Name& name, const std::string& ref) {
    if (cost_.cells[from] <= 0) cost_.cells[from] = 1;
    if (node_.cells[from]) return true;
    auto cells = finder_.nearest(from, [&](std::uint32_t cell) { return node_.cells[cell] != 0; });
    const bool found = cells.size() > 1;
    add(std::move(cells), kind, name, ref);
    return found;
  }

  // A way that may use what there is; only what is new becomes a road.
  void between(std::size_t from, std::size_t to) {
    if (gatesOf_[from].empty() || gatesOf_[to].empty()) return;
    std::unordered_set<std::uint32_t> goals(gatesOf_[to].begin(), gatesOf_[to].end());
    std::uint32_t start = gatesOf_[from].front();
    for (const std::uint32_t gate : gatesOf_[from])
      if (distance(pointOfCell(gate), all_.towns[to].at) < distance(pointOfCell(start), all_.towns[to].at))
        start = gate;
    const std::string a = stem(all_.towns[from].name.zh), b = stem(all_.towns[to].name.zh);
    const std::string zh = a.substr(0, 3) + b.substr(0, 3) + "路";
    addNew(finder_.nearest(start, [&](std::uint32_t cell) { return goals.contains(cell); }), RoadClass::tertiary,
           {zh, spelt(zh.substr(0, 6)) + " Road"}, "X" + std::to_string(340 + from));
  }

  void addNew(const std::vector<std::uint32_t>& cells, RoadClass kind, const Name& name, const std::string& ref) {
    std::vector<std::uint32_t> now;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      now.push_back(cells[i]);
      const bool meets = node_.cells[cells[i]] != 0;
      const bool onRoad = i + 1 < cells.size() && edges_.contains(edge(cells[i], cells[i + 1]));
      if (meets && now.size() > 1) {
        add(std::exchange(now, {cells[i]}), kind, name, ref);
      }
      if (onRoad) now.clear();
    }
  }

  void villages() {
    out_.roadOfVillage.resize(all_.villages.size());
    std::vector<std::size_t> order(all_.villages.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    Raster<float> costs;
    Raster<std::int32_t> whose;
    std::vector<std::uint32_t> from;
    for (std::size_t cell = 0; cell < node_.cells.size(); ++cell)
      if (node_.cells[cell]) from.push_back(static_cast<std::uint32_t>(cell));
    finder_.spread(from, costs, whose);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return costs.under(all_.villages[a].at) < costs.under(all_.villages[b].at);
    });
    int number = 401;
    for (const std::size_t i : order) {
      const Settlement& village = all_.villages[i];
      const std::string own = village.name.zh == "西沟村" ? "云西" : stem(village.name.zh);
      const Name name{own + "路", spelt(own) + " Road"};
      settleAt(village.at);
      const double away = static_cast<double>(costs.under(village.at));
      const bool known = node_.cells[cellOf(village.at)] != 0;
      toNetwork(cellOf(village.at), away > 1500 ? RoadClass::tertiary : RoadClass::unclassified, name,
                "Y" + std::to_string(number++));
      joint_.insert(cellOf(village.at));
      enter(village.at);
      out_.roadOfVillage[i] = known ? std::string() : name.zh;
    }
    // On the plain, villages are connected among each other.
    for (std::size_t i = 0; i < all_.villages.size(); ++i) {
      const Settlement& village = all_.villages[i];
      if (village.mountain && mixed(i) % 4 != 0) continue;
      const Settlement* near = nullptr;
      for (const Settlement& other : all_.villages) {
        const double away = distance(other.at, village.at);
        if (&other == &village || away > 3500 || other.at.x < village.at.x) continue;
        if (!near || away < distance(near->at, village.at)) near = &other;
      }
      if (!near) continue;
      const std::uint32_t goal = cellOf(near->at);
      addNew(finder_.nearest(
                 cellOf(village.at), [&](std::uint32_t cell) { return cell == goal; }, 9000),
             RoadClass::unclassified, {}, {});
    }
  }

  void tracks() {
    Chance chance(ground_.wish.seed, 70);
    const double everyM = 2600;
    for (double y = ground_.frame().heightM() * plainShare(ground_.wish); y < ground_.frame().heightM() * 0.97;
         y += everyM)
      for (double x = everyM / 2; x < ground_.frame().widthM(); x += everyM) {
        const Point at{x + chance.between(-900, 900), y + chance.between(-900, 900)};
        const double luck = chance.share();
        if (at.x < 300 || at.y > ground_.frame().heightM() - 300 || at.x > ground_.frame().widthM() - 300) continue;
        if (all_.townOfWay.under(at) < 0 || luck < 0.25 || cost_.under(at) <= 0 || node_.under(at)) continue;
        const bool fire = luck > 0.72;
        toNetwork(cellOf(at), luck < 0.38 ? RoadClass::path : RoadClass::track,
                  fire ? Name{"防火道", "Fire Road"} : Name{}, {});
      }
  }

  // Smooth courses between the places where ways meet.
  void draw() {
    for (const StreetPlan& plan : out_.plans)
      for (const Road& street : plan.streets) drawn_.push_back(street);
    for (const Way& way : ways_) {
      Line line{pointOfCell(way.cells.front())};
      const auto finish = [&] {
        Road road;
        road.kind = way.kind;
        road.name = way.name;
        road.ref = way.ref;
        road.line = rounded(simplified(line, way_.cellM * 0.62), 2);
        if (road.line.size() > 1) drawn_.push_back(std::move(road));
      };
      for (std::size_t i = 1; i < way.cells.size(); ++i) {
        line.push_back(pointOfCell(way.cells[i]));
        if (i + 1 < way.cells.size() && !joint_.contains(way.cells[i])) continue;
        finish();
        line = {line.back()};
      }
    }
  }

  // Each village has a main lane that goes on from its road, with side lanes.
  void lanes() {
    std::unordered_map<std::uint64_t, Point> comesFrom;
    const auto key = [](Point at) {
      return static_cast<std::uint64_t>(std::llround(at.x * 8)) << 32 ^
             static_cast<std::uint64_t>(std::llround(at.y * 8));
    };
    for (const Road& road : drawn_) {
      const auto inward = [&](std::size_t i) { return road.line[std::min(i, road.line.size() - 1)]; };
      comesFrom.try_emplace(key(road.line.front()), inward(2));
      comesFrom.try_emplace(key(road.line.back()), inward(road.line.size() > 2 ? road.line.size() - 3 : 0));
    }
    for (std::size_t i = 0; i < all_.villages.size(); ++i) {
      const Settlement& village = all_.villages[i];
      Lanes lanes;
      lanes.village = static_cast<int>(i);
      const auto from = comesFrom.find(key(village.at));
      double x = 1, y = 0;
      if (from != comesFrom.end() && distance(from->second, village.at) > 1) {
        const double length = distance(from->second, village.at);
        x = (village.at.x - from->second.x) / length;
        y = (village.at.y - from->second.y) / length;
      }
      // On the plain the lanes keep to the points of the compass, so that houses look south.
      if (!village.mountain) {
        const bool east = std::abs(x) > std::abs(y);
        x = east ? (x > 0 ? 1 : -1) : 0;
        y = east ? 0 : (y > 0 ? 1 : -1);
      }
      constexpr double kRow = 46;
      const int rows =
          std::clamp(static_cast<int>(std::sqrt(village.households / (village.mountain ? 2.6 : 5.0))) + 1, 2, 14);
      lanes.main.push_back(village.at);
      for (int row = 1; row <= rows; ++row) {
        const Point at{village.at.x + x * kRow * row, village.at.y + y * kRow * row};
        if (ground_.isWet(at) || ground_.slope(at) > 0.3) break;
        lanes.main.push_back(at);
        const double half = 9.0 + village.households / static_cast<double>(rows) / 4 * 17;
        Line side;
        for (const int sign : {-1, 1}) {
          const Point end{at.x - y * half * sign, at.y + x * half * sign};
          if (!ground_.isWet(end) && ground_.slope(end) < 0.34) {
            if (side.empty() || sign == 1) side.push_back(end);
          }
          if (sign == -1) side.push_back(at);
        }
        if (side.size() > 1) lanes.side.push_back(side);
      }
      Road lane;
      lane.kind = RoadClass::residential;
      lane.line = lanes.main;
      if (lane.line.size() > 1) drawn_.push_back(lane);
      lane.kind = RoadClass::service;
      for (const Line& side : lanes.side) {
        lane.line = side;
        drawn_.push_back(lane);
      }
      out_.lanes.push_back(std::move(lanes));
    }
  }

  // From the motorway down to the road that is nearest, at places that lie apart.
  void interchanges() {
    Road motorway;
    motorway.kind = RoadClass::motorway;
    motorway.name = {"示平高速", "Shiping Expressway"};
    motorway.ref = "S98";
    motorway.line = all_.motorway;
    std::vector<Point> made;
    for (const Point at : all_.motorway) {
      if (at.x < 3000 || at.x > ground_.frame().widthM() - 3000) continue;
      if (std::any_of(made.begin(), made.end(), [&](Point other) { return distance(at, other) < 5200; })) continue;
      Point best{};
      double nearest = 1500;
      for (const Road& road : drawn_) {
        if (road.kind > RoadClass::unclassified) continue;
        for (const Point end : {road.line.front(), road.line.back()})
          if (const double away = distance(end, at); away < nearest && away > 150) {
            nearest = away;
            best = end;
          }
      }
      if (nearest >= 1500) continue;
      made.push_back(at);
      Road link;
      link.kind = RoadClass::motorwayLink;
      const double dx = best.x - at.x, dy = best.y - at.y;
      link.line = rounded({at, {at.x + dx * 0.4 - dy * 0.25, at.y + dy * 0.4 + dx * 0.25}, best}, 3);
      drawn_.push_back(std::move(link));
    }
    drawn_.push_back(std::move(motorway));
  }

  void cutBridges() {
    int underpasses = 0;
    for (const Road& road : drawn_) {
      struct Span {
        double from, to;
        bool tunnel;
        Point at;
      };
      std::vector<Span> spans;
      const double length = lengthM(road.line);
      const bool wide = road.kind <= RoadClass::tertiary;
      for (const auto& crossing : water_.crossings(road.line)) {
        const double half = crossing.widthM / 2 + 14;
        spans.push_back({crossing.alongM - half, crossing.alongM + half, false, crossing.at});
      }
      for (const auto& crossing : rails_.crossings(road.line)) {
        // Wide roads dive under the railway, the motorway goes over it; lanes cross on the level.
        if (road.kind == RoadClass::motorway) {
          spans.push_back({crossing.alongM - 60, crossing.alongM + 60, false, crossing.at});
        } else if (wide) {
          spans.push_back({crossing.alongM - 32, crossing.alongM + 32, true, crossing.at});
        }
      }
      if (road.kind != RoadClass::motorway && road.kind != RoadClass::motorwayLink)
        for (const auto& crossing : motorways_.crossings(road.line))
          spans.push_back({crossing.alongM - 28, crossing.alongM + 28, true, crossing.at});
      std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
      double done = 0;
      const auto piece = [&](double from, double to, bool bridge, bool tunnel) {
        if (to - from < 0.5) return;
        Road one = road;
        one.line = from <= 0 && to >= length ? road.line : part(road.line, from, to);
        one.bridge = bridge;
        one.tunnel = tunnel;
        if (tunnel) one.maxHeightM = 4.5;
        if (bridge && road.kind >= RoadClass::unclassified) one.maxWeightT = road.kind >= RoadClass::track ? 8 : 15;
        if (one.line.size() > 1) out_.roads.push_back(std::move(one));
      };
      for (const Span& span : spans) {
        const double from = std::max({span.from, done, 0.0}), to = std::min(span.to, length);
        if (to - from < 4) continue;
        piece(done, from, false, false);
        piece(from, to, !span.tunnel, span.tunnel);
        done = to;
        if (span.tunnel && wide) {
          ++underpasses;
          const std::string own = road.name.zh.empty() ? "便道" : road.name.zh;
          out_.underpasses.push_back({{own + "下凹桥", spelt(own) + " underpass"}, span.at});
        }
      }
      piece(done, length, false, false);
    }
  }

  const Ground& ground_;
  const Settlements& all_;
  Frame way_;
  StepCost cost_, terrain_;
  Wayfinder finder_;
  Raster<std::uint8_t> node_;
  std::unordered_map<std::uint32_t, Point> exact_;
  std::unordered_set<std::uint32_t> joint_;
  std::unordered_set<std::uint64_t> edges_;
  std::vector<std::vector<std::uint32_t>> gatesOf_;
  std::vector<Way> ways_;
  std::vector<Road> drawn_;
  Segments water_, rails_, motorways_;
  RoadNetwork out_;
};

}  // namespace

RoadNetwork buildRoads(const Ground& ground, const Settlements& settlements) {
  return Builder(ground, settlements).build();
}

}  // namespace fengsui::demo
