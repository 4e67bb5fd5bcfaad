// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>

#include "core/deriveduty.h"
#include "support/desk.h"
#include "support/property.h"

// Warnings and the persons who are called out for them (叫应).

namespace fengsui {
namespace {

using story::the;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;

Call callTo(int number, std::string name, std::int64_t peopleAtRisk = 10, std::string town = "怀北镇") {
  Call call;
  call.id = the<Call>(number);
  call.name = std::move(name);
  call.post = "村书记";
  call.place = "第" + std::to_string(number) + "村";
  call.town = std::move(town);
  call.peopleAtRisk = peopleAtRisk;
  call.phones = {"010-100", "010-200"};
  call.substitute = Responsible{"B", call.name + "的B角", "", {"010-300"}};
  return call;
}

Warning rainstorm(int number, Instant signedAt = {}) {
  Warning warning;
  warning.id = the<Warning>(number);
  warning.kind = "暴雨";
  warning.colour = WarningColour::orange;
  warning.issuer = "区气象局";
  warning.signedAt = signedAt;
  return warning;
}

StartCallout callout(std::vector<Call> calls, std::optional<Id<Warning>> warning = {}) {
  StartCallout start;
  start.callout.id = the<Callout>(0);
  start.callout.title = "立即转移叫应";
  start.callout.warning = warning;
  start.callout.ladder = {{3 * kMinute, "B", false}, {5 * kMinute, "town", false}, {15 * kMinute, "door", false}};
  start.calls = std::move(calls);
  return start;
}

/// A desk that has begun to call three persons.
Desk calling() {
  Desk desk;
  desk.does(callout({callTo(0, "甲", 30), callTo(1, "乙", 200), callTo(2, "丙", 30)}));
  return desk;
}

Attempt rang(std::string detail = "收到", Instant at = {}) {
  return {"telephone", at, "", "", true, std::move(detail)};
}

TEST(Warnings, SayTheirKindAndWhoIssuedThem) {
  Desk desk;
  Warning nobodys = rainstorm(0);
  nobodys.issuer.clear();
  EXPECT_THAT(desk.refuses(IssueWarning{nobodys}), HasSubstr("kind and who issued it"));
  EXPECT_THAT(desk.refuses(IssueWarning{rainstorm(0, desk.now().plusMs(kMinute))}), HasSubstr("future"));
  desk.does(IssueWarning{rainstorm(0)});
  EXPECT_THAT(desk.refuses(IssueWarning{rainstorm(0)}), HasSubstr("id of its own"));
  EXPECT_NE(desk.the<Warning>(0).signedAt, Instant{});
}

TEST(Warnings, OfSeveralKindsStandBesideEachOtherUntilOneReplacesAnother) {
  Desk desk;
  desk.does(IssueWarning{rainstorm(0)});
  desk.does(IssueWarning{rainstorm(1)});
  Warning red = rainstorm(2);
  red.colour = WarningColour::red;
  red.replaces = the<Warning>(0);
  desk.does(IssueWarning{red});
  EXPECT_EQ(desk.the<Warning>(0).status, WarningStatus::replaced);
  EXPECT_EQ(desk.the<Warning>(1).status, WarningStatus::inForce);
  EXPECT_THAT(desk.refuses(LiftWarning{the<Warning>(0), ""}), HasSubstr("is replaced"));
  desk.does(LiftWarning{the<Warning>(2), "雨停"});
  EXPECT_EQ(desk.the<Warning>(2).ended->words, "雨停");
  EXPECT_THAT(desk.refuses(LiftWarning{the<Warning>(2), ""}), HasSubstr("is lifted"));
}

TEST(Callout, CountsItsFiveMinutesFromTheSignatureOfTheWarning) {
  Desk desk;
  const Instant signedAt = desk.now().plusMs(-2 * kMinute);
  desk.does(IssueWarning{rainstorm(0, signedAt)});
  StartCallout start = callout({callTo(0, "甲")}, the<Warning>(0));
  start.callout.title.clear();
  desk.does(start);
  EXPECT_EQ(desk.the<Callout>(0).signedAt, signedAt);
  EXPECT_EQ(desk.the<Callout>(0).title, "暴雨橙色Ⅱ预警叫应");
  EXPECT_EQ(ratesOf(desk.situation(), desk.the<Callout>(0)).goalAt, signedAt.plusMs(5 * kMinute));
}

TEST(Callout, PutsAtMostAHundredPersonsInOneEventAndNobodyTwice) {
  Desk desk;
  std::vector<Call> calls;
  for (int i = 0; i < 250; ++i) calls.push_back(callTo(i, "第" + std::to_string(i) + "人"));
  const auto events = desk.does(callout(calls));
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(std::get<CalloutExtended>(events[1].body).calls.size(), 100u);
  EXPECT_EQ(std::get<CalloutExtended>(events[3].body).calls.size(), 50u);
  Call again = callTo(3, "第3人");
  again.id.uuid.bytes[1] = 9;
  Call more = callTo(3, "另一人");
  more.id.uuid.bytes[1] = 10;
  desk.does(ExtendCallout{the<Callout>(0), {again, more}});
  EXPECT_EQ(desk.situation().calls.size(), 251u);
  EXPECT_TRUE(desk.does(ExtendCallout{the<Callout>(0), {again}}).empty());
}

TEST(Callout, GivesAPersonToOneCallerAtATime) {
  Desk desk = calling();
  desk.as("席位一").does(ClaimCall{the<Call>(0)});
  EXPECT_THAT(desk.as("席位二").refuses(ClaimCall{the<Call>(0)}), HasSubstr("席位一 is calling 甲 now"));
  EXPECT_THAT(desk.refuses(UnclaimCall{the<Call>(0)}), HasSubstr("席位一 is calling"));
  desk.as("席位一").does(UnclaimCall{the<Call>(0)});
  desk.as("席位二").does(ClaimCall{the<Call>(0)});
  desk.passes(3 * kMinute);
  desk.as("席位一").does(ClaimCall{the<Call>(0)});
  EXPECT_EQ(desk.the<Call>(0).claimed->by, "席位一") << "a claim lapses after three minutes";
}

TEST(Callout, KeepsTheFirstOfTwoClaimsThatDidNotKnowOfEachOther) {
  Desk one = calling(), other = one;
  one.as("席位一").does(ClaimCall{the<Call>(0)});
  other.passes(500);
  const auto second = other.at(2).as("席位二").does(ClaimCall{the<Call>(0)});
  one.learns(second[0]);
  EXPECT_EQ(one.the<Call>(0).claimed->by, "席位一");
  EXPECT_TRUE(one.situation().conflicts.empty());
}

TEST(Callout, AStageIncludesTheOnesBeforeAndTheFirstOfEachCounts) {
  Desk desk = calling();
  desk.does(ClaimCall{the<Call>(0)});
  desk.does(TryCall{the<Call>(0), {"telephone", {}, "", "", false, "无人接"}, CallStage::waiting});
  EXPECT_EQ(desk.the<Call>(0).stage(), CallStage::waiting);
  desk.does(TryCall{the<Call>(0), rang("接了没说话"), CallStage::woken});
  EXPECT_TRUE(desk.the<Call>(0).delivered && desk.the<Call>(0).woken && !desk.the<Call>(0).responded);
  const auto woken = desk.the<Call>(0).woken;
  EXPECT_TRUE(desk.the<Call>(0).claimed);
  desk.does(TryCall{the<Call>(0), rang("复述：今晚八点前转移完毕"), CallStage::responded});
  EXPECT_EQ(desk.the<Call>(0).woken, woken);
  EXPECT_EQ(desk.the<Call>(0).responded->words, "复述：今晚八点前转移完毕");
  EXPECT_EQ(desk.the<Call>(0).responded->by, "甲");
  EXPECT_FALSE(desk.the<Call>(0).claimed) << "whoever has said it back is free";
  EXPECT_EQ(desk.the<Call>(0).attempts.size(), 3u);
  EXPECT_THAT(desk.refuses(ClaimCall{the<Call>(0)}), HasSubstr("said it back already"));
}

TEST(Callout, IsClimbedByTheSeatThatBeganItUntilAnotherTakesItOver) {
  Desk desk = calling();
  desk.at(2);
  EXPECT_THAT(desk.refuses(EscalateCall{the<Call>(0), 0}), HasSubstr("another seat climbs"));
  desk.does(TakeCalloutLadder{the<Callout>(0)});
  EXPECT_THAT(desk.refuses(TakeCalloutLadder{the<Callout>(0)}), HasSubstr("climbs the ladder already"));
  desk.does(EscalateCall{the<Call>(0), 0});
  EXPECT_THAT(desk.refuses(EscalateCall{the<Call>(0), 0}), HasSubstr("climbed already: 甲的B角"));
  EXPECT_THAT(desk.refuses(EscalateCall{the<Call>(0), 3}), HasSubstr("no such rung"));
  desk.does(EscalateCall{the<Call>(0), 1});
  EXPECT_EQ(desk.the<Call>(0).escalations[1].whom, "怀北镇值班室");
  desk.does(TryCall{the<Call>(1), rang(), CallStage::responded});
  EXPECT_THAT(desk.refuses(EscalateCall{the<Call>(1), 0}), HasSubstr("said it back already"));
}

TEST(Callout, EndsWithAReasonWhileSomebodyIsSilentAndTakesLateListsAfterwards) {
  Desk desk = calling();
  EXPECT_THAT(desk.refuses(CloseCallout{the<Callout>(0), ""}), HasSubstr("3 have not said it back"));
  const Instant before = desk.now();
  desk.passes(10 * kMinute);
  desk.does(CloseCallout{the<Callout>(0), "预警解除"});
  EXPECT_THAT(desk.refuses(CloseCallout{the<Callout>(0), ""}), HasSubstr("is closed"));
  EXPECT_THAT(desk.refuses(ExtendCallout{the<Callout>(0), {callTo(9, "丁")}}), HasSubstr("is closed"));
  EXPECT_THAT(desk.refuses(ClaimCall{the<Call>(0)}), HasSubstr("is closed"));
  EXPECT_THAT(desk.refuses(TryCall{the<Call>(0), rang(), CallStage::responded}), HasSubstr("is closed"));
  // A runner brings the paper list: the true time is before the end.
  desk.happened(before);
  desk.does(TryCall{the<Call>(0), rang("上门"), CallStage::responded});
  EXPECT_EQ(desk.the<Call>(0).responded->at, before);
}

TEST(Callout, AMistakenTryIsTakenBackAndThePersonIsRungAgain) {
  Desk desk = calling();
  desk.does(TryCall{the<Call>(0), rang("短信"), CallStage::delivered});
  const Json before = withoutTraces(desk.situation());
  const auto wrong = desk.does(TryCall{the<Call>(0), rang("点错人"), CallStage::responded});
  desk.does(Undo{wrong[0]});
  EXPECT_EQ(Json::diff(before, withoutTraces(desk.situation())), Json::array());
  EXPECT_EQ(desk.the<Call>(0).stage(), CallStage::delivered);
}

TEST(Callout, RanksWhoIsMissingByPeopleAtRiskThenByPlace) {
  Desk desk = calling();
  const auto names = [&] {
    std::vector<std::string> out;
    for (const Unreached& one : unreachedOf(desk.situation(), desk.the<Callout>(0), desk.now()))
      out.push_back(one.call->name);
    return out;
  };
  EXPECT_THAT(names(), ElementsAre("乙", "甲", "丙"));
  desk.does(TryCall{the<Call>(1), rang(), CallStage::responded});
  EXPECT_THAT(names(), ElementsAre("甲", "丙"));
}

TEST(Callout, MeasuresEachStageAgainstTheGoal) {
  Desk desk = calling();
  desk.does(TryCall{the<Call>(0), rang(), CallStage::responded});
  desk.does(TryCall{the<Call>(1), rang(), CallStage::delivered});
  desk.passes(6 * kMinute);
  desk.does(TryCall{the<Call>(2), rang(), CallStage::woken});
  const CalloutRates rates = ratesOf(desk.situation(), desk.the<Callout>(0));
  EXPECT_EQ(rates.percent(CallStage::delivered), 100);
  EXPECT_EQ(rates.percentInTime(CallStage::delivered), 66);
  EXPECT_EQ(rates.percent(CallStage::woken), 66);
  EXPECT_EQ(rates.percent(CallStage::responded), 33);
  EXPECT_FALSE(rates.met(CallStage::delivered)) << "late is not in time";
}

TEST(Callout, SaysWhoseTurnItIsUntilThePersonHasSaidItBack) {
  Desk desk = calling();
  const Instant signedAt = desk.the<Callout>(0).signedAt;
  auto pending = pendingCallRungs(desk.situation());
  ASSERT_EQ(pending.size(), 3u);
  EXPECT_EQ(pending[0].whom, "B");
  EXPECT_EQ(pending[0].dueAt, signedAt.plusMs(3 * kMinute));
  EXPECT_TRUE(pendingCallRungs(desk.situation(), signedAt.plusMs(3 * kMinute - 1)).empty());
  desk.does(EscalateCall{pending[0].call, pending[0].rung});
  desk.does(TryCall{the<Call>(1), rang(), CallStage::responded});
  pending = pendingCallRungs(desk.situation());
  ASSERT_EQ(pending.size(), 2u);
  EXPECT_EQ(pending[1].whom, "town");
  desk.does(CloseCallout{the<Callout>(0), "解除"});
  EXPECT_TRUE(pendingCallRungs(desk.situation()).empty());
}

/// One thing that became known of a person: tried, or escalated.
struct Fact {
  int kind = 0, minute = 0, word = 0;
};
std::ostream& operator<<(std::ostream& out, const Fact& f) {
  return out << f.kind << '/' << f.minute << '/' << f.word;
}
rc::Gen<Fact> anyFact() {
  return rc::gen::build<Fact>(rc::gen::set(&Fact::kind, rc::gen::inRange(0, 5)),
                              rc::gen::set(&Fact::minute, rc::gen::inRange(0, 4)),
                              rc::gen::set(&Fact::word, rc::gen::inRange(0, 2)));
}

EventBody bodyOf(const Fact& f) {
  const Instant at{1784554800000 + f.minute * kMinute};
  const std::string words = f.word == 0 ? "收到" : "复述无误";
  if (f.kind == 4) return CallEscalated{the<Call>(0), {f.minute % 2, "怀北镇值班室", {at, "席位", words}}};
  return CallTried{the<Call>(0), {"telephone", at, "席位", "甲", f.kind > 0, words}, static_cast<CallStage>(f.kind)};
}

Json callAfter(const std::vector<Fact>& facts) {
  Situation s;
  fold(s, {{}, CalloutStarted{callout({}).callout}});
  fold(s, {{}, CalloutExtended{the<Callout>(0), {callTo(0, "甲")}}});
  for (const Fact& fact : facts) fold(s, {{}, bodyOf(fact)});
  Json json = encode(*s.find(the<Call>(0)));
  json.erase("stamp");
  return json;
}

TEST(Callout, KnowsTheSameWhateverTheOrderInWhichFactsArriveAndHoweverOften) {
  property("facts of a call merge", 300, 100, [] {
    const auto facts = *rc::gen::container<std::vector<Fact>>(anyFact());
    auto shuffled = facts;
    for (const Fact& fact : facts)
      if (*rc::gen::inRange(0, 3) == 0) shuffled.push_back(fact);
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(callAfter(facts) == callAfter(shuffled));
  });
}

}  // namespace
}  // namespace fengsui
