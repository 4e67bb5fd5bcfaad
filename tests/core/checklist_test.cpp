// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/deriveorders.h"
#include "support/desk.h"

// A response's checklist: what is due, what an order makes of a line, what a change of level adds and ends.

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;
const Instant kStart{1784560000000};

ChecklistItem line(int number, std::int64_t minute) {
  ChecklistItem item;
  item.id = the<ChecklistItem>(number);
  item.line = "item-" + std::to_string(number);
  item.brief.title = "第" + std::to_string(number) + "项";
  item.brief.owner = {AddresseeKind::post, {}, "镇长", "副镇长"};
  item.timing.dueAt = kStart.plusMs(minute * kMinute);
  return item;
}

Desk withResponse(std::vector<ChecklistItem> items) {
  Desk desk;
  Response response;
  response.id = the<Response>(0);
  response.title = "防汛应急响应";
  response.level = "三级";
  response.signedBy = "分管区领导";
  response.startedAt = kStart;
  desk.does(ActivateResponse{response, std::move(items)});
  return desk;
}

ItemState stateOf(const Desk& desk, int number, std::int64_t minute) {
  return stateOf(desk.situation(), desk.the<ChecklistItem>(number), kStart.plusMs(minute * kMinute));
}

TEST(Checklist, ALineWaitsComesDueAndIsLate) {
  const Desk desk = withResponse({line(10, 30)});
  EXPECT_EQ(stateOf(desk, 10, 0), ItemState::waiting);
  EXPECT_EQ(stateOf(desk, 10, 26), ItemState::due);
  EXPECT_EQ(stateOf(desk, 10, 34), ItemState::due);
  EXPECT_EQ(stateOf(desk, 10, 36), ItemState::late);
}

TEST(Checklist, ALineIsAsFarAsItsOrder) {
  Desk desk = withResponse({line(10, 30)});
  Order order;
  order.id = the<Order>(0);
  order.item = the<ChecklistItem>(10);
  order.response = the<Response>(0);
  order.brief.task = "上岗";
  order.brief.owner = {AddresseeKind::post, {}, "镇长", {}};
  order.brief.verifier = "包镇区领导";
  desk.does(DraftOrder{order});
  EXPECT_EQ(stateOf(desk, 10, 60), ItemState::drafted);
  desk.does(IssueOrder{order.id, "值班长"});
  EXPECT_EQ(stateOf(desk, 10, 60), ItemState::issued);
  desk.does(RefuseOrder{order.id, "", "镇长", "人手不够"});
  EXPECT_EQ(stateOf(desk, 10, 60), ItemState::refused);
  desk.does(FinishOrder{order.id, "", "镇长"});
  desk.does(VerifyOrder{order.id, "", "包镇区领导"});
  EXPECT_EQ(stateOf(desk, 10, 60), ItemState::verified);
}

TEST(Checklist, ALineAfterAnotherComesDueWhenThatOneIsDone) {
  ChecklistItem second = line(11, 0);
  second.timing.dueAt.reset();
  second.timing.after = "item-10";
  second.timing.afterMs = 20 * kMinute;
  Desk desk = withResponse({line(10, 0), second});
  EXPECT_EQ(dueAt(desk.situation(), desk.the<ChecklistItem>(11)), std::nullopt);
  EXPECT_EQ(stateOf(desk, 11, 600), ItemState::waiting);
  desk.does(MarkItem{the<ChecklistItem>(10), ItemMark::done, "", {}, "镇长"});
  const Instant done = desk.the<ChecklistItem>(10).marked->at;
  EXPECT_EQ(dueAt(desk.situation(), desk.the<ChecklistItem>(11)), done.plusMs(20 * kMinute));
}

TEST(Checklist, ARepeatedLineComesDueAgain) {
  ChecklistItem every = line(10, 0);
  every.timing.dueAt = Instant{1784554800000};
  every.timing.everyMs = 30 * kMinute;
  Desk desk = withResponse({every});
  desk.does(MarkItem{the<ChecklistItem>(10), ItemMark::done, "", {}, "通信席"});
  EXPECT_EQ(desk.the<ChecklistItem>(10).rounds, 1);
  EXPECT_EQ(dueAt(desk.situation(), desk.the<ChecklistItem>(10)), Instant{1784554800000}.plusMs(30 * kMinute));
}

TEST(Checklist, SkippingAMandatoryLineNeedsAReason) {
  Desk desk = withResponse({line(10, 0)});
  EXPECT_THAT(desk.refuses(MarkItem{the<ChecklistItem>(10), ItemMark::skipped, "", {}}), HasSubstr("needs a reason"));
  desk.does(MarkItem{the<ChecklistItem>(10), ItemMark::skipped, "本区无下凹桥", {}});
  EXPECT_EQ(stateOf(desk, 10, 60), ItemState::skipped);
}

TEST(Checklist, AHigherLevelAddsLinesKeepsWhatIsBegunAndEndsTheRest) {
  Desk desk = withResponse({line(10, 0), line(11, 0)});
  desk.does(MarkItem{the<ChecklistItem>(10), ItemMark::done, "", {}, "镇长"});
  desk.does(ChangeResponseLevel{
      the<Response>(0), "二级", "总指挥", "", {line(12, 5)}, {the<ChecklistItem>(10), the<ChecklistItem>(11)}});
  EXPECT_EQ(desk.the<ChecklistItem>(10).mark, ItemMark::done);
  EXPECT_EQ(desk.the<ChecklistItem>(11).mark, ItemMark::notApplicable);
  EXPECT_EQ(desk.the<ChecklistItem>(12).response, the<Response>(0));
}

TEST(Checklist, AnOrderWaitsForTheLinesThatItNeeds) {
  ChecklistItem second = line(11, 0);
  second.needs = {"item-10"};
  Desk desk = withResponse({line(10, 0), second});
  Order order;
  order.id = the<Order>(0);
  order.item = the<ChecklistItem>(11);
  order.brief.task = "进入火场";
  order.brief.owner = {AddresseeKind::organisation, {}, "半专业队", {}};
  EXPECT_EQ(desk.refuses(DraftOrder{order, "值班长"}), "these lines must be done before: 第10项");
  desk.does(MarkItem{the<ChecklistItem>(10), ItemMark::done, "", {}, "安全员"});
  desk.does(DraftOrder{order, "值班长"});
}

TEST(Checklist, ALevelIsSignedByThePostThatThePlanNames) {
  Desk desk;
  Post post;
  post.id = the<Post>(1);
  post.name = "分管区领导";
  post.holders = {{"A", "赵区长", {}, {}}};
  desk.does(Register<Post>{post});
  Response response;
  response.id = the<Response>(0);
  response.title = "防汛应急响应";
  response.level = "三级";
  response.approver = "分管区领导";
  response.signedBy = "王强";
  EXPECT_THAT(desk.refuses(ActivateResponse{response}), HasSubstr("is signed by 分管区领导"));
  response.signedBy = "赵区长";
  desk.does(ActivateResponse{response});
}

TEST(Checklist, WhatWasProposedIsSignedOrDeclinedByName) {
  Desk desk;
  Response response;
  response.id = the<Response>(0);
  response.title = "防汛应急响应";
  response.level = "三级";
  desk.does(ProposeResponse{response});
  EXPECT_EQ(desk.the<Response>(0).status, ResponseStatus::proposed);
  response.signedBy = "分管区领导";
  desk.does(ActivateResponse{response});
  EXPECT_EQ(desk.the<Response>(0).status, ResponseStatus::active);
}

TEST(Checklist, TheEndWaitsForEachOfItsConditions) {
  Desk desk;
  Response response;
  response.id = the<Response>(0);
  response.title = "防汛应急响应";
  response.level = "三级";
  response.signedBy = "分管区领导";
  response.endConditions = {{"逐村复核", "every village checked", {}}, {"签批回迁", "return approved", {}}};
  desk.does(ActivateResponse{response});
  desk.does(MeetEndCondition{the<Response>(0), "逐村复核", "水务、规自已核"});
  EXPECT_EQ(desk.refuses(EndResponse{the<Response>(0), "分管区领导", "雨停"}),
            "the end is not reached, this is not so yet: return approved");
  desk.does(MeetEndCondition{the<Response>(0), "签批回迁", "批准书3号"});
  desk.does(EndResponse{the<Response>(0), "分管区领导", "雨停"});
  EXPECT_EQ(desk.the<Response>(0).status, ResponseStatus::ended);
}

}  // namespace
}  // namespace fengsui
