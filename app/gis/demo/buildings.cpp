// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "gis/demo/chance.h"
#include "gis/demo/land.h"

namespace fengsui::demo {
namespace {

// Spreads persons over houses by floor space, so that the sum is right.
void house(std::vector<Building>& all, std::size_t first, const std::vector<double>& space, std::int64_t persons) {
  double total = 0;
  for (const double one : space) total += one;
  if (total <= 0) return;
  double sum = 0;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < space.size(); ++i) {
    sum += space[i];
    const auto upTo = static_cast<std::int64_t>(static_cast<double>(persons) * (sum / total) + 0.5);
    all[first + i].population = static_cast<int>(upTo - given);
    given = upTo;
  }
}

class Builder {
 public:
  Builder(const Ground& ground, const Settlements& settlements, const RoadNetwork& roads)
      : ground_(ground), all_(settlements), roads_(roads), chance_(ground.wish.seed, 80) {
    for (const Road& road : roads.roads)
      if (road.kind <= RoadClass::unclassified && road.kind != RoadClass::residential) near_.add(road.line, 0, 9);
    for (const Line& rail : roads.railways) near_.add(rail, 0, 14);
    for (const Canal& canal : ground.canals) near_.add(canal.course, 0, canal.widthM + 8);
    for (const River& river : ground.rivers)
      for (const Reach& reach : river.reaches) near_.add(reach.course, 0, reach.widthM() + 6);
  }

  Buildings make() {
    city();
    for (std::size_t i = 3; i < all_.towns.size(); ++i) town(i);
    for (const Lanes& lanes : roads_.lanes) village(lanes);
    return std::move(out_);
  }

 private:
  static Point inside(const Block& block, double s, double t) {
    const auto& c = block.corners;
    const Point low{c[0].x + (c[1].x - c[0].x) * s, c[0].y + (c[1].y - c[0].y) * s};
    const Point high{c[3].x + (c[2].x - c[3].x) * s, c[3].y + (c[2].y - c[3].y) * s};
    return {low.x + (high.x - low.x) * t, low.y + (high.y - low.y) * t};
  }

  [[nodiscard]] BlockUse useOf(const Block& block, bool city) {
    const double luck = chance_.share();
    if (!city)
      return luck < 0.06   ? BlockUse::school
             : luck < 0.12 ? BlockUse::park
             : luck < 0.24 ? BlockUse::commercial
                           : BlockUse::residential;
    const Point middle = inside(block, 0.5, 0.5);
    const double r = all_.cityRadiusM;
    if (middle.x > all_.city.x + r * 0.55 && middle.y < all_.city.y + r * 0.1)
      return luck < 0.8 ? BlockUse::industrial : BlockUse::commercial;
    if (luck < 0.06) return BlockUse::park;
    if (luck < 0.11) return BlockUse::school;
    if (luck < 0.125) return BlockUse::hospital;
    if (luck < (block.fromCentre < 0.3 ? 0.55 : 0.19)) return BlockUse::commercial;
    return BlockUse::residential;
  }

  // @param lotM how wide a building stands; @return the floor space in which people live.
  void fill(const Block& block, BlockUse use, double lotM, int lowest, int highest, std::vector<double>& space) {
    const auto& c = block.corners;
    const double east = distance(c[0], c[1]), north = distance(c[0], c[3]);
    const double deep = use == BlockUse::industrial ? lotM * 1.2 : lotM * 0.72;
    const int across = std::max(1, static_cast<int>((east - 24) / lotM));
    const int along = std::max(1, static_cast<int>((north - 24) / deep));
    const double insetS = 14 / east, insetT = 14 / north;
    for (int j = 0; j < along; ++j)
      for (int i = 0; i < across; ++i) {
        const double luck = chance_.share();
        const double wide = chance_.between(0.56, 0.84), tall = chance_.between(0.34, 0.56);
        const int levels = lowest + static_cast<int>(chance_.share() * chance_.share() * (highest - lowest + 0.99));
        if (luck < 0.1) continue;
        const double unitS = (1 - 2 * insetS) / across, unitT = (1 - 2 * insetT) / along;
        const double s0 = insetS + unitS * (i + (1 - wide) / 2), s1 = s0 + unitS * wide;
        const double t0 = insetT + unitT * (j + (1 - tall) / 2), t1 = t0 + unitT * tall;
        Building one{
            {inside(block, s0, t0), inside(block, s1, t0), inside(block, s1, t1), inside(block, s0, t1)}, levels, 0};
        const Point middle = inside(block, (s0 + s1) / 2, (t0 + t1) / 2);
        if (near_.nearest(middle, lotM * 0.5)) continue;
        out_.all.push_back(one);
        const double area = distance(one.corners[0], one.corners[1]) * distance(one.corners[1], one.corners[2]);
        space.push_back(use == BlockUse::residential ? area * levels : 0);
      }
  }

  void city() {
    // The three streets of the city share its blocks by whose middle is nearest.
    std::array<std::vector<Buildings::Lot>, 3> lots;
    for (const Block& block : roads_.plans.front().blocks) {
      int nearest = 0;
      for (int i = 1; i < 3; ++i)
        if (distance(inside(block, 0.5, 0.5), all_.towns[static_cast<std::size_t>(i)].at) <
            distance(inside(block, 0.5, 0.5), all_.towns[static_cast<std::size_t>(nearest)].at))
          nearest = i;
      lots[static_cast<std::size_t>(nearest)].push_back({block, useOf(block, true), nearest});
    }
    for (std::size_t i = 0; i < lots.size(); ++i) {
      const std::size_t first = out_.all.size();
      std::vector<double> space;
      for (const Buildings::Lot& lot : lots[i]) {
        const double f = lot.block.fromCentre;
        const int high = f < 0.35 ? 22 : f < 0.75 ? 17 : 7;
        switch (lot.use) {
          case BlockUse::residential:
            fill(lot.block, lot.use, f < 0.8 ? 62 : 40, f < 0.75 ? 6 : 2, high, space);
            break;
          case BlockUse::commercial:
            fill(lot.block, lot.use, 76, 3, f < 0.35 ? 26 : 9, space);
            break;
          case BlockUse::industrial:
            fill(lot.block, lot.use, 92, 1, 2, space);
            break;
          case BlockUse::school:
          case BlockUse::hospital:
            fill(lot.block, lot.use, 96, 3, 8, space);
            break;
          case BlockUse::park:
            break;
        }
        out_.lots.push_back(lot);
      }
      houseAll(first, space, all_.towns[i]);
    }
  }

  void town(std::size_t i) {
    const std::size_t first = out_.all.size();
    std::vector<double> space;
    for (const Block& block : roads_.plans[i - 2].blocks) {
      const BlockUse use = useOf(block, false);
      if (use != BlockUse::park)
        fill(block, use, all_.towns[i].mountain ? 26 : 34, 1, all_.towns[i].mountain ? 4 : 6, space);
      out_.lots.push_back({block, use, static_cast<int>(i)});
    }
    houseAll(first, space, all_.towns[i]);
  }

  void houseAll(std::size_t first, std::vector<double>& space, const Settlement& settlement) {
    // Nowhere to build: one house stands where the place is.
    if (space.empty()) {
      const Point m{settlement.at.x + 14, settlement.at.y + 12};
      out_.all.push_back({{Point{m.x - 6, m.y - 4}, {m.x + 6, m.y - 4}, {m.x + 6, m.y + 4}, {m.x - 6, m.y + 4}}, 1, 0});
      space.push_back(96);
    }
    // Only shops and schools: people live in them.
    if (std::all_of(space.begin(), space.end(), [](double one) { return one <= 0; }))
      std::fill(space.begin(), space.end(), 1.0);
    house(out_.all, first, space, settlement.population);
  }

  void village(const Lanes& lanes) {
    const Settlement& village = all_.villages[static_cast<std::size_t>(lanes.village)];
    const std::size_t first = out_.all.size();
    std::vector<double> space;
    const auto along = [&](const Line& lane, double farM) {
      const double length = lengthM(lane);
      const Point a = lane.front(), b = lane.back();
      const double x = (b.x - a.x) / length, y = (b.y - a.y) / length;
      for (double here = 9; here < length - 4; here += 16.5)
        for (const int side : {-1, 1}) {
          if (static_cast<int>(space.size()) >= village.households) return;
          const double off = side * (farM + chance_.between(0, 1.5));
          const double half = chance_.between(4.6, 6.6), deep = chance_.between(3.4, 4.6);
          const Point m{a.x + x * here - y * off, a.y + y * here + x * off};
          if (ground_.isWet(m) || ground_.slope(m) > 0.36 || near_.nearest(m, 6.5)) continue;
          const auto corner = [&](double u, double v) { return Point{m.x + x * u - y * v, m.y + y * u + x * v}; };
          const int levels = chance_.share() < 0.22 ? 2 : 1;
          out_.all.push_back(
              {{corner(-half, -deep), corner(half, -deep), corner(half, deep), corner(-half, deep)}, levels, 0});
          space.push_back(4 * half * deep * levels);
        }
    };
    for (const Line& side : lanes.side) along(side, 10.5);
    along(lanes.main, 10.5);
    houseAll(first, space, village);
  }

  const Ground& ground_;
  const Settlements& all_;
  const RoadNetwork& roads_;
  Chance chance_;
  Segments near_;
  Buildings out_;
};

}  // namespace

Buildings build(const Ground& ground, const Settlements& settlements, const RoadNetwork& roads) {
  return Builder(ground, settlements, roads).make();
}

}  // namespace fengsui::demo
