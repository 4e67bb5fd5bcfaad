// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/desk/figurefacts.h"
#include "ui/forms/inlineform.h"
#include "ui/forms/momenttext.h"
#include "ui/forms/stockform.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

const TimeZone kBeijing = TimeZone::named("Asia/Shanghai").value();

std::string momentOf(const std::string& text) {
  const Instant now = kBeijing.parse("2026-07-20 14:10").value();
  const auto at = momentFrom(text, now, kBeijing);
  return at ? kBeijing.local(*at) : at.error().message.en;
}

TEST(AMomentTypedInAHurry, IsTodayOrYesterdayWhereThatIsStillToCome) {
  EXPECT_EQ(momentOf("1405"), "2026-07-20 14:05:00");
  EXPECT_EQ(momentOf("14:05"), "2026-07-20 14:05:00");
  EXPECT_EQ(momentOf(" 9：30 "), "2026-07-20 09:30:00");
  EXPECT_EQ(momentOf("905"), "2026-07-20 09:05:00");
  EXPECT_EQ(momentOf("2350"), "2026-07-19 23:50:00");
  EXPECT_EQ(momentOf("14:13"), "2026-07-20 14:13:00") << "clocks differ by minutes";
  EXPECT_EQ(momentOf(""), "2026-07-20 14:10:00");
  EXPECT_EQ(momentOf("2026-07-18 08:00"), "2026-07-18 08:00:00");
  EXPECT_NE(momentOf("25:00").find("is not a time"), std::string::npos);
  EXPECT_NE(momentOf("noon").find("is not a time"), std::string::npos);
}

class FormOf : public testing::Test {
 protected:
  FormOf() : district(make(folder / "a")), desk(folder / "a") {
    EXPECT_TRUE(waitUntil([&] { return desk.window.desk().selected().has_value(); }));
  }
  static District make(const std::string& path) {
    auto station = newStation(path);
    return fillDistrict(*station);
  }
  template <class Widget>
  [[nodiscard]] Widget* in(const char* form, const char* field) {
    auto* found = desk.find<QWidget>(form)->findChild<Widget*>(QLatin1String(field));
    EXPECT_NE(found, nullptr) << field;
    return found;
  }
  [[nodiscard]] const Incident& flood() { return *desk.now().find(district.flood.id); }

  TempFolder folder;
  District district;
  OpenDesk desk;
};

TEST_F(FormOf, RecordsACountWithWhoseItIsAndUpToWhen) {
  const auto before = flood().figures.size();
  QTest::keyClick(&desk.window.canvas(), Qt::Key_P);
  ASSERT_TRUE(desk.find<QWidget>("figureForm")->isVisible());
  auto* kind = in<QComboBox>("figureForm", "figureKind");
  kind->setCurrentIndex(kind->findData(QStringLiteral("outOfContact")));
  in<QSpinBox>("figureForm", "count")->setValue(7);
  in<QLineEdit>("figureForm", "source")->setText(QStringLiteral("公安"));
  QTest::keyClick(in<QLineEdit>("figureForm", "source"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return flood().figures.size() == before + 1; }));
  const Figure& made = flood().figures.back();
  EXPECT_EQ(made.kind, FigureKind::outOfContact);
  EXPECT_EQ(made.count, 7);
  EXPECT_EQ(made.source, "公安");
  EXPECT_EQ(made.verification, Verification::pending);
  EXPECT_LT(std::abs(systemNow().ms - made.cutOff.ms), 60'000);
  ASSERT_TRUE(waitUntil([&] { return !desk.find<QWidget>("figureForm")->isVisible(); }));
}

TEST_F(FormOf, KeepsWhatWasTypedWhereTheRuleRefusesIt) {
  QTest::keyClick(&desk.window.canvas(), Qt::Key_P);
  in<QSpinBox>("figureForm", "count")->setValue(7);
  in<QLineEdit>("figureForm", "source")->clear();
  QTest::keyClick(in<QLineEdit>("figureForm", "source"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.find<QLabel>("noticeWords")->isVisible(); }));
  EXPECT_TRUE(desk.find<QWidget>("figureForm")->isVisible());
  EXPECT_EQ(in<QSpinBox>("figureForm", "count")->value(), 7);
  in<QLineEdit>("figureForm", "cutOff")->setText(QStringLiteral("noon"));
  QTest::keyClick(in<QLineEdit>("figureForm", "cutOff"), Qt::Key_Return);
  EXPECT_TRUE(desk.find<QLabel>("noticeWords")->text().contains("is not a time"));
}

TEST_F(FormOf, DecidesWhoseCountHoldsWithItsReason) {
  auto other = Station::open(folder / "a").value();
  const auto count = [&](const std::string& source, std::int64_t many) {
    does(*other,
         ReportFigure{district.flood.id, {FigureKind::missing, many, source, {}, Verification::pending, false}});
  };
  count("公安", 5);
  count("镇政府", 3);
  const auto held = [&]() -> std::string {
    for (const Figure& figure : flood().figures)
      if (figure.kind == FigureKind::missing && figure.decided) return figure.source;
    return {};
  };
  ASSERT_TRUE(waitUntil([&] {
    return std::count_if(flood().figures.begin(), flood().figures.end(),
                         [](const Figure& figure) { return figure.kind == FigureKind::missing; }) == 2;
  }));
  const auto facts = [&] {
    const auto all = FactsOf::thing(desk.now(), *desk.window.desk().selected(), systemNow(), kBeijing);
    for (const Facts::Line& line : all->lines)
      if (line.label == QLatin1String("Missing")) return line.value + u'\n' + line.note;
    return QString();
  };
  EXPECT_TRUE(facts().startsWith(QLatin1String("5 / 3\nnot decided"))) << facts().toStdString();

  QTest::keyClick(&desk.window.canvas(), Qt::Key_H);
  ASSERT_TRUE(desk.find<QWidget>("decideForm")->isVisible());
  auto* figure = in<QComboBox>("decideForm", "whoseFigure");
  figure->setCurrentIndex(figure->findData(QStringLiteral("missing|镇政府")));
  QTest::keyClick(figure, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.find<QLabel>("noticeWords")->isVisible(); })) << "a decision needs a reason";
  EXPECT_EQ(held(), "");
  in<QLineEdit>("decideForm", "decideReason")->setText(QStringLiteral("名单比对"));
  QTest::keyClick(in<QLineEdit>("decideForm", "decideReason"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return held() == "镇政府"; }));
  EXPECT_TRUE(facts().startsWith(QLatin1String("3\n"))) << facts().toStdString();
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(waitUntil([&] { return held().empty(); }));
}

TEST_F(FormOf, TakesAWrongCountBackAndShowsWhatWasRecorded) {
  auto other = Station::open(folder / "a").value();
  for (const std::int64_t many : {4, 40})
    does(*other,
         ReportFigure{district.flood.id, {FigureKind::missing, many, "公安", {}, Verification::pending, false}});
  const auto missing = [&]() -> std::int64_t {
    for (const Figure& figure : flood().figures)
      if (figure.kind == FigureKind::missing) return figure.count;
    return -1;
  };
  ASSERT_TRUE(waitUntil([&] { return missing() == 40; }));
  QTest::mouseClick(desk.find<ActionButton>("counts"), Qt::LeftButton);
  auto* figure = in<QComboBox>("decideForm", "whoseFigure");
  figure->setCurrentIndex(figure->findData(QStringLiteral("missing|公安")));
  auto* ruling = in<QComboBox>("decideForm", "ruling");
  ruling->setCurrentIndex(ruling->findData(QStringLiteral("wrong")));
  auto* confirm = in<ActionButton>("decideForm", "confirm");
  EXPECT_TRUE(waitUntil([&] { return confirm->text().contains(QLatin1String("4 stands again")); }))
      << confirm->text().toStdString();
  QTest::mouseClick(confirm, Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return missing() == 4; }));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return missing() == 40; }));

  std::optional<std::vector<Event>> events;
  desk.session.eventsOf(district.flood.id.uuid, {std::string(FigureReported::type), std::string(FigureWithdrawn::type)},
                        &desk.window, [&](const Result<std::vector<Event>>& found) { events = *found; });
  ASSERT_TRUE(waitUntil([&] { return events.has_value(); }));
  const auto lines = FigureFacts::history(*events, FigureKind::missing, systemNow(), kBeijing);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_TRUE(lines[0].value.startsWith(QLatin1String("stands again: 40")));
  EXPECT_TRUE(lines[1].value.startsWith(QLatin1String("taken back: 40")));
  EXPECT_TRUE(lines[2].note.endsWith(QLatin1String("taken back"))) << lines[2].note.toStdString();
  EXPECT_EQ(lines[3].value, QStringLiteral("4 · 公安"));
}

TEST_F(FormOf, ChangesOnlyWhatDiffers) {
  QTest::keyClick(&desk.window.canvas(), Qt::Key_E);
  auto* level = in<QComboBox>("incidentForm", "level");
  level->setCurrentIndex(level->findData(QStringLiteral("serious")));
  in<QLineEdit>("incidentForm", "commander")->setText(QStringLiteral("李镇长"));
  const auto title = flood().title;
  QTest::keyClick(level, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return flood().onSceneCommander == "李镇长"; }));
  EXPECT_EQ(flood().level, IncidentLevel::serious);
  EXPECT_EQ(flood().title, title);
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  ASSERT_TRUE(waitUntil([&] { return flood().onSceneCommander != "李镇长"; }));
}

TEST_F(FormOf, EndsAnIncidentWithItsReason) {
  QTest::mouseClick(desk.find<ActionButton>("end"), Qt::LeftButton);
  in<QLineEdit>("closeForm", "reason")->setText(QStringLiteral("水退"));
  QTest::keyClick(in<QLineEdit>("closeForm", "reason"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return !flood().open(); }));
  EXPECT_EQ(flood().closedBecause, "水退");
}

TEST(AQuantity, IsReadWithItsUnitOrWithout) {
  EXPECT_EQ(quantityIn("件", "50")->text(), "50");
  EXPECT_EQ(quantityIn("件", "50 件")->text(), "50");
  EXPECT_EQ(quantityIn("t", "2.5t")->text(), "2.5");
  EXPECT_FALSE(quantityIn("件", "50 箱")) << "another unit is another amount";
  EXPECT_FALSE(quantityIn("件", "件"));
  EXPECT_FALSE(quantityIn("件", "many"));
}

class StockOf : public FormOf {
 protected:
  StockOf() {
    desk.now().depots.forEach([&](const Uuid& id, const Depot& depot) {
      (depot.name == "区应急物资中心库" ? depot_ : other_) = Id<Depot>{id};
    });
    desk.window.desk().select(Selected{Kind::depot, depot_.uuid});
    QTest::keyClick(&desk.window.canvas(), Qt::Key_S);
    EXPECT_TRUE(desk.find<QWidget>("stockForm")->isVisible());
    pick("stockItem", QStringLiteral("救生衣|件"));
  }
  void pick(const char* field, const QString& data) {
    auto* choice = in<QComboBox>("stockForm", field);
    ASSERT_GE(choice->findData(data), 0) << field;
    choice->setCurrentIndex(choice->findData(data));
  }
  void type(const char* field, const QString& text) { in<QLineEdit>("stockForm", field)->setText(text); }
  void enter() { QTest::keyClick(in<QLineEdit>("stockForm", "stockQuantity"), Qt::Key_Return); }
  [[nodiscard]] QString button() { return in<ActionButton>("stockForm", "confirm")->text(); }
  [[nodiscard]] StockLine jackets(Id<Depot> in) {
    const StockLine* line = desk.now().find(in)->line("救生衣", "件");
    return line ? *line : StockLine{};
  }
  void undo() { QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier); }

  Id<Depot> depot_;
  Id<Depot> other_;
};

TEST_F(StockOf, GoesOutForAnIncidentAndComesBackWhereThatIsUndone) {
  pick("stockIncident", qs(district.flood.id.text()));
  type("stockQuantity", QStringLiteral("50 件"));
  EXPECT_EQ(button(), QStringLiteral("Hand out 50 件 救生衣 for %1: 250 件 stay (Enter)").arg(qs(flood().title)));
  enter();
  ASSERT_TRUE(waitUntil([&] { return jackets(depot_).quantity == Quantity::of(250); }));
  ASSERT_TRUE(waitUntil([&] { return !desk.find<QWidget>("stockForm")->isVisible(); }));
  undo();
  EXPECT_TRUE(waitUntil([&] { return jackets(depot_).quantity == Quantity::of(300); }));
}

TEST_F(StockOf, IsReservedAndThenGoesOutOfWhatWasReserved) {
  pick("stockWay", QStringLiteral("reserve"));
  pick("stockIncident", qs(district.flood.id.text()));
  type("stockQuantity", QStringLiteral("100"));
  EXPECT_TRUE(button().contains(QStringLiteral("200 件 stay free"))) << button().toStdString();
  enter();
  ASSERT_TRUE(waitUntil([&] { return jackets(depot_).reserved == Quantity::of(100); }));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_S);
  pick("stockWay", QStringLiteral("issueReserved"));
  pick("stockItem", QStringLiteral("救生衣|件"));
  pick("stockIncident", qs(district.flood.id.text()));
  type("stockQuantity", QStringLiteral("101"));
  EXPECT_EQ(button(), QStringLiteral("Only 100 件 are reserved"));
  enter();
  ASSERT_TRUE(
      waitUntil([&] { return desk.find<QLabel>("noticeWords")->text().contains(QLatin1String("below zero")); }));
  type("stockQuantity", QStringLiteral("100"));
  enter();
  ASSERT_TRUE(waitUntil([&] { return jackets(depot_).reserved.milli == 0; }));
  EXPECT_EQ(jackets(depot_).quantity, Quantity::of(200));
}

TEST_F(StockOf, MovesToAnotherDepot) {
  const Quantity before = jackets(other_).quantity;
  pick("stockWay", QStringLiteral("move"));
  pick("stockTo", qs(other_.text()));
  type("stockQuantity", QStringLiteral("30"));
  enter();
  ASSERT_TRUE(waitUntil([&] { return jackets(other_).quantity == before + Quantity::of(30); }));
  EXPECT_EQ(jackets(depot_).quantity, Quantity::of(270));
  undo();
  EXPECT_TRUE(waitUntil([&] { return jackets(other_).quantity == before; }));
}

TEST_F(StockOf, ComesInAlsoWhereItIsSomethingNew) {
  pick("stockWay", QStringLiteral("receive"));
  pick("stockItem", QStringLiteral("new"));
  type("stockQuantity", QStringLiteral("6"));
  enter();
  ASSERT_TRUE(waitUntil([&] { return desk.find<QLabel>("noticeWords")->text().contains(QLatin1String("its unit")); }));
  type("stockNewItem", QStringLiteral("排水泵"));
  type("stockUnit", QStringLiteral("台"));
  EXPECT_EQ(button(), QStringLiteral("Take in 6 台 排水泵: then 6 台 (Enter)"));
  enter();
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(depot_)->line("排水泵", "台"); }));
  undo();
  EXPECT_TRUE(waitUntil([&] { return !desk.now().find(depot_)->line("排水泵", "台"); }));
}

TEST_F(StockOf, IsCounted) {
  pick("stockWay", QStringLiteral("count"));
  type("stockQuantity", QStringLiteral("288"));
  EXPECT_EQ(button(), QStringLiteral("288 件 救生衣 counted, instead of 300 件 (Enter)"));
  enter();
  ASSERT_TRUE(waitUntil([&] { return jackets(depot_).quantity == Quantity::of(288); }));
  undo();
  EXPECT_TRUE(waitUntil([&] { return jackets(depot_).quantity == Quantity::of(300); }));
}

TEST_F(FormOf, CountsWhoComesToAShelterAndOpensItFirst) {
  Uuid id;
  desk.now().shelters.forEach([&](const Uuid& each, const Shelter& shelter) {
    if (shelter.status != ShelterStatus::open) id = each;
  });
  ASSERT_FALSE(id.isNil());
  desk.window.desk().select(Selected{Kind::shelter, id});
  QTest::mouseClick(desk.find<ActionButton>("nextAction"), Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return desk.now().shelters.find(id)->status == ShelterStatus::open; }));
  QTest::mouseClick(desk.find<ActionButton>("nextAction"), Qt::LeftButton);
  in<QSpinBox>("headcountForm", "people")->setValue(31);
  QTest::keyClick(in<QSpinBox>("headcountForm", "people"), Qt::Key_Return);
  EXPECT_TRUE(waitUntil([&] { return desk.now().shelters.find(id)->occupants == 31; }));
}

TEST(HalfTypedText, IsThereAgainWhenTheProgramDiedInTheMiddleOfAReport) {
  const TempFolder folder;
  District district;
  {
    auto station = newStation(folder / "a");
    district = fillDistrict(*station);
  }
  const Position where = inDistrict(3.4, 6.0);
  {
    OpenDesk desk(folder / "a");
    QTest::keyClick(&desk.window.canvas(), Qt::Key_R);
    desk.clickMap(desk.pixelOf(where));
    desk.find<QLineEdit>("title")->setText(QStringLiteral("养老院进水，三人"));
    QTest::qWait(600);  // longer than it takes to be written; nobody closes the form
  }
  OpenDesk again(folder / "a");
  ASSERT_TRUE(waitUntil([&] { return again.find<QWidget>("reportForm")->isVisible(); }));
  EXPECT_EQ(again.find<QLineEdit>("title")->text(), QStringLiteral("养老院进水，三人"));
  QTest::keyClick(again.find<QLineEdit>("title"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return again.now().incidents.size() == 4; }));
  const Incident* made = again.now().incidents.find(again.window.desk().selected()->id);
  EXPECT_LT(distanceM(*made->location, where), 60);
}

}  // namespace
}  // namespace fengsui
