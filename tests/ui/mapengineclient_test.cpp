// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/mapengineclient.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTextStream>

#include "ui/opendesk.h"

namespace fengsui {
namespace {

/// A program that stands in for the engine.
QString script(const TempFolder& folder, const char* text) {
  const QString path = QString::fromStdString(folder / "engine.sh");
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(text);
  file.close();
  file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
  return path;
}

TEST(MapEngineClient, LeavesTheDeskWorkingWhereThereIsNoEngine) {
  const TempFolder folder;
  { auto station = newStation(folder / "a"); }
  MapEngineClient client(QStringLiteral("/nowhere/fengsui-mapengine"), QStringLiteral("/nowhere/district.qgs"),
                         QString::fromStdString(folder / "tiles"));
  ASSERT_TRUE(waitUntil([&] { return client.state() == BaseMap::State::broken; }));
  ASSERT_TRUE(client.trouble());
  EXPECT_NE(client.trouble()->message.en.find("cannot be started"), std::string::npos);
  OpenDesk desk(folder / "a", {1366, 768}, &client);
  desk.window.desk().report(incidentAt("北沟村山洪", "flood", std::nullopt, "怀北镇", 1, 1));
  EXPECT_TRUE(waitUntil([&] { return desk.now().incidents.size() == 1; }));
}

TEST(MapEngineClient, TriesAgainWithGrowingPauses) {
  const TempFolder folder;
  const QString log = QString::fromStdString(folder / "starts");
  const QString program = script(folder, ("#!/bin/sh\necho x >> " + (folder / "starts") + "\nexit 1\n").c_str());
  MapEngineClient client(program, QStringLiteral("/nowhere/district.qgs"), QString::fromStdString(folder / "tiles"));
  const auto starts = [&] {
    QFile file(log);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
  };
  ASSERT_TRUE(waitUntil([&] { return starts() >= 3; }));
  QTest::qWait(1'000);
  EXPECT_LE(starts(), 5) << "it must not be started over and over";
}

TEST(MapEngineClient, GivesTheEngineNoneOfOurQtPaths) {
  const TempFolder folder;
  qputenv("QT_PLUGIN_PATH", "/somewhere/of/qt6");
  qputenv("LD_PRELOAD_FENGSUI_TEST", "x");
  const QString program = script(folder, ("#!/bin/sh\nenv > " + (folder / "env.tmp") + "\nmv " + (folder / "env.tmp") +
                                          " " + (folder / "env") + "\nexit 1\n")
                                             .c_str());
  MapEngineClient client(program, QStringLiteral("/nowhere/district.qgs"), QString::fromStdString(folder / "tiles"));
  QFile file(QString::fromStdString(folder / "env"));
  ASSERT_TRUE(waitUntil([&] { return file.exists(); }));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray environment = file.readAll();
  qunsetenv("QT_PLUGIN_PATH");
  qunsetenv("LD_PRELOAD_FENGSUI_TEST");
  EXPECT_FALSE(environment.contains("QT_PLUGIN_PATH"));
  EXPECT_FALSE(environment.contains("LD_PRELOAD_FENGSUI_TEST"));
  EXPECT_TRUE(environment.contains("QT_QPA_PLATFORM=offscreen"));
  EXPECT_TRUE(environment.contains("FENGSUI_ENGINE_TOKEN="));
}

}  // namespace
}  // namespace fengsui
