// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/mapengineclient.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QLocalSocket>
#include <QTextStream>
#include <QTreeWidget>
#include <csignal>
#include <fstream>

#include "protocol/handshake.h"
#include "support/silentserver.h"
#include "ui/look/wording.h"
#include "ui/mapprojects.h"
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

// ---- with the engine itself

const QString kEngine = QStringLiteral(FENGSUI_BIN "/fengsui-mapengine");

/// A desk over a map that a real engine draws.
class DeskWithMap : public testing::Test {
 protected:
  void open(const std::vector<ProjectLayer>& layers = {}, EnginePatience patience = {},
            const QString& program = kEngine) {
    { auto station = newStation(folder / "a"); }
    if (!layers.empty() || !QFile::exists(QString::fromStdString(project()))) writeProject(project(), layers);
    map = std::make_unique<MapEngineClient>(program, QString::fromStdString(project()),
                                            QString::fromStdString(folder / "tiles"), patience);
    QObject::connect(map.get(), &BaseMap::changed, [this] { ++images; });
    desk = std::make_unique<OpenDesk>(folder / "a", QSize(1366, 768), map.get());
    desk->window.openPanel(QStringLiteral("panelLayers"));
  }
  [[nodiscard]] std::string project() const { return folder / "district.qgs"; }
  [[nodiscard]] bool ready(int ms = 60'000) {
    return waitUntil([&] { return map->state() == BaseMap::State::ready && map->settled(); }, ms);
  }
  [[nodiscard]] bool deskGoesOn() {
    const auto before = desk->now().incidents.size();
    desk->window.desk().report(incidentAt("北沟村山洪", "flood", std::nullopt, "怀北镇", 1, 1));
    return waitUntil([&] { return desk->now().incidents.size() == before + 1; }, 2'000);
  }
  /// What the layers panel says under a line of the base map; under its head where @p layer is empty.
  [[nodiscard]] QStringList saidUnder(const QString& layer) {
    QStringList said;
    auto* tree = desk->find<QTreeWidget>("layers");
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
      const QTreeWidgetItem* head = tree->topLevelItem(i);
      for (int j = 0; j < head->childCount(); ++j) {
        if (layer.isEmpty()) said += head->child(j)->text(0);
        if (layer.isEmpty() || head->child(j)->text(0) != layer || !head->child(j)->isExpanded()) continue;
        for (int k = 0; k < head->child(j)->childCount(); ++k) said += head->child(j)->child(k)->text(0);
      }
    }
    return said;
  }
  [[nodiscard]] bool says(const QString& layer, const char* words) {
    return saidUnder(layer).join(u'\n').contains(QString::fromUtf8(words));
  }

  TempFolder folder;
  std::unique_ptr<MapEngineClient> map;
  std::unique_ptr<OpenDesk> desk;
  int images = 0;
};

TEST_F(DeskWithMap, SaysSinceWhenTheMapDoesNotAnswerAndStartsAnotherEngine) {
  open({}, {.beat = 300, .silence = 700, .givenUp = 3'000});
  ASSERT_TRUE(ready());
  EXPECT_TRUE(desk->window.canvas().groundNote().isEmpty());
  const auto stopped = map->process().processId();
  const Instant at = systemNow();
  ::kill(static_cast<pid_t>(stopped), SIGSTOP);

  ASSERT_TRUE(waitUntil([&] { return map->silentSince().has_value(); }, 2'500));
  EXPECT_EQ(map->state(), BaseMap::State::ready) << "what was drawn is still there";
  EXPECT_NEAR(static_cast<double>(map->silentSince()->ms - at.ms), 0, 1'000);
  const QString clock = Wording::clockWithSeconds(*map->silentSince(), desk->session.timeZone());
  EXPECT_TRUE(desk->window.canvas().groundNote().contains("the map has not answered since " + clock))
      << desk->window.canvas().groundNote().toStdString();
  EXPECT_TRUE(says({}, "the map has not answered since"));
  EXPECT_TRUE(deskGoesOn());

  ASSERT_TRUE(waitUntil([&] { return map->state() == BaseMap::State::broken; }, 10'000));
  EXPECT_TRUE(desk->window.canvas().groundNote().contains("is being started again"));
  const int before = images;
  desk->window.canvas().zoomBy(1);
  ASSERT_TRUE(waitUntil([&] { return !map->silentSince() && images > before; }, 60'000));
  ASSERT_TRUE(ready());
  EXPECT_NE(map->process().processId(), stopped);
  EXPECT_TRUE(desk->window.canvas().groundNote().isEmpty()) << desk->window.canvas().groundNote().toStdString();
}

TEST_F(DeskWithMap, ForgetsASilenceThatEnds) {
  open({}, {.beat = 300, .silence = 700});
  ASSERT_TRUE(ready());
  const auto engine = map->process().processId();
  ::kill(static_cast<pid_t>(engine), SIGSTOP);
  const bool noticed = waitUntil([&] { return map->silentSince().has_value(); }, 5'000);
  ::kill(static_cast<pid_t>(engine), SIGCONT);
  ASSERT_TRUE(noticed);
  ASSERT_TRUE(waitUntil([&] { return !map->silentSince(); }, 5'000));
  EXPECT_TRUE(desk->window.canvas().groundNote().isEmpty());
  EXPECT_EQ(map->process().processId(), engine);
}

TEST_F(DeskWithMap, EndsAConnectionThatTalksGarbageAndHasItsMapBack) {
  // The first engine is one that greets and then talks nonsense; the second is the real one.
  const std::string first = folder / "was-here";
  const QString program = script(folder, (R"(#!/bin/sh
if [ -e ')" + first + R"(' ]; then exec ')" +
                                          kEngine.toStdString() + R"(' "$@"; fi
touch ')" + first + R"('
exec python3 - "$2" <<'END'
import json, os, socket, struct, sys, time
wire = socket.socket(socket.AF_UNIX)
wire.connect(sys.argv[1])
hello = json.dumps({"type": "hello", "protocol": )" +
                                          std::to_string(protocol::protocolVersion) + R"(,
  "program": "fengsui-mapengine", "version": "0", "token": os.environ["FENGSUI_ENGINE_TOKEN"]}).encode()
wire.sendall(b"FSE1" + struct.pack("<II", len(hello), 0) + hello)
wire.recv(4096)
wire.sendall(os.urandom(100000))
time.sleep(60)
END
)")
                                             .c_str());
  writeProject(project());
  open({}, {}, program);
  EXPECT_TRUE(QFile::exists(QString::fromStdString(first)));
  EXPECT_TRUE(deskGoesOn());
  ASSERT_TRUE(ready());
  EXPECT_TRUE(desk->window.canvas().groundNote().isEmpty());
}

TEST_F(DeskWithMap, TurnsStrangersOnItsSocketAway) {
  open();
  ASSERT_TRUE(ready());
  const auto engine = map->process().processId();
  QFile line(QStringLiteral("/proc/%1/cmdline").arg(engine));
  ASSERT_TRUE(line.open(QIODevice::ReadOnly));
  const QList<QByteArray> words = line.readAll().split('\0');
  const QString name = QString::fromUtf8(words.at(words.indexOf("--socket") + 1));
  for (const char* garbage : {"GET / HTTP/1.1\r\n\r\n", "FSE1\xff\xff\xff\xff"}) {
    QLocalSocket stranger;
    stranger.connectToServer(name);
    ASSERT_TRUE(waitUntil([&] { return stranger.state() != QLocalSocket::ConnectingState; }));
    stranger.write(garbage);
    EXPECT_TRUE(waitUntil([&] { return stranger.state() == QLocalSocket::UnconnectedState; }));
  }
  QTest::qWait(200);
  EXPECT_EQ(map->state(), BaseMap::State::ready);
  EXPECT_EQ(map->process().processId(), engine);
  const int before = images;
  desk->window.canvas().zoomBy(1);
  EXPECT_TRUE(waitUntil([&] { return images > before && map->settled(); }, 20'000)) << "it still draws";
}

TEST(EngineWire, WaitsForItsEngineWhoeverElseFindsTheSocketFirst) {
  const std::string token = protocol::newToken();
  EngineWire wire(token);
  QSignalSpy greeted(&wire, &EngineWire::greeted);
  QSignalSpy ended(&wire, &EngineWire::ended);
  const QString name = QStringLiteral("fengsui-test-") + QString::fromStdString(protocol::newToken().substr(0, 16));
  wire.listen(name);
  const auto connected = [&](QLocalSocket& socket) {
    socket.connectToServer(name);
    return waitUntil([&] { return socket.state() == QLocalSocket::ConnectedState; });
  };
  const auto framed = [](protocol::Message message) {
    return QByteArray::fromStdString(*protocol::frameBytes(protocol::encode(std::move(message))));
  };
  for (const QByteArray& garbage : {QByteArray("GET / HTTP/1.1\r\n\r\n"), framed(protocol::Ping{1})}) {
    QLocalSocket stranger;
    ASSERT_TRUE(connected(stranger));
    stranger.write(garbage);
    ASSERT_TRUE(waitUntil([&] { return stranger.state() == QLocalSocket::UnconnectedState; }));
  }
  EXPECT_TRUE(ended.isEmpty());
  QLocalSocket engine;
  ASSERT_TRUE(connected(engine));
  engine.write(framed(protocol::Hello{protocol::protocolVersion, "fengsui-mapengine", "0", token}));
  EXPECT_TRUE(waitUntil([&] { return greeted.size() == 1; }));
  engine.write("not a frame at all");
  EXPECT_TRUE(waitUntil([&] { return ended.size() == 1; }));
}

TEST_F(DeskWithMap, NamesAMissingFileOnItsLayer) {
  open({{"depth_of_the_flood_water", "水深", "gdal", folder / "nowhere.tif"}});
  ASSERT_TRUE(ready());
  ASSERT_TRUE(waitUntil([&] { return says("水深", "nowhere.tif does not exist"); }))
      << saidUnder("水深").join('\n').toStdString();
  EXPECT_TRUE(desk->window.canvas().groundNote().contains("nowhere.tif does not exist"));
  desk->speak(Language::chinese);
  EXPECT_TRUE(says("水深", "不存在"));
}

TEST_F(DeskWithMap, NamesAMapServerThatHangsOnItsLayerAndDrawsTheRest) {
  const SilentServer server;
  open({{"picture_from_above", "卫星图", "wms", wmsSource(server.url())}});
  ASSERT_TRUE(waitUntil([&] { return says("卫星图", "is being asked"); }, 60'000))
      << saidUnder("卫星图").join('\n').toStdString();
  ASSERT_TRUE(ready()) << "nobody waits for the server";
  ASSERT_TRUE(waitUntil([&] { return says("卫星图", "does not answer"); }, 20'000))
      << saidUnder("卫星图").join('\n').toStdString();
  EXPECT_TRUE(ready());
}

TEST_F(DeskWithMap, SaysWhyAProjectCannotBeOpenedAndOpensItOnceItIsMended) {
  std::ofstream(project()) << "<qgis><broken";
  open({}, {.projectAgain = 500});
  ASSERT_TRUE(waitUntil([&] { return map->state() == BaseMap::State::broken; }, 60'000));
  EXPECT_TRUE(says({}, "district.qgs cannot be read")) << saidUnder({}).join('\n').toStdString();
  EXPECT_TRUE(desk->window.canvas().groundNote().contains("district.qgs cannot be read"));
  EXPECT_TRUE(deskGoesOn());
  writeProject(project());
  ASSERT_TRUE(ready());
  EXPECT_TRUE(desk->window.canvas().groundNote().isEmpty());
  EXPECT_FALSE(says({}, "cannot be read"));
}

}  // namespace
}  // namespace fengsui
