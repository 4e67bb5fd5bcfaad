// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "support/tempfolder.h"
#include "ui/canvas/mapcanvas.h"
#include "ui/desk/deskwindow.h"
#include "ui/district.h"

// A desk on a station of its own, shown and settled.

namespace fengsui {

inline bool waitUntil(const std::function<bool()>& holds, int ms = 10'000) {
  return QTest::qWaitFor(holds, ms);
}

struct OpenDesk {
  explicit OpenDesk(const std::string& path, QSize size = {1920, 1080}, BaseMap* base = nullptr)
      : window(session, base ? *base : ground, language, Theme::dark) {
    window.resize(size);
    window.show();
    window.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    session.open(QString::fromStdString(path));
    EXPECT_TRUE(waitUntil([&] { return window.desk().shown() && window.settled(); })) << "the desk did not settle";
  }
  ~OpenDesk() { language.use(Language::english); }

  [[nodiscard]] QPoint pixelOf(Position where) { return window.canvas().screenOf(where).toPoint(); }
  void speak(Language wanted) {
    language.use(wanted);
    QCoreApplication::sendPostedEvents();
  }
  void clickMap(QPoint at) { QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, at); }
  template <class Widget>
  [[nodiscard]] Widget* find(const char* name) {
    auto* widget = window.findChild<Widget*>(QLatin1String(name));
    EXPECT_NE(widget, nullptr) << name;
    return widget;
  }
  [[nodiscard]] const Situation& now() { return *session.situation(); }

  StationSession session;
  PlainGround ground;
  DeskLanguage language;
  DeskWindow window;
};

}  // namespace fengsui
