// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/arrival.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dispatch/coverage.h"
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
