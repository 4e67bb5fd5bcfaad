// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QListView>

#include "ui/desk/peoplefacts.h"
#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"
#include "ui/search/palette.h"

// Who there is, who is on duty, and who sits at the desk.

namespace fengsui {
namespace {

class PeopleOf : public testing::Test {
 protected:
  PeopleOf() : desk(make(folder / "a")) {}
  std::string make(const std::string& path) {
    auto station = newStation(path);
    district = fillDistrict(*station);
    wang = {{Uuid::v7(systemNow())}, "", "王伟", "区应急管理局", "科长", {"13900000001", "010-69640001"}, {}, {}};
    li = {{Uuid::v7(systemNow())}, "", "李静", "区应急管理局", "", {"13900000002"}, {}, {}};
    chief.id.uuid = Uuid::v7(systemNow());
    chief.name = "值班长";
    chief.organisation = "区应急管理局";
    chief.holders = {{"A", "李静", "", {"13900000002"}}};
    village.id.uuid = Uuid::v7(systemNow());
    village.name = "神山村";
    village.kind = "village";
    village.town = "怀北镇";
    village.location = inDistrict(3.2, 6.1);
    does(*station, Register<Person>{wang});
    does(*station, Register<Person>{li});
    does(*station, Register<Post>{chief});
    does(*station, Register<Place>{village});
    return path;
  }
  void search(const QString& text) {
    QTest::keyClick(&desk.window.canvas(), Qt::Key_K, Qt::ControlModifier);
    auto* edit = desk.find<QLineEdit>("paletteEdit");
    edit->setText(text);
    ASSERT_TRUE(waitUntil([&] { return desk.window.findChild<Palette*>()->settled(); }));
    QTest::keyClick(edit, Qt::Key_Return);
  }
  [[nodiscard]] QString said() {
    const auto facts = FactsOf::thing(desk.now(), *desk.window.desk().selected(), systemNow(), TimeZone::utc());
    QString all = facts->name + u'\n' + facts->what + u'\n' + facts->state;
    for (const Facts::Line& line : facts->lines) all += u'\n' + line.label + QStringLiteral(": ") + line.value;
    return all;
  }
  [[nodiscard]] std::string onDuty() {
    const Post* post = desk.now().find(chief.id);
    const Person* person = post && post->onDuty ? desk.now().find(post->onDuty->person) : nullptr;
    return person ? person->name : std::string();
  }
  [[nodiscard]] QString nextAction() { return desk.find<ActionButton>("nextAction")->text(); }

  TempFolder folder;
  District district;
  Person wang, li;
  Post chief;
  Place village;
  OpenDesk desk;
};

TEST_F(PeopleOf, ShowAPersonThatThePaletteFound) {
  search(QStringLiteral("wangwei"));
  ASSERT_TRUE(desk.window.desk().selected());
  EXPECT_EQ(*desk.window.desk().selected(), (Selected{Kind::person, wang.id.uuid}));
  EXPECT_EQ(said(), QStringLiteral("王伟\nPerson · 科长\nnot on duty\nOrganisation: 区应急管理局\n"
                                   "Telephone: 13900000001\n010-69640001"));
}

TEST_F(PeopleOf, TakeRelieveAndLeaveDuty) {
  search(QStringLiteral("值班长"));
  ASSERT_TRUE(desk.window.desk().selected());
  EXPECT_EQ(*desk.window.desk().selected(), (Selected{Kind::post, chief.id.uuid}));
  EXPECT_TRUE(said().contains(QLatin1String("nobody on duty")));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Return, Qt::ControlModifier);
  auto* person = desk.find<QComboBox>("dutyPerson");
  ASSERT_TRUE(person->isVisible());
  EXPECT_EQ(person->currentText(), QStringLiteral("李静")) << "who is named for the post comes first";
  QTest::keyClick(person, Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return onDuty() == "李静"; }));
  ASSERT_TRUE(waitUntil([&] { return nextAction() == QStringLiteral("Relieve 李静 …"); }));
  EXPECT_TRUE(said().contains(QLatin1String("Telephone: 13900000002"))) << said().toStdString();

  // From the person's side.
  search(QStringLiteral("wangwei"));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(desk.find<QWidget>("dutyForm")->findChild<ActionButton*>(QStringLiteral("confirm"))->text(),
            QStringLiteral("王伟 takes over from 李静 (Enter)"));
  QTest::keyClick(desk.find<QComboBox>("dutyPost"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return onDuty() == "王伟"; }));
  ASSERT_TRUE(waitUntil([&] { return nextAction().startsWith(QLatin1String("Leave duty")); }));
  QTest::mouseClick(desk.find<ActionButton>("nextAction"), Qt::LeftButton);
  ASSERT_TRUE(waitUntil([&] { return onDuty().empty(); }));
  QTest::keyClick(&desk.window.canvas(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(waitUntil([&] { return onDuty() == "王伟"; })) << "leaving is undone";
}

TEST_F(PeopleOf, SayWhatIsNearAPlaceAndReportThere) {
  search(QStringLiteral("神山村"));
  ASSERT_TRUE(desk.window.desk().selected());
  EXPECT_EQ(desk.window.desk().selected()->kind, Kind::place);
  const QString all = said();
  EXPECT_TRUE(all.contains(QStringLiteral("Nearest teams: 怀北镇救援队"))) << all.toStdString();
  EXPECT_TRUE(all.contains(QStringLiteral("Nearest depots: 怀北镇物资库"))) << all.toStdString();
  EXPECT_TRUE(all.contains(QLatin1String("GCJ-02: "))) << all.toStdString();
  QTest::mouseClick(desk.find<ActionButton>("nextAction"), Qt::LeftButton);
  ASSERT_TRUE(desk.find<QWidget>("reportForm")->isVisible());
  const auto before = desk.now().incidents.size();
  QTest::keyClick(desk.find<QLineEdit>("title"), Qt::Key_Return);
  ASSERT_TRUE(waitUntil([&] { return desk.now().incidents.size() == before + 1; }));
  const Incident* made = desk.now().incidents.find(desk.window.desk().selected()->id);
  EXPECT_EQ(*made->location, *village.location);
}

TEST_F(PeopleOf, SitAtTheDeskAndAreNamedInEveryEntry) {
  QSignalSpy changed(&desk.window.desk(), &Desk::seatChanged);
  QTest::mouseClick(desk.find<QWidget>("seatButton"), Qt::LeftButton);
  ASSERT_TRUE(desk.find<QWidget>("seatForm")->isVisible());
  auto* name = desk.find<QLineEdit>("seatName");
  name->setText(QStringLiteral("王伟"));
  auto* post = desk.find<QComboBox>("seatPost");
  ASSERT_GE(post->findData(QStringLiteral("值班长")), 0);
  post->setCurrentIndex(post->findData(QStringLiteral("值班长")));
  QTest::keyClick(name, Qt::Key_Return);
  EXPECT_FALSE(desk.find<QWidget>("seatForm")->isVisible());
  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(desk.window.desk().seat().actor(), "值班长 王伟");

  desk.window.desk().execute(StandDown{district.nearest.id, "车辆检修"}, {"stood down", "已停用"});
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::unavailable; }));
  ASSERT_TRUE(waitUntil([&] { return desk.window.desk().undoable().has_value(); }));
  desk.window.desk().undoLast();
  ASSERT_TRUE(waitUntil([&] { return desk.now().find(district.nearest.id)->status == TeamStatus::available; }));
  std::optional<std::vector<Event>> events;
  desk.session.eventsOf(district.nearest.id.uuid, {std::string(TeamStoodDown::type), std::string(TeamStoodTo::type)},
                        &desk.window, [&](const Result<std::vector<Event>>& found) { events = *found; });
  ASSERT_TRUE(waitUntil([&] { return events.has_value(); }));
  ASSERT_EQ(events->size(), 2u);
  for (const Event& event : *events) EXPECT_EQ(event.header.actor, "值班长 王伟");
}

TEST_F(PeopleOf, NeverSitWithoutANameOrAPost) {
  const Seat before = desk.window.desk().seat();
  QTest::keyClick(&desk.window.canvas(), Qt::Key_W);
  desk.find<QLineEdit>("seatName")->setText(QStringLiteral("   "));
  QTest::keyClick(desk.find<QLineEdit>("seatName"), Qt::Key_Return);
  EXPECT_TRUE(desk.find<QWidget>("seatForm")->isVisible());
  EXPECT_EQ(desk.window.desk().seat(), before);
}

}  // namespace
}  // namespace fengsui
