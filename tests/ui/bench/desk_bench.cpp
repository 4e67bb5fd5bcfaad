// SPDX-License-Identifier: GPL-3.0-or-later
// How long the desk's frames and answers take on big stations, beside a floor in the same run: a plain widget of the
// same size that only copies an image to the screen.
//
// usage: xvfb-run desk_bench
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

#include "support/station.h"
#include "support/tempfolder.h"
#include "ui/canvas/mapcanvas.h"
#include "ui/desk/deskwindow.h"
#include "ui/district.h"

namespace {

using namespace fengsui;

struct Times {
  std::vector<double> ms;
  [[nodiscard]] double at(double share) {
    std::sort(ms.begin(), ms.end());
    return ms.empty() ? 0
                      : ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
  }
  void say(const char* what, double limitMs) {
    std::printf("%-58s p50 %7.2f ms  p99 %7.2f ms  max %7.2f ms", what, at(0.5), at(0.99), at(1));
    if (limitMs > 0) std::printf("  (limit %.1f)", limitMs);
    std::printf("\n");
    std::fflush(stdout);
  }
};

double msOf(const std::function<void()>& work) {
  QElapsedTimer clock;
  clock.start();
  work();
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// What a frame costs at least: one image copied to a widget of this size.
class Floor : public QWidget {
 public:
  explicit Floor(QSize size) : image_(size, QImage::Format_ARGB32_Premultiplied) {
    image_.fill(Qt::darkGray);
    setAttribute(Qt::WA_OpaquePaintEvent);
    resize(size);
  }
  int shift = 0;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.fillRect(rect(), Qt::black);
    p.drawImage(QPoint(shift, 0), image_);
  }

 private:
  QImage image_;
};

std::string stationWith(const TempFolder& folder, int things) {
  const std::string path = folder / ("s" + std::to_string(things));
  auto station = newStation(path);
  fillDistrict(*station);
  const int side = static_cast<int>(std::ceil(std::sqrt(things)));
  Import<Shelter> shelters;
  for (int i = 0; i < things; ++i) {
    const Position at = inDistrict((i % side) * 24.0 / side - 12, (i / side) * 20.0 / side - 10);
    Json row{{"name", "安置点" + std::to_string(i)}, {"location", encode(at)}, {"capacity", Json{{"", 100 + i % 900}}}};
    shelters.rows.push_back({Uuid::v7(systemNow()), i + 2, std::move(row)});
  }
  does(*station, shelters);
  station->settle();
  return path;
}

void wait(const std::function<bool()>& holds) {
  if (!QTest::qWaitFor(holds, 60'000)) std::fprintf(stderr, "the desk did not settle\n");
}

void measure(const std::string& path, int things, double frameLimitMs) {
  StationSession session;
  PlainGround ground;
  DeskLanguage language;
  DeskWindow window(session, ground, language, Theme::dark);
  window.resize(1920, 1080);
  window.show();
  (void)QTest::qWaitForWindowExposed(&window);
  session.open(QString::fromStdString(path));
  wait([&] { return window.desk().shown() && window.settled(); });
  MapCanvas& canvas = window.canvas();
  const QString size = QString::number(things);

  Times frames;
  for (int i = 0; i < 600; ++i) {
    const double turn = i * 0.02;
    frames.ms.push_back(msOf([&] {
      canvas.setView(canvas.view().panned({6 * std::cos(turn), 4 * std::sin(turn)}));
      canvas.repaint();
      QCoreApplication::processEvents();
    }));
  }
  frames.say(qPrintable(QStringLiteral("panning frame, %1 objects in view").arg(size)), frameLimitMs);
  wait([&] { return window.settled(); });

  const auto places = [&] {
    std::vector<QPoint> found;
    session.situation()->shelters.forEach([&](const Uuid&, const Shelter& shelter) {
      const QPoint at = canvas.screenOf(*shelter.location).toPoint();
      if (found.size() < 200 && canvas.rect().adjusted(20, 20, -20, -20).contains(at)) found.push_back(at);
    });
    return found;
  }();
  Times clicks;
  for (const QPoint& at : places)
    clicks.ms.push_back(msOf([&] {
      QTest::mouseClick(&canvas, Qt::LeftButton, {}, at);
      window.repaint();
    }));
  clicks.say(qPrintable(QStringLiteral("click until the selection is painted, %1 objects").arg(size)), 30);

  Times hovers;
  for (const QPoint& at : places)
    hovers.ms.push_back(msOf([&] {
      QTest::mouseMove(&canvas, at);
      canvas.repaint();
    }));
  hovers.say(qPrintable(QStringLiteral("pointer moved, %1 objects").arg(size)), 0);

  Floor floor(canvas.size());
  floor.show();
  (void)QTest::qWaitForWindowExposed(&floor);
  Times floors;
  for (int i = 0; i < 300; ++i)
    floors.ms.push_back(msOf([&] {
      floor.shift = i % 50;
      floor.repaint();
      QCoreApplication::processEvents();
    }));
  floors.say("floor: one image copied to a widget of that size", 0);
  std::printf("%-58s %.2f x the floor\n", qPrintable(QStringLiteral("  panning frame, median, %1 objects").arg(size)),
              frames.at(0.5) / std::max(0.01, floors.at(0.5)));
}

Order orderNumber(int i) {
  Order order;
  order.id.uuid = Uuid::v7(systemNow());
  order.brief.title = "第" + std::to_string(i) + "号";
  order.brief.task = "北沟村" + std::to_string(i % 86) + "户立即转移至镇中学，逐户清点，老弱病残由专人护送";
  order.brief.owner = {AddresseeKind::organisation, {}, "单位" + std::to_string(i % 200), "副职"};
  order.brief.ladder = {{1'200'000, "B", false}, {2'400'000, "town", false}, {3'600'000, "值班长", true}};
  order.brief.dueMinutes = 60;
  return order;
}

/// Signing an order from the board while many are open: when the hand is free again, when it is durable and known, and
/// when the board has painted it.
void measureIssuing(const TempFolder& folder, int open, int rounds) {
  const std::string path = folder / "orders";
  std::vector<Id<Order>> drafts;
  {
    auto station = newStation(path);
    fillDistrict(*station);
    for (int i = 0; i < open; ++i) does(*station, DraftOrder{orderNumber(i), "值班长", {}});
    for (int i = 0; i < rounds; ++i) {
      const Order draft = orderNumber(open + i);
      drafts.push_back(draft.id);
      does(*station, DraftOrder{draft, {}, {}});
    }
    station->settle();
  }
  StationSession session;
  PlainGround ground;
  DeskLanguage language;
  DeskWindow window(session, ground, language, Theme::dark);
  window.resize(1920, 1080);
  window.show();
  (void)QTest::qWaitForWindowExposed(&window);
  session.open(QString::fromStdString(path));
  wait([&] { return window.desk().shown() && window.settled(); });
  window.findChild<QAction*>(QStringLiteral("boardOrders"))->trigger();
  wait([&] { return window.settled(); });
  Times free, known, painted;
  for (const Id<Order> id : drafts) {
    QElapsedTimer clock;
    clock.start();
    bool done = false;
    window.desk().execute(IssueOrder{id, "值班长", {}, {}}, {"issued", "已签发"}, [&] {
      known.ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
      done = true;
    });
    free.ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    wait([&] { return done && window.settled(); });
    window.repaint();
    painted.ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  free.say("issuing with 2,000 open orders: the hand is free", 50);
  known.say("  durable and known to the desk", 50);
  painted.say("  the board sorted and painted anew", 0);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("XDG_STATE_HOME", QDir::tempPath().toUtf8());
  QApplication application(argc, argv);
  const TempFolder folder = TempFolder::inMemory();
  measure(stationWith(folder, 10'000), 10'000, 16.7);
  measure(stationWith(folder, 100'000), 100'000, 33);
  // On the disk, so that syncing counts.
  measureIssuing(TempFolder(), 2'000, 200);
  return 0;
}
