// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/settlements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "gis/demo/segments.h"

namespace fengsui::demo {
namespace {

// Keeps places apart.
class Apart {
 public:
  [[nodiscard]] bool free(Point at, double metres) const {
    const int reach = static_cast<int>(metres / kCellM) + 1;
    const int col0 = static_cast<int>(at.x / kCellM), row0 = static_cast<int>(at.y / kCellM);
    for (int row = row0 - reach; row <= row0 + reach; ++row)
      for (int col = col0 - reach; col <= col0 + reach; ++col)
        if (const auto found = cells_.find(key(col, row)); found != cells_.end())
          for (const Point other : found->second)
            if (distance(at, other) < metres) return false;
    return true;
  }
  void take(Point at) { cells_[key(static_cast<int>(at.x / kCellM), static_cast<int>(at.y / kCellM))].push_back(at); }

 private:
  static constexpr double kCellM = 1000;
  static std::int64_t key(int col, int row) { return static_cast<std::int64_t>(col) * 1'000'000 + row; }
  std::unordered_map<std::int64_t, std::vector<Point>> cells_;
};

struct Spot {
  double score;
  Point at;
  bool mountain;
  double slope;
  double brookKm2;
};

class Settler {
 public:
  Settler(const Ground& ground, PlaceNames& names) : ground_(ground), names_(names), chance_(ground.wish.seed, 50) {}

  Settlements settle() {
    Frame& way = out_.wayFrame;
    way = {ground_.frame().cols / 2, ground_.frame().rows / 2, ground_.frame().cellM * 2};
    out_.wayHeightsM = Raster<float>(way);
    for (std::size_t cell = 0; cell < out_.wayHeightsM.cells.size(); ++cell)
      out_.wayHeightsM.cells[cell] = static_cast<float>(ground_.heightM(out_.wayHeightsM.centre(cell)));
    placeCity();
    placeTowns();
    divide();
    placeVillages();
    return std::move(out_);
  }

 private:
  [[nodiscard]] double largestBrook(Point at, int reach) const {
    float best = 0;
    const int col0 = ground_.frame().colOf(at), row0 = ground_.frame().rowOf(at);
    for (int row = row0 - reach; row <= row0 + reach; ++row)
      for (int col = col0 - reach; col <= col0 + reach; ++col)
        if (ground_.frame().holds(col, row)) best = std::max(best, ground_.drainage.areaM2.at(col, row));
    return static_cast<double>(best) / 1e6;
  }
  [[nodiscard]] bool mountainous(Point at) const {
    double low = 1e9, high = 0;
    for (const Neighbour& n : kNeighbours) {
      const double height = ground_.heightM({at.x + 700.0 * n.col, at.y + 700.0 * n.row});
      low = std::min(low, height);
      high = std::max(high, height);
    }
    return high - low > 60;
  }
  [[nodiscard]] bool wetAround(Point at, double metres) const {
    if (ground_.isWet(at)) return true;
    for (const Neighbour& n : kNeighbours)
      if (ground_.isWet({at.x + metres * n.col / n.length, at.y + metres * n.row / n.length})) return true;
    return false;
  }

  // Flat ground on most sides: there is room for streets.
  [[nodiscard]] bool roomy(Point at) const {
    int flat = 0;
    for (const Neighbour& n : kNeighbours)
      for (const double away : {180.0, 330.0})
        if (const Point there{at.x + away * n.col / n.length, at.y + away * n.row / n.length};
            ground_.slope(there) < 0.1 && !ground_.isWet(there))
          ++flat;
    return flat >= 10;
  }

  void placeCity() {
    const Frame& frame = ground_.frame();
    const double factor = frame.widthM() / 40'080;
    const double share = plainShare(ground_.wish) * 0.52;
    Point best{frame.widthM() * 0.5, frame.heightM() * share};
    double nearest = 1e18;
    // By the largest river that passes the middle of the plain.
    for (const River& river : ground_.rivers) {
      if (river.areaKm2 < 100 * factor * factor && !ground_.wish.small) break;
      for (const Point at : river.course()) {
        const double away = distance(at, {frame.widthM() * 0.5, frame.heightM() * share});
        if (away < nearest) {
          nearest = away;
          best = {at.x + 900, at.y - 500};
        }
      }
    }
    out_.city = best;
    out_.cityRadiusM =
        ground_.wish.small ? 1500 : 3300 * std::sqrt(static_cast<double>(std::min(ground_.wish.scale, 10)));
    const double r = out_.cityRadiusM * 0.5;
    const std::array<std::pair<Name, Point>, 3> streets{
        std::pair{Name{"河湾街道", "Hewan Subdistrict"}, Point{best.x - r, best.y - r * 0.5}},
        std::pair{Name{"北苑街道", "Beiyuan Subdistrict"}, Point{best.x + r * 0.4, best.y + r}},
        std::pair{Name{"城南街道", "Chengnan Subdistrict"}, Point{best.x + r * 0.9, best.y - r * 0.7}}};
    const std::array population{62'000, 48'000, 39'000};
    for (std::size_t i = 0; i < streets.size(); ++i) {
      Settlement one;
      one.kind = SettlementKind::street;
      one.name = names_.given(streets[i].first.zh, streets[i].first.en);
      one.at = streets[i].second;
      one.town = static_cast<int>(i);
      one.population = population[i];
      one.radiusM = out_.cityRadiusM * 0.5;
      out_.towns.push_back(one);
    }
    apart_.take(best);
    layLines();
  }

  void layLines() {
    const double w = ground_.frame().widthM(), r = out_.cityRadiusM;
    const Point c = out_.city;
    const auto course = [&](const Line& through) { return rounded(through, 5); };
    out_.railway = course({{0, c.y + r * 1.5},
                           {c.x - r * 2.4, c.y + r * 0.9},
                           {c.x - r * 0.9, c.y - r * 0.38},
                           {c.x + r * 0.2, c.y - r * 0.55},
                           {c.x + r * 1.5, c.y - r * 0.2},
                           {c.x + r * 3.4, c.y + r * 0.7},
                           {w, c.y + r * 0.5}});
    out_.motorway = course({{0, c.y - r * 0.7},
                            {c.x - r * 2.2, c.y - r * 1.5},
                            {c.x - r * 0.4, c.y - r * 1.62},
                            {c.x + r * 1.4, c.y - r * 1.3},
                            {c.x + r * 2.6, c.y - r * 0.2},
                            {c.x + r * 3.6, c.y + r * 0.2},
                            {w, c.y - r * 0.5}});
    lines_.add(out_.railway, 0);
    lines_.add(out_.motorway, 1);
  }

  // Spots where a town or a village may stand, the best first.
  [[nodiscard]] std::vector<Spot> spots(double everyM, double marginShare, double lowestKm2, double steepest,
                                        int reach) {
    std::vector<Spot> out;
    const Frame& frame = ground_.frame();
    const double left = frame.widthM() * marginShare;
    for (double y = frame.heightM() * 0.06; y < frame.heightM() * 0.92; y += everyM)
      for (double x = left; x < frame.widthM() - left; x += everyM) {
        const Point at{x + everyM * chance_.between(-0.45, 0.45), y + everyM * chance_.between(-0.45, 0.45)};
        const double luck = chance_.share();
        if (ground_.slope(at) > steepest || ground_.isWet(at)) continue;
        const bool mountain = mountainous(at);
        const double brook = largestBrook(at, reach);
        if (mountain && brook < lowestKm2) continue;
        if (wetAround(at, 130)) continue;
        out.push_back({luck, at, mountain, ground_.slope(at), brook});
      }
    std::sort(out.begin(), out.end(), [](const Spot& a, const Spot& b) { return a.score > b.score; });
    return out;
  }

  void placeTowns() {
    const int times = ground_.wish.scale;
    int mountain = ground_.wish.small ? 2 : 7 * times, plain = ground_.wish.small ? 1 : 6 * times;
    std::vector<Spot> all = spots(500, 0.13, ground_.wish.small ? 6 : 18, 0.09, 6);
    const double apartM = ground_.wish.small ? 3000 : 5600;
    std::vector<Spot> chosen;
    for (const Spot& spot : all) {
      int& left = spot.mountain ? mountain : plain;
      if (left == 0 || !apart_.free(spot.at, apartM) || distance(spot.at, out_.city) < out_.cityRadiusM + 2600)
        continue;
      if (lines_.nearest(spot.at, 1500) || !roomy(spot.at)) continue;
      apart_.take(spot.at);
      chosen.push_back(spot);
      --left;
    }
    // The places of the evening's story come first: two towns up the valleys, one at the foot, one on the plain.
    const auto take = [&](const char* zh, const char* en, auto better) {
      const Spot* best = nullptr;
      for (const Spot& spot : chosen)
        if (spot.score >= 0 && (!best || better(spot, *best))) best = &spot;
      if (!best) return;
      addTown(*best, names_.given(zh, en));
      chosen[static_cast<std::size_t>(best - chosen.data())].score = -1;
    };
    const Point c = out_.city;
    const auto up = [&](const Spot& spot, double wish) {
      return (spot.mountain ? 0 : 1e6) + distance(spot.at, {wish, ground_.frame().heightM() * 0.68});
    };
    const double w = ground_.frame().widthM();
    take("云岭镇", "Yunling Town", [&](const Spot& a, const Spot& b) { return up(a, w * 0.3) < up(b, w * 0.3); });
    take("石门镇", "Shimen Town", [&](const Spot& a, const Spot& b) { return up(a, w * 0.62) < up(b, w * 0.62); });
    const Point foot{w * 0.8, ground_.frame().heightM() * (plainShare(ground_.wish) + 0.06)};
    take("东山镇", "Dongshan Town", [&](const Spot& a, const Spot& b) {
      return (a.mountain ? 0 : 1e6) + distance(a.at, foot) < (b.mountain ? 0 : 1e6) + distance(b.at, foot);
    });
    take("柳林镇", "Liulin Town", [&](const Spot& a, const Spot& b) {
      return (a.mountain ? 1e6 : 0) + distance(a.at, c) < (b.mountain ? 1e6 : 0) + distance(b.at, c);
    });
    for (const Spot& spot : chosen)
      if (spot.score >= 0) addTown(spot, names_.town(spot.mountain));
  }

  void addTown(const Spot& spot, const Name& name) {
    Settlement one;
    one.kind = SettlementKind::town;
    one.name = name;
    one.at = spot.at;
    one.town = static_cast<int>(out_.towns.size());
    one.mountain = spot.mountain;
    one.slope = spot.slope;
    one.brookKm2 = spot.brookKm2;
    one.population = spot.mountain ? 3200 + chance_.below(4200) : 9000 + chance_.below(11'000);
    one.radiusM = spot.mountain ? chance_.between(330, 520) : chance_.between(650, 1000);
    out_.towns.push_back(one);
  }

  // Every place belongs to the town that is easiest to reach; what is nearer to the edge belongs to the neighbours.
  void divide() {
    StepCost cost(out_.wayFrame, 1);
    for (std::size_t cell = 0; cell < cost.cells.size(); ++cell) {
      const Point at = cost.centre(cell);
      cost.cells[cell] =
          ground_.isWet(at)
              ? 5
              : 1 + 0.6F * static_cast<float>(rough(ground_.wish.seed + 510, at.x / 1300, at.y / 1300, 3));
    }
    Wayfinder finder(cost, &out_.wayHeightsM, 45);
    std::vector<std::uint32_t> seeds;
    for (const Settlement& town : out_.towns)
      seeds.push_back(
          static_cast<std::uint32_t>(cost.index(out_.wayFrame.colOf(town.at), out_.wayFrame.rowOf(town.at))));
    const int every = std::max(8, out_.wayFrame.cols / 16);
    const auto strange = [&](int col, int row) { seeds.push_back(static_cast<std::uint32_t>(cost.index(col, row))); };
    for (int col = every / 2; col < out_.wayFrame.cols; col += every) {
      strange(std::min(out_.wayFrame.cols - 1, col + chance_.below(every / 2)), 1);
      strange(std::min(out_.wayFrame.cols - 1, col + chance_.below(every / 2)), out_.wayFrame.rows - 2);
    }
    for (int row = every / 2; row < out_.wayFrame.rows; row += every) {
      strange(1, std::min(out_.wayFrame.rows - 1, row + chance_.below(every / 2)));
      strange(out_.wayFrame.cols - 2, std::min(out_.wayFrame.rows - 1, row + chance_.below(every / 2)));
    }
    Raster<float> costs;
    finder.spread(seeds, costs, out_.townOfWay);
    for (std::int32_t& whose : out_.townOfWay.cells)
      if (whose >= static_cast<std::int32_t>(out_.towns.size())) whose = -1;
  }

  void placeVillages() {
    const int times = ground_.wish.scale;
    int mountain = ground_.wish.small ? 26 : 190 * times, plain = ground_.wish.small ? 14 : 120 * times;
    Apart apart;
    for (const Settlement& town : out_.towns) apart.take(town.at);
    for (const Spot& spot : spots(230, 0.04, 0.9, 0.17, 5)) {
      int& left = spot.mountain ? mountain : plain;
      if (left == 0) continue;
      const std::int32_t town = out_.townOfWay.under(spot.at);
      if (town < 0) continue;
      if (distance(spot.at, out_.city) < out_.cityRadiusM * 1.3 + 500) continue;
      const double own = spot.mountain ? 1050 : 1350;
      if (!apart.free(spot.at, own) || lines_.nearest(spot.at, 420)) continue;
      const bool inTown = std::any_of(out_.towns.begin(), out_.towns.end(), [&](const Settlement& other) {
        return distance(other.at, spot.at) < other.radiusM + 700;
      });
      if (inTown) continue;
      apart.take(spot.at);
      --left;
      Settlement one;
      one.at = spot.at;
      one.town = town;
      one.mountain = spot.mountain;
      one.slope = spot.slope;
      one.brookKm2 = spot.brookKm2;
      const double luck = chance_.share();
      one.population = static_cast<int>(spot.mountain ? 70 + 420 * luck * luck : 320 + 1150 * luck * luck);
      one.households = static_cast<int>(one.population / 2.55);
      one.vulnerable = static_cast<int>(one.population * chance_.between(0.07, 0.14));
      out_.villages.push_back(one);
    }
    nameVillages();
  }

  void nameVillages() {
    struct Told {
      const char* zh;
      const char* en;
      const char* town;
      int order;  // 0 the farthest north, 1 west, 2 any, 3 south, 4 nearest, 5 steepest
      int population, households, vulnerable;
    };
    static constexpr std::array told{Told{"北沟村", "Beigou Village", "云岭镇", 0, 213, 86, 17},
                                     Told{"西沟村", "Xigou Village", "云岭镇", 1, 158, 64, 12},
                                     Told{"前岭村", "Qianling Village", "云岭镇", 3, 240, 95, 19},
                                     Told{"龙潭村", "Longtan Village", "云岭镇", 4, 290, 112, 31},
                                     Told{"柏崖村", "Baiya Village", "石门镇", 5, 97, 41, 11},
                                     Told{"上庄村", "Shangzhuang Village", "石门镇", 0, 141, 58, 22},
                                     Told{"石门口村", "Shimenkou Village", "石门镇", 4, 366, 140, 40},
                                     Told{"下庄村", "Xiazhuang Village", "石门镇", 2, 186, 73, 14},
                                     Told{"东山村", "Dongshan Village", "东山镇", 4, 560, 210, 61},
                                     Told{"水泉村", "Shuiquan Village", "东山镇", 0, 198, 77, 16},
                                     Told{"柳林村", "Liulin Village", "柳林镇", 4, 905, 320, 80},
                                     Told{"南营村", "Nanying Village", "柳林镇", 3, 720, 260, 66},
                                     Told{"河沿村", "Heyan Village", "柳林镇", 2, 498, 180, 45}};
    for (const Told& one : told) {
      const auto town = std::find_if(out_.towns.begin(), out_.towns.end(),
                                     [&](const Settlement& t) { return t.name.zh == one.town; });
      if (town == out_.towns.end()) continue;
      Settlement* best = nullptr;
      double least = 1e18;
      for (Settlement& village : out_.villages) {
        if (village.town != town->town || !village.name.zh.empty()) continue;
        const double away = distance(village.at, town->at);
        double score = one.order == 0   ? -village.at.y
                       : one.order == 1 ? village.at.x
                       : one.order == 3 ? village.at.y
                       : one.order == 4 ? away
                       : one.order == 5 ? -village.slope * 1e5
                                        : 0;
        // The story moves people within an hour: nobody lives at the end of the world.
        if (away > 6500) score += 1e7 + away;
        if (score < least) {
          least = score;
          best = &village;
        }
      }
      if (!best) continue;
      best->name = names_.given(one.zh, one.en);
      best->population = one.population;
      best->households = one.households;
      best->vulnerable = one.vulnerable;
    }
    for (Settlement& village : out_.villages)
      if (village.name.zh.empty()) village.name = names_.village(village.mountain);
  }

  const Ground& ground_;
  PlaceNames& names_;
  Chance chance_;
  Apart apart_;
  Segments lines_;
  Settlements out_;
};

}  // namespace

Settlements settle(const Ground& ground, PlaceNames& names) {
  return Settler(ground, names).settle();
}

}  // namespace fengsui::demo
