// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ordersheet.h"

#include "documents/ordermark.h"
#include "documents/paper.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

using Orders = Printing;

constexpr std::int64_t kMinute = 60'000;
const Instant kNight{1784554800000};  // 2026-07-20 21:40 in Shanghai

Addressee post(const std::string& name, const std::string& b = {}) {
  return {AddresseeKind::post, {}, name, b};
}

/// An order with everything on it that a person at night has to know.
Order signedOrder() {
  Order order;
  order.id.uuid = *Uuid::parse("01981234-5678-7abc-8def-0123456789ab");
  order.number = "令0007-20260720";
  Brief& b = order.brief;
  b.title = "北沟村上游三户立即转移";
  b.titleEn = "Move the three upper households of Beigou now";
  b.task = "组织北沟村上游3户11人经村东路转移至怀北中学，入户敲门、逐人点名，转移后贴封条。";
  b.taskEn =
      "Move 11 people of the three upper households by the eastern village road to Huaibei school; knock at "
      "every door, call everybody by name, seal the houses.";
  b.owner = post("北沟村书记", "北沟村主任");
  b.with = {{AddresseeKind::team, {}, "怀北镇救援队", {}}, {AddresseeKind::organisation, {}, "派出所", {}}};
  b.place = "老磨坊上头";
  b.location = Position{1166318000, 403162000};
  b.safety = "两人一组，见水漫桥立即撤回高处。";
  b.equipment = "强光手电4支、哨子、救生绳2根、扩音喇叭1个";
  b.route = "走村东路；沟边小路禁行";
  b.contact = "区指挥部 010-6964 0001；对讲 3 频道";
  b.forbidden = {"不得一人行动", "不得夜间涉水过沟"};
  b.standing = "失联且水位过桥面时，可自行决定先转移再报告。";
  b.expects = {{"moved", "转移人数", "people moved", AnswerType::ledger, {}, {"应转", "已转"}},
               {"photo", "封条照片", "photo of the seals", AnswerType::photo, {}, {}},
               {"level", "沟水深", "depth of the water", AnswerType::number, "cm", {}}};
  b.ladder = {{10 * kMinute, "B", false}, {20 * kMinute, "town", false}};
  b.dueMinutes = 60;
  order.status = OrderStatus::issued;
  order.issued = Step{kNight, "副区长 张明", ""};
  order.dueBy = kNight.plusMs(60 * kMinute);
  order.safetyFacts = {"王强", 45, "沟口观察哨", "村东路", "怀北中学操场", "连续长哨三声"};
  order.copies = copiesFor(b);
  for (OrderCopy& copy : order.copies) copy.askedAt = kNight;
  order.copies[0].attempts = {{"spoken", kNight, "调度员", "13900001111", false, "无人接听"}};
  return order;
}

Result<Printed> printed(const Order& order, const PrintWish& wish, PrintFor who = PrintFor::responsible) {
  return printOrders({&order}, who, wish);
}

std::string longText(int characters) {
  static const std::vector<std::string> kWords = {"立", "即", "组", "织", "转", "移",
                                                  "，", "逐", "人", "点", "名", "。"};
  std::string out;
  for (int i = 0; i < characters; ++i) out += kWords[static_cast<std::size_t>(i) % kWords.size()];
  return out;
}

TEST_F(Orders, AnOrderIsOneA5PageWithAllThatHasToBeOnIt) {
  const Order order = signedOrder();
  const Reading paper(printed(order, wish()));
  EXPECT_EQ(paper.pages(), 1);
  EXPECT_EQ(paper.size(1), "420 x 595");
  for (const char* words : {"派单·指令",
                            "令0007-20260720",
                            "2026-07-20 21:40",
                            "副区长张明",
                            "北沟村书记（B角北沟村主任）",
                            "怀北镇救援队、派出所",
                            "老磨坊上头",
                            "E116.63180°",
                            "N40.31620°",
                            "北沟村上游三户立即转移",
                            "逐人点名",
                            "两人一组",
                            "安全员：王强",
                            "连续长哨三声",
                            "强光手电4支",
                            "沟边小路禁行",
                            "不得夜间涉水过沟",
                            "可自行决定先转移再报告",
                            "10分钟内（21:50前）",
                            "2026-07-20 22:40",
                            "转移人数",
                            "应转",
                            "附照片",
                            "cm",
                            "010-69640001；对讲3频道",
                            "已复诵单号、任务、时限",
                            "受令人签字",
                            "示范区应急指挥中心",
                            "第1页共1页"})
    EXPECT_TRUE(paper.says(words)) << words << "\n" << paper.text();
  paper.expectFontsEmbedded();
  paper.expectNothingOutside();
  EXPECT_FALSE(paper.says("演练"));
}

TEST_F(Orders, AnOrderInEnglishKeepsTheNamesAsTheyAre) {
  const Order order = signedOrder();
  const Reading paper(printed(order, wish(Language::english)));
  EXPECT_EQ(paper.pages(), 1);
  for (const char* words :
       {"Dispatch order · instruction", "Move the three upper households", "knock at every door", "北沟村书记",
        "within 10 min (by 21:50)", "people moved", "Safety officer: 王强", "page 1 of 1"})
    EXPECT_TRUE(paper.says(words)) << words << "\n" << paper.text();
  paper.expectNothingOutside();
}

TEST_F(Orders, ToWhomItWasTriedAndUnderWhichNumberStaysAway) {
  const Reading paper(printed(signedOrder(), wish(), PrintFor::everybody));
  EXPECT_EQ(paper.pages(), 3);
  EXPECT_FALSE(paper.says("13900001111"));
  EXPECT_FALSE(paper.says("无人接听"));
}

TEST_F(Orders, AnExerciseSaysSoAtTheHeadAndFootOfEveryPage) {
  Order order = signedOrder();
  order.brief.task = longText(2500);
  const Reading paper(printed(order, wish(Language::chinese, Mode::exercise)));
  ASSERT_GE(paper.pages(), 2);
  EXPECT_EQ(paper.times("演练EXERCISE"), 2 * paper.pages());
  EXPECT_EQ(Reading(printed(order, wish())).pages(), paper.pages()) << "an exercise breaks as the real thing";
}

TEST_F(Orders, ALongTaskFlowsOnAndTheNumberIsOnEveryPage) {
  Order order = signedOrder();
  order.brief.task = longText(500) + "止。";
  order.brief.route = longText(400);
  order.brief.safety = longText(700);
  const Reading paper(printed(order, wish()));
  ASSERT_GE(paper.pages(), 2);
  // Words may go on overleaf, characters do not get lost: longText has one of these in every twelve.
  EXPECT_GE(paper.times("组"), (500 + 8) / 12 + (400 + 8) / 12 + (700 + 8) / 12);
  for (int page = 1; page <= paper.pages(); ++page) {
    EXPECT_TRUE(paper.says(order.number, page));
    EXPECT_EQ(paper.size(page), "420 x 595");
  }
  EXPECT_TRUE(paper.says("受令人签字", paper.pages()));
  paper.expectNothingOutside();
}

TEST_F(Orders, ATaskOfFiveHundredCharactersLosesNone) {
  Order order = signedOrder();
  order.brief.task = longText(500) + "止。";
  const Reading paper(printed(order, wish()));
  EXPECT_LE(paper.pages(), 2);
  EXPECT_TRUE(paper.says("止。"));
}

TEST_F(Orders, HostileTextStaysText) {
  Order order = signedOrder();
  order.brief.title = "<b>粗</b>&amp;<img src='file:///etc/passwd'>";
  order.brief.task = std::string("前\x01\x02\x1b[31m中\xff\xfe") + "\xEF\xBF\xBC" + "\xE2\x80\xAE" +
                     "后\n第二行\r\n第三行\t尾" + std::string(400, 'W') + std::string("\0隐", 4) +
                     "🔥 %1 {incident.location}";
  order.brief.forbidden.assign(30, "不得\n" + longText(60));
  order.brief.place = std::string(300, '/');
  order.number = "令/../<7>\"'";
  const Reading paper(printed(order, wish()));
  EXPECT_TRUE(paper.says("<b>粗</b>&amp;<img src='file:///etc/passwd'>"));
  EXPECT_TRUE(paper.says("第二行第三行尾" + std::string(400, 'W')));
  EXPECT_TRUE(paper.says("%1{incident.location}"));
  EXPECT_TRUE(paper.says("令/../<7>\"'"));
  paper.expectNothingOutside();
  paper.expectFontsEmbedded();
}

TEST_F(Orders, AnEmptyOrderPrintsWithRoomToWriteAndSaysThatItIsADraft) {
  Order order;
  order.id.uuid = *Uuid::parse("01981234-5678-7abc-8def-0123456789ab");
  const Reading paper(printed(order, wish()));
  EXPECT_EQ(paper.pages(), 1);
  EXPECT_EQ(paper.times("草稿DRAFT"), 2);
  EXPECT_TRUE(paper.says("未填"));
}

TEST_F(Orders, EachOfSeveralAddresseesHasASheetOfItsOwn) {
  Order order = signedOrder();
  order.brief.each = {post("北沟村书记"), post("南沟村书记"), post("西坡村书记")};
  order.copies = copiesFor(order.brief);
  const Reading paper(printed(order, wish()));
  EXPECT_EQ(paper.pages(), 3);
  EXPECT_TRUE(paper.says("本份送：南沟村书记", 2));
  EXPECT_FALSE(paper.says("西坡村书记", 2));
}

TEST_F(Orders, ARecallIsAFormOfItsOwn) {
  Order order = signedOrder();
  const auto refused = printRecall(order, {}, wish());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::refused);
  order.status = OrderStatus::superseded;
  order.ended = Step{kNight.plusMs(15 * kMinute), "值班长", "地点写错，应为南沟村"};
  const Reading paper(printRecall(order, {"令0009-20260720"}, wish()));
  EXPECT_EQ(paper.pages(), 3) << "everybody who had it";
  for (const char* words : {"撤回通知", "该派单即行作废，不再执行。", "令0007-20260720", "地点写错，应为南沟村",
                            "2026-07-20 21:55", "令0009-20260720", "已知悉"})
    EXPECT_TRUE(paper.says(words, 1)) << words;
  EXPECT_EQ(paper.size(1), "420 x 595");
  EXPECT_TRUE(Reading(printed(order, wish())).says("已改派REPLACED"));
}

TEST_F(Orders, TheCodeFindsTheOrderAndShowsWhatChanged) {
  Order order = signedOrder();
  const OrderMark mark = markOf(order);
  EXPECT_EQ(readOrderMark(textOf(mark)).value(), mark);
  EXPECT_EQ(readOrderMark(textOf(mark) + "\n").value(), mark);
  order.copies[0].acknowledged = Step{kNight, "李梅", ""};
  EXPECT_EQ(markOf(order), mark) << "what came back is not content";
  order.brief.task += "不";
  EXPECT_NE(markOf(order).digest, mark.digest);
  for (const char* wrong : {"", "FS1/", "FS2/01981234-5678-7abc-8def-0123456789ab/0123456789abcdef/x",
                            "FS1/01981234-5678-7abc-8def-0123456789zz/0123456789abcdef/x", "http://example.org"})
    EXPECT_FALSE(readOrderMark(wrong)) << wrong;
}

}  // namespace
}  // namespace fengsui
