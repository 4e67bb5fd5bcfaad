// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/advice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kDistrict = R"yaml(plan: flood.small
edition: "2026-1"
effective: 2026-06-01
source: 示例
title: {zh: 防汛, en: Flood}
hazard: flood
levels:
  - {level: 三级, en: level III, approver: {post: 值班长}, when: {any: ["any('riskVillage', stage == 'prepare' or stage == 'immediate')"]}}
  - {level: 二级, en: level II, approver: {post: 值班长}, when: {any: ["any('riskVillage', stage == 'immediate')"]}}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - id: report
    title: {zh: 首报, en: First report}
    phase: act
    owner: {post: 值班长}
    do: 报区政府
  - id: move
    title: {zh: 立即转移, en: Move now}
    phase: act
    each: riskVillage
    where: stage == 'immediate'
    owner: {post: 镇长, of: each}
    do: "{each.name}立即转移，文号{response.documentNumber}"
  - id: barrier
    title: {zh: 下凹桥设障, en: Barrier at the underpass}
    phase: act
    each: underpass
    owner: {post: 值班长}
    do: "{each.name}设障断路"
  - id: rescue
    title: {zh: 救援前置, en: Rescue forward}
    phase: act
    owner: {post: 值班长}
    do: 两支救援队前置
    when: {on: "any('riskVillage', stage == 'immediate')"}
  - id: thanks
    title: {zh: 随后, en: Afterwards}
    phase: act
    owner: {post: 值班长}
    do: 随后再报
    when: {after: rescue}
)yaml";

constexpr const char* kOther = R"yaml(plan: fire.small
edition: "1"
effective: 2026-06-01
source: 示例
title: {zh: 防火, en: Fire}
hazard: forestFire
levels:
  - {level: 三级, en: level III, approver: {post: 值班长}, when: {any: ["any('riskVillage', stage == 'immediate')"]}}
phases: [{id: act, zh: 处置, en: Act}]
items:
  - {id: one, title: {zh: 一, en: one}, phase: act, owner: {post: 值班长}, do: 做}
)yaml";

constexpr std::int64_t kMinute = 60'000;

class Advices : public testing::Test {
 protected:
  Advices() {
    situation_.station.timeZone = "Asia/Shanghai";
    Post officer;
    officer.name = "值班长";
    officer.holders = {{"A", "张三", "", {}}};
    add(officer);
    for (const char* name : {"北沟村", "南沟村"}) zone(name, "village");
    for (const char* name : {"东桥", "西桥"}) zone(name, "underpass");
    exposure_.start = now_;
    exposure_.endMs = 240 * kMinute;
    exposure_.unit = "m";
    rules_ = {{{"riskVillage", {{"wet", 0.15, {"water at homes", "房屋进水"}}}},
               {"underpass", {{"turnBack", 0.15, {"turn back", "劝返"}}, {"closed", 0.27, {"closed", "断路"}}}},
               {"road", {{"shut", 0.3, {"no car gets through", "不能通行"}}}}}};
    for (const PlanEntry& entry : library_.entries())
      EXPECT_TRUE(entry.errors.empty()) << entry.errors.front().sentence(Language::english);
  }
  template <class Entity>
  Entity& add(Entity entity) {
    entity.id.uuid.bytes[15] = ++count_;
    situation_.all<Entity>().set(entity.id.uuid, entity);
    return *situation_.all<Entity>().edit(entity.id.uuid);
  }
  void zone(const std::string& name, const std::string& kind) {
    RiskZone out;
    out.name = name;
    out.kind = kind;
    out.town = "怀北镇";
    add(out);
  }
  Observation stage(const std::string& village, const std::string& word, const std::string& source) const {
    Observation out;
    out.name = "stage";
    out.place = village;
    out.word = word;
    out.source = source;
    out.at = now_;
    return out;
  }
  void hit(const std::string& what, const std::string& name, std::vector<StageTime> stages, double most = 0.6) {
    Hit out;
    out.what = what;
    out.name = name;
    out.most = most;
    out.mostMs = 40 * kMinute;
    out.stages = std::move(stages);
    exposure_.hits.push_back(std::move(out));
  }
  Advice advise(std::vector<Observation> measured, std::vector<Observation> forecast, bool ran = true) const {
    Observations said;
    said.readings = std::move(measured);
    return adviceFor(
        {library_, situation_, said, std::move(forecast), ran ? &exposure_ : nullptr, rules_, {"flood"}, now_});
  }
  static const OrderAdvice* order(const Advice& advice, const std::string& line) {
    for (const OrderAdvice& one : advice.orders)
      if (one.line == line) return &one;
    return nullptr;
  }
  static std::vector<std::string> addressees(const OrderAdvice& order) {
    std::vector<std::string> out;
    for (const Addressee& one : order.brief.each) out.push_back(one.name);
    return out;
  }

  PlanLibrary library_ = PlanLibrary::of({{"small.yaml", kDistrict}, {"fire.yaml", kOther}});
  Situation situation_;
  Instant now_ = *TimeZone::named("Asia/Shanghai")->parse("2026-07-20 21:00");
  Exposure exposure_;
  ExposureRules rules_;

 private:
  std::uint8_t count_ = 0;
};

TEST_F(Advices, AreEmptyWhereNothingCallsForAnything) {
  const Advice advice = advise({}, {});
  EXPECT_THAT(advice.levels, IsEmpty());
  EXPECT_THAT(advice.orders, IsEmpty());
  EXPECT_THAT(advice.closures, IsEmpty());
  EXPECT_THAT(advice.changes, IsEmpty());
}

TEST_F(Advices, NameTheLevelThatGaugesCallForWithTheMeasurement) {
  const Advice advice = advise({stage("北沟村", "immediate", "怀北 1 h 52 mm")}, {}, false);
  ASSERT_THAT(advice.levels, SizeIs(1)) << "a plan for another hazard is not asked";
  const LevelAdvice& level = advice.levels[0];
  EXPECT_EQ(level.plan, "flood.small");
  EXPECT_EQ(level.level, "二级") << "the strongest that holds";
  EXPECT_EQ(level.levelTitle.en, "level II");
  EXPECT_TRUE(level.already);
  EXPECT_FALSE(level.running);
  ASSERT_THAT(level.because, SizeIs(1));
  EXPECT_EQ(level.because[0].holds, Holds::yes);
  EXPECT_THAT(level.because[0].measured, HasSubstr("北沟村"));
  EXPECT_THAT(advice.changes, IsEmpty());
}

TEST_F(Advices, SayHowTheForecastChangesWhatGaugesSay) {
  const Advice raised = advise({stage("北沟村", "prepare", "雨量")}, {stage("南沟村", "immediate", "推演")});
  ASSERT_THAT(raised.levels, SizeIs(1));
  EXPECT_EQ(raised.levels[0].level, "二级");
  EXPECT_FALSE(raised.levels[0].already);
  ASSERT_THAT(raised.changes, SizeIs(1));
  EXPECT_EQ(raised.changes[0].zh, "防汛：按实测三级，按预报二级");
  EXPECT_EQ(raised.changes[0].en, "Flood: level III by what is measured, level II by the forecast");

  const Advice begun = advise({}, {stage("南沟村", "prepare", "推演")});
  ASSERT_THAT(begun.changes, SizeIs(1));
  EXPECT_EQ(begun.changes[0].zh, "防汛：按实测不启动，按预报三级");

  const Advice same = advise({stage("北沟村", "immediate", "雨量")}, {stage("南沟村", "prepare", "推演")});
  EXPECT_THAT(same.changes, IsEmpty()) << "a weaker forecast changes nothing";
}

TEST_F(Advices, KnowThatAResponseRunsAlready) {
  Response response;
  response.plan = "flood.small";
  response.status = ResponseStatus::active;
  response.level = "三级";
  Response& running = add(response);
  EXPECT_FALSE(advise({stage("北沟村", "immediate", "雨量")}, {}).levels.at(0).running) << "at a weaker level only";
  running.level = "二级";
  EXPECT_TRUE(advise({stage("北沟村", "immediate", "雨量")}, {}).levels.at(0).running);
  running.status = ResponseStatus::ended;
  EXPECT_FALSE(advise({stage("北沟村", "immediate", "雨量")}, {}).levels.at(0).running);
}

TEST_F(Advices, DraftOrdersForThePlacesThatAreMeantWithTheirReason) {
  hit("riskVillage", "北沟村", {{"wet", 5 * kMinute, 100 * kMinute, 105 * kMinute, false}});
  const Advice advice = advise({}, {stage("北沟村", "immediate", "推演")});
  const OrderAdvice* move = order(advice, "move");
  ASSERT_TRUE(move);
  EXPECT_EQ(move->plan, "flood.small");
  ASSERT_THAT(move->brief.each, SizeIs(1)) << "not the village whose stage is not so";
  EXPECT_THAT(move->brief.each[0].name, HasSubstr("北沟村"));
  EXPECT_THAT(move->missing, ElementsAre("response.documentNumber", HasSubstr("镇长")))
      << "what a person fills in, and who is on no list";
  ASSERT_THAT(move->because, SizeIs(1));
  EXPECT_EQ(move->because[0].en, "北沟村: water at homes from 21:05 to 22:45, at most 0.6 m at 21:40");
  EXPECT_EQ(move->because[0].zh, "北沟村：房屋进水：21:05 至 22:45，最大 0.6 m（21:40）");
}

TEST_F(Advices, DraftOrdersOfAKindOnlyForPlacesThatAreHit) {
  hit("underpass", "西桥", {{"turnBack", 0, kMinute, 60 * kMinute, false}});
  const Advice advice = advise({}, {stage("北沟村", "prepare", "推演")});
  const OrderAdvice* barrier = order(advice, "barrier");
  ASSERT_TRUE(barrier);
  EXPECT_THAT(addressees(*barrier), ElementsAre(HasSubstr("西桥")));
  EXPECT_FALSE(order(advice, "move"));
  exposure_.hits.clear();
  EXPECT_FALSE(order(advise({}, {stage("北沟村", "prepare", "推演")}), "barrier"));
}

TEST_F(Advices, DraftOrdersThatWaitForAConditionOnceItHoldsWithItsEvidence) {
  const Advice advice = advise({stage("北沟村", "immediate", "怀北 1 h 52 mm ≥ 45 mm")}, {});
  const OrderAdvice* rescue = order(advice, "rescue");
  ASSERT_TRUE(rescue);
  ASSERT_FALSE(rescue->because.empty());
  EXPECT_THAT(rescue->because[0].zh, testing::AllOf(HasSubstr("北沟村"), HasSubstr("52 mm")));
  EXPECT_FALSE(order(advice, "report")) << "what every response does is no advice";
  EXPECT_FALSE(order(advice, "thanks")) << "what follows comes when its forerunner is done";
  EXPECT_FALSE(order(advise({stage("北沟村", "prepare", "雨量")}, {}), "rescue"));
}

TEST_F(Advices, CloseRoadsFromWhenTheyAreReachedUntilTheyAreFree) {
  hit("road", "怀北路", {{"shut", 30 * kMinute, 60 * kMinute, 90 * kMinute, false}});
  exposure_.hits.back().shape =
      Shape{ShapeKind::line, {}, {{*Position::ofDegrees(116.6, 40.3), *Position::ofDegrees(116.61, 40.3)}}, {}};
  hit("road", "", {{"shut", 30 * kMinute, 210 * kMinute, 240 * kMinute, true}});
  hit("underpass", "东桥", {{"turnBack", 0, 0, 10 * kMinute, false}}, 0.2);
  hit("underpass", "西桥", {{"turnBack", 0, 0, 10 * kMinute, false}, {"closed", 5 * kMinute, 0, 5 * kMinute, false}});
  hit("riskVillage", "北沟村", {{"wet", 0, 0, 0, true}});
  const Advice advice = advise({}, {});
  ASSERT_THAT(advice.closures, SizeIs(3)) << "neither a village, nor water in which cars are only turned back";
  const RoadClosure& road = advice.closures[1];
  EXPECT_EQ(road.name, "怀北路");
  EXPECT_EQ(road.source, ClosureSource::forecast);
  EXPECT_EQ(road.shape, exposure_.hits[0].shape);
  ASSERT_THAT(road.spans, SizeIs(1));
  EXPECT_EQ(road.spans[0].from, now_.plusMs(30 * kMinute));
  EXPECT_EQ(road.spans[0].to, now_.plusMs(90 * kMinute));
  EXPECT_TRUE(road.sparesBridges);
  EXPECT_THAT(road.words, HasSubstr("21:30"));
  EXPECT_EQ(advice.closures[0].name, "西桥") << "the first to be shut is the first on the list";
  EXPECT_EQ(advice.closures[0].spans.at(0).to, now_.plusMs(6 * kMinute)) << "a moment is a minute at least";
}

TEST_F(Advices, CloseARoadOfManyPiecesOnce) {
  const auto piece = [&](double lon, std::int64_t from, bool goesOn) {
    hit("road", "怀北路", {{"shut", from * kMinute, 60 * kMinute, (from + 60) * kMinute, goesOn}});
    exposure_.hits.back().shape =
        Shape{ShapeKind::line, {}, {{*Position::ofDegrees(lon, 40.3), *Position::ofDegrees(lon + 0.01, 40.3)}}, {}};
  };
  piece(116.6, 30, false);
  piece(116.7, 90, true);
  const Advice advice = advise({}, {});
  ASSERT_THAT(advice.closures, SizeIs(1));
  EXPECT_THAT(advice.closures[0].shape->lines, SizeIs(2));
  EXPECT_EQ(advice.closures[0].spans.at(0).from, now_.plusMs(30 * kMinute));
  EXPECT_FALSE(advice.closures[0].spans.at(0).to) << "shut until further notice";
}

TEST_F(Advices, CloseRoadsWithoutANameByTheVillageTheyAreNearTo) {
  Place place;
  place.name = "西沟村";
  place.kind = "village";
  place.location = *Position::ofDegrees(116.6, 40.3);
  add(place);
  for (const double lon : {116.6, 116.602}) {
    hit("road", "", {{"shut", 30 * kMinute, 60 * kMinute, 90 * kMinute, false}});
    exposure_.hits.back().roadClass = "track";
    exposure_.hits.back().lengthM = 170;
    exposure_.hits.back().where = *Position::ofDegrees(lon + 0.001, 40.3);
    exposure_.hits.back().shape =
        Shape{ShapeKind::line, {}, {{*Position::ofDegrees(lon, 40.3), *Position::ofDegrees(lon + 0.002, 40.3)}}, {}};
  }
  const Advice advice = advise({}, {});
  ASSERT_THAT(advice.closures, SizeIs(1)) << "they touch: one stretch";
  EXPECT_THAT(advice.closures[0].name, HasSubstr("西沟村附近"));
  EXPECT_THAT(advice.closures[0].name, HasSubstr("340 米"));
  EXPECT_THAT(advice.closures[0].shape->lines, SizeIs(2));
  EXPECT_TRUE(advice.closures[0].sparesBridges);
}

TEST_F(Advices, SayOnAndNoEndOfWhatGoesOn) {
  hit("riskVillage", "北沟村", {{"wet", 5 * kMinute, 235 * kMinute, 240 * kMinute, true}});
  const Text reason = reasonOf(exposure_.hits[0], exposure_, rules_, *TimeZone::named("Asia/Shanghai"));
  EXPECT_EQ(reason.en, "water at homes from 21:05 on, at most 0.6 m at 21:40");
  EXPECT_EQ(reason.zh, "房屋进水：21:05 起，最大 0.6 m（21:40）");
}

TEST_F(Advices, ComeBackFromTheirFile) {
  hit("underpass", "西桥", {{"closed", 5 * kMinute, 0, 5 * kMinute, false}});
  const Advice advice = advise({stage("北沟村", "immediate", "雨量")}, {stage("南沟村", "immediate", "推演")});
  ASSERT_FALSE(advice.orders.empty());
  Advice back;
  codec::Fault fault;
  ASSERT_TRUE(codec::read(Json::parse(codec::write(advice).dump()), back, fault));
  EXPECT_EQ(back, advice);
}

}  // namespace
}  // namespace fengsui
