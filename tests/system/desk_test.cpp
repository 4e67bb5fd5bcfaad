// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QImage>
#include <QLineEdit>
#include <csignal>

#include "support/process.h"
#include "system/recorded.h"
#include "ui/engine/mapengineclient.h"
#include "ui/mapprojects.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"
#include "ui/panels/timeline.h"

namespace fengsui {
namespace {

TEST(TheDesk, ReportsSendsLooksBackAndIsThereAgainAfterwards) {
  const TempFolder folder;
  District district;
  {
    auto station = newStation(folder / "night");
    district = fillDistrict(*station);
  }
  const auto reportsBefore = eventsOf<IncidentReported>(folder / "night").size();
  const auto sendsBefore = eventsOf<TeamSent>(folder / "night").size();
  Uuid reported;
  {
    OpenDesk desk(folder / "night", {1920, 1080});
    const Position where = inDistrict(3.3, 5.7);

    // Reported by a key, a click and Enter.
    QTest::keyClick(&desk.window.canvas(), Qt::Key_R);
    desk.clickMap(desk.pixelOf(where));
    ASSERT_TRUE(desk.find<QWidget>("reportForm")->isVisible());
    QTest::keyClicks(desk.find<QLineEdit>("title"), "Water in the nursing home");
    QTest::keyClick(desk.find<QLineEdit>("title"), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return desk.window.desk().selectedAs<Incident>() && desk.window.desk().undoable(); }));
    reported = desk.window.desk().selected()->id;
    const Instant beforeSending = systemNow();
    QTest::qWait(30);

    // Sent by one click.
    auto* send = desk.find<ActionButton>("nextAction");
    EXPECT_TRUE(send->text().startsWith("Send 怀北镇救援队")) << send->text().toStdString();
    QTest::mouseClick(send, Qt::LeftButton);
    ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::enRoute; }));

    // In the journal, as another program reads it.
    const auto reports = eventsOf<IncidentReported>(folder / "night");
    const auto sends = eventsOf<TeamSent>(folder / "night");
    ASSERT_EQ(reports.size(), reportsBefore + 1);
    ASSERT_EQ(sends.size(), sendsBefore + 1);
    const auto& incident = std::get<IncidentReported>(reports.back().body).incident;
    EXPECT_EQ(incident.id.uuid, reported);
    EXPECT_EQ(incident.title, "Water in the nursing home");
    EXPECT_EQ(incident.locality, "怀北镇");
    EXPECT_LT(distanceM(*incident.location, where), 60);
    EXPECT_EQ(std::get<TeamSent>(sends.back().body).assignment.incident.uuid, reported);
    EXPECT_EQ(std::get<TeamSent>(sends.back().body).team, district.nearest.id);

    // The slider shows the moment in between, then the one before, then now.
    auto* timeline = desk.find<Timeline>("timeline");
    Desk& d = desk.window.desk();
    d.lookBackTo(beforeSending);
    ASSERT_TRUE(waitUntil([&] { return d.shown()->find(district.nearest.id)->status == TeamStatus::available; }));
    EXPECT_NE(d.shown()->incidents.find(reported), nullptr);
    const QPoint early(
        static_cast<int>(timeline->xOf(district.flood.reportedAt == Instant{} ? beforeSending.plusMs(-60'000)
                                                                              : district.flood.reportedAt)),
        30);
    QTest::mouseClick(timeline, Qt::LeftButton, {}, {std::max(early.x(), 18), early.y()});
    ASSERT_TRUE(waitUntil([&] { return d.shown()->incidents.find(reported) == nullptr; }));
    EXPECT_FALSE(d.live());
    EXPECT_FALSE(send->isEnabled() && send->isVisible());
    EXPECT_FALSE(desk.window.grab().isNull());
    QTest::mouseClick(desk.find<ActionButton>("now"), Qt::LeftButton);
    ASSERT_TRUE(d.live());
    EXPECT_NE(d.shown()->incidents.find(reported), nullptr);
  }
  // Closed and opened again: everything is there.
  OpenDesk again(folder / "night", {1366, 768});
  ASSERT_NE(again.now().incidents.find(reported), nullptr);
  EXPECT_EQ(again.now().find(district.nearest.id)->status, TeamStatus::enRoute);
  again.clickMap(again.pixelOf(*again.now().incidents.find(reported)->location));
  ASSERT_TRUE(again.window.desk().selected());
  EXPECT_EQ(again.window.desk().selected()->id, reported);
}

TEST(TheDesk, GoesOnWhenItsMapEngineIsKilledAndHasItsMapBackSoon) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "night");
    fillDistrict(*station);
  }
  writeProject(folder / "district.qgs");
  MapEngineClient map(QStringLiteral(FENGSUI_BIN "/fengsui-mapengine"), QString::fromStdString(folder / "district.qgs"),
                      QString::fromStdString(folder / "tiles"));
  int images = 0;
  QObject::connect(&map, &BaseMap::changed, [&] { ++images; });
  OpenDesk desk(folder / "night", {1366, 768}, &map);
  ASSERT_TRUE(waitUntil([&] { return map.state() == BaseMap::State::ready && images > 0; }, 60'000))
      << (map.trouble() ? map.trouble()->message.en : "no map");

  const auto first = map.process().processId();
  ASSERT_GT(first, 0);
  ::kill(static_cast<pid_t>(first), SIGKILL);
  ASSERT_TRUE(waitUntil([&] { return map.state() != BaseMap::State::ready; }));
  desk.window.desk().report(incidentAt("北沟村山洪", "flood", std::nullopt, "怀北镇", 1, 1));
  EXPECT_TRUE(waitUntil([&] { return desk.now().incidents.size() == 4; }, 2'000))
      << "the desk must not wait for its map";
  const int before = images;
  QElapsedTimer clock;
  clock.start();
  ASSERT_TRUE(waitUntil([&] { return map.state() == BaseMap::State::ready && images > before; }, 60'000));
  EXPECT_NE(map.process().processId(), first);
  RecordProperty("healedAfterMs", static_cast<int>(clock.elapsed()));
}

TEST(TheDesk, HasTheMapOfTheLastShiftBeforeItsEngine) {
  const TempFolder folder;
  writeProject(folder / "district.qgs");
  const QString project = QString::fromStdString(folder / "district.qgs");
  const QString tiles = QString::fromStdString(folder / "tiles");
  const ViewPort view({12'982'000, 4'912'000}, ViewPort::scaleOf(26), {900, 600});
  {
    MapEngineClient map(QStringLiteral(FENGSUI_BIN "/fengsui-mapengine"), project, tiles);
    map.show(view, 1, QStringLiteral("night"));
    ASSERT_TRUE(waitUntil([&] { return map.settled() && map.idle(); }, 60'000));
  }
  MapEngineClient map(QStringLiteral("/nowhere/fengsui-mapengine"), project, tiles);
  map.show(view, 1, QStringLiteral("night"));
  EXPECT_TRUE(waitUntil([&] { return map.complete(); }, 5'000));
  QImage screen(900, 600, QImage::Format_RGB32);
  QPainter painter(&screen);
  EXPECT_TRUE(map.paint(painter, view));
  // In another style nothing is there, and what is there is shown until it comes.
  map.show(view, 1, QStringLiteral("day"));
  EXPECT_FALSE(map.complete());
  map.show(view, 1, QStringLiteral("night"));
  EXPECT_TRUE(waitUntil([&] { return map.complete(); }, 5'000));
}

TEST(TheProgram, TakesAPictureOfItselfAndEnds) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "night", Mode::exercise);
    fillDistrict(*station);
  }
  const auto run =
      runProcess("XDG_CONFIG_HOME=" + (folder / "config") + " " FENGSUI_BIN "/fengsui " + (folder / "night.fengsui") +
                 " --lang zh --theme light --size 1366x768 --screenshot " + (folder / "desk.png"));
  EXPECT_EQ(run.exitCode, 0) << run.output;
  const QImage picture(QString::fromStdString(folder / "desk.png"));
  EXPECT_EQ(picture.size(), QSize(1366, 768));
}

}  // namespace
}  // namespace fengsui
