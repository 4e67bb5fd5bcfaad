// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/pinyin.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ui/search/foldedtext.h"

namespace fengsui {
namespace {

bool reads(const char* letter, std::string_view syllable) {
  const Pinyin& pinyin = Pinyin::table();
  const auto readings = pinyin.readings(decoded(letter).front());
  return std::any_of(readings.begin(), readings.end(), [&](auto number) { return pinyin.text(number) == syllable; });
}

TEST(Pinyin, SpellsTheTownsOfAMountainDistrict) {
  const Pinyin& pinyin = Pinyin::table();
  EXPECT_EQ(pinyin.spelled("桥梓镇"), "qiaozizhen");
  EXPECT_EQ(pinyin.spelled("怀柔"), "huairou");
  EXPECT_EQ(pinyin.spelled("渤海镇"), "bohaizhen");
  EXPECT_EQ(pinyin.spelled("九渡河镇"), "jiuduhezhen");
  EXPECT_EQ(pinyin.spelled("雁栖镇"), "yanqizhen");
  EXPECT_EQ(pinyin.spelled("琉璃庙镇"), "liulimiaozhen");
  EXPECT_EQ(pinyin.spelled("长哨营满族乡"), "changshaoyingmanzuxiang");
  EXPECT_EQ(pinyin.spelled("喇叭沟门"), "labagoumen");
  EXPECT_EQ(pinyin.spelled("漷县"), "huoxian");
  EXPECT_EQ(pinyin.spelled("石景山"), "shijingshan");
  EXPECT_EQ(pinyin.spelled("六安"), "liuan");
}

TEST(Pinyin, KeepsEveryReadingOfACharacterInPlaceNames) {
  for (const auto& [letter, syllable] :
       {std::pair("重", "chong"), std::pair("重", "zhong"), std::pair("长", "chang"), std::pair("长", "zhang"),
        std::pair("朝", "chao"), std::pair("厦", "xia"), std::pair("厦", "sha"), std::pair("六", "lu"),
        std::pair("蔚", "yu"), std::pair("行", "hang"), std::pair("行", "xing"), std::pair("泊", "bo"),
        std::pair("堡", "pu"), std::pair("单", "shan"), std::pair("曾", "zeng")})
    EXPECT_TRUE(reads(letter, syllable)) << letter << ' ' << syllable;
}

TEST(Pinyin, TakesAnUmlautAsPeopleTypeIt) {
  EXPECT_TRUE(reads("吕", "lv"));
  EXPECT_TRUE(reads("吕", "lu"));
  EXPECT_TRUE(reads("女", "nv"));
}

TEST(Pinyin, LeavesOtherLettersAsTheyAre) {
  EXPECT_EQ(Pinyin::table().spelled("G6 京藏高速"), "g6jingcanggaosu");
  EXPECT_EQ(Pinyin::table().spelled("Plaça Nova"), "placanova");
  EXPECT_TRUE(Pinyin::table().readings(U'a').empty());
}

TEST(FoldedText, DropsCaseAccentAndWidth) {
  EXPECT_EQ(folded(U'É'), U'e');
  EXPECT_EQ(folded(U'Ａ'), U'a');
  EXPECT_EQ(folded(U'５'), U'5');
  EXPECT_EQ(folded(U'，'), 0);
  EXPECT_EQ(folded(U'桥'), U'桥');
}

TEST(FoldedText, KnowsWhereWordsBeginAndWhereLettersStand) {
  const auto letters = foldedLetters("Xi'an G6路 \xff!");
  std::string starts;
  for (const auto& one : letters) starts += one.startsWord ? '1' : '0';
  EXPECT_EQ(starts,
            "10001"
            "1"
            "1");
  EXPECT_EQ(letters.back().at, 8U);
  EXPECT_EQ(letters.back().size, 3U);
}

}  // namespace
}  // namespace fengsui
