// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/loader.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

// FORMAT.md, put together.
constexpr const char* kDistrict = R"(plan: flood.district
edition: "2026-1"
effective: 2026-06-01
source: 示范区防汛应急预案（示例值，须由本地校核）
title: {zh: 防汛应急响应, en: Flood and waterlogging response}
hazard: flood
scenario: {place: 示范区, case: {zh: 全区强降雨, en: district-wide heavy rain}}
levels:
  - level: 四级
    en: level IV
    approver: {post: 防汛办主任}
    when: warning('暴雨') >= blue
  - level: 三级
    en: level III
    approver: {post: 分管区领导}
    when:
      any:
        - warning('暴雨') >= yellow
        - any('riskVillage', stage == 'prepare')
        - count('underpass', depth >= 15 cm) >= 2
end:
  - {zh: 水务、规自逐村复核沟道与坡体, en: channels and slopes re-checked village by village}
  - 签批回迁
phases:
  - {id: start, zh: 启动, en: Start}
  - {id: act, zh: 处置, en: Act}
items:
  - id: underpasses
    title: {zh: 下凹桥值守, en: Underpasses manned}
    phase: act
    levels: [三级]
    owner: {post: 排水集团值班长, b: 排水集团副值班长}
    with: [{organisation: 公安交管}]
    kind: instruction
    do: 下凹桥“一桥一案”：人、泵、挡板到位；15厘米劝返，27厘米断路
    when: {at: 30}
    needs: {supplies: [{item: 水泵, quantity: 4, unit: 台}], teams: [{capability: drainage, count: 2}]}
    answer:
      - {id: photo, zh: 到位照片, en: photo on site, type: photo}
      - {id: depth, zh: 水尺读数, en: gauge, type: number, unit: cm}
    chase: [{minutes: 10, to: b}, {minutes: 20, to: {post: 值班长}}]
    verify: {by: {post: 视频席}, how: 抽看；开通须见底巡查后由交管批准}
  - id: villages
    title: {zh: 准备转移, en: Prepare to move}
    phase: act
    each: riskVillage
    where: population > 0 and rain(1 h) >= 30 mm
    owner: {post: 镇长, of: each}
    do: {zh: "{each.name}：包保责任人上岗", en: "{each.name}: responsible persons on post"}
    when: {after: underpasses, minutes: 20}
    standing: 失联30分钟自行转移
    forbidden: [夜间涉水过沟, 为取财物返回]
)";

std::string sentences(const PlanErrors& errors) {
  std::string out;
  for (const Error& error : errors) out += error.sentence(Language::english) + '\n';
  return out;
}

TEST(LoadPlan, ReadsEverythingThatTheFormatDescribes) {
  const PlanResult plan = loadPlan(kDistrict, "flood.yaml");

  ASSERT_TRUE(plan) << sentences(plan.error());
  EXPECT_EQ(plan->id, "flood.district");
  EXPECT_EQ(plan->title.en, "Flood and waterlogging response");
  ASSERT_EQ(plan->levels.size(), 2u);
  ASSERT_TRUE(plan->levels[1].when);
  EXPECT_EQ(plan->levels[1].when->match, Match::any);
  ASSERT_EQ(plan->levels[1].when->lines.size(), 3u);
  EXPECT_EQ(print(plan->levels[1].when->lines[2].tree()), "count('underpass', depth >= 15 cm) >= 2");
  ASSERT_EQ(plan->end.size(), 2u);
  EXPECT_EQ(plan->end[1].zh, "签批回迁");
  ASSERT_EQ(plan->items.size(), 2u);
  const PlanItem& first = plan->items[0];
  EXPECT_EQ(first.owner.b, "排水集团副值班长");
  EXPECT_EQ(first.when.at, 30);
  EXPECT_EQ(first.needs.supplies.at(0).quantity, Quantity::of(4));
  EXPECT_EQ(first.answer.at(1).unit, "cm");
  ASSERT_EQ(first.chase.size(), 2u);
  EXPECT_EQ(first.chase[0].to.target, ChaseTarget::b);
  EXPECT_EQ(first.chase[1].to.post, "值班长");
  EXPECT_EQ(first.source.at(".when.at").line, 36);
  const PlanItem& second = plan->items[1];
  EXPECT_EQ(second.owner.of, "each");
  EXPECT_EQ(second.when.after, "underpasses");
  ASSERT_EQ(second.standing.size(), 1u);
  EXPECT_EQ(second.forbidden.size(), 2u);
  EXPECT_TRUE(second.mandatory);
}

}  // namespace
}  // namespace fengsui
