// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search.h"

#include <gmock/gmock.h>

#include "ui/search/names.h"

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

MatchRank rankOf(const char* name, const std::string& text) {
  const auto hits = find(listNamed({name}), text);
  EXPECT_EQ(hits.size(), 1U) << name << " for " << text;
  return hits.empty() ? MatchRank::subsequence : hits.front().rank;
}

bool finds(const char* name, const std::string& text) {
  return !find(listNamed({name}), text).empty();
}

std::string marked(const char* name, const std::string& text) {
  std::string words;
  for (const SearchHit& hit : find(listNamed({name}), text))
    for (const MatchedRange& range : hit.matched) words += "[" + hit.thing.name.substr(range.at, range.size) + "]";
  return words;
}

TEST(Search, FindsATownByCharactersPinyinAndInitials) {
  EXPECT_EQ(rankOf("桥梓镇", "桥梓镇"), MatchRank::exact);
  EXPECT_EQ(rankOf("桥梓镇", "qiaozizhen"), MatchRank::exact);
  EXPECT_EQ(rankOf("桥梓镇", "桥梓"), MatchRank::prefix);
  EXPECT_EQ(rankOf("桥梓镇", "qiaozi"), MatchRank::prefix);
  EXPECT_EQ(rankOf("桥梓镇", "qiaoz"), MatchRank::prefix);
  EXPECT_EQ(rankOf("桥梓镇", "q"), MatchRank::prefix);
  EXPECT_EQ(rankOf("桥梓镇", "梓镇"), MatchRank::wordStart);
  EXPECT_EQ(rankOf("桥梓镇", "zizhen"), MatchRank::wordStart);
  EXPECT_EQ(rankOf("桥梓镇", "qzz"), MatchRank::initials);
  EXPECT_EQ(rankOf("桥梓镇", "qzzh"), MatchRank::initials);
  EXPECT_EQ(rankOf("桥梓镇", "桥zhen"), MatchRank::subsequence);
  EXPECT_FALSE(finds("桥梓镇", "zq"));
  EXPECT_FALSE(finds("桥梓镇", "iao"));
}

TEST(Search, MixesCharactersAndPinyinAsPeopleType) {
  EXPECT_EQ(rankOf("怀柔医院", "怀rou"), MatchRank::prefix);
  EXPECT_EQ(rankOf("怀柔医院", "hrouyy"), MatchRank::initials);
  EXPECT_EQ(rankOf("怀柔医院", "huairyy"), MatchRank::initials);
}

TEST(Search, ReadsACharacterInEachOfItsWays) {
  EXPECT_TRUE(finds("重庆路", "chongqing"));
  EXPECT_TRUE(finds("长城", "changcheng"));
  EXPECT_TRUE(finds("朝阳村", "chaoyang"));
  EXPECT_TRUE(finds("厦门", "xiamen"));
  EXPECT_TRUE(finds("行宫", "xinggong"));
  EXPECT_TRUE(finds("银行", "yinhang"));
  EXPECT_TRUE(finds("吕家坟", "lvjiafen"));
  EXPECT_TRUE(finds("西安", "xi'an"));
}

TEST(Search, FindsLatinNamesByWordsInitialsAndTheMiddle) {
  EXPECT_EQ(rankOf("Carrer de la Vall", "carrer"), MatchRank::prefix);
  EXPECT_EQ(rankOf("Carrer de la Vall", "vall"), MatchRank::wordStart);
  EXPECT_EQ(rankOf("Carrer de la Vall", "cdlv"), MatchRank::initials);
  EXPECT_EQ(rankOf("Triesenberg", "senb"), MatchRank::inside);
  EXPECT_EQ(rankOf("Plaça Nova", "placa nova"), MatchRank::wordStart);
  EXPECT_EQ(rankOf("Vaduz", "VADUZ"), MatchRank::exact);
  EXPECT_EQ(rankOf("Vaduz", "vdz"), MatchRank::subsequence);
}

TEST(Search, RanksTheWaysInWhichANameFits) {
  const auto list = listNamed({"大桥梓北路", "梓桥镇", "桥子", "桥梓镇", "桥梓"});
  EXPECT_THAT(namesFound(list, "桥梓"), ElementsAre("桥梓", "桥梓镇", "大桥梓北路"));
  EXPECT_THAT(namesFound(list, "qiaozi"), ElementsAre("桥子", "桥梓", "桥梓镇", "大桥梓北路"));
}

TEST(Search, PutsIncidentsAndTeamsBeforePlacesThatFitAsWell) {
  NamedThing town = mapNamed("怀北镇");
  NamedThing team = mapNamed("怀北救援队");
  team.sort = ThingSort::team;
  NamedThing closed = mapNamed("怀北山洪");
  closed.sort = ThingSort::incident;
  closed.tier = 1;
  closed.recency = 9;
  NamedThing older = mapNamed("怀北火情");
  older.sort = ThingSort::incident;
  older.recency = 3;
  NamedThing newer = mapNamed("怀北内涝");
  newer.sort = ThingSort::incident;
  newer.recency = 5;
  EXPECT_THAT(namesFound(listOf({town, team, closed, older, newer}), "huaibei"),
              ElementsAre("怀北内涝", "怀北火情", "怀北山洪", "怀北救援队", "怀北镇"));
  EXPECT_EQ(namesFound(listOf({town, team, closed, older, newer}), "怀北镇").front(), "怀北镇");
}

TEST(Search, PutsTheNearerFirstWhereAllElseIsEqual) {
  NamedThing far = mapNamed("东庄");
  far.at = Position::ofDegrees(116.9, 40.9);
  far.where = "far";
  NamedThing near = mapNamed("东庄");
  near.at = Position::ofDegrees(116.6, 40.3);
  near.where = "near";
  const auto list = listOf({far, near});
  const auto hits = search(std::span(&list, 1), {"东庄", Position::ofDegrees(116.61, 40.31), 10});
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits.front().thing.where, "near");
}

TEST(Search, FindsByWhatAThingIsAndWhere) {
  NamedThing school = mapNamed("一中");
  school.sort = ThingSort::facility;
  school.about = "学校 school 重点设施 facility";
  school.where = "怀北镇";
  const auto list = listOf({school, mapNamed("二道关")});
  EXPECT_THAT(namesFound(list, "学校"), ElementsAre("一中"));
  EXPECT_THAT(namesFound(list, "school huaibei"), ElementsAre("一中"));
  EXPECT_THAT(namesFound(list, "xuexiao 怀北"), ElementsAre("一中"));
  EXPECT_THAT(namesFound(list, "yizhong 学校"), ElementsAre("一中"));
  EXPECT_THAT(namesFound(list, "yizhong 医院"), IsEmpty());
}

TEST(Search, FindsAThingOnceByEitherOfItsNames) {
  NamedThing wall = mapNamed("慕田峪长城");
  wall.otherName = "Mutianyu Great Wall";
  const auto list = listOf({wall});
  EXPECT_THAT(namesFound(list, "mutianyu"), ElementsAre("慕田峪长城"));
  const auto hits = find(list, "great wall");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_TRUE(hits.front().byOtherName);
  EXPECT_THAT(hits.front().matched, IsEmpty());
}

TEST(Search, SaysWhichLettersFit) {
  EXPECT_EQ(marked("怀柔医院", "rouyi"), "[柔医]");
  EXPECT_EQ(marked("怀柔医院", "hyy"), "[怀][医院]");
  EXPECT_EQ(marked("Carrer de la Vall", "car val"), "[Car][Val]");
  EXPECT_EQ(marked("G6 京藏高速", "g6gs"), "[G6][高速]");
}

TEST(Search, GivesNothingForNothing) {
  const auto list = listNamed({"桥梓"});
  EXPECT_THAT(find(list, ""), IsEmpty());
  EXPECT_THAT(find(list, "  ，"), IsEmpty());
  EXPECT_THAT(search(std::span(&list, 1), {"桥", std::nullopt, 0}), IsEmpty());
  std::stop_source stopped;
  stopped.request_stop();
  EXPECT_THAT(search(std::span(&list, 1), {"桥", std::nullopt, 5}, stopped.get_token()), IsEmpty());
}

TEST(Search, BearsWhateverIsTyped) {
  const auto list = std::make_shared<const NameList>(manyNames(500));
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t n = random() % 120; n-- > 0;) text.push_back(static_cast<char>(random() % 256));
    for (const SearchHit& hit : search(std::span(&list, 1), {text, std::nullopt, 20}))
      for (const MatchedRange& range : hit.matched) EXPECT_LE(range.at + range.size, hit.thing.name.size());
  }
  EXPECT_THAT(find(list, std::string(5000, 'z')), IsEmpty());
}

}  // namespace
}  // namespace fengsui
