// SPDX-License-Identifier: GPL-3.0-or-later
// How long the desk's map takes for the views that canvas_bench asks of QGIS itself. One line for each figure: name,
// milliseconds.
//
// usage: ground_bench PROJECT ENGINE FOLDER [PNG-FOLDER]
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include "ui/engine/mapengineclient.h"

namespace {

using namespace fengsui;

const QSize kSize(1920, 1080);

struct Bench {
  QString project, engine, folder, pictures;
  std::unique_ptr<MapEngineClient> map;
  QImage screen = QImage(kSize, QImage::Format_RGB32);
  int shot = 0;

  void start() { map = std::make_unique<MapEngineClient>(engine, project, folder); }

  static bool until(const std::function<bool()>& holds, int ms = 120'000) {
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
      if (clock.elapsed() > ms) return false;
      // Asleep in between: a loop that spins would take the engine half of a small computer.
      QCoreApplication::processEvents();
      QThread::usleep(500);
    }
    return true;
  }

  void paint(const ViewPort& view) {
    screen.fill(QColor(255, 0, 255));
    QPainter painter(&screen);
    map->paint(painter, view);
  }

  /// Until the view is painted as it should be.
  double show(const ViewPort& view, const QString& style = QStringLiteral("day")) {
    QElapsedTimer clock;
    clock.start();
    map->show(view, 1, style);
    if (!until([&] { return map->settled(); })) std::fprintf(stderr, "a view did not come\n");
    paint(view);
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!pictures.isEmpty())
      screen.save(QStringLiteral("%1/%2.png").arg(pictures).arg(++shot, 3, 10, QLatin1Char('0')));
    return ms;
  }

  void rest() {
    until([&] { return map->idle(); });
  }
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void say(const char* name, double value) {
  std::printf("%s %.1f\n", name, value);
  std::fflush(stdout);
}

double residentMb(const QString& process) {
  QFile status(QStringLiteral("/proc/%1/status").arg(process));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmRSS:")) return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  if (words.size() < 4) {
    std::fprintf(stderr, "usage: ground_bench PROJECT ENGINE FOLDER [PNG-FOLDER]\n");
    return 2;
  }
  Bench bench{words[1], words[2], words[3], words.value(4), nullptr};
  if (!bench.pictures.isEmpty()) QDir().mkpath(bench.pictures);
  QDir(bench.folder).removeRecursively();

  QElapsedTimer clock;
  clock.start();
  bench.start();
  const bool opened = Bench::until([&] { return bench.map->state() == BaseMap::State::ready && bench.map->home(); });
  if (!opened) return 1;
  say("open", static_cast<double>(clock.elapsed()));
  const ViewPort home = ViewPort::fitting(*bench.map->home(), kSize, 0);
  bench.show(home);
  say("firstMap", static_cast<double>(clock.elapsed()));

  // The same views as canvas_bench: the whole, then nearer and nearer, none of it drawn before. Both have drawn
  // something else by then, and both have a second for what they do in advance.
  bench.map.reset();
  QDir(bench.folder).removeRecursively();
  bench.start();
  Bench::until([&] { return bench.map->state() == BaseMap::State::ready; });
  bench.show(home.zoomed(-1, QRectF(QPointF(), kSize).center()));
  std::vector<double> cold;
  for (const int steps : {0, 2, 4, 6, 8}) {
    Bench::until([] { return false; }, 1'000);
    cold.push_back(bench.show(home.zoomed(steps, QRectF(QPointF(), kSize).center())));
    std::printf("cold%d %.1f\n", steps, cold.back());
  }
  say("cold", median(cold));

  // A walk of a fifth of the screen each, there and back; then once more, all of it drawn before.
  const ViewPort begin = home.zoomed(4, QRectF(QPointF(), kSize).center());
  std::vector<ViewPort> walk;
  for (int i = 0; i <= 8; ++i) walk.push_back(begin.panned({-0.2 * kSize.width() * (i <= 4 ? i : 8 - i), 0}));
  for (const ViewPort& view : walk) {
    bench.show(view);
    bench.rest();
  }
  std::vector<double> pans;
  for (int turn = 0; turn < 3; ++turn)
    for (const ViewPort& view : walk) {
      pans.push_back(bench.show(view));
      bench.rest();
    }
  say("pan", median(pans));
  say("panWorst", *std::max_element(pans.begin(), pans.end()));
  std::vector<double> frames;
  for (int i = 0; i < 100; ++i) {
    clock.start();
    bench.paint(walk[4].panned({double(i), double(i)}));
    frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  say("frame", median(frames));
  say("frameWorst", *std::max_element(frames.begin(), frames.end()));
  say("clientMb", residentMb(QStringLiteral("self")));
  say("engineMb", residentMb(QString::number(bench.map->process().processId())));

  // Zooming in and out over what is there.
  std::vector<double> zooms;
  for (const int steps : {0, 1, 0, 1, 0, 1}) {
    zooms.push_back(bench.show(begin.zoomed(steps, QPointF(700, 500))));
    bench.rest();
  }
  say("zoomAgain", median({zooms.begin() + 2, zooms.end()}));

  // The next morning: what is on disk is there before the engine is.
  bench.map.reset();
  clock.start();
  bench.start();
  bench.map->show(walk[2], 1, QStringLiteral("day"));
  Bench::until([&] {
    bench.paint(walk[2]);
    return bench.map->complete();
  });
  say("fromDisk", static_cast<double>(clock.elapsed()));
  return 0;
}
