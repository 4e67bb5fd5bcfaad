// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QPlainTextEdit>

#include "core/dutyrules.h"
#include "core/foldduty.h"
#include "ui/boards/boardlist.h"
#include "ui/boards/dutyboard.h"
#include "ui/boards/paperlist.h"
#include "ui/cutoff.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/alarmbar.h"

// The boards of the duty desk, worked as a person works them: by keys, with the telephone in the other hand.

namespace fengsui {
namespace {

constexpr std::int64_t kMinute = 60'000;

class DutyBoards : public testing::Test {
 protected:
  DutyBoards() : desk(make(folder / "a")) {}

  std::string make(const std::string& path) {
    auto station = newStation(path);
    district = fillDistrict(*station);
    const Instant now = systemNow();
    IssueWarning issue;
    issue.warning.id.uuid = Uuid::v7(now);
    issue.warning.kind = "山洪灾害";
    issue.warning.colour = WarningColour::red;
    issue.warning.issuer = "区水务局";
    issue.warning.signedAt = now.plusMs(-4 * kMinute);
    issue.warning.text = "沿沟村庄立即转移。";
    does(*station, issue);
    StartCallout start;
    start.callout.id.uuid = Uuid::v7(now);
    start.callout.warning = issue.warning.id;
    start.callout.goalMs = shippedCalloutRules().goalMs;
    start.callout.goalPercent = shippedCalloutRules().goalPercent;
    start.callout.ladder = shippedCalloutRules().ladder;
    const auto person = [&](const char* name, std::int64_t people) {
      Call call;
      call.id.uuid = Uuid::v7(now);
      call.name = name;
      call.post = "村书记";
      call.place = std::string(name) + "村";
      call.town = "怀北镇";
      call.peopleAtRisk = people;
      call.phones = {"13900000001", "010-69640001"};
      start.calls.push_back(call);
      return call.id;
    };
    second = person("李静", 120);
    first = person("王伟", 300);
    third = person("赵明", 20);
    start.calls[1].substitute = Responsible{"B", "孙立", "副书记", {"13700000007"}};
    does(*station, start);
    for (const char* name : {"神山村", "大水峪村"}) {
      OweReport owe;
      owe.contact.id.uuid = Uuid::v7(now);
      owe.contact.who.kind = AddresseeKind::place;
      owe.contact.who.name = name;
      owe.contact.town = "怀北镇";
      owe.contact.peopleAtRisk = 80;
      owe.contact.location = inDistrict(3.2, 6.1);
      owe.contact.everyMs = 30 * kMinute;
      owe.contact.since = now.plusMs(-90 * kMinute);
      does(*station, owe);
    }
    Directive directive;
    directive.id.uuid = Uuid::v7(now);
    directive.words = "今夜不留一户在沟边";
    directive.from = "区领导";
    directive.at = now;
    directive.lead = "怀北镇";
    does(*station, Register<Directive>{directive});
    addHouseholds(*station);
    return path;
  }

  // 86 people in 30 households: all counted at the house and the junction, 79 at the shelter.
  static void addHouseholds(Station& station) {
    constexpr std::array kPersons{3, 2, 4, 3, 2, 5, 3, 1, 4, 2, 3, 3, 2, 4, 3,
                                  2, 3, 5, 2, 3, 1, 4, 3, 2, 3, 4, 3, 2, 2, 3};
    for (std::size_t i = 0; i < kPersons.size(); ++i) {
      Household one;
      one.id.uuid = Uuid::v7(systemNow());
      one.key = "H" + std::to_string(i);
      one.name = "户" + std::to_string(i);
      one.village = "神山村";
      one.town = "怀北镇";
      one.persons = kPersons[i];
      one.shelter = "怀北中学";
      does(station, Register<Household>{one});
      does(station, CountHousehold{one.id, HouseholdState::underWay, std::string(kAtTheHouse)});
      does(station, CountHousehold{one.id, HouseholdState::underWay, std::string(kAtTheJunction)});
      if (i != 7 && i != 14 && i != 19)
        does(station, CountHousehold{one.id, HouseholdState::inShelter, std::string(kAtTheShelter)});
    }
  }

  void press(int key) { QTest::keyClick(&desk.window.canvas(), static_cast<Qt::Key>(key)); }
  [[nodiscard]] const Call& call(Id<Call> id) { return *desk.now().find(id); }
  [[nodiscard]] BoardList& unreached() { return *desk.find<BoardList>("unreached"); }
  void openCallouts() {
    press(Qt::Key_Y);
    ASSERT_TRUE(waitUntil([&] { return unreached().isVisible() && unreached().rows().rowCount() == 3; }));
  }
  void click(const char* button) { QTest::mouseClick(desk.find<ActionButton>(button), Qt::LeftButton); }
  template <class Entity>
  [[nodiscard]] const Entity* only() {
    const Entity* found = nullptr;
    desk.now().all<Entity>().forEach([&](const Uuid&, const Entity& one) { found = &one; });
    return found;
  }

  TempFolder folder;
  District district;
  Id<Call> first, second, third;
  OpenDesk desk;
};

TEST_F(DutyBoards, CallTheTopPersonThenTheSubstituteUntilItIsSaidBack) {
  openCallouts();
  EXPECT_EQ(unreached().rows().words(0).lead, QStringLiteral("300")) << "most people at risk first";
  QTest::keyClick(&unreached(), Qt::Key_Space);
  ASSERT_TRUE(waitUntil([&] { return call(first).claimed.has_value(); }));
  EXPECT_EQ(call(first).claimed->by, desk.window.desk().seat().actor());
  EXPECT_EQ(desk.find<QLabel>("callName")->text(), QStringLiteral("王伟"));
  EXPECT_TRUE(desk.find<QLabel>("callPhones")->text().startsWith(QLatin1String("13900000001")));

  QTest::keyClick(&unreached(), Qt::Key_1);
  ASSERT_TRUE(waitUntil([&] { return call(first).attempts.size() == 1; }));
  EXPECT_EQ(call(first).stage(), CallStage::waiting);
  EXPECT_TRUE(waitUntil([&] { return desk.find<QLabel>("callPhones")->text().startsWith(QLatin1String("010-")); }))
      << "the number that was not tried comes next";

  QTest::keyClick(&unreached(), Qt::Key_7);
  ASSERT_TRUE(waitUntil([&] { return call(first).escalations.size() == 1; }));
  EXPECT_EQ(call(first).escalations[0].whom, "孙立");
  ASSERT_TRUE(waitUntil([&] { return desk.find<QLabel>("callPhones")->text() == QLatin1String("13700000007"); }));

  QTest::keyClick(&unreached(), Qt::Key_6);
  ASSERT_TRUE(waitUntil([&] { return call(first).responded.has_value(); }));
  EXPECT_EQ(call(first).attempts.back().whom, "孙立");
  EXPECT_TRUE(waitUntil([&] { return unreached().rows().rowCount() == 2; }));
}

TEST_F(DutyBoards, NeverTakeAPersonWhomSomebodyElseIsCalling) {
  openCallouts();
  bool claimed = false;
  desk.session.execute(ClaimCall{first}, {"另一席", std::nullopt}, &desk.window,
                       [&](const Result<Receipt>& receipt) { claimed = receipt.has_value(); });
  ASSERT_TRUE(waitUntil([&] { return claimed; }));
  ASSERT_TRUE(waitUntil([&] { return unreached().rows().words(0).corner.contains(QStringLiteral("另一席")); }));
  QTest::keyClick(&unreached(), Qt::Key_Space);
  ASSERT_TRUE(waitUntil([&] { return call(second).claimed.has_value(); }));
  EXPECT_EQ(call(first).claimed->by, "另一席");
}

TEST_F(DutyBoards, ComposeEditReviewSignAndSendAReport) {
  desk.window.desk().takeSeat({"张信息", ""});
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  press(Qt::Key_D);
  click("compose1");
  ASSERT_TRUE(waitUntil([&] { return desk.now().dutyReports.size() == 1; }));
  const auto report = [&] { return only<DutyReport>(); };
  EXPECT_EQ(report()->kind, ReportKind::first);
  EXPECT_EQ(report()->drafted.by, "张信息");
  auto* section = desk.find<QPlainTextEdit>("section0");
  ASSERT_TRUE(waitUntil([&] { return section->isVisible() && !section->toPlainText().isEmpty(); }));
  const QString before = section->toPlainText();
  section->moveCursor(QTextCursor::End);
  QTest::keyClicks(section, "R7");
  const QString draft = QStringLiteral("report ") + qs(report()->id.text());
  EXPECT_FALSE(desk.window.desk().drafts().of(draft).isEmpty()) << "half-typed words are kept";
  EXPECT_FALSE(desk.find<ActionButton>("reportReview")->isEnabled()) << "what is not saved is not reviewed";
  click("reportSave");
  ASSERT_TRUE(waitUntil([&] { return qs(report()->sections[0].text) == before + QStringLiteral("R7"); }));
  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().drafts().of(draft).isEmpty(); }));

  desk.window.desk().takeSeat({"李值班", ""});
  ASSERT_TRUE(waitUntil([&] { return desk.find<ActionButton>("reportReview")->isEnabled(); }));
  click("reportReview");
  ASSERT_TRUE(waitUntil([&] { return report()->reviewed.has_value(); }));
  EXPECT_EQ(report()->reviewed->by, "李值班");
  ASSERT_TRUE(waitUntil([&] { return desk.find<ActionButton>("reportSign")->isEnabled(); }));
  click("reportSign");
  ASSERT_TRUE(waitUntil([&] { return report()->signed_.has_value(); }));
  ASSERT_TRUE(waitUntil([&] {
    auto* send = desk.window.findChild<ActionButton*>(QStringLiteral("reportSend"));
    return send && send->isVisible() && send->isEnabled();
  }));
  click("reportSend");
  ASSERT_TRUE(waitUntil([&] {
    return std::any_of(report()->recipients.begin(), report()->recipients.end(),
                       [](const auto& one) { return one.sent; });
  }));
}

TEST_F(DutyBoards, NoteSilentPlacesFromAPaperListWithItsTrueTimes) {
  press(Qt::Key_G);
  auto* silent = desk.find<BoardList>("silentRows");
  ASSERT_TRUE(waitUntil([&] { return silent->rows().rowCount() == 2; }));
  EXPECT_TRUE(desk.find<QLabel>("proposal")->text().contains(QStringLiteral("怀北镇救援队")));
  EXPECT_TRUE(desk.find<QLabel>("proposal")->text().contains(QLatin1String("straight line")));
  click("paperList");
  auto* paper = desk.find<QPlainTextEdit>("paperText");
  const Instant heard = systemNow().plusMs(-20 * kMinute);
  const std::string clock = desk.session.timeZone().local(heard).substr(11, 5);
  paper->setPlainText(QStringLiteral("神山村 %1 路面过水\n无此村 %1 平稳").arg(qs(clock)));
  click("paperDone");
  ASSERT_TRUE(waitUntil([&] { return silent->rows().rowCount() == 1; }));
  const Contact* noted = nullptr;
  desk.now().contacts.forEach([&](const Uuid&, const Contact& one) {
    if (one.who.name == "神山村") noted = &one;
  });
  ASSERT_TRUE(noted->last);
  EXPECT_LT(std::llabs(noted->last->at.ms - heard.ms), kMinute) << "when it was really heard of";
  EXPECT_EQ(noted->last->words, "路面过水");
  EXPECT_EQ(paper->toPlainText(), QStringLiteral("无此村 %1 平稳").arg(qs(clock))) << "nothing typed is lost";
}

TEST_F(DutyBoards, DraftAnOrderToTheSilentPlace) {
  press(Qt::Key_G);
  ASSERT_TRUE(waitUntil([&] { return desk.find<ActionButton>("proposedOrder")->isEnabled(); }));
  click("proposedOrder");
  ASSERT_TRUE(waitUntil([&] { return desk.now().orders.size() == 1; }));
  EXPECT_EQ(only<Order>()->brief.owner.name, "怀北镇救援队");
  EXPECT_EQ(only<Order>()->status, OrderStatus::drafted);
}

TEST_F(DutyBoards, NameTheSevenWhoLeftAndDidNotArrive) {
  press(Qt::Key_V);
  auto* rows = desk.find<BoardList>("householdRows");
  ASSERT_TRUE(waitUntil([&] { return rows->rows().rowCount() == 30; }));
  EXPECT_EQ(desk.find<QLabel>("tally1")->text(), QStringLiteral("86"));
  EXPECT_EQ(desk.find<QLabel>("tally3")->text(), QStringLiteral("79"));
  EXPECT_EQ(desk.find<QLabel>("tally4")->text(), QStringLiteral("7"));
  const QString missing = desk.find<QLabel>("missingNames")->text();
  for (const char* name : {"户7 (1", "户14 (3", "户19 (3"})
    EXPECT_TRUE(missing.contains(QString::fromUtf8(name))) << missing.toStdString();
  // They arrive one after another: the mark stands on the first of them.
  for (int left = 2; left >= 0; --left) {
    rows->mark(0);
    QTest::keyClick(rows, Qt::Key_3);
    ASSERT_TRUE(waitUntil([&] {
      return desk.find<QLabel>("missingNames")->text().count(QStringLiteral("户")) == left;
    })) << desk.find<QLabel>("missingNames")->text().toStdString();
  }
  EXPECT_EQ(desk.find<QLabel>("tally4")->text(), QStringLiteral("0"));
}

TEST_F(DutyBoards, HideTheWordsOfLeadersUntilSomebodyAsksAndAgainWhenThePageIsLeft) {
  desk.find<QAction>("instructions")->trigger();
  auto* rows = desk.find<BoardList>("directiveRows");
  ASSERT_TRUE(rows->isVisible());
  EXPECT_EQ(rows->rows().rowCount(), 0);
  click("showDirectives");
  ASSERT_EQ(rows->rows().rowCount(), 1);
  EXPECT_TRUE(rows->rows().words(0).title.contains(QStringLiteral("今夜不留一户")));
  press(Qt::Key_Y);
  desk.find<QAction>("instructions")->trigger();
  EXPECT_EQ(rows->rows().rowCount(), 0);
}

TEST_F(DutyBoards, SaysWhatHasChangedSinceOneLeft) {
  desk.find<QAction>("handover")->trigger();
  auto* rows = desk.find<BoardList>("handoverRows");
  EXPECT_TRUE(waitUntil([&] { return rows->rows().rowCount() > 3; }));
}

TEST_F(DutyBoards, SoundForPeopleTrappedAndAgainWhenItGrowsWorse) {
  auto* bar = desk.find<AlarmBar>("alarmBar");
  ASSERT_TRUE(waitUntil([&] { return bar->isVisible(); }));
  ASSERT_FALSE(bar->audible().empty());
  EXPECT_EQ(bar->audible().front().kind, AlarmKind::trapped);
  click("silence5");
  EXPECT_FALSE(bar->isVisible());
  QSignalSpy sounded(bar, &AlarmBar::sounded);
  desk.window.desk().execute(
      ReportFigure{district.flood.id, {FigureKind::trapped, 12, "怀北镇", {}, Verification::pending, false}},
      {"counted", "已登记"});
  EXPECT_TRUE(waitUntil([&] { return bar->isVisible() && sounded.count() == 1; }));
}

TEST(PaperList, TakesPlaceTimeAndWordsAndGivesTheRestBack) {
  Situation s;
  Contact contact;
  contact.id.uuid = Uuid::v7(systemNow());
  contact.who.name = "神山村";
  s.contacts.set(contact.id.uuid, contact);
  const TimeZone zone = TimeZone::utc();
  const Instant now = *zone.parse("2026-07-20 22:00");
  const PaperList list = readPaperList("神山村，2140，桥断 可步行\n神山村 没有时间\n\n别处 21:00 平稳", s, now, zone);
  ASSERT_EQ(list.lines.size(), 1u);
  EXPECT_EQ(zone.local(list.lines[0].at).substr(11, 5), "21:40");
  EXPECT_EQ(list.lines[0].words, "桥断 可步行");
  EXPECT_EQ(list.notUnderstood.size(), 2u);
}

class DutyBoardsOfAllSizes : public DutyBoards, public testing::WithParamInterface<std::tuple<Language, int>> {};

TEST_P(DutyBoardsOfAllSizes, AreNotCutOff) {
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  for (const char* board : {"boardCallouts", "boardSilent", "boardDuty", "instructions", "handover", "boardLedger"}) {
    SCOPED_TRACE(board);
    desk.find<QAction>(board)->trigger();
    QTest::qWait(80);
    expectNothingCutOff(desk.window, {QStringLiteral("alarmWords")});
  }
}

INSTANTIATE_TEST_SUITE_P(LanguagesAndScreens, DutyBoardsOfAllSizes,
                         testing::Combine(testing::Values(Language::english, Language::chinese),
                                          testing::Values(1366, 1920)));

}  // namespace
}  // namespace fengsui
