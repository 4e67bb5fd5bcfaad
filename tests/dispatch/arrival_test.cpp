// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/arrival.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatch/closureeffects.h"
#include "dispatch/coverage.h"
#include "dispatch/replanning.h"
#include "dispatch/stationclosures.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;
using testing::HasSubstr;

namespace {

constexpr Instant evening{1'784'554'800'000};

/// West and east of a river, a bridge and a way round; teams on both sides.
struct Riverside {
  RoadNetwork network = [] {
    RoadGraphBuilder builder;
    builder.addLine({metres(0, 0), metres(2000, 0)}, {.name = "西街", .roadClass = RoadClass::primary});
    builder.addLine({metres(2000, 0), metres(2400, 0)}, {.name = "大桥", .roadClass = RoadClass::primary});
    builder.addLine({metres(2400, 0), metres(5000, 0)}, {.name = "东街", .roadClass = RoadClass::primary});
    builder.addLine({metres(2000, 0), metres(2000, 8000), metres(2400, 8000), metres(2400, 0)},
                    {.name = "绕行路", .roadClass = RoadClass::primary});
    return networkOf(std::move(builder));
  }();
  RoadPicture open{network, shippedSpeedTable(), {}, {}};
  TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  Situation situation;

  void add(const std::string& name, std::optional<Position> home, TeamStatus status = TeamStatus::available) {
    Team team;
    team.id.uuid.bytes[15] = static_cast<std::uint8_t>(situation.teams.size() + 1);
    team.name = name;
    team.kind = "fireRescue";
    team.home = home;
    team.status = status;
    situation.teams.set(team.id.uuid, team);
  }
  [[nodiscard]] RoadClosures closed(std::initializer_list<const char*> names) const {
    std::vector<EdgeClosure> out;
    for (const char* name : names)
      for (EdgeId e = 0; e < network.graph->edgeCount(); ++e)
        if (network.graph->nameOf(e) == name)
          out.push_back({name, std::string(name) + "积水", {e}, {{evening.plusMs(-1000), std::nullopt}}, {}});
    return RoadClosures(std::move(out));
  }
};

}  // namespace

TEST(Arrival, TellsWhenByWhatWayAndWhatWasAvoided) {
  Riverside town;
  RoadSearch search(town.network);
  const auto go = [&](const RoadPicture& roads) {
    return arrivalAt(search, roads, Vehicle::heavy, metres(0, 0), metres(5000, 200), evening, town.zone).value();
  };
  const auto free = go(town.open);
  EXPECT_THAT(free.words.en, HasSubstr("5.0 km by 西街"));
  EXPECT_THAT(free.words.en, HasSubstr("on foot"));
  EXPECT_GT(free.lastLeg.ms, 2 * 60'000);
  const auto round = go(town.open.with(town.closed({"大桥"})));
  EXPECT_THAT(round.words.zh, HasSubstr("避开大桥积水"));
  EXPECT_GT(round.at, free.at);
  const auto cut = go(town.open.with(town.closed({"大桥", "绕行路"})));
  EXPECT_FALSE(cut.route);
  EXPECT_THAT(cut.words.zh, HasSubstr("需打通：大桥积水"));
  ASSERT_TRUE(cut.ifOpened);
  EXPECT_EQ(*cut.ifOpened, free.at);
}

TEST(WhoCanBeThere, PutsFreeTeamsByArrivalBeforeBusyOnesAndThoseWhoCannotCome) {
  Riverside town;
  town.add("西站", metres(1900, 0));
  town.add("东站", metres(4500, 0));
  town.add("在途队", metres(5000, 0), TeamStatus::onScene);
  town.add("无位置队", std::nullopt);
  const auto first =
      whoCanBeThere(town.situation, town.open.with(town.closed({"大桥"})), metres(2600, 0), evening, town.zone);
  ASSERT_EQ(first.size(), 4u);
  EXPECT_EQ(first[0].name, "东站");
  EXPECT_EQ(first[1].name, "西站");
  EXPECT_THAT(first[1].arrival->words.zh, HasSubstr("避开大桥积水"));
  EXPECT_EQ(first[2].name, "在途队");
  EXPECT_FALSE(first[2].free);
  EXPECT_EQ(first[3].name, "无位置队");
  EXPECT_EQ(first[3].whyNot.en, "nobody knows where it is");
}

TEST(Coverage, CountsWhomSomebodyReachesInTime) {
  Riverside town;
  const std::vector<CoverageOrigin> origins{{"西站", metres(0, 0), Vehicle::heavy}};
  const std::vector<CoveredPlace> places{{"1", "桥西", metres(1900, 0), 100}, {"2", "桥东", metres(4900, 0), 40}};
  const auto open = coverageWithin(town.open, origins, places, evening, 8 * 60'000);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->peopleCovered, 140);
  const auto closed =
      coverageWithin(town.open.with(town.closed({"大桥"})), origins, places, evening, 8 * 60'000).value();
  EXPECT_EQ(closed.peopleCovered, 100);
  EXPECT_EQ(closed.people, 140);
  EXPECT_TRUE(closed.places[1].ms);
  EXPECT_FALSE(coverageWithin(town.open, {}, places, evening, 1));
}

TEST(Replanning, TellsWhatChangedAndWhomItConcerns) {
  Riverside town;
  RoadSearch search(town.network);
  const auto& times = town.open.times(Vehicle::car);
  const RouteRequest request{*times.snap(metres(0, 0)), *times.snap(metres(5000, 0)), evening};
  const RouteRequest near{*times.snap(metres(0, 0)), *times.snap(metres(1000, 0)), evening};
  const auto closed = town.closed({"大桥"});
  const auto before = search.earliest(times, {}, request), after = search.earliest(times, closed, request);
  const auto changed = changedEdges({}, closed);
  EXPECT_EQ(changed.size(), 1u);
  EXPECT_TRUE(concerns(*before, changed));
  EXPECT_FALSE(concerns(*search.earliest(times, {}, near), changed));
  const Text words = whatChanged(*town.network.graph, closed, before, after);
  EXPECT_THAT(words.en, HasSubstr("later, by 绕行路 instead of 大桥; avoids 大桥积水"));
  EXPECT_THAT(words.zh, HasSubstr("改走绕行路，不走大桥；避开大桥积水"));
  EXPECT_EQ(whatChanged(*town.network.graph, closed, before, std::nullopt).en, "no way is open any more");
  EXPECT_TRUE(concerns(*after, changedEdges(closed, {})));
}

TEST(Durations, AreRoundedUp) {
  EXPECT_EQ(durationText(60'001).en, "2 min");
  EXPECT_EQ(durationText(65 * 60'000).zh, "1 小时 05 分");
}

TEST(WhoCanBeThere, SaysWhereEachSetsOutFromAndWhetherThatIsStale) {
  Riverside town;
  town.add("在途队", metres(0, 0), TeamStatus::returning);
  town.add("驻地队", metres(0, 0));
  Team moving = *town.situation.teams.find([&] {
    Uuid id;
    id.bytes[15] = 1;
    return id;
  }());
  moving.lastFix = Fix{metres(4000, 0), evening.plusMs(-38 * 60'000), "电台"};
  town.situation.teams.set(moving.id.uuid, moving);
  const auto first = whoCanBeThere(town.situation, town.open, metres(5000, 0), evening, town.zone);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0].name, "驻地队");
  EXPECT_FALSE(first[0].stale);
  EXPECT_EQ(first[0].seen.en, "from its base");
  EXPECT_TRUE(first[1].stale);
  EXPECT_THAT(first[1].seen.en, HasSubstr("38 min ago"));
  moving.lastFix->at = evening.plusMs(-60'000);
  town.situation.teams.set(moving.id.uuid, moving);
  const auto fresh = whoCanBeThere(town.situation, town.open, metres(5000, 0), evening, town.zone);
  EXPECT_FALSE(fresh[1].stale);
  EXPECT_THAT(fresh[1].seen.zh, HasSubstr("电台报位置"));
}

TEST(ClosureEffects, NameWhatIsAvoidedAndWhatHasToBeOpened) {
  Riverside town;
  const auto& times = town.open.times(Vehicle::car);
  const std::vector<RoadPoint> from{*times.snap(metres(100, 0)), *times.snap(metres(4800, 0))};
  const std::vector<RoadPoint> to{*times.snap(metres(4900, 0))};
  const auto effects = [&](const RoadPicture& roads) {
    const auto matrix = timeMatrix(times, roads.closures(), from, to, evening).value();
    return effectsOfClosures(roads, Vehicle::car, from, to, matrix, evening).value();
  };
  EXPECT_TRUE(effects(town.open).pairs.empty());
  const auto one = town.open.with(town.closed({"大桥"}));
  auto found = effects(one);
  ASSERT_EQ(found.pairs.size(), 1u) << "who is beyond the bridge does not mind";
  EXPECT_EQ(found.pairs[0].row, 0u);
  EXPECT_FALSE(found.pairs[0].cutOff);
  EXPECT_GT(found.pairs[0].laterMs, 5 * 60'000);
  EXPECT_THAT(effectInWords(one.closures(), found.pairs[0]).en, HasSubstr("min longer, avoids 大桥积水"));
  const auto both = town.open.with(town.closed({"大桥", "绕行路"}));
  found = effects(both);
  ASSERT_EQ(found.pairs.size(), 1u);
  EXPECT_TRUE(found.pairs[0].cutOff);
  EXPECT_THAT(effectInWords(both.closures(), found.pairs[0]).zh, HasSubstr("需打通：大桥积水"));
  const auto matrix = timeMatrix(times, both.closures(), from, to, evening).value();
  EXPECT_EQ(effectsOfClosures(both, Vehicle::car, from, to, matrix, evening, 0)->unexplained, 1u);
}

TEST(ClosureEffects, OfAnIsochroneAreThoseThatSomebodyWouldMeetInTime) {
  Riverside town;
  const auto roads = town.open.with(town.closed({"大桥"}));
  const std::vector<RoadPoint> from{*roads.times(Vehicle::car).snap(metres(0, 0))};
  EXPECT_EQ(closuresWithin(roads, Vehicle::car, from, evening, 10 * 60'000).size(), 1u);
  EXPECT_TRUE(closuresWithin(roads, Vehicle::car, from, evening, 30'000).empty()) << "the bridge is too far";
  EXPECT_TRUE(closuresWithin(roads, Vehicle::car, from, evening.plusMs(-3'600'000), 600'000).empty()) << "not yet";
}

TEST(StationClosures, AreLaidOverTheRoadsThatTheyClose) {
  Riverside town;
  RoadClosure closure;
  closure.id.uuid.bytes[0] = 1;
  closure.name = "大桥积水";
  closure.shape = Shape{ShapeKind::line, {}, {{metres(2200, -50), metres(2200, 50)}}, {}};
  closure.spans = {{evening, std::nullopt}};
  closure.vehicles = {"heavy"};
  town.situation.roadClosures.set(closure.id.uuid, closure);
  RoadClosure other = closure;
  other.vehicles = {"hovercraft"};
  other.name = "未知车型";
  const auto closures = closuresOf(town.situation, std::vector{other}, town.network);
  ASSERT_EQ(closures.all().size(), 2u);
  ASSERT_EQ(closures.all()[0].edges.size(), 1u);
  EXPECT_EQ(town.network.graph->nameOf(closures.all()[0].edges[0]), "大桥");
  EXPECT_TRUE(closures.stopping(closures.all()[0].edges[0], Vehicle::heavy, evening.ms, 1000));
  EXPECT_FALSE(closures.stopping(closures.all()[0].edges[0], Vehicle::car, evening.ms, 1000))
      << "a kind of vehicle that is not known here closes for nobody";
  EXPECT_EQ(closuresOf(town.situation, town.network).all().size(), 1u);
}

TEST(Replanning, SaysForEveryTeamOnTheWayWhatOtherClosuresMakeOfIt) {
  Riverside town;
  Incident incident;
  incident.id.uuid.bytes[0] = 7;
  incident.title = "山洪";
  incident.location = metres(4900, 0);
  town.situation.incidents.set(incident.id.uuid, incident);
  town.add("西队", metres(0, 0), TeamStatus::enRoute);
  town.add("东队", metres(4000, 0), TeamStatus::enRoute);
  town.add("待命队", metres(0, 0));
  for (const int number : {1, 2}) {
    Uuid id;
    id.bytes[15] = static_cast<std::uint8_t>(number);
    Team team = *town.situation.teams.find(id);
    team.assignment = Assignment{incident.id, std::nullopt, "", evening, evening.plusMs(6 * 60'000)};
    town.situation.teams.set(id, team);
  }
  const auto teams = teamsOnTheWay(town.situation);
  ASSERT_EQ(teams.size(), 2u);
  const auto same = replanned(teams, town.open, town.open, evening, town.zone);
  EXPECT_FALSE(same[0].changed || same[1].changed);
  const auto ways = replanned(teams, town.open, town.open.with(town.closed({"大桥"})), evening, town.zone);
  ASSERT_EQ(ways.size(), 2u);
  EXPECT_EQ(ways[0].who.name, "西队") << "the worst first";
  EXPECT_TRUE(ways[0].changed);
  EXPECT_THAT(ways[0].words.en, HasSubstr("西队 to 山洪: "));
  EXPECT_THAT(ways[0].words.en, HasSubstr("later, by 绕行路 instead of 大桥; avoids 大桥积水; there at "));
  EXPECT_THAT(ways[0].words.en, HasSubstr("that was announced"));
  EXPECT_FALSE(ways[1].changed);
  EXPECT_THAT(ways[1].words.zh, HasSubstr("东队赴山洪：路线不变"));
  const auto cut = replanned(teams, town.open, town.open.with(town.closed({"大桥", "绕行路"})), evening, town.zone);
  EXPECT_THAT(cut[0].words.zh, HasSubstr("已无路可通；道路中断，需打通：大桥积水"));
  const auto again = replanned(teams, town.open.with(town.closed({"大桥", "绕行路"})), town.open, evening, town.zone);
  EXPECT_THAT(again[0].words.en, HasSubstr("a way is open again"));
}
