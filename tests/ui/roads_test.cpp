// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <fstream>

#include "ui/boardhands.h"
#include "ui/boards/boardlist.h"
#include "ui/canvas/drawpad.h"
#include "ui/cutoff.h"
#include "ui/desk/deskactions.h"
#include "ui/forms/closureform.h"
#include "ui/lists/thingmodel.h"
#include "ui/opendesk.h"
#include "ui/roads/deskroads.h"
#include "ui/roads/roadwords.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string line(const char* name, std::initializer_list<std::pair<double, double>> km) {
  std::string out = std::string(R"({"type":"Feature","properties":{"class":"primary","name":")") + name +
                    R"("},"geometry":{"type":"LineString","coordinates":[)";
  const char* comma = "";
  for (const auto& [east, north] : km) {
    const Position at = inDistrict(east, north);
    out += comma + ("[" + std::to_string(at.lonDeg()) + "," + std::to_string(at.latDeg()) + "]");
    comma = ",";
  }
  return out + "]}}";
}

/// Roads of the small district: to the flood leads a bridge, and a long way round.
QString roadsIn(const TempFolder& folder) {
  const std::string file = folder / "roads.geojson";
  std::ofstream(file) << R"({"type":"FeatureCollection","features":[)" << line("怀北路", {{3, 6}, {4.6, 8}}) << ","
                      << line("大桥", {{4.6, 8}, {5.0, 8.5}}) << "," << line("东街", {{5.0, 8.5}, {5.2, 8.8}}) << ","
                      << line("绕行路", {{4.6, 8}, {0, 12}, {5.2, 12}, {5.2, 8.8}}) << ","
                      << line("城关路", {{0.5, -2}, {1.2, -1.1}, {3, 6}}) << "]}";
  return QString::fromStdString(file);
}

struct RoadStory : ::testing::Test {
  RoadStory() {
    auto station = newStation(folder / "a");
    district = fillDistrict(*station);
  }
  /// A desk that knows the roads.
  std::unique_ptr<OpenDesk> open(QSize size = {1920, 1080}) {
    auto desk = std::make_unique<OpenDesk>(folder / "a", size);
    desk->window.useRoadsOf(roadsIn(folder));
    EXPECT_TRUE(waitUntil([&] { return desk->window.settled(); })) << "the roads were not read";
    return desk;
  }
  static void closeBridge(OpenDesk& desk) {
    RoadClosure closure;
    closure.id.uuid = Uuid::v7(systemNow());
    closure.name = "大桥积水";
    closure.shape = Shape{ShapeKind::line, {}, {{inDistrict(4.7, 8.4), inDistrict(4.9, 8.1)}}, {}};
    closure.spans = {{systemNow().plusMs(-60'000), std::nullopt}};
    desk.window.desk().execute(Register<RoadClosure>{closure}, {"closed", "已封闭"});
    EXPECT_TRUE(waitUntil([&] { return desk.now().roadClosures.size() == 1 && desk.window.settled(); }));
  }
  static std::string factsOf(OpenDesk& desk) {
    const Team* team = desk.window.desk().selectedAs<Team>();
    const UnderWay* way = team ? desk.window.findChild<DeskRoads*>()->underWay().of(team->id.uuid) : nullptr;
    std::string all;
    if (way)
      for (const auto& line : RoadWords::of(*way, *team, systemNow(), desk.session.timeZone()))
        all += (line.label + line.value + line.note).toStdString() + "\n";
    return all;
  }
  static std::string words(OpenDesk& desk, const char* button) {
    return desk.find<QAbstractButton>(button)->text().toStdString();
  }
  static const RoadDrawing& drawn(OpenDesk& desk) {
    static const RoadDrawing none;
    return desk.window.canvas().roads() ? *desk.window.canvas().roads() : none;
  }
  static bool hasStrongWay(OpenDesk& desk) {
    const auto& ways = drawn(desk).ways;
    return std::any_of(ways.begin(), ways.end(), [](const auto& way) { return way.strong; });
  }

  TempFolder folder;
  District district;
};

TEST_F(RoadStory, TheDossierSaysAStraightLineUntilItKnowsTheRoad) {
  OpenDesk desk(folder / "a");
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  const auto title = [&] {
    for (auto* label : desk.window.findChildren<QLabel*>())
      if (label->isVisible() && label->text().startsWith(QLatin1String("TEAMS"))) return label->text().toStdString();
    return std::string();
  };
  EXPECT_THAT(words(desk, "nextAction"), HasSubstr("straight"));
  std::vector<std::string> titles{title()};
  desk.window.useRoadsOf(roadsIn(folder));
  ASSERT_TRUE(waitUntil([&] { return desk.window.settled(); }));
  EXPECT_THAT(words(desk, "nextAction"), HasSubstr("there at"));
  EXPECT_TRUE(hasStrongWay(desk)) << "the way of the proposed team is drawn";
  // Sent with the arrival that was reckoned.
  QTest::keyClick(&desk.window, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::enRoute; }));
  EXPECT_TRUE(desk.now().find(district.nearest.id)->assignment->etaAt.has_value());
}

TEST_F(RoadStory, AWayIsPlannedAgainWhenItsBridgeIsClosedAndWhatChangedIsSaid) {
  auto desk = open();
  desk->window.desk().send(district.nearest, district.flood);
  ASSERT_TRUE(waitUntil(
      [&] { return desk->now().find(district.nearest.id)->status == TeamStatus::enRoute && desk->window.settled(); }));
  desk->window.desk().select(Selected{Kind::team, district.nearest.id.uuid});
  ASSERT_TRUE(waitUntil([&] { return hasStrongWay(*desk); }));
  EXPECT_THAT(factsOf(*desk), HasSubstr("大桥"));
  EXPECT_THAT(factsOf(*desk), Not(HasSubstr("avoids")));
  closeBridge(*desk);
  ASSERT_TRUE(waitUntil([&] { return factsOf(*desk).find("avoids") != std::string::npos; })) << factsOf(*desk);
  EXPECT_THAT(factsOf(*desk), HasSubstr("绕行路"));
  EXPECT_THAT(factsOf(*desk), HasSubstr("Planned anew"));
  EXPECT_THAT(factsOf(*desk), HasSubstr("later"));
  EXPECT_THAT(desk->find<QLabel>("noticeWords")->text().toStdString(), HasSubstr("绕行路"));
  EXPECT_EQ(drawn(*desk).avoided.size(), 1u);
}

TEST_F(RoadStory, ARoadIsClosedByDrawingAcrossItAndOpenedAgain) {
  auto desk = open();
  desk->window.canvas().setFocus();
  QTest::keyClick(&desk->window.canvas(), Qt::Key_X);
  ASSERT_EQ(desk->window.desk().tool(), Tool::closeRoad);
  desk->clickMap(desk->pixelOf(inDistrict(4.6, 8.7)));
  desk->clickMap(desk->pixelOf(inDistrict(5.2, 8.2)));
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Return);
  auto* form = desk->find<ClosureForm>("closureForm");
  ASSERT_TRUE(form->isVisible());
  ASSERT_TRUE(waitUntil([&] { return desk->find<QLabel>("closes")->text().contains(QStringLiteral("大桥")); }));
  desk->find<QLineEdit>("closureWords")->setText(QStringLiteral("桥面积水"));
  desk->find<QLineEdit>("closureUntil")->setText(QStringLiteral("02:10"));
  QTest::keyClick(desk->find<QLineEdit>("closureWords"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk->now().roadClosures.size() == 1; }));
  ASSERT_TRUE(waitUntil([&] { return desk->window.desk().selected().has_value() && desk->window.settled(); }));
  const auto closure = [&] { return *desk->now().roadClosures.find(desk->window.desk().selected()->id); };
  EXPECT_EQ(closure().name, "大桥");
  EXPECT_EQ(closure().words, "桥面积水");
  ASSERT_EQ(closure().spans.size(), 1u);
  ASSERT_TRUE(closure().spans[0].to.has_value());
  EXPECT_GT(*closure().spans[0].to, closure().spans[0].from);
  EXPECT_EQ(desk->window.desk().tool(), Tool::look);

  desk->window.openPanel(QStringLiteral("panelClosures"));
  auto* list = desk->find<QListView>("roadClosureList");
  ASSERT_TRUE(waitUntil([&] { return list->model()->rowCount() == 1; }));
  EXPECT_THAT(words(*desk, "nextAction"), HasSubstr("open again"));
  QTest::mouseClick(desk->find<QAbstractButton>("nextAction"), Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return !closure().aheadOf(systemNow().plusMs(1000)); }));
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(waitUntil([&] { return closure().holdsAt(systemNow()); })) << "opening it was not taken back";
}

TEST_F(RoadStory, AStretchThatEndsAtAJunctionClosesNoOtherRoadAndSaysSoInEitherLanguage) {
  auto desk = open();
  desk->window.canvas().setFocus();
  QTest::keyClick(&desk->window.canvas(), Qt::Key_X);
  // From the junction before the bridge to its other end.
  desk->clickMap(desk->pixelOf(inDistrict(4.6, 8)));
  desk->clickMap(desk->pixelOf(inDistrict(5.0, 8.5)));
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Return);
  auto* closes = desk->find<QLabel>("closes");
  ASSERT_TRUE(waitUntil([&] { return closes->text().contains(QStringLiteral("大桥")); }));
  EXPECT_THAT(closes->text().toStdString(), Not(HasSubstr("绕行路")));
  EXPECT_THAT(closes->text().toStdString(), Not(HasSubstr("怀北路")));
  EXPECT_THAT(closes->text().toStdString(), HasSubstr("Closes"));
  desk->speak(Language::chinese);
  EXPECT_TRUE(waitUntil([&] { return !closes->text().contains(QLatin1String("Closes")); }))
      << closes->text().toStdString();
}

TEST_F(RoadStory, AnAreaSaysThatBridgesStayOpenWhereTheyDo) {
  auto desk = open();
  desk->window.canvas().setFocus();
  QTest::keyClick(&desk->window.canvas(), Qt::Key_X);
  for (const auto& [east, north] : {std::pair(4.4, 8.2), {5.0, 8.0}, {5.0, 8.8}, {4.4, 8.8}, {4.4, 8.2}})
    desk->clickMap(desk->pixelOf(inDistrict(east, north)));
  if (!desk->find<ClosureForm>("closureForm")->isVisible()) QTest::keyClick(&desk->window.canvas(), Qt::Key_Return);
  auto* closes = desk->find<QLabel>("closes");
  ASSERT_TRUE(waitUntil([&] { return closes->text().contains(QLatin1String("Closes")); }));
  EXPECT_THAT(closes->text().toStdString(), Not(HasSubstr("ridge stay")));
  auto* bridges = desk->find<QComboBox>("closureBridges");
  bridges->setCurrentIndex(1);
  EXPECT_TRUE(waitUntil([&] { return closes->text().contains(QLatin1String("No bridge lies here")); }))
      << closes->text().toStdString();
}

TEST_F(RoadStory, AClosureIsDrawnWithTheKeyboardAloneAndSaysWhenItTouchesNoRoad) {
  auto desk = open();
  desk->window.canvas().setFocus();
  QTest::keyClick(&desk->window.canvas(), Qt::Key_X);
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Space);
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Right);
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Space);
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Backspace);
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Return);
  auto* form = desk->find<ClosureForm>("closureForm");
  ASSERT_TRUE(form->isVisible());
  EXPECT_EQ(form->shape().kind, ShapeKind::point);
  ASSERT_TRUE(waitUntil([&] { return desk->find<QLabel>("closes")->text().contains(QLatin1String("no road")); }));
  QTest::keyClick(desk->find<QLineEdit>("closureName"), Qt::Key_Return);
  EXPECT_TRUE(form->isVisible()) << "a closure without a name was taken";
  QTest::keyClick(form, Qt::Key_Escape);
  EXPECT_FALSE(form->isVisible());
  QTest::keyClick(&desk->window.canvas(), Qt::Key_Escape);
  EXPECT_EQ(desk->window.desk().tool(), Tool::look);
}

TEST_F(RoadStory, WhoCanBeHereFirstIsAskedOnTheMapAndGetsAnOrder) {
  auto desk = open();
  closeBridge(*desk);
  desk->window.desk().select(std::nullopt);
  QTest::mouseClick(&desk->window.canvas(), Qt::RightButton, {}, desk->pixelOf(inDistrict(5.2, 8.8)));
  QTest::mouseClick(desk->find<QAbstractButton>("firstHere"), Qt::LeftButton);
  auto* rows = desk->find<BoardList>("firstRows");
  ASSERT_TRUE(waitUntil([&] { return rows->rows().rowCount() == 12; }));
  const BoardRow first = rows->rows().words(0);
  EXPECT_EQ(first.title, QStringLiteral("怀北镇救援队"));
  EXPECT_THAT(first.line.toStdString(), HasSubstr("avoids 大桥积水"));
  EXPECT_THAT(first.line.toStdString(), HasSubstr("at its base"));
  const BoardRow last = rows->rows().words(11);
  EXPECT_EQ(last.corner, QLatin1String("not reckoned"));
  EXPECT_THAT(last.line.toStdString(), HasSubstr("3 km"));
  EXPECT_TRUE(waitUntil([&] { return hasStrongWay(*desk) && drawn(*desk).avoided.size() == 1; }));
  EXPECT_THAT(desk->find<QLabel>("firstWhy")->text().toStdString(), HasSubstr("绕行路"));
  QTest::keyClick(rows, Qt::Key_M);
  ASSERT_TRUE(waitUntil([&] { return desk->now().orders.size() == 1; }))
      << desk->find<QLabel>("noticeWords")->text().toStdString();
  desk->now().orders.forEach([&](const Uuid&, const Order& order) {
    EXPECT_EQ(order.brief.owner.subject, district.nearest.id.uuid);
    EXPECT_TRUE(order.brief.location.has_value());
  });
  QTest::keyClick(&desk->window, Qt::Key_Escape);
  EXPECT_TRUE(waitUntil([&] { return !hasStrongWay(*desk); })) << "the way stays when nobody looks at it";
}

TEST_F(RoadStory, ATeamIsSentToTheSelectedIncidentFromTheListOfWhoIsFirst) {
  auto desk = open();
  desk->window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  QTest::keyClick(&desk->window.canvas(), Qt::Key_T);
  auto* rows = desk->find<BoardList>("firstRows");
  ASSERT_TRUE(waitUntil([&] { return rows->isVisible() && rows->rows().rowCount() == 12; }));
  EXPECT_EQ(desk->find<QLabel>("firstHead")->text(), QStringLiteral("神山村山洪，三户被困"));
  EXPECT_THAT(words(*desk, "firstAct"), HasSubstr("Send 怀北镇救援队, there at"));
  QTest::keyClick(rows, Qt::Key_Return);
  EXPECT_TRUE(waitUntil([&] { return desk->now().find(district.nearest.id)->status == TeamStatus::enRoute; }));
  auto* can = desk->find<QComboBox>("firstCapability");
  can->setCurrentIndex(can->findData(QStringLiteral("boat")));
  EXPECT_TRUE(waitUntil([&] { return rows->rows().rowCount() == 1; }));
}

TEST_F(RoadStory, WhatTeamsReachInTimeIsDrawnAndWhoIsNotReachedIsListed) {
  auto desk = open();
  desk->window.desk().select(Selected{Kind::team, district.nearest.id.uuid});
  QTest::keyClick(&desk->window.canvas(), Qt::Key_U);
  ASSERT_TRUE(waitUntil([&] { return drawn(*desk).bands.size() == 4 && desk->window.settled(); }));
  for (const auto& band : drawn(*desk).bands) {
    ASSERT_EQ(band.areas.size(), 1u);
    EXPECT_FALSE(band.areas.front().isEmpty());
  }
  EXPECT_THAT(drawn(*desk).legend.toStdString(), HasSubstr("怀北镇救援队"));
  // The map shows all that is reached, and goes back to nothing of its own when the same question is answered anew.
  QRectF reached;
  for (const QPainterPath& area : drawn(*desk).bands.front().areas) reached |= area.boundingRect();
  const auto& view = desk->window.canvas().view();
  EXPECT_TRUE(
      QRectF(desk->window.canvas().rect())
          .contains(QRectF(view.toScreen(reached.topLeft()), view.toScreen(reached.bottomRight())).normalized()));
  auto* rows = desk->find<BoardList>("missedRows");
  const auto names = [&] {
    std::string all;
    for (int i = 0; i < rows->rows().rowCount(); ++i) all += rows->rows().words(i).title.toStdString() + ";";
    return all;
  };
  EXPECT_THAT(names(), HasSubstr("红螺林区"));
  EXPECT_THAT(names(), Not(HasSubstr("怀北镇")));
  EXPECT_EQ(drawn(*desk).missed.size(), static_cast<std::size_t>(rows->rows().rowCount()));
  const int before = rows->rows().rowCount();
  auto* limit = desk->find<QComboBox>("reachLimit");
  limit->setCurrentIndex(0);
  ASSERT_TRUE(waitUntil([&] { return desk->window.settled() && rows->rows().rowCount() != before; }));
  EXPECT_GT(rows->rows().rowCount(), before) << "fewer are reached in less time";
  QTest::keyClick(&desk->window, Qt::Key_Escape);
  EXPECT_TRUE(waitUntil([&] { return drawn(*desk).bands.empty(); }));
}

TEST_F(RoadStory, ADeskWithoutRoadsSaysWhy) {
  OpenDesk desk(folder / "a");
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  desk.window.useRoadsOf(QString::fromStdString(folder / "none.gpkg"));
  ASSERT_TRUE(waitUntil([&] { return desk.window.settled(); }));
  desk.find<QAction>("boardRoads")->trigger();
  auto* rows = desk.find<BoardList>("firstRows");
  EXPECT_TRUE(rows->isVisible());
  EXPECT_EQ(rows->rows().rowCount(), 0);
  EXPECT_THAT(words(desk, "nextAction"), HasSubstr("straight"));
  auto* roads = desk.window.findChild<DeskRoads*>();
  EXPECT_EQ(roads->roads().state(), RoadDesk::State::none);
  EXPECT_THAT(roads->roads().whyNone().message.en, HasSubstr("no such file"));
}

class RoadWordsOfAllSizes : public testing::TestWithParam<std::tuple<Language, int>> {};

TEST_P(RoadWordsOfAllSizes, AreNotCutOff) {
  const TempFolder folder;
  District district;
  {
    auto station = newStation(folder / "a");
    district = fillDistrict(*station);
  }
  OpenDesk desk(folder / "a");
  desk.window.useRoadsOf(roadsIn(folder));
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  for (const char* action : {"boardRoads", "reach"}) {
    SCOPED_TRACE(action);
    desk.find<QAction>(action)->trigger();
    ASSERT_TRUE(waitUntil([&] { return desk.window.settled(); }));
    QTest::qWait(80);
    expectNothingCutOff(desk.window, {QStringLiteral("alarmWords")});
  }
  QTest::keyClick(&desk.window, Qt::Key_Escape);
  desk.window.canvas().setFocus();
  for (const int key : {int(Qt::Key_X), int(Qt::Key_Space), int(Qt::Key_Return)})
    QTest::keyClick(&desk.window.canvas(), static_cast<Qt::Key>(key));
  auto* form = desk.find<ClosureForm>("closureForm");
  ASSERT_TRUE(waitUntil([&] { return form->isVisible() && desk.find<QLabel>("closes")->isVisible(); }));
  QTest::qWait(50);
  expectNothingCutOff(*form);
}

INSTANTIATE_TEST_SUITE_P(LanguagesAndScreens, RoadWordsOfAllSizes,
                         testing::Combine(testing::Values(Language::english, Language::chinese),
                                          testing::Values(1366, 1920)));

TEST(DrawPad, MakesAPointALineOrAnAreaOfWhatIsClicked) {
  const QPointF a = mercatorOf(inDistrict(0, 0)), b = mercatorOf(inDistrict(1, 0)), c = mercatorOf(inDistrict(1, 1));
  DrawPad pad;
  EXPECT_FALSE(pad.finished());
  EXPECT_FALSE(pad.add(a, 50));
  EXPECT_EQ(pad.finished()->kind, ShapeKind::point);
  EXPECT_FALSE(pad.add(b, 50));
  EXPECT_FALSE(pad.add(b, 50)) << "a double click";
  EXPECT_EQ(pad.finished()->lines.front().size(), 2u);
  EXPECT_FALSE(pad.add(c, 50));
  const auto area = pad.add(a + QPointF(20, 20), 50);
  ASSERT_TRUE(area);
  EXPECT_EQ(area->kind, ShapeKind::area);
  EXPECT_EQ(area->areas.front().front().size(), 3u);
  pad.removeLast();
  EXPECT_EQ(pad.finished()->kind, ShapeKind::line);
}

TEST(NearestMoment, TakesTheClockThatIsNearestToNow) {
  const TimeZone zone = TimeZone::named("Asia/Shanghai").value();
  const Instant now = zone.parse("2026-07-20 22:30").value();
  const auto said = [&](const char* text) { return zone.local(nearestMoment(text, now, zone).value()).substr(0, 16); };
  EXPECT_EQ(said("21:40"), zone.local(now.plusMs(-50 * 60'000)).substr(0, 16));
  EXPECT_EQ(said("0210"), zone.local(now.plusMs(220 * 60'000)).substr(0, 16));
  EXPECT_EQ(said("23:00"), zone.local(now.plusMs(30 * 60'000)).substr(0, 16));
  EXPECT_FALSE(nearestMoment("later", now, zone));
}

}  // namespace
}  // namespace fengsui
