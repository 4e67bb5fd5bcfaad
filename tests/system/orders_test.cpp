// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <memory>

#include "core/deriveorders.h"
#include "ui/boardhands.h"

// From a shipped plan to verified orders: the real window by its keys, and the answers from another program.

namespace fengsui {
namespace {

class FromPlanToVerified : public testing::Test {
 protected:
  FromPlanToVerified() : path(folder / "night"), district(make(path)) { open(); }
  static District make(const std::string& path) {
    auto station = newStation(path);
    return fillDistrict(*station);
  }
  void open() {
    desk = std::make_unique<OpenDesk>(path, QSize(1366, 768));
    hands = std::make_unique<BoardHands>(*desk);
    desk->window.desk().takeSeat({"李静", "值班长"});
  }
  void close() {
    hands.reset();
    desk.reset();
  }
  [[nodiscard]] const Situation& now() const { return desk->now(); }

  /// What another seat's people say, by the other program. @return how long the desk took to show it. Units: ms.
  qint64 elsewhere(const QStringList& words, const std::function<bool()>& shown) {
    QProcess other;
    QElapsedTimer since;
    QObject::connect(&other, &QProcess::finished, [&] { since.start(); });
    other.start(QStringLiteral(FENGSUI_BIN "/fengsuictl"),
                QStringList{"--station", QString::fromStdString(path + ".fengsui"), "--by", "气象席"} + words);
    EXPECT_TRUE(waitUntil([&] { return since.isValid(); }, 30'000));
    EXPECT_EQ(other.exitCode(), 0) << other.readAllStandardError().toStdString();
    EXPECT_TRUE(waitUntil(shown, 5'000)) << words.join(u' ').toStdString();
    return since.elapsed();
  }
  void activate(const QString& plan, const QString& level) {
    desk->window.canvas().setFocus();
    BoardHands::key(Qt::Key_B);
    hands->onBoard<QLineEdit>("responseBoardFilter")->setText(plan);
    ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("responseBoardList"), level));
    ASSERT_TRUE(hands->offers("activate"));
    BoardHands::key(Qt::Key_Return);
    auto* document = hands->onBoard<QLineEdit>("responseDocument");
    ASSERT_TRUE(waitUntil([&] { return document->isVisible(); }));
    document->setText(QStringLiteral("示防汛指3号"));
    QTest::keyClick(document, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return now().checklist.size() > 10; })) << hands->notice().toStdString();
    hands->onBoard<QLineEdit>("responseBoardFilter")->clear();
  }
  [[nodiscard]] const ChecklistItem& line(const std::string& title) const {
    static const ChecklistItem none;
    const ChecklistItem* found = nullptr;
    now().checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
      if (item.brief.titleEn == title) found = &item;
    });
    EXPECT_NE(found, nullptr) << title;
    return found ? *found : none;
  }
  [[nodiscard]] ItemState stateOfLine(const std::string& title) const {
    return stateOf(now(), line(title), systemNow());
  }
  /// Drafts and signs the order of a line with Enter alone.
  void order(const std::string& title) {
    ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("responseBoardList"), QString::fromStdString(title)));
    ASSERT_TRUE(hands->offers("draft"));
    BoardHands::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return stateOfLine(title) == ItemState::drafted; })) << hands->notice().toStdString();
    ASSERT_TRUE(hands->offers("sign"));
    BoardHands::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return hands->onBoard<QLineEdit>("orderSigner")->isVisible(); }));
    BoardHands::key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return stateOfLine(title) == ItemState::issued; })) << hands->notice().toStdString();
  }
  [[nodiscard]] const Order& orderOf(const std::string& title) const { return *now().find(line(title).orders.front()); }
  [[nodiscard]] QString numberOf(const std::string& title) const {
    return QString::fromStdString(orderOf(title).number);
  }

  TempFolder folder;
  std::string path;
  District district;
  std::unique_ptr<OpenDesk> desk;
  std::unique_ptr<BoardHands> hands;
};

TEST_F(FromPlanToVerified, ALineOfAShippedPlanIsOrderedAnsweredElsewhereAndVerifiedHere) {
  activate(QStringLiteral("flood.district"), QStringLiteral("III"));
  order("Rain watch");
  const QString rain = numberOf("Rain watch");
  const qint64 shownAfterMs = elsewhere({"order", "ack", rain, "--repeated"},
                                        [&] { return orderOf("Rain watch").stage() == OrderStage::acknowledged; });
  RecordProperty("shownAfterMs", static_cast<int>(shownAfterMs));
  EXPECT_LT(shownAfterMs, 1'000) << "ms";
  elsewhere({"order", "done", rain, "--answer", "top=北沟 86 毫米", "--answer", "next=40 毫米"},
            [&] { return orderOf("Rain watch").stage() == OrderStage::done; });
  ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("responseBoardList"), QStringLiteral("Rain watch")));
  ASSERT_TRUE(hands->offers("verify"));
  BoardHands::key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return orderOf("Rain watch").stage() == OrderStage::verified; }))
      << hands->notice().toStdString();
}

TEST_F(FromPlanToVerified, ARefusalStandsOnTheBoardAndNothingIsLostWhenTheDeskIsClosed) {
  activate(QStringLiteral("flood.district"), QStringLiteral("III"));
  order("River watch");
  const QString river = numberOf("River watch");
  elsewhere({"order", "refuse", river, "--words", "人员已全部派出"},
            [&] { return stateOfLine("River watch") == ItemState::refused; });
  desk->window.canvas().setFocus();
  BoardHands::key(Qt::Key_O);
  ASSERT_TRUE(BoardHands::mark(hands->onBoard<QListView>("orderBoardList"), river));
  EXPECT_TRUE(hands->offers("others")) << "the next thing to do about a refusal is to give it to others";
  const auto lines = now().checklist.size();

  close();
  open();
  EXPECT_EQ(now().checklist.size(), lines);
  EXPECT_EQ(stateOfLine("River watch"), ItemState::refused);
  EXPECT_EQ(orderOf("River watch").copies.front().refused->words, "人员已全部派出");
}

}  // namespace
}  // namespace fengsui
