// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <signal.h>

#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTabBar>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "journal/series.h"
#include "support/process.h"
#include "ui/boardhands.h"
#include "ui/engine/mapengineclient.h"
#include "ui/hazard/hazardplayer.h"
#include "ui/models/deskmodels.h"
#include "ui/print/deskprint.h"

// From rain in a gauge to closed roads: the real window, the real module in its child, the terrain of the demo
// district.

namespace fengsui {
namespace {

class FromGaugeToClosedRoad : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    made = new TempFolder;
    QProcess maker;
    maker.start(QStringLiteral(FENGSUI_BIN "/fengsuictl"),
                {QStringLiteral("demo"), QStringLiteral("create"), QString::fromStdString(*made / "demo"),
                 QStringLiteral("--small")});
    ASSERT_TRUE(maker.waitForFinished(120'000));
    ASSERT_EQ(maker.exitCode(), 0) << maker.readAllStandardError().toStdString();
  }
  static void TearDownTestSuite() { delete made; }

  void SetUp() override {
    std::filesystem::copy(*made / "demo", folder / "demo", std::filesystem::copy_options::recursive);
    path = folder / "demo/demo.fengsui";
  }
  void rains(double mm, const std::string& where) {
    auto store = SeriesStore::open(StationFiles::of(path));
    ASSERT_TRUE(store) << store.error();
    const SeriesReading reading{"rain 60/" + where, "mm", {systemNow().plusMs(-60'000), mm, std::nullopt}};
    ASSERT_TRUE(store->append(std::span(&reading, 1)));
  }
  void open(BaseMap* base = nullptr) {
    desk = std::make_unique<OpenDesk>(path, QSize(1920, 1080), base);
    hands = std::make_unique<BoardHands>(*desk);
    desk->window.desk().takeSeat({"李静", "值班长"});
    desk->window.useModels(QStringLiteral(FENGSUI_BIN "/fengsuictl"), QString::fromStdString(folder / "demo/demo.map"));
    desk->window.canvas().setFocus();
    BoardHands::key(Qt::Key_Q);
    ASSERT_TRUE(waitUntil([&] { return !models().fields().empty() && models().gauges() && models().idle(); }, 30'000));
  }
  [[nodiscard]] ModelDesk& models() { return desk->window.findChild<DeskModels*>()->models(); }
  void page(int number) { hands->onBoard<QTabBar>("forecastTabs")->setCurrentIndex(number); }
  void say(const char* field, const QString& value) {
    auto* edit = desk->find<QLineEdit>(field);
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, value);
  }
  [[nodiscard]] std::vector<std::filesystem::path> results() const {
    std::vector<std::filesystem::path> out;
    std::error_code fault;
    for (const auto& one :
         std::filesystem::directory_iterator(StationFiles::of(path).attachments + "/forecasts", fault))
      out.push_back(one.path());
    return out;
  }
  void press(const char* name) { QTest::mouseClick(desk->find<QAbstractButton>(name), Qt::LeftButton); }
  [[nodiscard]] std::string aVillage() {
    std::string town;
    desk->now().riskZones.forEach([&](const Uuid&, const RiskZone& zone) {
      if (zone.kind == "village" && town.empty()) town = zone.name;
    });
    return town;
  }

  static TempFolder* made;
  TempFolder folder;
  std::string path;
  std::unique_ptr<OpenDesk> desk;
  std::unique_ptr<BoardHands> hands;
};
TempFolder* FromGaugeToClosedRoad::made = nullptr;

TEST_F(FromGaugeToClosedRoad, GoesByWarningForecastLevelOrderAndClosure) {
  open();
  const std::string village = aVillage();
  ASSERT_FALSE(village.empty());
  rains(50, village);
  models().ask();
  ASSERT_TRUE(waitUntil([&] { return models().gauges() && !models().gauges()->says.empty(); }, 20'000));
  // The gauge alone: the village should move now, and a plan says what that means.
  EXPECT_EQ(models().gauges()->says.front().word, "immediate");
  ASSERT_FALSE(models().gauges()->advice.levels.empty());

  // What is proposed fills the form.
  ASSERT_TRUE(waitUntil([&] { return !models().proposals().empty() && models().idle(); }, 20'000));
  ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("aheadRows"), QStringLiteral("50 mm/h")));
  EXPECT_EQ(desk->find<QLineEdit>("scenario.rain.total")->text(), QStringLiteral("150"));
  say("scenario.cell", QStringLiteral("120"));
  say("scenario.duration", QStringLiteral("2"));
  press("runModel");
  ASSERT_TRUE(waitUntil([&] { return models().shown() && !models().running(); }, 120'000))
      << desk->find<QLabel>("aheadState")->text().toStdString();

  // It plays on the map, and lists who is reached, the first first.
  EXPECT_TRUE(waitUntil([&] { return desk->window.hazard().shown() && desk->window.hazard().afterMs().size() > 10; }));
  const Exposure& exposure = models().shown()->outcome->exposure;
  ASSERT_FALSE(exposure.of("riskVillage").empty());
  auto* hits = hands->onBoard<QListView>("hitRows");
  ASSERT_TRUE(waitUntil([&] { return hits->model()->rowCount() > 0; }));
  for (std::size_t i = 1; i < exposure.hits.size(); ++i)
    EXPECT_LE(exposure.hits[i - 1].stages.front().firstMs, exposure.hits[i].stages.front().firstMs);

  // The level is offered with its reason, orders with theirs; a draft is nobody's order yet.
  page(ForecastBoard::advice);
  const Advice& advice = models().shown()->outcome->advice;
  ASSERT_FALSE(advice.levels.empty());
  EXPECT_FALSE(advice.levels.front().because.empty());
  ASSERT_FALSE(advice.orders.empty());
  auto* rows = hands->onBoard<QListView>("adviceRows");
  const std::size_t before = desk->now().orders.size();
  // A level may be called as an order is: the row of the order itself.
  const Brief& first = advice.orders.front().brief;
  const QString title = QString::fromStdString(first.titleEn.empty() ? first.title : first.titleEn);
  for (int row = 0; row < rows->model()->rowCount(); ++row) {
    const QModelIndex index = rows->model()->index(row, 0);
    if (index.data().toString() != title) continue;
    rows->scrollTo(index);
    rows->setFocus();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(index).center());
    break;
  }
  ASSERT_TRUE(hands->offers("draftOne"));
  BoardHands::key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk->now().orders.size() == before + 1; })) << hands->notice().toStdString();
  const Order* drafted = nullptr;
  desk->now().orders.forEach([&](const Uuid&, const Order& order) {
    if (order.brief.title == advice.orders.front().brief.title && order.status == OrderStatus::drafted)
      drafted = &order;
  });
  ASSERT_NE(drafted, nullptr);
  EXPECT_NE(drafted->brief.task.find("依据"), std::string::npos) << drafted->brief.task;

  // Roads are closed as forecast, and routes know it.
  ASSERT_FALSE(advice.closures.empty());
  desk->window.canvas().setFocus();
  BoardHands::key(Qt::Key_Q);
  page(ForecastBoard::advice);
  const std::size_t closed = desk->now().roadClosures.size();
  ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("adviceRows"), QStringLiteral("roads and underpasses")));
  ASSERT_TRUE(hands->offers("closeRoads"));
  BoardHands::key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk->now().roadClosures.size() == closed + advice.closures.size(); }, 20'000));
  bool forecast = false;
  desk->now().roadClosures.forEach([&](const Uuid&, const RoadClosure& one) {
    forecast = forecast || (one.source == ClosureSource::forecast && !one.spans.empty());
  });
  EXPECT_TRUE(forecast);
}

TEST_F(FromGaugeToClosedRoad, SaysWhatIsWrongWithASetting) {
  open();
  say("scenario.rain.total", QStringLiteral("-5"));
  press("runModel");
  auto* state = desk->find<QLabel>("aheadState");
  ASSERT_TRUE(waitUntil([&] { return !models().running() && state->isVisible(); }, 20'000));
  EXPECT_NE(state->text().indexOf(QStringLiteral("-5")), -1) << state->text().toStdString();
  EXPECT_FALSE(models().shown());
}

TEST_F(FromGaugeToClosedRoad, OutlivesAModuleThatDiesAndRunsItAgain) {
  open();
  say("scenario.rain.total", QStringLiteral("100"));
  say("scenario.duration", QStringLiteral("24"));
  press("runModel");
  ASSERT_TRUE(waitUntil([&] { return models().running() && models().running()->permille > 0; }, 60'000));
  QProcess find;
  find.start(QStringLiteral("pgrep"), {QStringLiteral("-P"), QString::number(QCoreApplication::applicationPid()),
                                       QStringLiteral("-f"), QStringLiteral("model flood --serve")});
  ASSERT_TRUE(find.waitForFinished());
  const qint64 child = find.readAllStandardOutput().trimmed().toLongLong();
  ASSERT_GT(child, 0);
  ::kill(static_cast<pid_t>(child), SIGSEGV);
  ASSERT_TRUE(waitUntil([&] { return !models().running(); }, 10'000));
  ASSERT_TRUE(models().refused());
  EXPECT_NE(models().refused()->message.en.find("crashed"), std::string::npos) << models().refused()->message.en;
  say("scenario.duration", QStringLiteral("0.1"));
  say("scenario.cell", QStringLiteral("200"));
  press("runModel");
  EXPECT_TRUE(waitUntil([&] { return models().shown() && !models().running(); }, 60'000));
}

TEST_F(FromGaugeToClosedRoad, IsPrintedOnItsGroundWithWhoIsHitWhen) {
  MapEngineClient ground(QStringLiteral(FENGSUI_BIN "/fengsui-mapengine"),
                         QString::fromStdString(folder / "demo/demo.map/district.qgs"),
                         QString::fromStdString(folder / "tiles"));
  open(&ground);
  ASSERT_TRUE(waitUntil([&] { return ground.state() == BaseMap::State::ready; }, 60'000));
  say("scenario.rain.total", QStringLiteral("150"));
  say("scenario.cell", QStringLiteral("200"));
  say("scenario.duration", QStringLiteral("1"));
  press("runModel");
  ASSERT_TRUE(waitUntil([&] { return models().shown() && !models().running(); }, 120'000));
  ASSERT_TRUE(waitUntil([&] { return desk->window.hazard().shown() && desk->window.settled(); }, 60'000));
  const auto villages = models().shown()->outcome->exposure.of("riskVillage");
  ASSERT_FALSE(villages.empty());
  MapPrinter& printer = desk->window.print().printer();
  int pages = 0;
  QObject::connect(&printer, &MapPrinter::printed, &printer, [&](const QString&, int count) { pages = count; });
  for (const auto what : {MapPrintWish::What::moment, MapPrintWish::What::maximum, MapPrintWish::What::series}) {
    MapPrintWish wish;
    wish.what = what;
    wish.file = QString::fromStdString(folder / "map.pdf");
    pages = 0;
    printer.print(wish);
    ASSERT_TRUE(waitUntil([&] { return pages > 0; }, 60'000)) << hands->notice().toStdString();
    const ProcessResult read = runProcess("pdftotext " + (folder / "map.pdf") + " -");
    EXPECT_NE(read.output.find("EXERCISE"), std::string::npos);
    EXPECT_NE(read.output.find("MODEL FORECAST, NOT MEASURED"), std::string::npos);
    EXPECT_NE(read.output.find("closed to traffic"), std::string::npos);
    EXPECT_EQ(read.output.find("Base map:"), std::string::npos) << "the engine drew the ground";
    EXPECT_EQ(read.output.find(villages.front()->name) != std::string::npos && pages > 1,
              what != MapPrintWish::What::moment);
    ASSERT_EQ(
        runProcess("pdftoppm -r 40 -png -f 1 -singlefile " + (folder / "map.pdf") + " " + (folder / "page")).exitCode,
        0);
    const QImage page(QString::fromStdString(folder / "page.png"));
    std::set<QRgb> colours;
    for (int y = 0; y < page.height(); ++y)
      for (int x = 0; x < page.width(); ++x) colours.insert(page.pixel(x, y));
    EXPECT_GT(colours.size(), 500U) << "a map, not a blank sheet";
  }
}

TEST_F(FromGaugeToClosedRoad, StopsARunAtOnce) {
  open();
  say("scenario.rain.total", QStringLiteral("100"));
  say("scenario.duration", QStringLiteral("24"));
  press("runModel");
  ASSERT_TRUE(waitUntil([&] { return models().running() && models().running()->permille > 0; }, 60'000));
  press("stopModel");
  EXPECT_TRUE(waitUntil([&] { return !models().running(); }, 2'000));
  EXPECT_FALSE(models().shown());
  EXPECT_TRUE(waitUntil([&] { return results().empty(); })) << "what it had begun is cleared away";
}

TEST_F(FromGaugeToClosedRoad, KeepsTheFirstAnswerOfARunThatIsStoppedAndShowsItAgain) {
  open();
  say("scenario.rain.total", QStringLiteral("100"));
  say("scenario.duration", QStringLiteral("24"));
  press("scenarioMore");
  say("scenario.coarse", QStringLiteral("8"));
  press("runModel");
  ASSERT_TRUE(waitUntil([&] { return models().running() && models().shown(); }, 60'000));
  ASSERT_TRUE(waitUntil([&] { return models().running() && models().running()->permille > 0; }, 60'000));
  models().stop();
  ASSERT_TRUE(models().refused());
  EXPECT_NE(models().refused()->message.en.find("first answer stays"), std::string::npos);
  ASSERT_EQ(results().size(), 1U);
  const std::filesystem::path left = results().front();
  EXPECT_TRUE(waitUntil([&] { return !std::filesystem::exists(left / "ground.tif"); })) << "only the answer is left";
  EXPECT_TRUE(std::filesystem::exists(left / "coarse/forecast.json"));
  desk.reset();
  open();
  EXPECT_TRUE(waitUntil([&] { return models().shown().has_value(); }));
}

TEST_F(FromGaugeToClosedRoad, ClearsAwayWhatARunLeftThatWasKilledBefore) {
  const std::filesystem::path left = StationFiles::of(path).attachments + "/forecasts/2026-07-20-20-00-flood";
  std::filesystem::create_directories(left);
  std::ofstream(left / "depth.frames") << "half";
  std::ofstream(left / ".unfinished");
  open();
  EXPECT_TRUE(waitUntil([&] { return results().empty(); }));
}

}  // namespace
}  // namespace fengsui
