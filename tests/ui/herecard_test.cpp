// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/herecard.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QToolButton>

#include "ui/opendesk.h"
#include "ui/panels/actionbutton.h"

namespace fengsui {
namespace {

TEST(Notations, WriteAPlaceAsPeopleAndOtherMapsDo) {
  const auto beijing = notationsOf(*Position::ofDegrees(116.391349, 39.9074));
  ASSERT_EQ(beijing.size(), 4u);
  EXPECT_EQ(beijing[0].text, "116.391349, 39.907400");
  EXPECT_EQ(beijing[1].text, QStringLiteral("39°54′26.6″N 116°23′28.9″E"));
  EXPECT_EQ(beijing[2].kind, Notation::Kind::gcj02);
  EXPECT_TRUE(beijing[2].text.startsWith(QStringLiteral("116.3975")));
  EXPECT_EQ(notationsOf(*Position::ofDegrees(1.52, 42.5)).size(), 3u) << "nothing is shifted in Andorra";
  EXPECT_EQ(notationsOf(*Position::ofDegrees(-0.99999999, -1)).at(1).text, QStringLiteral("1°00′00.0″S 1°00′00.0″W"));
}

TEST(HereCard, CopiesACoordinateAndOffersToReport) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "a");
    fillDistrict(*station);
  }
  OpenDesk desk(folder / "a");
  const QPoint at = desk.pixelOf(inDistrict(3.4, 6.0));
  QTest::mouseClick(&desk.window.canvas(), Qt::RightButton, {}, at);
  auto* card = desk.find<QWidget>("hereCard");
  ASSERT_TRUE(card->isVisible());
  auto* decimal = card->findChild<QToolButton*>();
  QTest::mouseClick(decimal, Qt::LeftButton);
  EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("116.6")));
  EXPECT_FALSE(card->isVisible());
  QTest::mouseClick(&desk.window.canvas(), Qt::RightButton, {}, at);
  QTest::mouseClick(card->findChild<ActionButton*>(), Qt::LeftButton);
  EXPECT_TRUE(desk.find<QWidget>("reportForm")->isVisible());
}

}  // namespace
}  // namespace fengsui
