// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QTableView>
#include <fstream>

#include "system/recorded.h"
#include "ui/import/importpanel.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"
#include "ui/search/palette.h"

// The real window by keys alone, the journal read as another program reads it.

namespace fengsui {
namespace {

class AtTheKeys : public testing::Test {
 protected:
  AtTheKeys() : district(make(folder / "night")), desk(folder / "night", {1366, 768}) {}
  static District make(const std::string& path) {
    auto station = newStation(path);
    return fillDistrict(*station);
  }
  /// To whatever has the focus, as the keyboard does.
  static void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
  }
  static void type(const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_NE(line, nullptr) << "nothing that takes text has the focus";
    line->insert(text);  // as an input method does; a test cannot press a key for 报
  }

  TempFolder folder;
  District district;
  OpenDesk desk;
};

TEST_F(AtTheKeys, AnIncidentIsReportedInOneLine) {
  const auto before = eventsOf<IncidentReported>(folder / "night").size();
  desk.window.canvas().setFocus();
  press(Qt::Key_K, Qt::ControlModifier);
  auto* palette = desk.window.findChild<Palette*>();
  ASSERT_TRUE(palette->isVisible());
  type(QString::fromUtf8("报 火情 怀北镇 三人被困"));
  ASSERT_TRUE(waitUntil([&] { return palette->settled(); }));
  press(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return !palette->isVisible() && desk.window.desk().undoable(); }));

  const auto reports = eventsOf<IncidentReported>(folder / "night");
  ASSERT_EQ(reports.size(), before + 1);
  const Incident& incident = std::get<IncidentReported>(reports.back().body).incident;
  EXPECT_EQ(incident.kind, "fire");
  EXPECT_EQ(incident.locality, "怀北镇");
  EXPECT_EQ(incident.location, inDistrict(3.2, 6.3)) << "the place of that name";
  ASSERT_EQ(incident.figures.size(), 1u);
  EXPECT_EQ(incident.figures[0].kind, FigureKind::trapped);
  EXPECT_EQ(incident.figures[0].count, 3);
  EXPECT_EQ(desk.window.desk().selected()->id, incident.id.uuid);
}

TEST_F(AtTheKeys, ATableIsImportedAfterItsFaultIsMendedAndTakenBackWithOneKey) {
  std::ofstream(folder / "队伍.csv") << "队伍名称,人数,联系电话\n甲队,很多,13800000001\n乙队,8,13800000002\n";
  const auto teams = desk.now().teams.size();
  const auto before = eventsOf<Registered<Team>>(folder / "night").size();
  desk.window.canvas().setFocus();
  press(Qt::Key_I);
  auto* panel = desk.find<ImportPanel>("importPanel");
  ASSERT_TRUE(panel->isVisible());
  auto* path = desk.find<QLineEdit>("importFile");
  path->setFocus();
  type(QString::fromStdString(folder / "队伍.csv"));
  press(Qt::Key_Return);
  ASSERT_TRUE(waitUntil(
      [&] { return panel->settled() && desk.find<QTableView>("importTable")->model()->rowCount() == 2; }, 30'000));
  press(Qt::Key_Return, Qt::ControlModifier);
  QTest::qWait(200);
  EXPECT_EQ(eventsOf<Registered<Team>>(folder / "night").size(), before) << "nothing is imported while a row is faulty";

  auto* table = desk.find<QTableView>("importTable");
  table->setFocus();
  table->setCurrentIndex(table->model()->index(0, 1));
  press(Qt::Key_Return);
  auto* cell = table->viewport()->findChild<QLineEdit*>();
  ASSERT_NE(cell, nullptr);
  cell->selectAll();
  type("12");
  press(Qt::Key_Return);
  QTest::qWait(20);
  ASSERT_TRUE(waitUntil([&] { return panel->settled(); }));
  EXPECT_TRUE(desk.find<ActionButton>("importNow")->isEnabled())
      << desk.find<ActionButton>("importNow")->text().toStdString();
  table->setFocus();
  press(Qt::Key_Return, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return !panel->isVisible() && desk.now().teams.size() == teams + 2; }));

  const auto registered = eventsOf<Registered<Team>>(folder / "night");
  ASSERT_EQ(registered.size(), before + 2);
  EXPECT_EQ(registered.end()[-1].header.command, registered.end()[-2].header.command) << "one command";
  std::optional<std::int64_t> strength;
  desk.now().teams.forEach([&](const Uuid&, const Team& team) {
    if (team.name == "甲队") strength = team.strength;
  });
  EXPECT_EQ(strength, 12);

  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().undoable().has_value(); }));
  press(Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] {
    std::size_t there = 0;
    desk.now().teams.forEach(
        [&](const Uuid&, const Team& team) { there += team.name == "甲队" || team.name == "乙队"; });
    return there == 0;
  }));
  EXPECT_EQ(eventsOf<Retired<Team>>(folder / "night").size(), 2u) << "nothing is erased: two entries say so";
}

TEST_F(AtTheKeys, WhatAnotherProgramRecordsIsShownWithinASecond) {
  desk.window.canvas().setFocus();
  press(Qt::Key_1);
  auto* list = desk.find<QListView>("incidentList");
  ASSERT_TRUE(list->isVisible());
  const auto listed = [&](const QString& title) {
    for (int row = 0; row < list->model()->rowCount(); ++row)
      if (list->model()->index(row, 0).data().toString() == title) return true;
    return false;
  };
  qint64 slowest = 0;
  for (const QString& title : {QStringLiteral("second desk one"), QStringLiteral("second desk two")}) {
    QProcess other;
    QElapsedTimer since;
    QObject::connect(&other, &QProcess::finished, [&] { since.start(); });
    other.start(QStringLiteral(FENGSUI_BIN "/fengsuictl"),
                {"--station", QString::fromStdString(folder / "night.fengsui"), "incident", "report", "--title", title,
                 "--kind", "flood", "--location", "116.65,40.36"});
    ASSERT_TRUE(waitUntil([&] { return since.isValid(); }, 30'000));
    ASSERT_EQ(other.exitCode(), 0) << other.readAllStandardError().toStdString();
    ASSERT_TRUE(waitUntil([&] { return listed(title) && desk.window.situationPainted(); }, 5'000));
    slowest = std::max(slowest, since.elapsed());
  }
  RecordProperty("shownAfterMs", static_cast<int>(slowest));
  EXPECT_LT(slowest, 1'000) << "ms";
}

}  // namespace
}  // namespace fengsui
