// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/palette.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QLineEdit>
#include <QListView>

#include "ui/opendesk.h"
#include "ui/search/palettelist.h"

namespace fengsui {
namespace {

class PaletteOf : public testing::Test {
 protected:
  PaletteOf() : district(make(folder / "a")), desk(folder / "a") {
    palette = desk.window.findChild<Palette*>();
    edit = desk.find<QLineEdit>("paletteEdit");
    model = static_cast<PaletteModel*>(desk.find<QListView>("paletteList")->model());
  }
  static District make(const std::string& path) {
    auto station = newStation(path);
    return fillDistrict(*station);
  }
  void open() { QTest::keyClick(&desk.window.canvas(), Qt::Key_K, Qt::ControlModifier); }
  void type(const QString& text) {
    open();
    edit->setText(text);
    ASSERT_TRUE(waitUntil([&] { return palette->settled(); }));
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(edit, key, modifiers); }
  [[nodiscard]] const PaletteRow& marked() {
    const PaletteRow* row = model->at(desk.find<QListView>("paletteList")->currentIndex().row());
    static const PaletteRow none;
    EXPECT_NE(row, nullptr);
    return row ? *row : none;
  }
  [[nodiscard]] QStringList words() const {
    QStringList all;
    for (int i = 0; i < model->rowCount(); ++i) all << model->at(i)->words;
    return all;
  }

  TempFolder folder;
  District district;
  OpenDesk desk;
  Palette* palette = nullptr;
  QLineEdit* edit = nullptr;
  PaletteModel* model = nullptr;
};

TEST_F(PaletteOf, OpensWithItsKeyAndShowsWhatIsOpenAndWhatCanBeDone) {
  EXPECT_FALSE(palette->isVisible());
  open();
  EXPECT_TRUE(palette->isVisible());
  EXPECT_TRUE(edit->hasFocus());
  EXPECT_EQ(model->at(0)->type, PaletteRow::Type::head);
  EXPECT_EQ(marked().words, qs(district.flood.title));  // the gravest
  EXPECT_TRUE(words().contains("Report")) << words().join("|").toStdString();
}

TEST_F(PaletteOf, OpensFromTheFieldOnTheStrip) {
  QTest::mouseClick(desk.find<QWidget>("searchField"), Qt::LeftButton);
  EXPECT_TRUE(palette->isVisible());
  EXPECT_TRUE(edit->hasFocus());
}

TEST_F(PaletteOf, FindsATeamByItsInitialsAndShowsIt) {
  type("hbzjyd");
  EXPECT_EQ(marked().words, qs(district.nearest.name));
  press(Qt::Key_Return);
  EXPECT_FALSE(palette->isVisible());
  ASSERT_TRUE(desk.window.desk().selected());
  EXPECT_EQ(*desk.window.desk().selected(), (Selected{Kind::team, district.nearest.id.uuid}));
}

TEST_F(PaletteOf, FindsAnIncidentAndMovesTheMapToIt) {
  desk.window.canvas().setView(ViewPort(mercatorOf(inDistrict(60, 60)), 10, desk.window.canvas().view().size()));
  type("hongluoshan");
  ASSERT_EQ(marked().words, qs(district.fire.title));
  press(Qt::Key_Return);
  EXPECT_EQ(desk.window.desk().selected()->id, district.fire.id.uuid);
  EXPECT_TRUE(desk.window.canvas().rect().contains(desk.pixelOf(*district.fire.location)));
}

TEST_F(PaletteOf, WalksOverTheRowsWithTheArrowsAndPastTheGroupWords) {
  open();
  const QString first = marked().words;
  press(Qt::Key_Down);
  EXPECT_NE(marked().words, first);
  EXPECT_NE(marked().type, PaletteRow::Type::head);
  press(Qt::Key_Up);
  EXPECT_EQ(marked().words, first);
  press(Qt::Key_Up);  // round to the last
  EXPECT_EQ(marked().type, PaletteRow::Type::action);
  press(Qt::Key_Down);
  EXPECT_EQ(marked().words, first);
}

TEST_F(PaletteOf, ClosesWithEscapeAndLeavesTheSelectionAlone) {
  const auto before = desk.window.desk().selected();
  type("xyz");
  press(Qt::Key_Escape);
  EXPECT_FALSE(palette->isVisible());
  EXPECT_EQ(desk.window.desk().selected(), before);
  EXPECT_TRUE(desk.window.canvas().hasFocus());
}

TEST_F(PaletteOf, ClosesWithTheKeyThatOpenedIt) {
  type("xyz");
  press(Qt::Key_K, Qt::ControlModifier);
  EXPECT_TRUE(palette->isVisible());
  EXPECT_EQ(edit->selectedText(), "xyz");
  edit->clear();
  press(Qt::Key_K, Qt::ControlModifier);
  EXPECT_FALSE(palette->isVisible());
}

TEST_F(PaletteOf, DoesWhatAnActionDoesAndNamesItsKey) {
  type("dark light");
  type("light colours");
  ASSERT_EQ(marked().type, PaletteRow::Type::action);
  EXPECT_EQ(marked().key, "Ctrl+T");
  press(Qt::Key_Return);
  EXPECT_EQ(desk.window.theme(), Theme::light);
}

TEST_F(PaletteOf, FindsAnActionByItsChineseNameInEnglishToo) {
  type(QString::fromUtf8("撤销"));
  ASSERT_EQ(marked().type, PaletteRow::Type::action);
  EXPECT_EQ(marked().words, "Undo");
  EXPECT_FALSE(marked().whyNot.isEmpty());  // nothing to undo yet
  press(Qt::Key_Return);
  EXPECT_TRUE(palette->isVisible()) << "it is off, and says why";
}

TEST_F(PaletteOf, GoesToAPlaceAndOffersToReportThere) {
  type("hbz");
  press(Qt::Key_End);
  while (marked().type != PaletteRow::Type::ground) press(Qt::Key_Down);
  EXPECT_EQ(marked().words, QString::fromUtf8("怀北镇"));
  press(Qt::Key_Return, Qt::ShiftModifier);
  auto* form = desk.find<QWidget>("reportForm");
  EXPECT_TRUE(form->isVisible());
  const QPoint at = desk.pixelOf(inDistrict(3.2, 6.3));
  EXPECT_LE((at - desk.window.canvas().rect().center()).manhattanLength(), 4);
}

TEST_F(PaletteOf, CompletesTheNameWithTab) {
  type("hbzjyd");
  press(Qt::Key_Tab);
  EXPECT_EQ(edit->text(), qs(district.nearest.name));
}

TEST_F(PaletteOf, ReportsWhatOneLineSays) {
  type(QString::fromUtf8("报 火情 怀北镇 三人被困 较大 王主任电话"));
  ASSERT_EQ(marked().type, PaletteRow::Type::report);
  QStringList chips;
  for (const auto& chip : marked().chips) chips << chip.words;
  EXPECT_EQ(chips.join("|").toStdString(),
            "Fire|forest or building: to be confirmed|Large|怀北镇|Trapped 3|by 王主任电话");
  press(Qt::Key_Return);
  EXPECT_FALSE(palette->isVisible());
  const auto reported = [&]() -> const Incident* {
    const auto& selected = desk.window.desk().selected();
    return selected ? desk.now().incidents.find(selected->id) : nullptr;
  };
  ASSERT_TRUE(waitUntil([&] { return reported() && reported()->title == "怀北镇火情"; }));
  EXPECT_EQ(reported()->kind, "fire") << "nobody has said whether a forest or a house burns";
  EXPECT_EQ(reported()->level, IncidentLevel::large);
  EXPECT_EQ(reported()->location, inDistrict(3.2, 6.3));
  ASSERT_EQ(reported()->figures.size(), 1U);
  EXPECT_EQ(reported()->figures[0].count, 3);
  EXPECT_EQ(reported()->figures[0].source, "报告人");
  EXPECT_EQ(reported()->source, "王主任电话");
}

TEST_F(PaletteOf, ReportsWithoutAPositionAndSaysSo) {
  type("report flood 3 trapped");
  ASSERT_EQ(marked().type, PaletteRow::Type::report);
  bool said = false;
  for (const auto& chip : marked().chips)
    said = said || (chip.tone == PaletteRow::Chip::Tone::missing && chip.words.contains("not on the map"));
  EXPECT_TRUE(said);
  press(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().undoable().has_value(); }));
  EXPECT_FALSE(desk.now().incidents.find(desk.window.desk().selected()->id)->location);
}

TEST_F(PaletteOf, ReportsAtTheMiddleOfTheMapWhereThatIsAskedFor) {
  type("report flood");
  press(Qt::Key_Return, Qt::ShiftModifier);
  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().undoable().has_value(); }));
  EXPECT_TRUE(desk.now().incidents.find(desk.window.desk().selected()->id)->location);
}

TEST_F(PaletteOf, CompletesThePlaceOfAReport) {
  type(QString::fromUtf8("报 山洪 怀北zhe"));
  press(Qt::Key_Tab);
  EXPECT_EQ(edit->text(), QString::fromUtf8("报 山洪 怀北镇 "));
  ASSERT_TRUE(waitUntil([&] { return palette->settled(); }));
  EXPECT_EQ(marked().type, PaletteRow::Type::report);
}

TEST_F(PaletteOf, DoesWhatEnterSaysThoughTheAnswerIsNotThereYet) {
  open();
  edit->setText("hbzjyd");
  press(Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return !palette->isVisible(); }));
  EXPECT_EQ(desk.window.desk().selected()->id, district.nearest.id.uuid);
}

TEST_F(PaletteOf, GoesToCoordinatesAndMarksThem) {
  type(QString::fromUtf8("40°18'N 116°37'E"));
  ASSERT_EQ(marked().type, PaletteRow::Type::ground);
  press(Qt::Key_Return);
  const QPoint at = desk.pixelOf(*Position::ofDegrees(116.0 + 37 / 60.0, 40.3));
  EXPECT_LE((at - desk.window.canvas().rect().center()).manhattanLength(), 4);
  type("116.63, 40.31");
  EXPECT_EQ(marked().words, "116.63000° E  40.31000° N");
  type("40.31 116.63");
  EXPECT_EQ(marked().words, "116.63000° E  40.31000° N");
}

TEST_F(PaletteOf, ReportsNothingWhileLookingBackAndSaysWhy) {
  desk.window.desk().lookBackTo(systemNow().plusMs(-1));
  ASSERT_TRUE(waitUntil([&] { return !desk.window.desk().live(); }));
  const auto before = desk.now().eventCount;
  type("report flood");
  EXPECT_TRUE(marked().whyNot.contains("looking back"));
  press(Qt::Key_Return);
  EXPECT_TRUE(palette->isVisible());
  edit->setText("undo");
  ASSERT_TRUE(waitUntil([&] { return palette->settled(); }));
  EXPECT_TRUE(marked().whyNot.contains("looking back"));
  QTest::qWait(50);
  EXPECT_EQ(desk.now().eventCount, before);
}

TEST_F(PaletteOf, SaysItsWordsInTheOtherLanguageWithoutARestart) {
  open();
  desk.speak(Language::chinese);
  EXPECT_TRUE(words().contains(QString::fromUtf8("操作"))) << words().join("|").toStdString();
  desk.speak(Language::english);
  EXPECT_TRUE(words().contains("Action"));
}

}  // namespace
}  // namespace fengsui
