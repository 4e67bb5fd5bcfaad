// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskwindow.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QLineEdit>
#include <QListView>

#include "ui/cutoff.h"
#include "ui/desk/deskactions.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

class DeskOf : public testing::Test {
 protected:
  DeskOf() : district(make(folder / "a")), desk(folder / "a") {}
  static District make(const std::string& path) {
    auto station = newStation(path);
    District made = fillDistrict(*station);
    return made;
  }
  TempFolder folder;
  District district;
  OpenDesk desk;
};

TEST_F(DeskOf, OpensOnTheGravestIncidentAndProposesTheNearestFreeTeam) {
  ASSERT_TRUE(desk.window.desk().selected());
  EXPECT_EQ(desk.window.desk().selected()->id, district.flood.id.uuid);
  EXPECT_EQ(desk.find<ActionButton>("nextAction")->text(), "Send 怀北镇救援队 (3.6 km straight)");
}

TEST_F(DeskOf, SelectsWhatIsClickedAndReachesWhatLiesUnderneath) {
  desk.clickMap(desk.pixelOf(*district.fire.location));
  EXPECT_EQ(desk.window.desk().selected()->id, district.fire.id.uuid);
  // The team that has arrived there stands beside it; underneath lies the zone.
  desk.clickMap(desk.pixelOf(*district.fire.location));
  EXPECT_EQ(desk.window.desk().selected()->kind, Kind::riskZone);
  desk.clickMap({4, 200});
  EXPECT_FALSE(desk.window.desk().selected());
}

TEST_F(DeskOf, SelectsNothingByItselfWhenTheFocusWanders) {
  Desk& d = desk.window.desk();
  desk.find<ActionButton>("nextAction")->setFocus();
  const Selected depot{Kind::depot, [&] {
                         Uuid id;
                         desk.now().depots.forEach([&](const Uuid& one, const Depot&) { id = one; });
                         return id;
                       }()};
  d.select(depot);  // its dossier has no button, so the focus goes on to the next widget
  QTest::qWait(20);
  desk.find<QWidget>("incidentList")->setFocus();
  QTest::qWait(20);
  EXPECT_EQ(d.selected(), depot);
  QTest::keyClick(desk.find<QWidget>("incidentList"), Qt::Key_Down);
  EXPECT_EQ(d.selected()->kind, Kind::incident);
}

TEST_F(DeskOf, SendsSeveralTeamsThatWereSelectedTogetherWithTheirIncident) {
  Desk& d = desk.window.desk();
  d.selectAll({});
  const auto with = [&](const Selected& thing, Position where) {
    (void)thing;
    QTest::mouseClick(&desk.window.canvas(), Qt::LeftButton, Qt::ControlModifier, desk.pixelOf(where));
  };
  with({Kind::team, district.nearest.id.uuid}, *district.nearest.home);
  with({Kind::incident, district.flood.id.uuid}, *district.flood.location);
  ASSERT_EQ(d.allSelected().size(), 2u);
  EXPECT_FALSE(d.selected());
  auto* button = desk.find<ActionButton>("nextAction");
  ASSERT_TRUE(button->isVisible());
  EXPECT_TRUE(button->text().startsWith("Send 1 team")) << button->text().toStdString();
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::enRoute; }));
}

TEST_F(DeskOf, SelectsWhatAFrameIsDrawnAround) {
  auto& canvas = desk.window.canvas();
  const QPoint middle = desk.pixelOf(*district.fire.location);
  QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, middle - QPoint(40, 40));
  QTest::mouseMove(&canvas, middle);
  QTest::mouseMove(&canvas, middle + QPoint(40, 40));
  QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(40, 40));
  const auto& all = desk.window.desk().allSelected();
  EXPECT_GE(all.size(), 2u);
  EXPECT_NE(std::find(all.begin(), all.end(), Selected{Kind::incident, district.fire.id.uuid}), all.end());
}

TEST_F(DeskOf, DragsTheMapWithTheHandAndSelectsNothingByIt) {
  const auto before = desk.window.desk().selected();
  const QPoint from = desk.pixelOf(*district.fire.location);
  QTest::mousePress(&desk.window.canvas(), Qt::LeftButton, {}, from);
  QTest::mouseMove(&desk.window.canvas(), from + QPoint(40, 0));
  QTest::mouseMove(&desk.window.canvas(), from + QPoint(90, 30));
  QTest::mouseRelease(&desk.window.canvas(), Qt::LeftButton, {}, from + QPoint(90, 30));
  EXPECT_EQ(desk.pixelOf(*district.fire.location), from + QPoint(90, 30));
  EXPECT_EQ(desk.window.desk().selected(), before);
}

TEST_F(DeskOf, AsksForATeamThatOthersCommand) {
  auto* teams = desk.find<QListView>("teams");
  for (int row = 0; row < teams->model()->rowCount(); ++row) {
    const QModelIndex index = teams->model()->index(row, 0);
    if (index.data().toString() != QString::fromStdString(district.asked.name)) continue;
    teams->scrollTo(index);
    QTest::mouseClick(teams->viewport(), Qt::LeftButton, {}, teams->visualRect(index).center());
  }
  auto* button = desk.find<ActionButton>("nextAction");
  EXPECT_TRUE(button->text().startsWith("Ask for ")) << button->text().toStdString();
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.asked.id)->request.has_value(); }));
  EXPECT_EQ(desk.now().find(district.asked.id)->status, TeamStatus::available);
}

TEST_F(DeskOf, SaysTheRuleWhenATeamCannotBeSentAndSaysItInChineseAfterSwitching) {
  desk.window.desk().send(*desk.now().find(district.away.id), *desk.now().find(district.flood.id));
  auto* words = desk.find<QLabel>("noticeWords");
  ASSERT_TRUE(waitUntil([&] { return words->isVisible(); }));
  EXPECT_TRUE(words->text().contains("cannot be sent elsewhere without release")) << words->text().toStdString();
  desk.speak(Language::chinese);
  EXPECT_TRUE(words->text().contains("未解除任务不能另派")) << words->text().toStdString();
}

TEST_F(DeskOf, SpeaksTheOtherLanguageWithoutARestart) {
  desk.speak(Language::chinese);
  EXPECT_EQ(desk.find<ActionButton>("nextAction")->text(), "派出怀北镇救援队（直线 3.6 公里）");
  EXPECT_EQ(desk.find<ActionButton>("now")->text(), "当前");
  desk.speak(Language::english);
  EXPECT_EQ(desk.find<ActionButton>("nextAction")->text(), "Send 怀北镇救援队 (3.6 km straight)");
}

TEST_F(DeskOf, TakesBackTwoCommandsByUndoingTwice) {
  const Incident own = incidentAt("误报", "traffic", std::nullopt, "庙城镇", 3, -5);
  desk.window.desk().report(own);
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(own.id) && desk.window.desk().undoable(); }));
  desk.window.desk().send(*desk.now().find(district.nearest.id), *desk.now().find(own.id));
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::enRoute; }));
  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().undoable()->en.starts_with("sent"); }));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return !desk.now().find(own.id)->open(); }));
  EXPECT_EQ(desk.now().find(district.nearest.id)->status, TeamStatus::available);
  EXPECT_FALSE(desk.window.desk().undoable());
}

TEST_F(DeskOf, ReportsFromTheKeyboardWithItsDefaults) {
  const auto before = desk.now().incidents.size();
  QTest::keyClick(&desk.window.canvas(), Qt::Key_R);
  EXPECT_EQ(desk.window.desk().tool(), Tool::report);
  desk.clickMap(desk.pixelOf(inDistrict(3.4, 6.0)));
  auto* form = desk.find<QWidget>("reportForm");
  ASSERT_TRUE(form->isVisible());
  EXPECT_EQ(desk.find<QLineEdit>("locality")->text(), "怀北镇");
  QTest::keyClick(desk.find<QLineEdit>("title"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.now().incidents.size() == before + 1 && !form->isVisible(); }));
  const Incident* made = desk.now().incidents.find(desk.window.desk().selected()->id);
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->title, "怀北镇, flood");
  EXPECT_EQ(made->locality, "怀北镇");
  EXPECT_LT(distanceM(*made->location, inDistrict(3.4, 6.0)), 60);
  EXPECT_EQ(desk.window.desk().tool(), Tool::look);
}

TEST_F(DeskOf, GivesAReportUpWithEscape) {
  const auto before = desk.now().incidents.size();
  QTest::keyClick(&desk.window.canvas(), Qt::Key_R);
  desk.clickMap({300, 300});
  auto* form = desk.find<QWidget>("reportForm");
  ASSERT_TRUE(form->isVisible());
  QTest::keyClick(desk.find<QLineEdit>("title"), Qt::Key_Escape);
  EXPECT_FALSE(form->isVisible());
  QTest::qWait(100);
  EXPECT_EQ(desk.now().incidents.size(), before);
}

TEST_F(DeskOf, OrdersNothingWhileItLooksBack) {
  Desk& d = desk.window.desk();
  d.lookBackTo(systemNow());
  ASSERT_TRUE(waitUntil([&] { return !d.live(); }));
  EXPECT_FALSE(desk.find<ActionButton>("nextAction")->isEnabled());
  EXPECT_EQ(tokens(), tokensOf(Theme::dark, Tense::past));
  d.send(district.nearest, district.flood);
  d.take(Tool::report);
  EXPECT_EQ(d.tool(), Tool::look);
  QTest::qWait(100);
  EXPECT_EQ(desk.now().find(district.nearest.id)->status, TeamStatus::available);
  QTest::mouseClick(desk.find<ActionButton>("now"), Qt::LeftButton);
  EXPECT_TRUE(d.live());
  EXPECT_TRUE(desk.find<ActionButton>("nextAction")->isEnabled());
  EXPECT_EQ(tokens(), tokensOf(Theme::dark));
}

// The desk at the sizes it promises, in both languages. Run at several densities: see CMakeLists.txt.
class Words : public DeskOf, public testing::WithParamInterface<std::tuple<Language, int>> {};

INSTANTIATE_TEST_SUITE_P(EachLanguageAndScreen, Words,
                         testing::Combine(testing::Values(Language::english, Language::chinese),
                                          testing::Values(1366, 1920)));

TEST_P(Words, AreNotCutOff) {
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  desk.clickMap(desk.pixelOf(*district.fire.location));
  QTest::qWait(50);
  expectNothingCutOff(desk.window);
}

TEST_P(Words, AreNotCutOffInAnyPanel) {
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  for (QAction* panel : desk.window.actions().panels()) {
    SCOPED_TRACE(panel->objectName().toStdString());
    desk.window.openPanel(panel->objectName());
    ASSERT_TRUE(waitUntil([&] { return desk.window.settled(); }));
    QTest::qWait(20);
    expectNothingCutOff(desk.window);
  }
}

TEST_P(Words, AreNotCutOffInTheDossierOfAnything) {
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  std::vector<Selected> things;
  const auto one = [&]<class Entity>(Kind kind) {
    desk.now().all<Entity>().forEach([&](const Uuid& id, const Entity&) { things.push_back({kind, id}); });
  };
  one.operator()<Incident>(Kind::incident);
  one.operator()<Team>(Kind::team);
  one.operator()<Depot>(Kind::depot);
  one.operator()<Shelter>(Kind::shelter);
  one.operator()<RiskZone>(Kind::riskZone);
  one.operator()<Facility>(Kind::facility);
  for (const Selected& thing : things) {
    desk.window.desk().select(thing);
    QTest::qWait(10);
    expectNothingCutOff(desk.window);
    if (HasFailure()) break;
  }
}

TEST_P(Words, AreNotCutOffInTheFormOfAReport) {
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_R);
  desk.clickMap({desk.window.canvas().width() / 2, desk.window.canvas().height() - 20});
  auto* form = desk.find<QWidget>("reportForm");
  ASSERT_TRUE(form->isVisible());
  QTest::qWait(20);
  expectNothingCutOff(desk.window);
  EXPECT_TRUE(desk.window.canvas().rect().contains(form->geometry()));
}

TEST(DeskWindow, SaysWhatToDoWhenTheStationCannotBeOpened) {
  const TempFolder folder;
  StationSession session;
  PlainGround ground;
  DeskLanguage language;
  DeskWindow window(session, ground, language, Theme::light);
  window.resize(1366, 768);
  window.show();
  session.open(QString::fromStdString(folder / "nowhere"));
  auto* words = window.findChild<QLabel*>(QStringLiteral("noticeWords"));
  ASSERT_TRUE(waitUntil([&] { return words->isVisible(); }));
  EXPECT_TRUE(words->text().contains("fengsuictl station new")) << words->text().toStdString();
}

TEST(DeskWindow, ShowsAnEmptyStationWithWhatToDo) {
  const TempFolder folder;
  { auto station = newStation(folder / "a"); }
  OpenDesk desk(folder / "a");
  EXPECT_FALSE(desk.window.desk().selected());
  bool told = false;
  for (auto* label : desk.window.findChildren<QLabel*>())
    told = told || (label->isVisible() && label->text().contains("Press R"));
  EXPECT_TRUE(told);
}

}  // namespace
}  // namespace fengsui
