// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/district.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "gis/demo/strongbridges.h"

namespace fengsui::demo {
namespace {

const DemoDistrict& district() {
  static const DemoDistrict made = [] {
    Wish wish;
    wish.small = true;
    return makeDistrict(wish, {});
  }();
  return made;
}

using Corner = std::pair<double, double>;

// Which corners of roads hang together; every road makes one set of its points.
class Together {
 public:
  int of(Corner corner) {
    const auto [found, isNew] = ids_.try_emplace(corner, static_cast<int>(root_.size()));
    if (isNew) root_.push_back(found->second);
    return found->second;
  }
  int root(int id) {
    while (root_[static_cast<std::size_t>(id)] != id) id = root_[static_cast<std::size_t>(id)];
    return id;
  }
  void join(Corner a, Corner b) {
    const int from = root(of(a)), to = root(of(b));
    root_[static_cast<std::size_t>(from)] = to;
  }
  [[nodiscard]] bool knows(Corner corner) const { return ids_.contains(corner); }

 private:
  std::map<Corner, int> ids_;
  std::vector<int> root_;
};

TEST(FictionalDistrict, HasOneNetworkOfRoads) {
  Together together;
  for (const Road& road : district().roads.roads)
    for (std::size_t i = 1; i < road.line.size(); ++i)
      together.join({road.line[i - 1].x, road.line[i - 1].y}, {road.line[i].x, road.line[i].y});
  std::map<int, int> roadsOf;
  for (const Road& road : district().roads.roads)
    ++roadsOf[together.root(together.of({road.line.front().x, road.line.front().y}))];
  int largest = 0, all = 0;
  for (const auto& [root, many] : roadsOf) {
    largest = std::max(largest, many);
    all += many;
  }
  EXPECT_EQ(largest, all) << roadsOf.size() << " parts";
}

// What engines of twenty tonnes pass hangs together from town to town.
TEST(FictionalDistrict, LetsHeavyEnginesReachEveryTownAndTheStoryThoughSomeBridgesAreWeak) {
  Together together;
  int weak = 0;
  for (const Road& road : district().roads.roads) {
    const bool bears = road.maxWeightT == 0 || road.maxWeightT >= kHeavyEngineT;
    if (!bears) ++weak;
    if (!bears || road.kind == RoadClass::path) continue;
    for (std::size_t i = 1; i < road.line.size(); ++i)
      together.join({road.line[i - 1].x, road.line[i - 1].y}, {road.line[i].x, road.line[i].y});
  }
  EXPECT_GT(weak, 0) << "a bridge that does not bear an engine is part of the place";
  const auto rootAt = [&](const Settlement& town) {
    Point best;
    double nearest = 1e18;
    for (const Road& road : district().roads.roads)
      if (road.kind < RoadClass::track && !road.bridge)
        for (const Point at : road.line)
          if (distance(at, town.at) < nearest) {
            nearest = distance(at, town.at);
            best = at;
          }
    return together.root(together.of({best.x, best.y}));
  };
  for (const Settlement& town : district().settlements.towns)
    EXPECT_EQ(rootAt(town), rootAt(district().settlements.towns.front())) << town.name.zh;
  for (const Settlement& village : district().settlements.villages)
    if (village.name.zh == "北沟村") {
      EXPECT_EQ(rootAt(village), rootAt(district().settlements.towns.front())) << village.name.zh;
    }
}

TEST(FictionalDistrict, HasARoadToEveryVillage) {
  Together together;
  for (const Road& road : district().roads.roads)
    for (const Point at : road.line) together.of({at.x, at.y});
  for (const Settlement& village : district().settlements.villages)
    EXPECT_TRUE(together.knows({village.at.x, village.at.y})) << village.name.zh;
}

TEST(FictionalDistrict, GivesNoNameTwice) {
  std::set<std::string> used;
  for (const auto* list : {&district().settlements.towns, &district().settlements.villages})
    for (const Settlement& one : *list) {
      EXPECT_TRUE(used.insert(one.name.zh).second) << one.name.zh;
      EXPECT_FALSE(one.name.en.empty()) << one.name.zh;
    }
}

TEST(FictionalDistrict, HousesAllItsPeopleAndNoMore) {
  std::int64_t people = 0, housed = 0;
  for (const auto* list : {&district().settlements.towns, &district().settlements.villages})
    for (const Settlement& one : *list) people += one.population;
  for (const Building& building : district().buildings.all) housed += building.population;
  EXPECT_EQ(housed, people);
}

TEST(FictionalDistrict, BuildsNoHouseInARiver) {
  int wet = 0;
  for (const Building& building : district().buildings.all) {
    const auto& c = building.corners;
    wet += district().ground.isWet({(c[0].x + c[2].x) / 2, (c[0].y + c[2].y) / 2});
  }
  EXPECT_LT(wet, static_cast<int>(district().buildings.all.size()) / 200);
}

TEST(FictionalDistrict, BridgesItsRivers) {
  int bridges = 0;
  for (const Road& road : district().roads.roads) bridges += road.bridge;
  EXPECT_GT(bridges, 3);
}

TEST(FictionalDistrict, HasTheSameBytesForTheSameSeed) {
  Wish wish;
  wish.small = true;
  const std::string again = osmText(makeDistrict(wish, {}));
  EXPECT_TRUE(again == osmText(district()));
  wish.seed = 8;
  EXPECT_FALSE(osmText(makeDistrict(wish, {})) == again);
}

TEST(FictionalDistrict, SpellsItsNamesInLatinLetters) {
  EXPECT_EQ(spelt("北沟"), "Beigou");
  EXPECT_EQ(spelt("云岭"), "Yunling");
}

}  // namespace
}  // namespace fengsui::demo
