// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QTabBar>
#include <filesystem>
#include <fstream>

#include "ui/boardhands.h"
#include "ui/boards/planboard.h"
#include "ui/cutoff.h"
#include "ui/desk/deskactions.h"
#include "ui/panels/factsheet.h"
#include "ui/planedit/planeditor.h"
#include "ui/planedit/plansave.h"
#include "ui/planedit/plantext.h"
#include "ui/planedit/planwords.h"

// Plans are written at the desk: checked while one types, saved as editions of the station.

namespace fengsui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPlan = R"(# 防汛预案，本区版
plan: flood.local
edition: "2026-9"   # 版次
effective: 2026-06-01
source: 示例
title: {zh: 本区防汛, en: Local flood response}
hazard: flood
levels:
  - {level: 三级, en: level III, approver: {post: 分管区领导}, when: warning('暴雨') >= yellow}
  - {level: 二级, en: level II, approver: {post: 总指挥}, when: warning('暴雨') >= orange}
phases:
  - {id: act, zh: 处置, en: Act}
items:
  - id: count
    title: {zh: 清点人数, en: Count the people}
    phase: act
    owner: {post: 值班长}
    do: {zh: 清点应转人数, en: count the people to be moved}
    when: {at: 30}
    answer: [{id: people, zh: 人数, en: people, type: number}]
  - id: patrol
    title: {zh: 巡查堤防, en: Walk the dykes}
    phase: act
    levels: [二级]
    owner: {post: 值班长}
    do: {zh: 巡查, en: patrol}
    when: {after: count, minutes: 20}
)";

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class PlanDesk : public testing::Test {
 protected:
  PlanDesk() {
    fs::create_directories(plans);
    std::ofstream(plans / "flood.yaml") << kPlan;
    std::ofstream(plans / "broken.yaml") << "plan: half\nedition: [\n";
    fillDistrict(*newStation(folder / "night"));
  }

  struct At {
    explicit At(const std::string& path, QSize size = {1366, 768}) : desk(path, size), hands(desk) {
      desk.window.actions().plans->trigger();
      board = desk.window.findChild<PlanBoard*>();
      settle();
    }
    void settle() {
      EXPECT_TRUE(waitUntil([&] { return board->isVisible() && board->settled() && !marked().isEmpty(); }));
      QCoreApplication::processEvents();
    }
    [[nodiscard]] QString marked() { return list()->currentIndex().data().toString(); }
    [[nodiscard]] QListView* list() { return desk.find<QListView>("planList"); }
    [[nodiscard]] QListView* faults() { return desk.find<QListView>("planFaults"); }
    [[nodiscard]] PlanEditor* text() { return desk.find<PlanEditor>("planText"); }
    [[nodiscard]] QAbstractButton* saves() { return desk.find<QAbstractButton>("planSave"); }
    [[nodiscard]] QString faultsSaid() { return desk.find<QLabel>("planFaultsHead")->text(); }
    void open(const QString& title) {
      ASSERT_TRUE(hands.mark(list(), title));
      settle();
    }
    /// As the keyboard would, in place of the first @p what.
    void replace(const QString& what, const QString& with) {
      QTextCursor found = text()->document()->find(what);
      ASSERT_FALSE(found.isNull()) << what.toStdString();
      text()->setTextCursor(found);
      text()->insertPlainText(with);
      settle();
    }
    OpenDesk desk;
    BoardHands hands;
    PlanBoard* board = nullptr;
  };

  TempFolder folder;
  std::string station = folder / "night";
  fs::path plans = station + ".plans";
};

TEST_F(PlanDesk, ListsTheStationsPlansBeforeThoseThatCameWithTheProductAndSaysWhatIsBroken) {
  At at(station);
  QStringList titles;
  for (int row = 0; row < at.list()->model()->rowCount(); ++row)
    titles.append(at.list()->model()->index(row, 0).data().toString());
  EXPECT_LT(titles.indexOf(QStringLiteral("broken.yaml")), titles.indexOf(QStringLiteral("Local flood response")));
  EXPECT_GE(titles.indexOf(QStringLiteral("broken.yaml")), 0);
  const auto shipped = titles.indexOf(QStringLiteral("Flood and waterlogging response"));
  EXPECT_GT(shipped, titles.indexOf(QStringLiteral("Local flood response")));
  at.open(QStringLiteral("Flood and waterlogging response"));
  EXPECT_TRUE(at.text()->toPlainText().contains(QStringLiteral("plan: flood.district")));
  EXPECT_FALSE(at.faultsSaid().contains(QStringLiteral("Errors"))) << at.faultsSaid().toStdString();
  EXPECT_FALSE(at.saves()->isEnabled()) << "nothing has changed";
}

TEST_F(PlanDesk, SaysAnErrorWithItsLineWhileOneTypesAndLetsItGoWhenItIsMended) {
  At at(station);
  at.open(QStringLiteral("Local flood response"));
  EXPECT_FALSE(at.faultsSaid().contains(QStringLiteral("Errors")));
  at.replace(QStringLiteral("levels: [二级]"), QStringLiteral("levels: [五级]"));
  EXPECT_TRUE(at.faultsSaid().startsWith(QStringLiteral("Errors: 1"))) << at.faultsSaid().toStdString();
  EXPECT_FALSE(at.saves()->isEnabled());
  EXPECT_TRUE(at.saves()->text().contains(QStringLiteral("mended before it can be saved: 1")))
      << at.saves()->text().toStdString();
  const QString shown = at.faults()->model()->index(0, 0).data().toString();
  EXPECT_TRUE(shown.contains(QStringLiteral("五级"))) << shown.toStdString();

  at.text()->goTo(1, 1);
  at.faults()->setFocus();
  at.faults()->setCurrentIndex(at.faults()->model()->index(0, 0));
  BoardHands::key(Qt::Key_Return);
  EXPECT_EQ(at.text()->line(), 24) << "where levels: stands";
  EXPECT_TRUE(at.text()->hasFocus());

  at.replace(QStringLiteral("levels: [五级]"), QStringLiteral("levels: [三级]"));
  EXPECT_FALSE(at.faultsSaid().contains(QStringLiteral("Errors"))) << at.faultsSaid().toStdString();
  EXPECT_TRUE(at.saves()->isEnabled());
}

TEST_F(PlanDesk, SavesANewEditionAndKeepsTheOldOne) {
  At at(station);
  at.open(QStringLiteral("Local flood response"));
  at.replace(QStringLiteral("{at: 30}"), QStringLiteral("{at: 15}"));
  EXPECT_TRUE(at.saves()->text().contains(QStringLiteral("2026-10"))) << at.saves()->text().toStdString();
  QTest::keyClick(at.text(), Qt::Key_S, Qt::ControlModifier);
  const fs::path fresh = plans / "flood.local-2026-10.yaml";
  ASSERT_TRUE(waitUntil([&] { return fs::exists(fresh) && at.board->settled(); })) << at.hands.notice().toStdString();
  at.settle();
  EXPECT_EQ(contentOf(plans / "flood.yaml"), kPlan) << "the old edition stays as it was";
  const PlanLibrary library = PlanLibrary::read({plans});
  ASSERT_NE(library.find("flood.local"), nullptr);
  EXPECT_EQ(library.find("flood.local")->edition, "2026-10") << "the tenth is newer than the ninth";
  EXPECT_EQ(library.find("flood.local")->item("count")->when.at, 15);
  EXPECT_NE(contentOf(fresh).find("edition: \"2026-10\"   # 版次"), std::string::npos) << "comments stay";
  EXPECT_FALSE(at.saves()->isEnabled());
  EXPECT_TRUE(at.text()->toPlainText().contains(QStringLiteral("2026-10"))) << "what was saved is open now";
  EXPECT_FALSE(fs::exists(fresh.string() + ".part"));
}

TEST_F(PlanDesk, SavesAChangedPlanOfTheProductToTheStationAlone) {
  At at(station);
  at.open(QStringLiteral("Flood and waterlogging response"));
  const std::string before = contentOf(fs::path(FENGSUI_PLANS) / "flood.district.yaml");
  at.replace(QStringLiteral("hazard: flood"), QStringLiteral("hazard: flood   # 本区"));
  at.saves()->click();
  ASSERT_TRUE(waitUntil([&] { return at.board->settled() && !at.saves()->isEnabled(); }));
  EXPECT_EQ(contentOf(fs::path(FENGSUI_PLANS) / "flood.district.yaml"), before);
  int own = 0;
  for (const auto& file : fs::directory_iterator(plans))
    own += file.path().filename().string().starts_with("flood.district-");
  EXPECT_EQ(own, 1);
}

TEST_F(PlanDesk, RefusesAnEditionThatIsThereAlreadyWithOtherContents) {
  std::string older = kPlan;
  older.replace(older.find("2026-9"), 6, "2026-8");
  older.replace(older.find("{at: 30}"), 8, "{at: 45}");
  std::ofstream(plans / "older.yaml") << older;
  At at(station);
  at.open(QStringLiteral("Local flood response"));
  at.replace(QStringLiteral("\"2026-9\""), QStringLiteral("\"2026-8\""));
  EXPECT_TRUE(at.faultsSaid().startsWith(QStringLiteral("Errors: 1"))) << at.faultsSaid().toStdString();
  EXPECT_FALSE(at.saves()->isEnabled());
  const auto saved = savePlan(at.text()->toPlainText().toStdString(), {plans / "flood.yaml", "flood.local", "2026-9"},
                              station + ".fengsui");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::refused);
  EXPECT_NE(saved.error().message.en.find("exists already with other contents"), std::string::npos);
}

TEST_F(PlanDesk, RefusesToSaveATextWithErrors) {
  std::string text = kPlan;
  text.replace(text.find("after: count"), 12, "after: nobody");
  const auto saved = savePlan(text, {plans / "flood.yaml", "flood.local", "2026-9"}, station + ".fengsui");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().place.line, 27);
  EXPECT_EQ(std::distance(fs::directory_iterator(plans), {}), 2);
}

TEST_F(PlanDesk, MendsAFileThatCouldNotBeReadInItsPlaceAndKeepsWhatItHeld) {
  At at(station);
  at.open(QStringLiteral("broken.yaml"));
  EXPECT_TRUE(at.faultsSaid().contains(QStringLiteral("Errors")));
  std::string text = kPlan;
  text.replace(text.find("flood.local"), 11, "flood.mended");
  at.text()->replaceAll(QString::fromStdString(text));
  at.settle();
  ASSERT_TRUE(at.saves()->isEnabled()) << at.saves()->text().toStdString();
  at.saves()->click();
  ASSERT_TRUE(waitUntil([&] { return contentOf(plans / "broken.yaml") == text; }));
  EXPECT_EQ(contentOf(plans / "broken.yaml.before"), "plan: half\nedition: [\n");
}

TEST_F(PlanDesk, KeepsWhatIsTypedWhenTheBoardAndTheProgramAreClosed) {
  {
    At at(station);
    at.open(QStringLiteral("Local flood response"));
    at.replace(QStringLiteral("清点应转人数"), QStringLiteral("逐户清点应转人数"));
    at.text()->setFocus();
    BoardHands::key(Qt::Key_Escape);
    EXPECT_FALSE(at.board->isVisible());
  }
  At again(station);
  again.open(QStringLiteral("Local flood response"));
  ASSERT_TRUE(waitUntil([&] { return again.text()->toPlainText().contains(QStringLiteral("逐户清点")); }));
  EXPECT_EQ(contentOf(plans / "flood.yaml"), kPlan);

  again.desk.find<QAbstractButton>("planDiscard")->click();
  again.settle();
  EXPECT_FALSE(again.text()->toPlainText().contains(QStringLiteral("逐户清点")));
  again.text()->undo();
  again.settle();
  EXPECT_TRUE(again.text()->toPlainText().contains(QStringLiteral("逐户清点"))) << "taken back with Ctrl+Z";
}

TEST_F(PlanDesk, MakesANewPlanFromOneAndSavesItUnderItsOwnId) {
  At at(station);
  at.open(QStringLiteral("Local flood response"));
  at.desk.find<QAbstractButton>("planCopy")->click();
  at.settle();
  EXPECT_EQ(at.text()->textCursor().selectedText(), QStringLiteral("flood.local.copy"));
  at.text()->insertPlainText(QStringLiteral("flood.harbour"));
  at.settle();
  ASSERT_TRUE(at.saves()->isEnabled()) << at.faultsSaid().toStdString();
  at.saves()->click();
  ASSERT_TRUE(waitUntil([&] { return fs::exists(plans / "flood.harbour-1.yaml") && at.board->settled(); }));
  EXPECT_EQ(contentOf(plans / "flood.yaml"), kPlan);
}

TEST_F(PlanDesk, WarnsThatAPlanWhichTakesTheseLinesWouldBreak) {
  std::string taker = kPlan;
  taker.replace(taker.find("flood.local"), 11, "flood.taker");
  taker.replace(taker.find("levels:"), 7, "include: [{plan: flood.local, items: [count]}]\nlevels:");
  std::ofstream(plans / "taker.yaml") << taker;
  At at(station);
  const int row = [&] {
    for (int i = 0; i < at.list()->model()->rowCount(); ++i)
      if (at.list()->model()->index(i, 0).data().toString() == QStringLiteral("Local flood response")) return i;
    return -1;
  }();
  ASSERT_GE(row, 0);
  QTest::mouseClick(at.list()->viewport(), Qt::LeftButton, {},
                    at.list()->visualRect(at.list()->model()->index(row, 0)).center());
  at.settle();
  ASSERT_TRUE(at.text()->toPlainText().contains(QStringLiteral("plan: flood.local")));
  at.replace(QStringLiteral("  - id: count"), QStringLiteral("  - id: tally"));
  at.replace(QStringLiteral("after: count"), QStringLiteral("after: tally"));
  bool said = false;
  for (int i = 0; i < at.faults()->model()->rowCount(); ++i)
    said = said || at.faults()->model()->index(i, 0).data().toString().contains(
                       QStringLiteral("flood.taker 2026-9 would no longer be sound"), Qt::CaseInsensitive);
  EXPECT_TRUE(said);
  EXPECT_TRUE(at.saves()->isEnabled()) << "it is a warning";
}

TEST(PlanText, ReadsAndSetsTheHeadWithoutTouchingAnythingElse) {
  const std::string text = "# edition: \"0\"\nplan: a.b\nedition: '2026-1' # 版次\nlevels:\n  edition: no\n";
  EXPECT_EQ(headValue(text, "edition"), "2026-1");
  EXPECT_EQ(headValue(text, "plan"), "a.b");
  EXPECT_EQ(headValue(text, "title"), std::nullopt);
  EXPECT_EQ(withHeadValue(text, "edition", "2026-2"),
            "# edition: \"0\"\nplan: a.b\nedition: '2026-2' # 版次\nlevels:\n  edition: no\n");
}

TEST(PlanText, CountsEditionsOn) {
  EXPECT_EQ(nextEdition("2026-1", {"2026-1"}), "2026-2");
  EXPECT_EQ(nextEdition("2026-9", {"2026-10"}), "2026-11");
  EXPECT_EQ(nextEdition("v09", {}), "v10");
  EXPECT_EQ(nextEdition("草案", {"草案"}), "草案-2");
  EXPECT_EQ(idOfCopy("flood", {"flood", "flood.copy"}), "flood.copy-2");
  EXPECT_EQ(planFileName("village.evacuation/北沟村", "2026-1"), "village.evacuation_北沟村-2026-1.yaml");
}

TEST(PlanWords, SayWhatChangedInWords) {
  const auto before = loadPlan(kPlan, "a.yaml");
  std::string text = kPlan;
  text.replace(text.find("{at: 30}"), 8, "{at: 15}");
  text.replace(text.find(", en: patrol}"), 13, ", en: walk the whole dyke}");
  const auto after = loadPlan(text, "b.yaml");
  ASSERT_TRUE(before && after);
  const auto lines = PlanWords::changes(*before, *after);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].value, QStringLiteral("Count the people · When: T+15"));
  EXPECT_EQ(lines[0].note, QStringLiteral("was: T+30"));
  EXPECT_EQ(lines[1].value, QStringLiteral("Walk the dykes · Task: walk the whole dyke"));
  EXPECT_TRUE(PlanWords::changes(*before, *before).empty());
}

TEST(PlanWords, SayTheCardOfAPostAtALevel) {
  const auto plan = loadPlan(kPlan, "a.yaml");
  ASSERT_TRUE(plan);
  const auto third = PlanWords::card(*plan, "值班长", "三级");
  ASSERT_EQ(third.size(), 1u) << "the other line is of the other level";
  EXPECT_EQ(third[0].label, QStringLiteral("T+30"));
  EXPECT_EQ(third[0].value, QStringLiteral("Count the people"));
  EXPECT_TRUE(third[0].note.contains(QStringLiteral("report back: people")));
  EXPECT_EQ(PlanWords::card(*plan, "值班长", "二级").size(), 2u);
  EXPECT_EQ(PlanWords::items(*plan, "").size(), 3u) << "its phase above them";
  EXPECT_EQ(PlanWords::items(*plan, "三级").size(), 2u);
}

class PlanDeskNotCutOff : public PlanDesk, public testing::WithParamInterface<std::tuple<int, Language>> {};

TEST_P(PlanDeskNotCutOff, InEitherLanguageAndSize) {
  const auto [width, language] = GetParam();
  At at(station, deskOfWidth(width));
  at.desk.speak(language);
  at.open(language == Language::chinese ? QStringLiteral("本区防汛") : QStringLiteral("Local flood response"));
  at.replace(QStringLiteral("levels: [二级]"), QStringLiteral("levels: [五级]"));
  expectNothingCutOff(*at.board);
  at.text()->undo();
  at.replace(QStringLiteral("{at: 30}"), QStringLiteral("{at: 15}"));
  auto* tabs = at.desk.find<QTabBar>("planPages");
  for (int page = 0; page < tabs->count(); ++page) {
    tabs->setCurrentIndex(page);
    QCoreApplication::processEvents();
    expectNothingCutOff(*at.board);
    EXPECT_GE(tabs->width(), tabs->sizeHint().width());
  }
}

INSTANTIATE_TEST_SUITE_P(Everywhere, PlanDeskNotCutOff,
                         testing::Combine(testing::Values(1366, 1920),
                                          testing::Values(Language::english, Language::chinese)));

}  // namespace
}  // namespace fengsui
