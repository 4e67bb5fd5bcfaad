// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/deriveduty.h"
#include "core/handover.h"
#include "core/reportdraft.h"
#include "night.h"
#include "support/station.h"

// Forty orders and what becomes of them, the village, the reports, the handover and the end.

namespace fengsui::night {
namespace {

constexpr int kMove = 0, kRecalled = 1, kRetasked = 2, kDangerous = 3, kRefused = 4, kRefusedForGood = 5,
              kLateAnswer = 6, kSilent = 7, kAsked = 8, kHandedDown = 9, kDraftOnly = 10;

Attempt spoken(const std::string& whom, bool reached = true) {
  return {"spoken", {}, {}, whom, reached, reached ? "已复诵" : "无人接听"};
}

}  // namespace

Order Night::orderFor(int number) const {
  Order order;
  order.id = orders_[static_cast<std::size_t>(number)];
  order.response = response_;
  order.brief.kind = namesOf<MessageKind>[static_cast<std::size_t>(number) % namesOf<MessageKind>.size()].value;
  order.brief.owner = cast_[static_cast<std::size_t>(number) % cast_.size()];
  order.brief.title = "第" + std::to_string(number + 1) + "号事项";
  order.brief.task = order.brief.title + "：请按清单办理";
  order.brief.ladder = {{2 * kMinute, "B", false}, {4 * kMinute, "town", false}, {30 * kMinute, "值班长", true}};
  if (number % 4 == 1) order.brief.verifier = "视频席";
  if (number % 2 == 0) order.brief.dueMinutes = 60;
  const auto item = [&](const char* name) { order.item = lines_.at(name); };
  const auto instruct = [&](std::size_t whom) {
    order.brief.kind = MessageKind::instruction;
    order.brief.owner = cast_[whom];
  };
  switch (number) {
    case kMove:
      instruct(9);
      order.brief.title = "北沟村立即转移";
      order.brief.task = "北沟村全部人员立即转移至镇中学，逐户清点";
      order.brief.place = "北沟村";
      order.brief.expects = {{"moved", "转移人数", "people moved", AnswerType::ledger, "人", {"应转", "已转"}}};
      order.brief.verifier = "视频席";
      item("move");
      break;
    case kRecalled:
    case kRetasked:
      instruct(number == kRecalled ? 5 : 8);
      break;
    case kDangerous:
      instruct(2);
      order.incident = incident_;
      order.brief.checks = {SafetyCheck::officer, SafetyCheck::margin};
      order.brief.marginMinutes = 30;
      order.safetyFacts.marginMinutes = 12;
      break;
    case kRefused:
      instruct(3);
      item("power");
      order.brief.verifier = "视频席";
      break;
    case kRefusedForGood:
      instruct(5);
      item("road");
      break;
    case kLateAnswer:
      instruct(1);
      break;
    case kSilent:
      instruct(4);
      item("joint");
      break;
    case kAsked:
      instruct(11);
      order.incident = incident_;
      break;
    case kHandedDown:
      instruct(10);
      order.brief.verifier.clear();
      order.brief.expects = {{"people", "人数", "people", AnswerType::counts, "人", {"安置"}}};
      break;
    case kDraftOnly:
      order.brief.kind = MessageKind::approval;
      item("draft");
      break;
    default:
      break;
  }
  return order;
}

void Night::issues(int number, int minute) {
  at(minute, [this, number] {
    const Order order = orderFor(number);
    if (number == kDraftOnly) {
      does(DraftOrder{order, {}, {}}, "调度员");
    } else if (number == kDangerous) {
      does(DraftOrder{order, {}, {}}, "调度员");
      EXPECT_NE(refuses(IssueOrder{order.id, "值班长", {}, {}}).find("12/30"), std::string::npos);
      EXPECT_FALSE(refuses(IssueOrder{order.id, "总指挥", {}, "三人被困"}, "调度员").empty());
      does(IssueOrder{order.id, "总指挥", {}, "三人被困，余量不足仍须前出"}, "总指挥");
      EXPECT_EQ(now().find(order.id)->overridden.size(), 2u);
    } else {
      does(DraftOrder{order, "值班长", {}});
    }
  });
}

void Night::issuesOrders() {
  at(61, [this] { dusk_ = now(); });
  for (int i = 0; i < 40; ++i) issues(i, 62 + i / 2);
  // The draft is signed when somebody has time for it; its line was drafted until then.
  at(100, [this] { does(IssueOrder{orders_[kDraftOnly], "值班长", {}, {}}); });
}

void Night::answersOrders() {
  const auto answers = [this](int number, int minute, auto command) {
    at(minute, [this, command, number] {
      auto about = command;
      about.order = orders_[static_cast<std::size_t>(number)];
      does(about, "调度员");
    });
  };
  const auto issued = [](int number) { return 62 + number / 2; };

  // A wrong one: it reached them, and they hear that it is void.
  answers(kRecalled, 63, CarryOrder{{}, "", spoken("李队长")});
  at(64, [this] {
    does(RecallOrder{orders_[kRecalled], "写错了桥名"});
    EXPECT_EQ(notRecalled(order(kRecalled)), std::vector<std::string>{"交管支队"});
  });
  at(65, [this] {
    does(CarryOrder{orders_[kRecalled], "", spoken("李队长"), true}, "调度员");
    EXPECT_TRUE(notRecalled(order(kRecalled)).empty());
  });

  // To somebody else instead.
  at(66, [this] {
    Order other = orderFor(kRetasked);
    other.id.uuid = Uuid::v7(clockNow());
    other.brief.owner = cast_[6];
    does(ReplaceOrder{orders_[kRetasked], {other}, "值班长", "王强在外", {}});
    EXPECT_EQ(order(kRetasked).status, OrderStatus::superseded);
    orders_.push_back(other.id);
  });
  at(67, [this] { does(AcknowledgeOrder{orders_.back(), "", "副队长", "收到", true}, "调度员"); });

  answers(kDangerous, 64, AcknowledgeOrder{{}, "", "队长", "收到", true});
  answers(kDangerous, 66, StartOrder{{}, "", "队长"});
  at(67, [this] { EXPECT_EQ(now().find(teams_[0])->status, TeamStatus::enRoute); });
  answers(kDangerous, 110, FinishOrder{{}, "", "队长", "三人已救出", {}});

  // Refused first, then done, and seen by somebody else.
  answers(kRefused, 65, RefuseOrder{{}, "", "调度室", "抢修车在外"});
  answers(kRefused, 68, AskAgain{{}, "", "车已回"});
  answers(kRefused, 69, AcknowledgeOrder{{}, "", "调度室", "这就去", true});
  answers(kRefused, 72, StartOrder{{}, "", "调度室"});
  answers(kRefused, 90, FinishOrder{{}, "", "调度室", "已断电", {}});
  answers(kRefused, 92, VerifyOrder{{}, "", "视频席", "画面已黑"});
  answers(kRefusedForGood, 66, RefuseOrder{{}, "", "指挥中心", "无警力"});

  // Nobody answers until the ladder has been climbed.
  answers(kLateAnswer, 71, AcknowledgeOrder{{}, "", "王强", "刚看到", false});
  answers(kLateAnswer, 73, StartOrder{{}, "", "王强"});

  answers(kAsked, issued(kAsked) + 1, AcknowledgeOrder{{}, "", "支队值班长", "同意", true});
  at(68, [this] {
    EXPECT_EQ(order(kAsked).brief.kind, MessageKind::request) << "the fire brigade is asked, not sent";
    EXPECT_EQ(now().find(teams_[2])->status, TeamStatus::enRoute);
  });

  // District to town to villages; the counts come back as one.
  answers(kHandedDown, issued(kHandedDown) + 1, AcknowledgeOrder{{}, "", "镇长", "收到", true});
  at(70, [this] {
    Order part = orderFor(kHandedDown);
    part.id.uuid = Uuid::v7(clockNow());
    part.parent = orders_[kHandedDown];
    part.brief.owner = {};
    part.brief.each = {cast_[4], cast_[9]};
    orders_.push_back(part.id);
    does(DraftOrder{part, "镇长", {}});
  });
  at(80, [this] {
    const Id<Order> part = orders_.back();
    const auto count = [](std::int64_t people) { return AnswerValue{"people", "", {{"安置", people}}}; };
    does(FinishOrder{part, "南沟村", "村主任", "", {count(40)}}, "调度员");
    EXPECT_FALSE(refuses(FinishOrder{orders_[kHandedDown], "", "镇长", "", {count(40)}}).empty()) << "one is not back";
    does(FinishOrder{part, "北沟村", "村主任", "", {count(86)}}, "调度员");
    EXPECT_EQ(rollUp(now(), order(kHandedDown)).front().counts.front().count, 126);
    does(FinishOrder{orders_[kHandedDown], "", "镇长", "", {count(126)}}, "调度员");
  });

  // The others, by their number: not reached, delivered, acknowledged, begun, done, done and seen.
  for (int i = kDraftOnly + 1; i < 40; ++i) {
    const MessageKind kind = orderFor(i).brief.kind;
    const bool worked = kind != MessageKind::notification && kind != MessageKind::approval;
    const int fate = i % 7;
    if (fate == 0) continue;
    answers(i, issued(i) + 1, CarryOrder{{}, "", spoken("值班员", fate != 1)});
    if (fate < 3) continue;
    answers(i, issued(i) + fate % 3 + 1, AcknowledgeOrder{{}, "", "值班员", "收到", true});
    if (fate >= 4 && worked) answers(i, issued(i) + 8, StartOrder{{}, "", "值班员"});
    if (fate >= 5 && kind != MessageKind::notification) {
      answers(i, issued(i) + 20 + i, FinishOrder{{}, "", "值班员", "办结", {}});
      if (fate == 6 && worked) answers(i, issued(i) + 22 + i, VerifyOrder{{}, "", "视频席", "看过"});
    }
  }
}

void Night::movesTheVillage() {
  const auto counts = [this](int minute, const char* point, std::size_t from, std::size_t to) {
    at(minute, [this, point, from, to] {
      for (std::size_t i = from; i < std::min(to, households_.size()); ++i)
        does(CountHousehold{households_[i], HouseholdState::underWay, point, {}, "网格员", {}}, "调度员");
    });
  };
  const auto says = [this](int minute, std::int64_t moved) {
    at(minute, [this, moved] {
      does(FinishOrder{orders_[kMove], "", "村书记", "已全部转移", {{"moved", "", {{"应转", 86}, {"已转", moved}}}}},
           "调度员");
    });
  };
  at(63, [this] { does(AcknowledgeOrder{orders_[kMove], "", "村书记", "单号、任务、时限", true}, "调度员"); });
  counts(75, "house", 0, 1000);
  counts(82, "junction", 0, 1000);
  counts(88, "shelter", 3, 1000);
  at(89, [this] {
    does(OpenShelter{shelter_}, "调度员");
    does(CheckIn{shelter_, 79, "北沟村"}, "调度员");
  });
  says(94, 86);
  at(96, [this] {
    const Order& move = order(kMove);
    EXPECT_EQ(move.stage(), OrderStage::done) << "so the village says";
    EXPECT_FALSE(move.finished());
    const auto gap = ledgerGap(now(), move, move.copies.front());
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->expected, 86);
    EXPECT_EQ(gap->counted, 79);
    const std::string why = refuses(VerifyOrder{move.id, "", "视频席", "看过"}, "视频席");
    for (const char* named : {"79", "86", "户主1（2人）", "户主2（2人）", "户主3（3人）"})
      EXPECT_NE(why.find(named), std::string::npos) << why;
    EXPECT_EQ(why.find("户主4"), std::string::npos) << why;
    EXPECT_EQ(tallyOf(now(), "北沟镇", "北沟村")->missingPersons, 7);
    does(SendBackOrder{move.id, "", "视频席", "少七人：" + gap->missing}, "视频席");
    EXPECT_EQ(order(kMove).stage(), OrderStage::inProgress);
  });
  at(110, [this] {
    for (std::size_t i = 0; i < 3; ++i)
      does(CountHousehold{households_[i], HouseholdState::inShelter, "shelter", {}, "民警", {}}, "调度员");
    does(CheckIn{shelter_, 7, "北沟村"}, "调度员");
  });
  says(112, 86);
  at(114, [this] {
    does(VerifyOrder{orders_[kMove], "", "视频席", "清点 86 人"}, "视频席");
    EXPECT_TRUE(order(kMove).finished());
    EXPECT_TRUE(tallyOf(now(), "北沟镇", "北沟村")->done());
    EXPECT_EQ(stateOf(now(), *now().find(lines_["move"]), clockNow()), ItemState::verified);
    EXPECT_EQ(now().find(shelter_)->occupants, 86);
  });
}

void Night::report(ReportKind kind, ReportForm form) {
  auto made =
      composeReport(now(), {incident_, kind, form, clockNow(), {"市应急局", "区委值班室"}}, station_->timeZone());
  ASSERT_TRUE(made) << "minute " << minute_ << ": " << made.error();
  made->id.uuid = Uuid::v7(clockNow());
  does(DraftReport{*made}, "调度员");
  const bool telephone = form == ReportForm::telephone;
  if (!telephone) {
    EXPECT_FALSE(refuses(SendReport{made->id, "市应急局", "mail"}).empty()) << "nobody has signed it";
    EXPECT_FALSE(refuses(SignReport{made->id, {}}, "副值班长").empty()) << "nobody has reviewed it";
    does(ReviewReport{made->id, {}}, "副值班长");
    does(SignReport{made->id, {}}, "值班长");
  }
  for (const char* recipient : {"市应急局", "区委值班室"}) {
    does(SendReport{made->id, recipient, telephone ? "telephone" : "mail"}, "调度员");
    does(ReceiveReport{made->id, recipient, "值班员"}, "调度员");
  }
}

void Night::reports() {
  at(45, [this] { report(ReportKind::first, ReportForm::telephone); });
  at(98, [this] { report(ReportKind::first, ReportForm::written); });
  const auto followUp = [this](int minute, FigureKind kind, std::int64_t count) {
    at(minute, [this, kind, count] {
      does(ReportFigure{incident_, {kind, count, "属地", clockNow(), Verification::verified, false}});
      report(ReportKind::followUp, ReportForm::written);
    });
  };
  followUp(120, FigureKind::trapped, 0);
  followUp(150, FigureKind::evacuated, 86);
  followUp(180, FigureKind::resettled, 86);
  at(101, [this] {
    Directive directive;
    directive.id = directive_;
    directive.from = "区委书记";
    directive.words = "务必一个不漏";
    directive.lead = "北沟镇";
    directive.incident = incident_;
    directive.dueBy = clockNow().plusMs(60 * kMinute);
    does(Register<Directive>{directive});
  });
  at(130, [this] { does(AnswerDirective{directive_, "北沟村 86 人全部转移", "镇长"}, "调度员"); });
}

void Night::handsOver() {
  at(61, [this] { does(TakeDuty{posts_["值班长"], people_[0]}); });
  at(200, [this] {
    const auto lines = sinceYouLeft(dusk_, now(), clockNow(), "值班长");
    std::set<HandoverTopic> topics;
    for (const HandoverLine& one : lines) {
      topics.insert(one.topic);
      EXPECT_EQ(one.words.zh.find("务必一个不漏"), std::string::npos) << "a directive is not read aloud";
    }
    for (const HandoverTopic topic : {HandoverTopic::orders, HandoverTopic::reports, HandoverTopic::directives,
                                      HandoverTopic::figures, HandoverTopic::people})
      EXPECT_TRUE(topics.contains(topic)) << nameOf(topic).code;
    does(LeaveDuty{posts_["值班长"]});
    does(TakeDuty{posts_["值班长"], people_[1]});
  });
}

void Night::ends() {
  at(210, [this] {
    EXPECT_FALSE(refuses(EndResponse{response_, "区长", "雨停"}).empty()) << "two conditions are open";
    EXPECT_FALSE(refuses(CloseIncident{incident_, false, "已处置"}).empty()) << "teams are out";
    does(LiftWarning{warning_, "降雨结束"}, "调度员");
    for (const std::size_t team : {0u, 2u}) {
      const Id<Team> id = teams_[team];
      does(TeamArrives{id}, "调度员");
      does(ReleaseTeam{id, "任务完成"}, "调度员");
      does(TeamReturns{id}, "调度员");
    }
    does(CloseIncident{incident_, false, "已处置"});
  });
  at(215, [this] { report(ReportKind::final, ReportForm::written); });
  at(220, [this] {
    does(ReleaseContact{contact_, "路已通"}, "调度员");
    EXPECT_FALSE(refuses(CloseCallout{callout_, {}}).empty()) << "some were never reached";
    does(CloseCallout{callout_, "转由网格员上门"}, "调度员");
    does(MeetEndCondition{response_, "雨停", "气象局 21:30"});
    EXPECT_NE(refuses(EndResponse{response_, "区长", "雨停"}).find("水位"), std::string::npos);
    does(MeetEndCondition{response_, "水位退至警戒以下", "水务局 21:40"});
    EXPECT_FALSE(refuses(EndResponse{response_, "值班长", "条件落实"}).empty()) << "not his to sign";
    does(EndResponse{response_, "区长", "条件落实"}, "区长");
    EXPECT_EQ(now().find(response_)->status, ResponseStatus::ended);
  });
  // Home only after the end was signed and the houses were looked at.
  at(240, [this] {
    does(CheckOut{shelter_, 86, "北沟村"}, "调度员");
    does(CloseShelter{shelter_}, "调度员");
    EXPECT_EQ(now().find(shelter_)->occupants, 0);
  });
}

}  // namespace fengsui::night
