// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/acceptance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Acceptance : public testing::Test {
 protected:
  Acceptance() {
    OrderAdvice order;
    order.plan = "flood.small";
    order.line = "move";
    order.brief.title = "立即转移";
    order.brief.task = "北沟村立即转移";
    order.brief.taskEn = "move now";
    order.because = {{"北沟村: 0.6 m", "北沟村：0.6 米"}, {"南沟村: 0.4 m", "南沟村：0.4 米"}};
    advice_.orders = {order};
    RoadClosure road;
    road.name = "怀北路";
    road.spans = {{now_.plusMs(60'000), now_.plusMs(120'000)}};
    advice_.closures = {road};
  }
  NewId newId() {
    return [this] {
      Uuid id;
      id.bytes[15] = ++count_;
      return id;
    };
  }
  Id<ChecklistItem> line(ResponseStatus status) {
    Response response;
    response.id.uuid.bytes[0] = ++count_;
    response.plan = "flood.small";
    response.status = status;
    situation_.responses.set(response.id.uuid, response);
    ChecklistItem item;
    item.id.uuid.bytes[1] = ++count_;
    item.response = response.id;
    item.plan = "flood.small";
    item.line = "move";
    situation_.checklist.set(item.id.uuid, item);
    return item.id;
  }
  Advice advice_;
  Situation situation_;
  Instant now_{1'783'000'000'000};
  std::uint8_t count_ = 0;
};

TEST_F(Acceptance, MakesADraftWithItsReasonsInBothLanguages) {
  const AcceptedOrders accepted = acceptedOrders(advice_, situation_, newId());
  ASSERT_THAT(accepted.drafts, SizeIs(1));
  const Order& draft = accepted.drafts[0];
  EXPECT_FALSE(draft.id.isNil());
  EXPECT_EQ(draft.status, OrderStatus::drafted);
  EXPECT_FALSE(draft.issued);
  EXPECT_EQ(draft.brief.task, "北沟村立即转移\n依据：北沟村：0.6 米；南沟村：0.4 米");
  EXPECT_EQ(draft.brief.taskEn, "move now\nBecause: 北沟村: 0.6 m; 南沟村: 0.4 m");
  EXPECT_FALSE(draft.item);
}

TEST_F(Acceptance, PutsItOnTheOpenLineOfTheResponseThatRuns) {
  line(ResponseStatus::ended);
  EXPECT_FALSE(acceptedOrders(advice_, situation_, newId()).drafts.at(0).item);
  const auto runs = line(ResponseStatus::active);
  const AcceptedOrders accepted = acceptedOrders(advice_, situation_, newId());
  ASSERT_TRUE(accepted.drafts.at(0).item);
  EXPECT_EQ(*accepted.drafts[0].item, runs);
  EXPECT_EQ(accepted.drafts[0].response, situation_.find(runs)->response);
  situation_.checklist.edit(runs.uuid)->mark = ItemMark::done;
  EXPECT_FALSE(acceptedOrders(advice_, situation_, newId()).drafts.at(0).item);
}

TEST_F(Acceptance, TakesNothingTwice) {
  Order draft = acceptedOrders(advice_, situation_, newId()).drafts.at(0);
  situation_.orders.set(draft.id.uuid, draft);
  const AcceptedOrders again = acceptedOrders(advice_, situation_, newId());
  EXPECT_THAT(again.drafts, IsEmpty());
  EXPECT_EQ(again.known, 1U);
  advice_.orders[0].because.pop_back();
  EXPECT_THAT(acceptedOrders(advice_, situation_, newId()).drafts, SizeIs(1)) << "another reason is another order";
  draft.status = OrderStatus::cancelled;
  advice_.orders[0].because.push_back({"南沟村: 0.4 m", "南沟村：0.4 米"});
  situation_.orders.set(draft.id.uuid, draft);
  EXPECT_THAT(acceptedOrders(advice_, situation_, newId()).drafts, SizeIs(1)) << "that one was taken back";

  const AcceptedClosures closed = acceptedClosures(advice_, situation_, newId(), now_);
  ASSERT_THAT(closed.closures, SizeIs(1));
  EXPECT_FALSE(closed.closures[0].id.isNil());
  situation_.roadClosures.set(closed.closures[0].id.uuid, closed.closures[0]);
  EXPECT_EQ(acceptedClosures(advice_, situation_, newId(), now_).known, 1U);
  EXPECT_THAT(acceptedClosures(advice_, situation_, newId(), now_).closures, IsEmpty());
}

TEST_F(Acceptance, LeavesOutWhatIsOver) {
  EXPECT_THAT(acceptedClosures(advice_, situation_, newId(), now_.plusMs(120'000)).closures, IsEmpty());
  advice_.closures[0].spans[0].to.reset();
  EXPECT_THAT(acceptedClosures(advice_, situation_, newId(), now_.plusMs(120'000)).closures, SizeIs(1));
}

}  // namespace
}  // namespace fengsui
