// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/route.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "gis/roads/hierarchysearch.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr Instant evening{1'784'554'800'000};  // 2026-07-20T21:40+08:00

ClosedSpan span(std::int64_t fromMin, std::optional<std::int64_t> toMin) {
  return {evening.plusMs(fromMin * minute), toMin ? std::optional(evening.plusMs(*toMin * minute)) : std::nullopt};
}

/// A town in two halves: a bridge of 400 m between them, and a way round of 4 km.
struct TwoHalves {
  RoadNetwork network = [] {
    RoadGraphBuilder builder;
    builder.addLine({metres(0, 0), metres(400, 0)}, {.name = "西街", .roadClass = RoadClass::primary});
    builder.addLine({metres(400, 0), metres(800, 0)},
                    {.name = "大桥", .roadClass = RoadClass::primary, .bridge = true});
    builder.addLine({metres(800, 0), metres(1200, 0)}, {.name = "东街", .roadClass = RoadClass::primary});
    builder.addLine({metres(400, 0), metres(400, 1800), metres(800, 1800), metres(800, 0)},
                    {.name = "绕行路", .roadClass = RoadClass::primary});
    return networkOf(std::move(builder));
  }();
  RoadTimes times{network, Vehicle::car, shippedSpeedTable()};
  RoadSearch search{network};
  RoadPoint west = *times.snap(metres(0, 10));
  RoadPoint east = *times.snap(metres(1200, 10));

  [[nodiscard]] EdgeId named(const std::string& name) const {
    for (EdgeId e = 0; e < network.graph->edgeCount(); ++e)
      if (network.graph->nameOf(e) == name) return e;
    throw std::runtime_error(name);
  }
  [[nodiscard]] RoadClosures closed(const std::string& name, ClosedSpan when) const {
    return RoadClosures({{name, name, {named(name)}, {when}, {}}});
  }
  [[nodiscard]] std::optional<Route> go(const RoadClosures& closures, bool mayWait = false) {
    return search.earliest(times, closures, {west, east, evening, mayWait});
  }
};

}  // namespace

TEST(Route, TakesTheBridgeAndTellsItsRoadsInOrder) {
  TwoHalves town;
  const auto route = town.go({});
  ASSERT_TRUE(route);
  EXPECT_NEAR(route->distanceM, 1200, 5);
  EXPECT_NEAR(static_cast<double>(route->takesMs()), 1200 * 3.6 / 50 * 1000, 600);
  std::vector<std::string> names;
  for (const auto& road : roadsOn(*town.network.graph, *route)) names.push_back(road.name);
  EXPECT_THAT(names, testing::ElementsAre("西街", "大桥", "东街"));
  EXPECT_EQ(lineOf(*town.network.graph, *route).size(), 4u);
}

TEST(Route, GoesRoundWhenTheBridgeFloodsBeforeTheTeamGetsThere) {
  TwoHalves town;
  const auto route = town.go(town.closed("大桥", span(0, std::nullopt)));
  ASSERT_TRUE(route);
  EXPECT_NEAR(route->distanceM, 4800, 20);
  EXPECT_THAT(route->avoided, testing::ElementsAre(0u));
  EXPECT_LT(route->freeMs, route->takesMs());
}

TEST(Route, CrossesBeforeTheFloodIsThereAndAfterItIsGone) {
  TwoHalves town;
  EXPECT_NEAR(town.go(town.closed("大桥", span(2, std::nullopt)))->distanceM, 1200, 5);
  EXPECT_NEAR(town.go(town.closed("大桥", span(-300, 0)))->distanceM, 1200, 5);
  // Still on the bridge when the water comes: not allowed.
  const auto late = town.closed("大桥", {evening.plusMs(45'000), std::nullopt});
  EXPECT_NEAR(town.go(late)->distanceM, 4800, 20);
}

TEST(Route, WaitsAtAClosureOnlyWhereItIsAskedToAndQuicker) {
  TwoHalves town;
  const auto soonOpen = town.closed("大桥", span(-60, 2));
  EXPECT_NEAR(town.go(soonOpen)->distanceM, 4800, 20);
  const auto waited = town.go(soonOpen, true);
  EXPECT_NEAR(waited->distanceM, 1200, 5);
  EXPECT_GT(waited->waitedMs, minute);
  const auto lateOpen = town.closed("大桥", span(-60, 60));
  EXPECT_EQ(town.go(lateOpen, true)->waitedMs, 0);
}

TEST(Route, HoldsAClosureOnlyForTheVehiclesItNames) {
  TwoHalves town;
  const RoadClosures onlyHeavy({{"a", "限重", {town.named("大桥")}, {span(-1, std::nullopt)}, {Vehicle::heavy}}});
  EXPECT_NEAR(town.go(onlyHeavy)->distanceM, 1200, 5);
  const RoadTimes heavy(town.network, Vehicle::heavy, shippedSpeedTable());
  EXPECT_NEAR(town.search.earliest(heavy, onlyHeavy, {town.west, town.east, evening})->distanceM, 4800, 20);
}

TEST(Route, SaysWhichClosuresCutAPlaceOffAndWhatOpeningThemGives) {
  TwoHalves town;
  const RoadClosures cut({{"1", "桥淹", {town.named("大桥")}, {span(-1, std::nullopt)}, {}},
                          {"2", "塌方", {town.named("绕行路")}, {span(-1, std::nullopt)}, {}}});
  const RouteRequest request{town.west, town.east, evening};
  EXPECT_FALSE(town.search.earliest(town.times, cut, request));
  const auto why = town.search.whyNot(town.times, cut, request);
  EXPECT_THAT(why.open, testing::ElementsAre(0u));
  EXPECT_THAT(why.inTheWay, testing::ElementsAre(0u));
  ASSERT_TRUE(why.thenBy);
  EXPECT_NEAR(why.thenBy->distanceM, 1200, 5);
}

TEST(Route, OpensOneClosureOnADetourRatherThanTwoOnTheShortWay) {
  TwoHalves town;
  const RoadClosures cut({{"1", "桥淹", {town.named("大桥")}, {span(-1, std::nullopt)}, {}},
                          {"2", "桥头塌陷", {town.named("大桥")}, {span(-1, std::nullopt)}, {}},
                          {"3", "塌方", {town.named("绕行路")}, {span(-1, std::nullopt)}, {}}});
  const auto why = town.search.whyNot(town.times, cut, {town.west, town.east, evening});
  EXPECT_THAT(why.open, testing::ElementsAre(2u));
  EXPECT_THAT(why.inTheWay, testing::UnorderedElementsAre(0u, 1u));
  ASSERT_TRUE(why.thenBy);
}

TEST(Route, HasNoWayAndNothingToOpenWhereNoRoadLeads) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(500, 0)}, {});
  builder.addLine({metres(0, 900), metres(500, 900)}, {});
  const auto network = networkOf(std::move(builder));
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable());
  RoadSearch search(network);
  const RouteRequest request{nearestOn(*network.graph, 0, metres(0, 0)), nearestOn(*network.graph, 1, metres(0, 900)),
                             evening};
  EXPECT_FALSE(search.earliest(times, {}, request));
  const auto why = search.whyNot(times, {}, request);
  EXPECT_TRUE(why.open.empty());
  EXPECT_FALSE(why.thenBy);
}

TEST(Route, GoesRoundACircleOfOneWaysToAPlaceJustBehind) {
  RoadGraphBuilder builder;
  builder.addLine({metres(0, 0), metres(300, 0), metres(300, 300)}, {.oneway = 1});
  builder.addLine({metres(300, 300), metres(0, 300), metres(0, 0)}, {.oneway = 1});
  const auto network = networkOf(std::move(builder));
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable());
  RoadSearch search(network);
  const auto route = search.earliest(times, {}, {*times.snap(metres(200, 0)), *times.snap(metres(100, 0)), evening});
  ASSERT_TRUE(route);
  EXPECT_NEAR(route->distanceM, 1100, 5);
  const auto ahead = search.earliest(times, {}, {*times.snap(metres(100, 0)), *times.snap(metres(200, 0)), evening});
  EXPECT_NEAR(ahead->distanceM, 100, 1);
}

TEST(Route, GivesAlternativesThatDiffer) {
  TwoHalves town;
  RoadGraphBuilder builder;
  for (const int y : {0, 50, 100}) {
    builder.addLine({metres(0, 0), metres(100, y), metres(900, y), metres(1000, 0)},
                    {.name = "路" + std::to_string(y)});
  }
  const auto network = networkOf(std::move(builder));
  const RoadTimes times(network, Vehicle::car, shippedSpeedTable());
  RoadSearch search(network);
  const auto ways = search.alternatives(times, {}, {atNode(*network.graph, 0), atNode(*network.graph, 1), evening}, 5);
  ASSERT_EQ(ways.size(), 3u);
  EXPECT_LE(ways[0].arrive, ways[1].arrive);
  EXPECT_LE(ways[1].arrive, ways[2].arrive);
  EXPECT_NE(ways[0].steps.front().arc, ways[1].steps.front().arc);
}

namespace {

std::vector<EdgeClosure> randomClosures(std::mt19937& random, std::size_t edges, std::size_t count) {
  std::vector<EdgeClosure> out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t from = static_cast<std::int64_t>(random() % 60) - 20;
    const auto length = static_cast<std::int64_t>(1 + random() % 40);
    ClosedSpan when{evening.plusMs(from * 1000), std::nullopt};
    if (random() % 4 != 0) when.to = evening.plusMs((from + length) * 1000);
    out.push_back({std::to_string(i), "", {static_cast<EdgeId>(random() % edges)}, {when}, {}});
  }
  return out;
}

/// Every way without a node twice, driven one by one: the earliest of those that no closure stops.
struct EveryWay {
  const RoadTimes& times;
  const RoadClosures& closures;
  bool mayWait;
  NodeId goal;
  std::int64_t best = RoadClosures::forEver;
  std::set<NodeId> on = {};

  void from(NodeId node, std::int64_t ms) {
    if (node == goal) best = std::min(best, ms);
    on.insert(node);
    for (const auto& [head, arc] : times.graph().out(node)) {
      if (times.ms(arc) >= neverMs || on.contains(head)) continue;
      std::int64_t at = ms;
      bool stopped = false;
      // The rule in its plainest form: move the entry behind every span it meets until it meets none.
      for (bool again = true; again && !stopped;) {
        again = false;
        for (const auto& held : closures.on(edgeOf(arc))) {
          if (at + times.ms(arc) <= held.fromMs || at >= held.toMs) continue;
          if (!mayWait || held.toMs == RoadClosures::forEver)
            stopped = true;
          else
            at = held.toMs, again = true;
        }
      }
      if (!stopped) from(head, at + times.ms(arc));
    }
    on.erase(node);
  }
};

}  // namespace

TEST(Route, EqualsPlainDijkstraOnRandomNetworks) {
  std::mt19937 random(11);
  for (int round = 0; round < 150; ++round) {
    const auto roads = randomRoads(random, 3 + random() % 60, random() % 120);
    const RoadTimes times(roads.network, Vehicle::car, roads.arcMs);
    RoadSearch search(roads.network);
    const auto& graph = *roads.network.graph;
    const auto from = static_cast<NodeId>(random() % graph.nodeCount());
    const auto truth = plainDijkstra(graph, roads.arcMs, from);
    HierarchySearch hierarchy(*roads.network.hierarchy);
    TimesTo timesTo(*roads.network.hierarchy);
    for (NodeId to = 0; to < graph.nodeCount(); ++to) {
      const Seed a{from, 0}, b{to, 0};
      FoundWay way;
      const auto ms = hierarchy.fastest(times.weights(), {&a, 1}, {&b, 1}, &way);
      ASSERT_EQ(ms, truth[to]);
      timesTo.aim(times.weights(), {&b, 1});
      ASSERT_EQ(timesTo.from(from), truth[to]);
      if (ms >= neverMs) continue;
      std::uint32_t sum = 0;
      NodeId at = from;
      for (const ArcId arc : way.arcs) {
        ASSERT_EQ(graph.tail(arc), at);
        at = graph.head(arc);
        sum += roads.arcMs[arc];
      }
      ASSERT_EQ(at, to);
      ASSERT_EQ(sum, ms);
    }
  }
}

TEST(Route, EqualsTryingEveryWayAroundClosuresThatHoldForATime) {
  std::mt19937 random(5);
  int detours = 0, waits = 0, unreachable = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto roads = randomRoads(random, 3 + random() % 6, 2 + random() % 8);
    const RoadTimes times(roads.network, Vehicle::car, roads.arcMs);
    const auto& graph = *roads.network.graph;
    const RoadClosures closures(randomClosures(random, graph.edgeCount(), 1 + random() % 10));
    RoadSearch search(roads.network);
    const auto from = static_cast<NodeId>(random() % graph.nodeCount());
    const auto to = static_cast<NodeId>(random() % graph.nodeCount());
    for (const bool mayWait : {false, true}) {
      EveryWay truth{times, closures, mayWait, to};
      truth.from(from, evening.ms);
      if (round % 2 == 0) search.prepare(times, closures, evening);
      const auto route = search.earliest(times, closures, {atNode(graph, from), atNode(graph, to), evening, mayWait});
      std::optional<std::int64_t> best;
      if (route) {
        EXPECT_TRUE(route->proven);
        best = route->arrive.ms;
        detours += !route->avoided.empty();
        waits += route->waitedMs > 0;
      }
      unreachable += !best;
      ASSERT_EQ(best.value_or(RoadClosures::forEver), truth.best) << "round " << round << " waiting " << mayWait;
    }
  }
  EXPECT_GT(detours, 500);
  EXPECT_GT(waits, 100);
  EXPECT_GT(unreachable, 100);
}

TEST(Route, IsNeverEarlierForOneMoreClosure) {
  std::mt19937 random(23);
  int later = 0;
  for (int round = 0; round < 1500; ++round) {
    const auto roads = randomRoads(random, 4 + random() % 20, 5 + random() % 40);
    const RoadTimes times(roads.network, Vehicle::car, roads.arcMs);
    const auto& graph = *roads.network.graph;
    auto closures = randomClosures(random, graph.edgeCount(), 2 + random() % 12);
    const RoadClosures more(closures);
    closures.pop_back();
    const RoadClosures fewer(closures);
    RoadSearch search(roads.network);
    const auto from = static_cast<NodeId>(random() % graph.nodeCount());
    const auto to = static_cast<NodeId>(random() % graph.nodeCount());
    for (const bool mayWait : {false, true}) {
      const RouteRequest request{atNode(graph, from), atNode(graph, to), evening, mayWait};
      const auto before = search.earliest(times, fewer, request);
      const auto after = search.earliest(times, more, request);
      if (!after) continue;
      ASSERT_TRUE(before);
      ASSERT_LE(before->arrive, after->arrive);
      later += before->arrive < after->arrive;
    }
  }
  EXPECT_GT(later, 20);
}
