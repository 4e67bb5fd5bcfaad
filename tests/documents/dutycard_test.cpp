// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/dutycard.h"

#include "documents/paper.h"

namespace fengsui {
namespace {

using DutyCards = Printing;

DutyCard villageCard(int lines) {
  DutyCard card;
  card.post = "北沟村书记";
  card.substitute = "北沟村主任";
  card.plan = {"Mountain flash flood, Beigou", "北沟村山洪灾害应急预案"};
  card.edition = "2026.1";
  card.level = {"level II", "二级"};
  for (int i = 0; i < lines; ++i)
    card.front.push_back({sameInBoth("T+" + std::to_string(5 * i + 5)),
                          {"Wake the upper households", "叫醒上游户"},
                          {"Knock at every door, call by name.", "入户敲门，逐人点名。"},
                          {"people reached", "叫醒人数（人）"},
                          {"10 min: town duty office", "10 分钟找镇值班室"},
                          i == 1});
  card.standing = {{"Move first, report afterwards, when the water is over the bridge.", "水过桥面时，先转移后报告。"}};
  card.forbidden = {{"Nobody goes alone.", "不得一人行动。"}, {"No wading at night.", "不得夜间涉水。"}};
  card.verifies = {{"The list of the shelter", "核对安置点名单"}};
  return card;
}

TEST_F(DutyCards, ACardHasTwoSidesOfA5Across) {
  const Reading paper(printCards({villageCard(5)}, wish()));
  ASSERT_EQ(paper.pages(), 2);
  EXPECT_EQ(paper.size(1), "595 x 420");
  for (const char* words : {"北沟村书记", "二级", "B角：北沟村主任", "报到地点", "T+25", "入户敲门，逐人点名。",
                            "叫醒人数（人）", "10分钟找镇值班室", "（协办）"})
    EXPECT_TRUE(paper.says(words, 1)) << words << "\n" << paper.text(1);
  for (const char* words : {"可自行决定", "水过桥面时，先转移后报告。", "绝对不能做", "不得夜间涉水。", "撤离信号",
                            "我手里的人、车、物", "接班人", "核对安置点名单"})
    EXPECT_TRUE(paper.says(words, 2)) << words << "\n" << paper.text(2);
  paper.expectFontsEmbedded();
  paper.expectNothingOutside();
}

TEST_F(DutyCards, ALongFrontIsSetSmallerThenGoesOnAndTheBackStaysABack) {
  const Reading smaller(printCards({villageCard(9)}, wish()));
  EXPECT_EQ(smaller.pages(), 2);
  const Reading longer(printCards({villageCard(16)}, wish(Language::english)));
  EXPECT_EQ(longer.pages() % 2, 0);
  EXPECT_TRUE(longer.says("I may decide alone", longer.pages()));
  EXPECT_EQ(longer.times("Knock at every door"), 16);
}

TEST_F(DutyCards, ManyCardsOfAnExerciseAreOnePdf) {
  const Reading paper(printCards({villageCard(3), villageCard(4)}, wish(Language::chinese, Mode::exercise)));
  EXPECT_EQ(paper.pages(), 4);
  EXPECT_EQ(paper.times("演练EXERCISE"), 8);
}

}  // namespace
}  // namespace fengsui
