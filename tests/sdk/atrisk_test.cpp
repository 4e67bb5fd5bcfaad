// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/atrisk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "sdk/lifelines.h"

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::SizeIs;

StockLine line(const std::string& item, const std::string& unit, const std::string& quantity) {
  StockLine out;
  out.item = item;
  out.unit = unit;
  out.quantity = *Quantity::parse(quantity);
  return out;
}
Hit hit(const std::string& what) {
  Hit out;
  out.what = what;
  return out;
}

TEST(WhatIsAtRisk, IsAddedUpOverWhatIsReached) {
  Exposure exposure;
  exposure.hits = {hit("riskVillage"), hit("hospital"), hit("shelter"), hit("powerStation"), hit("powerStation"),
                   hit("bridge"),      hit("depot"),    hit("depot"),   hit("school")};
  exposure.hits[0].vulnerable = 30;
  exposure.hits[1].vulnerable = 6;
  exposure.hits[1].beds = 120;
  exposure.hits[2].beds = 400;
  exposure.hits[6].stock = {line("帐篷", "顶", "100"), line("编织袋", "条", "5000")};
  exposure.hits[7].stock = {line("帐篷", "顶", "20"), line("帐篷", "套", "1")};
  const AtRisk risk = atRiskIn(exposure);
  EXPECT_EQ(risk.vulnerable, 36);
  EXPECT_EQ(risk.beds, 120) << "places in a shelter are for others";
  EXPECT_EQ(risk.depots, 2);
  EXPECT_THAT(risk.lifelines, ElementsAre(Pair("power", 2), Pair("medical", 1), Pair("bridge", 1)));
  ASSERT_THAT(risk.stock, SizeIs(3));
  EXPECT_EQ(risk.stock[1].quantity.text(), "120");
  const Text words = atRiskWords(risk, 2);
  EXPECT_EQ(
      words.en,
      "36 vulnerable people, 120 beds of hospitals and nursing homes; lifelines: power 2, hospitals 1, bridges 1; "
      "supplies in 2 depots: 编织袋 5000 条, 帐篷 120 顶 and 1 kinds more");
  EXPECT_EQ(words.zh,
            "重点照护人员 36 人，医院、养老机构床位 120 张；生命线设施：供电 2、医疗 1、桥梁 1；"
            "受威胁物资（2 个库点）：编织袋 5000 条、帐篷 120 顶 等 3 种");
  EXPECT_TRUE(atRiskWords(atRiskIn({}), 2).en.empty());
}

TEST(Lifelines, AreListedInDataWithoutAnyTwice) {
  std::set<std::string> kinds, classes;
  for (const LifelineGroup& group : lifelines()) {
    EXPECT_FALSE(group.words.en.empty() || group.words.zh.empty()) << group.code;
    for (const LifelineKind& kind : group.kinds) {
      EXPECT_TRUE(kinds.insert(kind.code).second) << kind.code;
      EXPECT_FALSE(kind.words.en.empty() || kind.words.zh.empty()) << kind.code;
      EXPECT_EQ(lifelineGroupOf(kind.code), &group);
      for (const std::string& one : kind.map) EXPECT_TRUE(classes.insert(one).second) << one;
    }
  }
  ASSERT_NE(lifelineOnMap("substation"), nullptr);
  EXPECT_EQ(lifelineOnMap("substation")->code, "powerStation");
  EXPECT_EQ(lifelineOnMap("hotel"), nullptr);
  EXPECT_EQ(lifelineGroupOf("school"), nullptr);
}

}  // namespace
}  // namespace fengsui
