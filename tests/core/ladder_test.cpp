// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ladder.h"

#include "support/desk.h"

namespace fengsui {
namespace {

constexpr std::int64_t kMinute = 60'000;

Uuid seat(std::uint8_t number) {
  Uuid origin;
  origin.bytes[15] = number;
  return origin;
}

struct OneOrder : testing::Test {
  Desk desk = Desk::ofTheStories();
  Order order;
  Instant issued;

  void SetUp() override {
    order.id.uuid = Uuid::v7(Instant{1784554800000});
    order.brief.task = "带电设备断电";
    order.brief.owner = {AddresseeKind::organisation, {}, "供电公司", "副经理"};
    order.brief.ladder = {{2 * kMinute, "B", false}, {4 * kMinute, "town", false}, {30 * kMinute, "值班长", true}};
    issued = desk.does(DraftOrder{order, "值班长", {}}).back().header.occurred;
  }
};

TEST_F(OneOrder, NothingIsDueBeforeItsTimeNorAtAnotherSeat) {
  EXPECT_TRUE(rungsDue(desk.situation(), seat(1), issued.plusMs(2 * kMinute - 1)).empty());
  EXPECT_EQ(rungsDue(desk.situation(), seat(1), issued.plusMs(2 * kMinute)).size(), 1u);
  EXPECT_TRUE(rungsDue(desk.situation(), seat(2), issued.plusMs(60 * kMinute)).empty());
  EXPECT_EQ(nextRungAt(desk.situation(), seat(1)), issued.plusMs(2 * kMinute));
  EXPECT_EQ(nextRungAt(desk.situation(), seat(2)), std::nullopt);
}

TEST_F(OneOrder, EachRungIsDueOnceAndInItsOrder) {
  const Instant late = issued.plusMs(60 * kMinute);
  std::vector<std::int64_t> rungs;
  for (auto due = rungsDue(desk.situation(), seat(1), late); !due.empty();
       due = rungsDue(desk.situation(), seat(1), late)) {
    ASSERT_EQ(due.size(), 1u);
    rungs.push_back(std::get<EscalateOrder>(due[0].command).rung);
    desk.does(due[0].command);
  }
  EXPECT_EQ(rungs, (std::vector<std::int64_t>{0, 1, 2}));
  EXPECT_EQ(nextRungAt(desk.situation(), seat(1)), std::nullopt);
}

TEST_F(OneOrder, WhoAnsweredIsOnlyAskedForTheAnswer) {
  desk.does(AcknowledgeOrder{order.id, "", "李梅", "", true});
  EXPECT_TRUE(rungsDue(desk.situation(), seat(1), issued.plusMs(29 * kMinute)).empty());
  const auto due = rungsDue(desk.situation(), seat(1), issued.plusMs(30 * kMinute));
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(std::get<EscalateOrder>(due[0].command).rung, 2);
}

TEST_F(OneOrder, WhatIsTakenBackIsNotChased) {
  desk.does(RecallOrder{order.id, "误发"});
  EXPECT_TRUE(rungsDue(desk.situation(), seat(1), issued.plusMs(60 * kMinute)).empty());
}

TEST(Ladder, CallsOutTheNextForEverybodyWhoDidNotSayItBack) {
  Desk desk = Desk::ofTheStories();
  StartCallout start;
  start.callout.id.uuid = Uuid::v7(Instant{1784554800000});
  start.callout.title = "山洪叫应";
  start.callout.ladder = {{3 * kMinute, "B", false}, {5 * kMinute, "town", false}};
  for (int i = 0; i < 3; ++i) {
    Call call;
    call.id.uuid = Uuid::v7(Instant{1784554800000 + i});
    call.name = "村书记" + std::to_string(i);
    start.calls.push_back(call);
  }
  const Instant signedAt = desk.does(start).back().header.occurred;
  desk.does(TryCall{start.calls[0].id, {"telephone", {}, "", "", true, ""}, CallStage::responded});
  const auto due = rungsDue(desk.situation(), seat(1), signedAt.plusMs(3 * kMinute));
  ASSERT_EQ(due.size(), 2u);
  for (const DueRung& rung : due) desk.does(rung.command);
  EXPECT_TRUE(rungsDue(desk.situation(), seat(1), signedAt.plusMs(3 * kMinute)).empty());
  EXPECT_EQ(nextRungAt(desk.situation(), seat(1)), signedAt.plusMs(5 * kMinute));
  EXPECT_TRUE(rungsDue(desk.situation(), seat(3), signedAt.plusMs(10 * kMinute)).empty());
}

}  // namespace
}  // namespace fengsui
