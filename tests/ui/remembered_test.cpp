// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/remembered.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QSettings>
#include <QTreeWidget>

#include "ui/engine/mapengineclient.h"
#include "ui/mapprojects.h"
#include "ui/opendesk.h"

namespace fengsui {
namespace {

class Remembered : public testing::Test {
 protected:
  Remembered() {
    for (const char* name : {"a", "b"}) auto station = newStation(folder / name);
    writeProject(folder / "district.qgs", {{"shade_of_the_mountains", "山影", "gdal", folder / "shade.tif"},
                                           {"picture_from_above", "卫星图", "gdal", folder / "picture.tif"}});
  }
  /// A desk on one of the stations, on a screen of this size.
  struct Shift {
    Shift(const TempFolder& folder, const char* station, QSize screen)
        : settings(QString::fromStdString(folder / "settings.ini"), QSettings::IniFormat),
          map(QStringLiteral(FENGSUI_BIN "/fengsui-mapengine"), QString::fromStdString(folder / "district.qgs"),
              QString::fromStdString(folder / "tiles")),
          desk(folder / station, screen, &map) {
      rememberHiddenLayers(map, settings, QString::fromStdString(folder / station));
      desk.window.openPanel(QStringLiteral("panelLayers"));
      EXPECT_TRUE(waitUntil([&] { return layer("山影") != nullptr; }, 60'000));
    }
    QTreeWidgetItem* layer(const char* name) {
      const auto found =
          desk.find<QTreeWidget>("layers")->findItems(QString::fromUtf8(name), Qt::MatchExactly | Qt::MatchRecursive);
      return found.empty() ? nullptr : found.first();
    }
    QSettings settings;
    MapEngineClient map;
    OpenDesk desk;
  };
  TempFolder folder;
};

TEST_F(Remembered, HiddenLayersStayHiddenOnAnyScreenUntilTheyAreShownAgain) {
  {
    Shift evening(folder, "a", {1920, 1080});
    EXPECT_EQ(evening.layer("山影")->checkState(0), Qt::Checked);
    evening.layer("山影")->setCheckState(0, Qt::Unchecked);
    EXPECT_EQ(evening.map.hidden(), QSet<QString>{"shade_of_the_mountains"});
  }
  {
    Shift night(folder, "a", {1366, 768});
    EXPECT_EQ(night.layer("山影")->checkState(0), Qt::Unchecked);
    EXPECT_EQ(night.layer("卫星图")->checkState(0), Qt::Checked);
    EXPECT_EQ(night.map.hidden(), QSet<QString>{"shade_of_the_mountains"});
    night.layer("山影")->setCheckState(0, Qt::Checked);
  }
  Shift morning(folder, "a", {1920, 1080});
  EXPECT_EQ(morning.layer("山影")->checkState(0), Qt::Checked);
  EXPECT_TRUE(morning.map.hidden().isEmpty());
}

TEST_F(Remembered, HiddenLayersAreThoseOfTheirStation) {
  {
    Shift one(folder, "a", {1366, 768});
    one.layer("卫星图")->setCheckState(0, Qt::Unchecked);
  }
  {
    Shift other(folder, "b", {1366, 768});
    EXPECT_EQ(other.layer("卫星图")->checkState(0), Qt::Checked);
  }
  // However its path is written.
  QDir::setCurrent(QString::fromStdString(folder / ""));
  MapEngineClient map(QStringLiteral("/nowhere"), QStringLiteral("/nowhere"), QString::fromStdString(folder / "t"));
  QSettings settings(QString::fromStdString(folder / "settings.ini"), QSettings::IniFormat);
  rememberHiddenLayers(map, settings, QStringLiteral("a.fengsui"));
  EXPECT_EQ(map.hidden(), QSet<QString>{"picture_from_above"});
  QDir::setCurrent(QDir::rootPath());
}

}  // namespace
}  // namespace fengsui
