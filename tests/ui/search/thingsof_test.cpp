// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/thingsof.h"

#include <gmock/gmock.h>

#include "ui/search/mapthings.h"
#include "ui/search/names.h"
#include "ui/search/searchanswer.h"

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Uuid id(std::uint8_t number) {
  Uuid made;
  made.bytes[15] = number;
  return made;
}

Situation evening() {
  Situation s;
  Incident open;
  open.title = "神山村山洪";
  open.kind = "flashFlood";
  open.locality = "怀北镇";
  s.incidents.set(id(1), open);
  Incident closed = open;
  closed.title = "神山村停电";
  closed.status = IncidentStatus::closed;
  s.incidents.set(id(2), closed);
  Team team;
  team.name = "怀北镇救援队";
  team.kind = "town";
  team.town = "怀北镇";
  team.contacts = {{"A", "张建国", "队长", {"13800000000"}}};
  s.teams.set(id(3), team);
  Place place;
  place.name = "怀北镇";
  place.kind = "town";
  place.location = Position::ofDegrees(116.69, 40.41);
  s.places.set(id(4), place);
  s.depots.set(id(5), Depot{});  // without a name nobody can look for it
  return s;
}

SearchAnswer ask(const std::string& text, const std::vector<MapName>& onMap = {}) {
  SearchSources sources;
  sources.things = std::make_shared<const NameList>(thingsOf(evening()));
  sources.map = std::make_shared<const NameList>(thingsOf(onMap));
  sources.places.lists = {std::make_shared<const PlaceNames>(sources.things),
                          std::make_shared<const PlaceNames>(sources.map)};
  return answerTo({text, Position::ofDegrees(116.6, 40.3), 50}, sources);
}

std::vector<std::string> names(const SearchAnswer& answer) {
  std::vector<std::string> all;
  for (const SearchHit& hit : answer.hits) all.push_back(hit.thing.name);
  return all;
}

TEST(ThingsOf, PutsWhatIsOpenFirst) {
  EXPECT_THAT(names(ask("神山")), ElementsAre("神山村山洪", "神山村停电"));
  EXPECT_EQ(thingsOf(evening()).size(), 5U);
}

TEST(ThingsOf, LeadsFromAPersonToWhatThePersonAnswersFor) {
  const auto answer = ask("zhangjianguo");
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_EQ(answer.hits[0].thing.sort, ThingSort::person);
  EXPECT_EQ(answer.hits[0].thing.kind, Kind::team);
  EXPECT_EQ(answer.hits[0].thing.id, id(3));
  EXPECT_THAT(names(ask("1380000")), ElementsAre("张建国")) << "whoever is calling";
}

TEST(ThingsOf, FindsByTheOtherWordsForAKind) {
  EXPECT_EQ(names(ask("乡镇应急队伍")).front(), "怀北镇救援队");
}

TEST(SearchAnswer, ListsATownOfTheStationThatIsOnTheMapTooOnce) {
  const MapName twin{"怀北镇", "", "place", "town", "", *Position::ofDegrees(116.70, 40.41)};
  MapName other = twin;
  other.at = *Position::ofDegrees(117.5, 40.9);
  EXPECT_THAT(names(ask("怀北镇 town", {twin})), UnorderedElementsAre("怀北镇", "怀北镇救援队"));
  EXPECT_THAT(names(ask("怀北镇 town", {other})), UnorderedElementsAre("怀北镇", "怀北镇", "怀北镇救援队"));
}

TEST(SearchAnswer, TakesCoordinatesInTheOrderThatIsNearer) {
  const auto answer = ask("40.31, 116.63");
  ASSERT_FALSE(answer.coordinates.empty());
  EXPECT_EQ(answer.coordinates.front(), Position::ofDegrees(116.63, 40.31));
  EXPECT_THAT(ask("12 34").coordinates, IsEmpty()) << "a house and a door";
  EXPECT_THAT(ask("怀北 12.5").coordinates, IsEmpty());
}

TEST(SearchAnswer, OffersPlacesForTheLastWordOfAReport) {
  const auto answer = ask("报 山洪 怀be");
  ASSERT_TRUE(answer.completes);
  EXPECT_EQ(std::string("报 山洪 怀be").substr(*answer.completes), "怀be");
  EXPECT_THAT(names(answer), ElementsAre("怀北镇"));
  EXPECT_TRUE(answer.report);
  EXPECT_FALSE(ask("怀北").report);
}

TEST(MapThings, HaveAWordForTheirClassInBothLanguages) {
  EXPECT_EQ(wordForMapClass("hospital").zh, "医院");
  EXPECT_EQ(wordForMapClass("unheard_of").zh, "unheard_of");
  const auto things = thingsOf(std::vector<MapName>{{"锦绣家园", "", "building", "residential", "", {}}});
  EXPECT_EQ(things.front().code, "building");
}

}  // namespace
}  // namespace fengsui
