// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/deriveorders.h"
#include "support/desk.h"

// Orders: each addressee's copy, the ladder, what is sent back, what teams are bound by.

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

const std::string kPower = "organisation:供电公司";
const std::string kTraffic = "organisation:交管";

Addressee office(const std::string& name) {
  return {AddresseeKind::organisation, {}, name, {}};
}
Addressee team(int number) {
  return {AddresseeKind::team, the<Team>(number).uuid, "救援队", "副队长"};
}

Order order(int number, const Addressee& to) {
  Order order;
  order.id = the<Order>(number);
  order.brief.title = "停电";
  order.brief.task = "受威胁线路停电";
  order.brief.owner = to;
  return order;
}

/// Signed and numbered.
Order issued(Desk& desk, Order order) {
  desk.does(DraftOrder{order, "值班长"});
  return *desk.situation().find(order.id);
}

OrderStage stageOf(const Desk& desk, int number, const std::string& to) {
  const Order* found = desk.situation().find(the<Order>(number));
  const OrderCopy* copy = found ? found->copy(to) : nullptr;
  EXPECT_NE(copy, nullptr);
  return copy ? copy->stage() : OrderStage::drafted;
}

TEST(Orders, ADraftThatIsWrittenAnewTakesThePlaceOfTheFirstInOneDecision) {
  Desk desk = Desk::ofTheStories();
  desk.does(DraftOrder{order(0, office("供电公司"))});
  Order again = order(1, office("供电公司"));
  again.brief.task = "受威胁线路与泵站停电";
  desk.does(DraftOrder{again, "值班长", {}, the<Order>(0)});
  EXPECT_EQ(desk.the<Order>(0).status, OrderStatus::cancelled);
  EXPECT_EQ(desk.the<Order>(1).status, OrderStatus::issued);
  EXPECT_THAT(desk.refuses(DraftOrder{order(2, office("供电公司")), {}, {}, the<Order>(1)}),
              HasSubstr("only a draft is put away"));
  EXPECT_EQ(desk.situation().find(the<Order>(2)), nullptr) << "all of it or nothing";
}

TEST(Orders, GoFromTheDraftToTheVerifiedResult) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.kind = MessageKind::request;
  draft.brief.verifier = "视频席";
  draft.brief.expects = {{"number", "停电确认号", "confirmation", AnswerType::text, {}, {}}};
  draft.brief.dueMinutes = 30;
  desk.does(DraftOrder{draft});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::drafted);
  EXPECT_TRUE(desk.the<Order>(0).number.empty());

  desk.does(IssueOrder{the<Order>(0), "值班长"});
  EXPECT_THAT(desk.the<Order>(0).number, HasSubstr("商0001-"));
  EXPECT_EQ(desk.the<Order>(0).dueBy->ms, desk.the<Order>(0).issued->at.ms + 30 * 60'000);
  desk.does(CarryOrder{the<Order>(0), "", {"spoken", {}, {}, "调度室", true, {}}});
  EXPECT_EQ(stageOf(desk, 0, kPower), OrderStage::delivered);
  desk.does(AcknowledgeOrder{the<Order>(0), "", "李梅", "单号、任务、时限", true});
  EXPECT_EQ(stageOf(desk, 0, kPower), OrderStage::acknowledged);
  EXPECT_EQ(textOf(MessageKind::request, OrderStage::acknowledged).zh, "已同意");
  desk.does(StartOrder{the<Order>(0), "", "李梅"});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::inProgress);
  EXPECT_EQ(desk.refuses(FinishOrder{the<Order>(0), "", "李梅"}), "the answer lacks: 停电确认号");
  desk.does(FinishOrder{the<Order>(0), "", "李梅", "", {{"number", "D-17", {}}}});
  EXPECT_FALSE(desk.the<Order>(0).finished());
  EXPECT_EQ(desk.refuses(VerifyOrder{the<Order>(0), "", "李梅"}), "whoever did it does not verify it: 李梅");
  desk.does(VerifyOrder{the<Order>(0), "", "视频席"});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::verified);
  EXPECT_TRUE(desk.the<Order>(0).finished());
}

TEST(Orders, WhatIsSentBackIsNotDoneUntilItIsDoneAgain) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.verifier = "视频席";
  issued(desk, draft);
  desk.does(FinishOrder{the<Order>(0), "", "李梅"});
  desk.does(SendBackOrder{the<Order>(0), "", "视频席", "东线仍带电"});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::inProgress);
  desk.refuses(VerifyOrder{the<Order>(0), "", "视频席"});
  desk.does(FinishOrder{the<Order>(0), "", "李梅"});
  desk.does(VerifyOrder{the<Order>(0), "", "视频席"});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::verified);
}

TEST(Orders, AnAddresseeWhoRefusedMayStillAgree) {
  Desk desk = Desk::ofTheStories();
  issued(desk, order(0, office("供电公司")));
  EXPECT_EQ(desk.refuses(RefuseOrder{the<Order>(0), "", "李梅", ""}), "a refusal is recorded with its reason");
  desk.does(RefuseOrder{the<Order>(0), "", "李梅", "抢修队不足"});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::refused);
  EXPECT_TRUE(desk.the<Order>(0).open());
  desk.does(AcknowledgeOrder{the<Order>(0), "", "李梅", ""});
  EXPECT_EQ(desk.the<Order>(0).stage(), OrderStage::acknowledged);
}

TEST(Orders, ANotificationIsFinishedWhenItIsReceived) {
  Desk desk = Desk::ofTheStories();
  Order note = order(0, office("供电公司"));
  note.brief.kind = MessageKind::notification;
  issued(desk, note);
  EXPECT_EQ(desk.refuses(FinishOrder{the<Order>(0), "", "李梅"}), "a notification is received, not done");
  desk.does(AcknowledgeOrder{the<Order>(0), "", "李梅"});
  EXPECT_TRUE(desk.the<Order>(0).finished());
}

TEST(Orders, ATeamThatOthersCommandIsAskedAndIsOnItsWayWhenItAgrees) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, team(2));
  draft.incident = the<Incident>(0);
  const Order out = issued(desk, draft);
  EXPECT_EQ(out.brief.kind, MessageKind::request);
  EXPECT_TRUE(desk.the<Team>(2).request.has_value());
  desk.does(AcknowledgeOrder{the<Order>(0), "", "消防支队"});
  EXPECT_EQ(desk.the<Team>(2).status, TeamStatus::enRoute);
}

TEST(Orders, OneOrderDoesNotSendOneTeamAndAskAnother) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, team(0));
  draft.brief.each = {team(0), team(2)};
  EXPECT_THAT(desk.refuses(DraftOrder{draft}), HasSubstr("one order cannot do both"));
}

TEST(Orders, AnOwnTeamIsBoundWhenTheOrderIsSignedAndFreeWhenItIsRecalled) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, team(0));
  draft.incident = the<Incident>(0);
  issued(desk, draft);
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::reserved);
  desk.does(StartOrder{the<Order>(0), "", "队长"});
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::enRoute);
  Order second = order(1, team(0));
  second.incident = the<Incident>(1);
  EXPECT_THAT(desk.refuses(DraftOrder{second, "值班长"}), HasSubstr("cannot be sent elsewhere without release"));
  desk.does(RecallOrder{the<Order>(0), "误发"});
  EXPECT_EQ(desk.the<Team>(0).status, TeamStatus::returning);
  EXPECT_EQ(desk.the<Order>(0).status, OrderStatus::cancelled);
}

TEST(Orders, ARecallIsOpenUntilEverybodyWhoHadTheOrderKnows) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.with = {office("交管")};
  issued(desk, draft);
  desk.does(AcknowledgeOrder{the<Order>(0), kPower, "李梅"});
  desk.does(CarryOrder{the<Order>(0), kTraffic, {"mail", {}, {}, {}, true, {}}});
  desk.does(RecallOrder{the<Order>(0), "误发"});
  EXPECT_THAT(notRecalled(desk.the<Order>(0)), UnorderedElementsAre("供电公司", "交管"));
  desk.does(CarryOrder{the<Order>(0), kPower, {"spoken", {}, {}, {}, true, {}}, true});
  EXPECT_THAT(notRecalled(desk.the<Order>(0)), UnorderedElementsAre("交管"));
  EXPECT_THAT(desk.refuses(AcknowledgeOrder{the<Order>(0), kTraffic, "王强"}), HasSubstr("was recalled"));
}

TEST(Orders, ARetaskStandsForTheOldOrderAndIsSignedAtOnce) {
  Desk desk = Desk::ofTheStories();
  issued(desk, order(0, office("供电公司")));
  desk.does(ReplaceOrder{the<Order>(0), {order(1, office("交管")), order(2, office("水务"))}, "值班长", "就近"});
  EXPECT_EQ(desk.the<Order>(0).status, OrderStatus::superseded);
  EXPECT_EQ(desk.the<Order>(1).replaces, the<Order>(0));
  EXPECT_EQ(desk.the<Order>(2).status, OrderStatus::issued);
  EXPECT_THAT(desk.the<Order>(2).number, HasSubstr("0003-"));
}

TEST(Orders, ASafetyCheckStopsAnOrderUntilSomebodyTakesItUponHimself) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("半专业队"));
  draft.brief.checks = {SafetyCheck::officer, SafetyCheck::margin};
  draft.brief.marginMinutes = 20;
  desk.does(DraftOrder{draft});
  SafetyFacts facts{"赵安全", 12, {}, {}, {}, {}};
  EXPECT_EQ(desk.refuses(IssueOrder{the<Order>(0), "值班长", facts}),
            "stopped for safety, this is not so: enough margin against the front (12 of 20 min)");
  desk.does(IssueOrder{the<Order>(0), "值班长", facts, "风已转，指挥员到场判断"});
  EXPECT_EQ(desk.the<Order>(0).overridden, std::vector{SafetyCheck::margin});
}

TEST(Orders, TheLadderIsClimbedByTheSeatThatSigned) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.owner.substitute = "副调度长";
  draft.brief.ladder = {{2 * 60'000, "B", false}, {4 * 60'000, "town", false}, {30 * 60'000, "值班长", true}};
  const Order out = issued(desk, draft);
  const auto rung = pendingRungs(desk.situation());
  ASSERT_EQ(rung.size(), 1U);
  EXPECT_EQ(rung[0].dueAt.ms, out.issued->at.ms + 2 * 60'000);
  EXPECT_FALSE(late(out, out.issued->at));
  EXPECT_TRUE(late(out, out.issued->at.plusMs(2 * 60'000 + 1)));

  DecisionContext elsewhere{out.issued->at, out.issued->at, "值班长", story::idOf(99, 1)};
  const auto refused = decide(desk.situation(), EscalateOrder{the<Order>(0), "", 0}, elsewhere);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message.en, HasSubstr("the seat that issued order"));
  desk.does(EscalateOrder{the<Order>(0), "", 0});
  EXPECT_EQ(desk.the<Order>(0).copies[0].escalations[0].whom, "副调度长");
  EXPECT_EQ(desk.refuses(EscalateOrder{the<Order>(0), "", 0}), "this rung has been climbed");
  EXPECT_EQ(pendingRungs(desk.situation())[0].whom, "town");
  desk.does(AcknowledgeOrder{the<Order>(0), "", "李梅"});
  EXPECT_EQ(pendingRungs(desk.situation())[0].whom, "值班长") << "the answer is still awaited";
  EXPECT_THAT(desk.refuses(EscalateOrder{the<Order>(0), "", 1}), HasSubstr("it has been answered"));
}

TEST(Orders, TheCountsOfWhatWasHandedDownAddUp) {
  Desk desk = Desk::ofTheStories();
  Order town = order(0, office("云岭镇"));
  town.brief.expects = {{"moved", "转移人数", "moved", AnswerType::counts, {}, {"应转", "已转"}}};
  issued(desk, town);
  for (int village = 1; village <= 2; ++village) {
    Order part = order(village, office(village == 1 ? "北沟村" : "南沟村"));
    part.brief.expects = town.brief.expects;
    part.parent = the<Order>(0);
    issued(desk, part);
  }
  desk.does(FinishOrder{the<Order>(1), "", "书记", "", {{"moved", "", {{"应转", 86}, {"已转", 86}}}}});
  EXPECT_THAT(desk.refuses(FinishOrder{the<Order>(0), "", "镇长", "", {{"moved", "", {{"应转", 106}}}}}),
              HasSubstr("what was handed down is not finished"));
  desk.does(FinishOrder{the<Order>(2), "", "书记", "", {{"moved", "", {{"应转", 20}, {"已转", 19}}}}});
  const auto sum = rollUp(desk.situation(), desk.the<Order>(0));
  ASSERT_EQ(sum.size(), 1U);
  EXPECT_EQ(sum[0].counts, (std::vector<CountPart>{{"应转", 106}, {"已转", 105}}));
  EXPECT_EQ(sum[0].answered, 2);
  EXPECT_EQ(sum[0].asked, 2);
}

TEST(Orders, ADraftIsEditedASignedOrderIsNot) {
  Desk desk = Desk::ofTheStories();
  desk.does(DraftOrder{order(0, office("供电公司"))});
  Brief brief = desk.the<Order>(0).brief;
  brief.owner = office("交管");
  desk.does(Revise<Order>{the<Order>(0), {{"brief", encode(brief)}}});
  desk.does(IssueOrder{the<Order>(0), "值班长"});
  EXPECT_NE(desk.the<Order>(0).copy(kTraffic), nullptr);
  EXPECT_EQ(desk.the<Order>(0).copy(kPower), nullptr);
  EXPECT_THAT(desk.refuses(Revise<Order>{the<Order>(0), {{"brief", encode(brief)}}}), HasSubstr("is signed"));
}

TEST(Orders, ABlankInTheTaskIsFilledBeforeTheOrderIsSigned) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.task = "转移____人";
  desk.does(DraftOrder{draft});
  EXPECT_THAT(desk.refuses(IssueOrder{the<Order>(0), "值班长"}), HasSubstr("still has blanks"));
}

TEST(Orders, OnlyWhoHoldsThePostSignsOnceTheStationHasSuchPosts) {
  Desk desk = Desk::ofTheStories();
  Post commander;
  commander.id = the<Post>(5);
  commander.name = "总指挥";
  commander.role = Role::commander;
  desk.does(Register<Post>{commander});
  desk.does(DraftOrder{order(0, office("供电公司"))});
  EXPECT_THAT(desk.refuses(IssueOrder{the<Order>(0), "值班长"}), HasSubstr("is for 总指挥"));
  DecisionContext x{Instant{1784554800000}, Instant{1784554800000}, "张三（总指挥）", {}};
  EXPECT_TRUE(decide(desk.situation(), IssueOrder{the<Order>(0), "总指挥"}, x));
}

TEST(Orders, AVillageThatSaysAllAreMovedIsNotVerifiedWhileTheShelterMissesSeven) {
  Desk desk = Desk::ofTheStories();
  for (int i = 0; i < 20; ++i) {
    Household household;
    household.id = the<Household>(i);
    household.name = "第" + std::to_string(i) + "户";
    household.village = "北沟村";
    household.persons = i == 0 ? 7 : i == 1 ? 3 : 4;
    desk.does(Register<Household>{household});
    if (i > 0) desk.does(CountHousehold{the<Household>(i), HouseholdState::inShelter, "shelter", "村小学", "安置点"});
  }
  Order draft = order(0, office("北沟村"));
  draft.brief.verifier = "包镇区领导";
  draft.brief.expects = {{"moved", "转移人数", "moved", AnswerType::ledger, {}, {"应转", "已转"}}};
  issued(desk, draft);
  desk.does(FinishOrder{the<Order>(0), "", "书记", "", {{"moved", "", {{"应转", 82}, {"已转", 82}}}}});
  EXPECT_EQ(desk.refuses(VerifyOrder{the<Order>(0), "", "包镇区领导"}),
            "the ledger counts 75 of 82 people as moved; not found: 第0户（7人）");
  desk.does(CountHousehold{the<Household>(0), HouseholdState::withRelatives, "shelter", "县城", "安置点"});
  desk.does(VerifyOrder{the<Order>(0), "", "包镇区领导"});
}

// What is said of an order, in any order and more than once, leaves the same copies.
RC_GTEST_PROP(Orders, AreTheSameInWhateverOrderTheReceiptsBecomeKnown, ()) {
  Desk desk = Desk::ofTheStories();
  Order draft = order(0, office("供电公司"));
  draft.brief.with = {office("交管")};
  draft.brief.verifier = "视频席";
  issued(desk, draft);
  const Situation before = desk.situation();

  std::vector<Event> receipts;
  const int count = *rc::gen::inRange(1, 7);
  for (int i = 0; i < count; ++i) {
    const std::string to = *rc::gen::element(kPower, kTraffic);
    const Step step{Instant{1784554800000 + *rc::gen::inRange(0, 4) * 1000}, *rc::gen::element<std::string>("甲", "乙"),
                    *rc::gen::element<std::string>("", "话")};
    EventBody body = OrderAcknowledged{the<Order>(0), to, step, *rc::gen::arbitrary<bool>()};
    switch (*rc::gen::inRange(0, 8)) {
      case 0:
        body = OrderRefused{the<Order>(0), to, step};
        break;
      case 1:
        body = OrderStarted{the<Order>(0), to, step};
        break;
      case 2:
        body = OrderDone{the<Order>(0), to, step, {{"n", *rc::gen::element<std::string>("1", "2"), {}}}};
        break;
      case 3:
        body = OrderSentBack{the<Order>(0), to, step};
        break;
      case 4:
        body = OrderVerified{the<Order>(0), to, step};
        break;
      case 5:
        body = OrderCarried{the<Order>(0), to, {"mail", step.at, step.by, {}, *rc::gen::arbitrary<bool>(), {}}, false};
        break;
      case 6:
        body = OrderEscalated{the<Order>(0), to, {*rc::gen::inRange(0, 2), "B", step}};
        break;
      default:
        break;
    }
    receipts.push_back({{{story::idOf(50, 0), static_cast<std::uint64_t>(i) + 1}, {}, step.at, step.by, {}, {}}, body});
  }
  std::vector<std::size_t> turn(receipts.size());
  for (std::size_t i = 0; i < turn.size(); ++i) turn[i] = i;
  const auto after = [&](const std::vector<std::size_t>& order, bool twice) {
    Situation s = before;
    for (int round = 0; round < (twice ? 2 : 1); ++round)
      for (const std::size_t i : order) {
        Event event = receipts[i];
        event.header.hlc = ++s.lastHlc;
        fold(s, event);
      }
    return s.find(the<Order>(0))->copies;
  };
  const auto expected = after(turn, false);
  RC_ASSERT(after(turn, true) == expected);
  while (std::next_permutation(turn.begin(), turn.end())) RC_ASSERT(after(turn, false) == expected);
}

}  // namespace
}  // namespace fengsui
