// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <filesystem>
#include <fstream>

#include "core/deriveorders.h"
#include "ui/boardhands.h"
#include "ui/boards/orderboard.h"
#include "ui/boards/responseboard.h"
#include "ui/cutoff.h"
#include "ui/desk/deskactions.h"
#include "ui/panels/dossier.h"
#include "ui/panels/factsheet.h"

// From a plan to a verified order on the boards, by the keys.

namespace fengsui {
namespace {

constexpr const char* kPlan = R"(plan: flood.boards
edition: "1"
effective: 2026-06-01
source: 示例
title: {zh: 防汛应急响应, en: Flood response}
hazard: flood
levels:
  - {level: 三级, en: level III, approver: {post: 分管区领导}, when: warning('暴雨') >= yellow}
  - {level: 二级, en: level II, approver: {post: 总指挥}, when: warning('暴雨') >= orange}
end:
  - {zh: 雨停水退, en: rain and water are down}
phases:
  - {id: act, zh: 处置, en: Act}
  - {id: follow, zh: 续办, en: Follow up}
items:
  - id: count
    title: {zh: 清点人数, en: Count the people}
    phase: act
    owner: {organisation: 怀北镇}
    do: {zh: 清点应转人数, en: count the people to be moved}
    when: {at: 0}
    answer: [{id: people, zh: 人数, en: people, type: counts, of: [应转, 已转]}]
    chase: [{minutes: 10, to: town}]
    due: 30
    verify: {by: {post: 值班长}}
  - id: wade
    title: {zh: 涉水搜救, en: Search in the water}
    phase: act
    owner: {organisation: 水务局}
    do: {zh: 派人涉水搜救, en: send people into the water}
    when: {at: 0}
    safety: {officer: true}
  - id: patrol
    title: {zh: 巡查堤防, en: Walk the dykes}
    phase: follow
    owner: {organisation: 水务局}
    do: {zh: 巡查, en: patrol}
    when: {at: 60}
)";

class OnTheBoards : public testing::Test, protected BoardHands {
 protected:
  OnTheBoards() : BoardHands(desk), district(make(folder / "night")), desk(folder / "night", {1366, 768}) {
    desk.window.desk().takeSeat({"李静", "值班长"});
  }
  static District make(const std::string& path) {
    std::filesystem::create_directories(path + ".plans");
    std::ofstream(path + ".plans/flood.yaml") << kPlan;
    std::ofstream(path + ".plans/broken.yaml") << "plan: [\n";
    auto station = newStation(path);
    const District district = fillDistrict(*station);
    IssueWarning warning;
    warning.warning.id.uuid = Uuid::v7(systemNow());
    warning.warning.kind = "暴雨";
    warning.warning.colour = WarningColour::yellow;
    warning.warning.issuer = "区气象台";
    warning.warning.number = "1";
    warning.warning.signedBy = "首席预报员";
    warning.warning.signedAt = systemNow();
    does(*station, warning);
    return district;
  }
  [[nodiscard]] QListView* list() { return desk.find<QListView>("responseBoardList"); }
  void activate() {
    desk.window.canvas().setFocus();
    key(Qt::Key_B);
    ASSERT_TRUE(mark(list(), QStringLiteral("Level III")));
    ASSERT_TRUE(offers("activate"));
    key(Qt::Key_Return);
    auto* document = desk.find<QLineEdit>("responseDocument");
    ASSERT_TRUE(document->isVisible());
    document->setText(QStringLiteral("3号"));
    EXPECT_TRUE(desk.find<QLineEdit>("responseSigner")->text().contains(QStringLiteral("分管区领导")))
        << "the approver matrix says who signs";
    QTest::keyClick(document, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return desk.now().checklist.size() == 3; }));
  }
  [[nodiscard]] const ChecklistItem& line(const std::string& id) {
    const ChecklistItem* found = nullptr;
    desk.now().checklist.forEach([&](const Uuid&, const ChecklistItem& item) {
      if (item.line == id) found = &item;
    });
    EXPECT_NE(found, nullptr) << id;
    return *found;
  }
  [[nodiscard]] ItemState stateOfLine(const std::string& id) { return stateOf(desk.now(), line(id), systemNow()); }
  TempFolder folder;
  District district;
  OpenDesk desk;
};

TEST_F(OnTheBoards, APlanSaysWhichLevelsHoldAndABrokenFileSaysWhy) {
  desk.window.canvas().setFocus();
  key(Qt::Key_B);
  ASSERT_TRUE(mark(list(), QStringLiteral("Level III")));
  EXPECT_EQ(onBoard<QLabel>("subjectState")->text(), QStringLiteral("Holds"));
  ASSERT_TRUE(mark(list(), QStringLiteral("broken.yaml")));
  EXPECT_TRUE(offered("activate").isEmpty());
}

TEST_F(OnTheBoards, ALineBecomesAnOrderThatIsVerifiedByKeysAlone) {
  activate();
  ASSERT_TRUE(mark(list(), QStringLiteral("Count the people")));
  ASSERT_TRUE(offers("draft"));
  EXPECT_TRUE(offered("draft").contains(QStringLiteral("怀北镇")));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("count") == ItemState::drafted; }));
  ASSERT_TRUE(offers("sign"));
  key(Qt::Key_Return);
  auto* signer = onBoard<QLineEdit>("orderSigner");
  ASSERT_TRUE(waitUntil([&] { return signer->isVisible(); }));
  EXPECT_EQ(signer->text(), QStringLiteral("值班长 李静"));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("count") == ItemState::issued; }));
  const auto order = [&]() -> const Order& { return *desk.now().find(line("count").orders.front()); };
  EXPECT_FALSE(order().number.empty());
  ASSERT_TRUE(offers("acknowledge"));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return order().stage() == OrderStage::acknowledged; }));
  EXPECT_TRUE(order().copies.front().repeatedBack);
  ASSERT_TRUE(offers("finish"));
  key(Qt::Key_C);
  auto* first = onBoard<QLineEdit>("receiptText0");
  ASSERT_TRUE(first->isVisible());
  first->setText(QStringLiteral("86"));
  onBoard<QLineEdit>("receiptText1")->setText(QStringLiteral("many"));
  QTest::keyClick(first, Qt::Key_Return);
  QTest::qWait(50);
  EXPECT_EQ(order().stage(), OrderStage::acknowledged) << "a count is a number";
  onBoard<QLineEdit>("receiptText1")->setText(QStringLiteral("86"));
  QTest::keyClick(first, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return order().stage() == OrderStage::done; }));
  EXPECT_EQ(order().copies.front().answer.front().counts, (std::vector<CountPart>{{"应转", 86}, {"已转", 86}}));
  ASSERT_TRUE(offers("verify"));
  key(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("count") == ItemState::verified; }));

  EXPECT_FALSE(desk.find<QAbstractButton>("noticeUndo")->isVisible()) << "what was verified is sent back, not undone";
  desk.window.desk().undoLast();
  ASSERT_TRUE(waitUntil([&] { return notice().contains(QLatin1String("sent back with a reason")); }))
      << notice().toStdString();
  EXPECT_EQ(stateOfLine("count"), ItemState::verified);
}

TEST_F(OnTheBoards, SkippingAMandatoryLineNeedsAReason) {
  activate();
  ASSERT_TRUE(mark(list(), QStringLiteral("Walk the dykes")));
  ASSERT_TRUE(offers("skip"));
  key(Qt::Key_X);
  auto* words = onBoard<QLineEdit>("receiptWords");
  ASSERT_TRUE(words->isVisible());
  QTest::keyClick(words, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return notice().contains(QLatin1String("needs a reason")); })) << notice().toStdString();
  EXPECT_NE(stateOfLine("patrol"), ItemState::skipped);
  words->setText(QStringLiteral("堤防由水利部门值守"));
  QTest::keyClick(words, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("patrol") == ItemState::skipped; }));
  EXPECT_EQ(line("patrol").marked->words, "堤防由水利部门值守");
}

TEST_F(OnTheBoards, ASafetyStopIsShownAndLetsGoOnlyWithAReason) {
  activate();
  ASSERT_TRUE(mark(list(), QStringLiteral("Search in the water")));
  ASSERT_TRUE(offers("draft"));
  key(Qt::Key_Return);
  ASSERT_TRUE(offers("sign"));
  key(Qt::Key_Return);
  auto* reason = onBoard<QLineEdit>("orderOverride");
  auto* signer = onBoard<QLineEdit>("orderSigner");
  ASSERT_TRUE(waitUntil([&] { return signer->isVisible(); }));
  EXPECT_FALSE(reason->isVisible());
  QTest::keyClick(signer, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return reason->isVisible(); })) << "the reason is asked for once it was stopped";
  EXPECT_TRUE(notice().contains(QLatin1String("Stopped for safety"))) << notice().toStdString();
  EXPECT_EQ(stateOfLine("wade"), ItemState::drafted);
  reason->setText(QStringLiteral("水深不足半米，指挥员在场"));
  QTest::keyClick(reason, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("wade") == ItemState::issued; }));
  const Order& order = *desk.now().find(line("wade").orders.front());
  EXPECT_EQ(order.overridden, std::vector{SafetyCheck::officer});
}

TEST_F(OnTheBoards, LookingBackShowsTheBoardOfThatMoment) {
  activate();
  const Instant before = systemNow();
  QTest::qWait(20);
  desk.window.desk().execute(MarkItem{line("patrol").id, ItemMark::done, {}, {}, {}}, {"done", "已办结"});
  ASSERT_TRUE(waitUntil([&] { return stateOfLine("patrol") == ItemState::done; }));
  const auto state = [&] {
    const auto* model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
      if (model->index(row, 0).data().toString() == QLatin1String("Walk the dykes"))
        return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return QString();
  };
  ASSERT_TRUE(waitUntil([&] { return state().contains(QLatin1String("Done")); })) << state().toStdString();
  desk.window.desk().lookBackTo(before);
  ASSERT_TRUE(waitUntil([&] { return state().contains(QLatin1String("Waiting")); })) << state().toStdString();
  ASSERT_TRUE(mark(list(), QStringLiteral("Walk the dykes")));
  for (auto* button : desk.window.findChildren<QAbstractButton*>(QStringLiteral("draft")))
    EXPECT_FALSE(button->isEnabled()) << "nothing is ordered in the past";
}

TEST_F(OnTheBoards, ANewOrderAboutAnIncidentIsWrittenAndFoundOnItsBoard) {
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  desk.window.canvas().setFocus();
  key(Qt::Key_N);
  auto* to = onBoard<QLineEdit>("orderTo");
  ASSERT_TRUE(to->isVisible());
  to->setText(QStringLiteral("怀北镇"));
  onBoard<QPlainTextEdit>("orderTask")->setPlainText(QStringLiteral("封闭进山路口"));
  QTest::keyClick(onBoard<QLineEdit>("orderSigner"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.now().orders.size() == 1; }));
  desk.now().orders.forEach([&](const Uuid&, const Order& order) {
    EXPECT_EQ(order.incident, district.flood.id);
    EXPECT_EQ(order.brief.owner.kind, AddresseeKind::place) << "the town of that name";
    EXPECT_EQ(order.status, OrderStatus::issued);
  });
  EXPECT_TRUE(waitUntil([&] { return desk.find<QListView>("orderBoardList")->model()->rowCount() == 1; }));
}

TEST_F(OnTheBoards, WhoeverDoesNotAnswerIsChasedWithoutAnybodyAtTheKeys) {
  DraftOrder drafting;
  drafting.order.id.uuid = Uuid::v7(systemNow());
  drafting.order.brief.task = "封闭进山路口";
  drafting.order.brief.owner = {AddresseeKind::organisation, {}, "怀北镇", {}};
  drafting.order.brief.ladder = {{1, "town", false}};
  drafting.signedBy = "李静";
  desk.window.desk().execute(drafting, {"issued", "已签发"});
  const auto chased = [&] {
    const Order* order = desk.now().find(drafting.order.id);
    return order && !order->copies.empty() ? order->copies.front().escalations.size() : 0;
  };
  ASSERT_TRUE(waitUntil([&] { return chased() == 1; }));
  EXPECT_TRUE(waitUntil([&] { return notice().contains(QLatin1String("now the town's duty office")); }))
      << notice().toStdString();
  QTest::qWait(1'500);
  EXPECT_EQ(chased(), 1u) << "once for each rung";
}

TEST_F(OnTheBoards, APlanIsFoundByItsInitialsAndShowsWhichLevelHolds) {
  auto* edit = desk.find<QLineEdit>("paletteEdit");
  auto* model = desk.find<QListView>("paletteList")->model();
  const auto found = [&](const QString& words) {
    for (int row = 0; row < model->rowCount(); ++row)
      if (model->index(row, 0).data().toString().contains(words)) return true;
    return false;
  };
  const auto ask = [&] {
    QTest::keyClick(&desk.window.canvas(), Qt::Key_K, Qt::ControlModifier);
    edit->setText(QStringLiteral("fxyjxy"));
    ASSERT_TRUE(waitUntil([&] { return found(QStringLiteral("防汛应急响应")); }));
  };
  ask();
  QTest::keyClick(edit, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return offered("activate").contains(QLatin1String("Level III")); }))
      << "the level that holds is marked: " << offered("activate").toStdString();
  ask();
  QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
  ASSERT_TRUE(waitUntil([&] {
    auto* text = desk.window.findChild<QPlainTextEdit*>(QStringLiteral("planText"));
    return text && text->isVisible() && text->toPlainText().contains(QLatin1String("plan: flood.boards"));
  }));
}

TEST_F(OnTheBoards, TheDossierOfAnIncidentLeadsToItsOrdersAndTheOrderBackToIt) {
  DraftOrder drafting;
  drafting.order.id.uuid = Uuid::v7(systemNow());
  drafting.order.brief.task = "封闭进山路口";
  drafting.order.brief.owner = {AddresseeKind::organisation, {}, "怀北镇", {}};
  drafting.order.incident = district.flood.id;
  drafting.signedBy = "李静";
  desk.window.desk().execute(drafting, {"issued", "已签发"});
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(drafting.order.id); }));
  const auto selected = [&] { return desk.window.desk().selected(); };
  const auto follow = [&](QWidget* in, Kind kind) {
    auto* sheet = in->findChild<FactSheet*>();
    ASSERT_NE(sheet, nullptr);
    for (std::size_t line = 0; selected()->kind != kind && !sheet->valueRect(line).isEmpty(); ++line)
      QTest::mouseClick(sheet, Qt::LeftButton, {}, sheet->valueRect(line).center());
    EXPECT_EQ(selected()->kind, kind);
  };
  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  follow(desk.window.findChild<Dossier*>(), Kind::order);
  auto* orders = desk.window.findChild<OrderBoard*>();
  ASSERT_TRUE(waitUntil([&] { return orders->isVisible() && offers("acknowledge"); }));
  follow(orders, Kind::incident);
  EXPECT_EQ(selected()->id, district.flood.id.uuid);

  desk.window.desk().select(Selected{Kind::incident, district.flood.id.uuid});
  desk.window.findChild<Dossier*>()->findChild<FactSheet*>()->setFocus();
  key(Qt::Key_Return);
  EXPECT_EQ(selected(), (Selected{Kind::order, drafting.order.id.uuid})) << "the same by keys";
}

TEST(OrderOfAnotherSeat, IsChasedFromHereOnceSomebodySaysSo) {
  const TempFolder folder;
  DraftOrder drafting;
  drafting.order.id.uuid = Uuid::v7(systemNow());
  drafting.order.brief.task = "封闭进山路口";
  drafting.order.brief.owner = {AddresseeKind::organisation, {}, "怀北镇", {}};
  drafting.order.brief.ladder = {{1, "town", false}};
  drafting.signedBy = "李静";
  {
    auto station = newStation(folder / "there");
    fillDistrict(*station);
    does(*station, drafting);
  }
  std::filesystem::copy_file(folder / "there.fengsui", folder / "here.fengsui");  // a copy is another seat
  OpenDesk desk(folder / "here", {1366, 768});
  const BoardHands hands(desk);
  const auto order = [&]() -> const Order& { return *desk.now().find(drafting.order.id); };
  ASSERT_NE(order().ladderOrigin, desk.session.origin());
  QTest::qWait(200);
  EXPECT_TRUE(order().copies.front().escalations.empty()) << "two seats would ring the same person";
  desk.window.canvas().setFocus();
  BoardHands::key(Qt::Key_O);
  ASSERT_TRUE(BoardHands::mark(desk.find<QListView>("orderBoardList"), QStringLiteral("封闭进山路口")));
  ASSERT_TRUE(hands.offers("takeLadder"));
  BoardHands::key(Qt::Key_L);
  ASSERT_TRUE(waitUntil([&] { return order().ladderOrigin == desk.session.origin(); }));
  EXPECT_TRUE(waitUntil([&] { return order().copies.front().escalations.size() == 1; })) << "and it is climbed here";
  EXPECT_TRUE(waitUntil([&] { return hands.offered("takeLadder").isEmpty(); }));
}

class BoardsNotCutOff : public OnTheBoards, public testing::WithParamInterface<std::tuple<int, Language>> {};

TEST_P(BoardsNotCutOff, InEitherLanguageAndSize) {
  activate();
  const auto [width, language] = GetParam();
  desk.window.resize(deskOfWidth(width));
  desk.speak(language);
  auto* responses = desk.window.findChild<ResponseBoard*>();
  ASSERT_TRUE(waitUntil([&] { return responses->isVisible() && responses->settled(); }));
  QTest::qWait(50);
  expectNothingCutOff(*responses);
  desk.window.actions().orders->trigger();
  auto* orders = desk.window.findChild<OrderBoard*>();
  ASSERT_TRUE(waitUntil([&] { return orders->isVisible() && orders->settled(); }));
  expectNothingCutOff(*orders);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, BoardsNotCutOff,
                         testing::Combine(testing::Values(1366, 1920),
                                          testing::Values(Language::english, Language::chinese)));

}  // namespace
}  // namespace fengsui
