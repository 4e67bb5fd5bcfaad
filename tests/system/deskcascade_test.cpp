// SPDX-License-Identifier: GPL-3.0-or-later
// What a forecast may lead to, on the desk: listed among what to do, filled into the form of its module by a key, and
// never run by itself.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <filesystem>

#include "support/station.h"
#include "ui/boardhands.h"
#include "ui/models/deskmodels.h"

namespace fengsui {
namespace {

namespace fs = std::filesystem;

class CascadeOnTheDesk : public testing::Test {
 protected:
  CascadeOnTheDesk() {
    auto station = newStation(folder_ / "s");
    fillDistrict(*station);
    fs::create_directories(folder_ / "modules");
    fs::create_symlink(FENGSUI_MODULES_BUILT "/flood.so", folder_ / "modules/flood.so");
    fs::create_symlink(FENGSUI_BAD_MODULES "/misbehaving.so", folder_ / "modules/misbehaving.so");
    ::setenv("FENGSUI_MODULES", (folder_ / "modules").c_str(), 1);
    Forecast forecast;
    forecast.module = "flood";
    forecast.start = systemNow();
    forecast.causes = {{"flood",
                        {"dam break of the lake", "云岭水库溃坝"},
                        {{"123.00 m, above its crest", "水位 123.00 米，高于坝顶"}},
                        {{"duration", "7200"}, {"dambreak.volume", "30000"}, {"dambreak.height", "12"}}},
                       {"misbehaving", {"another module", "其他模块"}, {{"why not", "原因"}}, {{"how", "throw"}}},
                       {"hazmat", {"a works is flooded", "厂区进水"}, {{"0.6 m", "0.6 米"}}, {{"source", "3"}}}};
    const fs::path results = StationFiles::of(folder_ / "s.fengsui").attachments + "/forecasts/2026-07-20-20-00-flood";
    fs::create_directories(results);
    EXPECT_TRUE(writeForecast(forecast, results));
    for (const char* name : {"exposure.json", "advice.json"}) std::ofstream(results / name) << "{}";
    std::ofstream(results / "says.json") << "[]";
    desk_ = std::make_unique<OpenDesk>(folder_ / "s.fengsui", QSize(1920, 1080));
    hands_ = std::make_unique<BoardHands>(*desk_);
    desk_->window.desk().takeSeat({"李静", "值班长"});
    desk_->window.useModels(QStringLiteral(FENGSUI_BIN "/fengsuictl"), QString());
    desk_->window.canvas().setFocus();
    BoardHands::key(Qt::Key_Q);
    EXPECT_TRUE(waitUntil([&] { return models().shown() && !models().fields().empty() && models().idle(); }, 30'000));
    tabs().setCurrentIndex(ForecastBoard::advice);
  }
  ~CascadeOnTheDesk() override {
    desk_.reset();
    ::unsetenv("FENGSUI_MODULES");
  }
  [[nodiscard]] ModelDesk& models() { return desk_->window.findChild<DeskModels*>()->models(); }
  [[nodiscard]] QTabBar& tabs() { return *hands_->onBoard<QTabBar>("forecastTabs"); }
  bool mark(const char* title) {
    return BoardHands::mark(hands_->onBoard<QListView>("adviceRows"), QString::fromUtf8(title));
  }
  [[nodiscard]] QString why() { return desk_->find<QLabel>("adviceWhy")->text(); }

  TempFolder folder_;
  std::unique_ptr<OpenDesk> desk_;
  std::unique_ptr<BoardHands> hands_;
};

TEST_F(CascadeOnTheDesk, FillsTheFormByAKeyAndRunsNothing) {
  ASSERT_TRUE(mark("Dam break of the lake"));
  EXPECT_TRUE(why().contains(QStringLiteral("above its crest"))) << why().toStdString();
  ASSERT_TRUE(hands_->offers("fillScenario"));
  BoardHands::key(Qt::Key_Return);
  EXPECT_EQ(tabs().currentIndex(), ForecastBoard::ahead);
  EXPECT_EQ(desk_->find<QLineEdit>("scenario.duration")->text(), QStringLiteral("2")) << "hours";
  // Not a main setting, and seen all the same: nothing is filled in behind somebody's back.
  auto* volume = desk_->find<QLineEdit>("scenario.dambreak.volume");
  ASSERT_NE(volume, nullptr);
  EXPECT_TRUE(volume->isVisible());
  EXPECT_EQ(volume->text(), QStringLiteral("30000"));
  EXPECT_FALSE(models().running());
  // What goes with it and is missing is asked for, before all else.
  auto* place = desk_->find<QLineEdit>("scenario.dambreak.at");
  ASSERT_NE(place, nullptr);
  EXPECT_TRUE(place->hasFocus());
  EXPECT_LT(place->mapTo(&desk_->window, QPoint()).y(),
            desk_->find<QLineEdit>("scenario.cell")->mapTo(&desk_->window, QPoint()).y());
}

TEST_F(CascadeOnTheDesk, FillsTheFormOfAnotherModuleOnceItHasSaidWhatItIs) {
  ASSERT_EQ(models().module()->name, "flood");
  ASSERT_TRUE(mark("Another module"));
  ASSERT_TRUE(hands_->offers("fillScenario"));
  BoardHands::key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] {
    auto* how = desk_->window.findChild<QComboBox*>(QStringLiteral("scenario.how"));
    return how && how->currentData().toString() == QStringLiteral("throw");
  })) << "the settings come from the other module";
  EXPECT_EQ(models().module()->name, "misbehaving");
  EXPECT_FALSE(models().running());
}

TEST_F(CascadeOnTheDesk, SaysThatAModuleIsMissingAndOffersNothing) {
  ASSERT_TRUE(mark("A works is flooded"));
  ASSERT_TRUE(waitUntil([&] { return why().contains(QStringLiteral("hazmat")); }));
  EXPECT_TRUE(why().contains(QStringLiteral("not installed"))) << why().toStdString();
  EXPECT_TRUE(hands_->offered("fillScenario").isEmpty());
  desk_->speak(Language::chinese);
  EXPECT_TRUE(waitUntil([&] { return why().contains(QStringLiteral("未安装")); }));
}

}  // namespace
}  // namespace fengsui
