// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QListView>

#include "ui/boards/board.h"
#include "ui/opendesk.h"

// What hands and eyes do on a board, in tests.

namespace fengsui {

class BoardHands {
 public:
  explicit BoardHands(OpenDesk& desk) : desk_(desk) {}

  /// To whatever has the focus, as the keyboard does.
  static void key(int key) {
    QWidget* focus = QApplication::focusWidget();
    ASSERT_NE(focus, nullptr);
    QTest::keyClick(focus, static_cast<Qt::Key>(key));
  }
  /// The row whose title holds this one; marks it and leaves the focus there.
  static bool mark(QListView* view, const QString& title) {
    const bool there = waitUntil([&] {
      for (int row = 0; row < view->model()->rowCount(); ++row)
        if (view->model()->index(row, 0).data().toString().contains(title)) {
          view->scrollTo(view->model()->index(row, 0));
          view->setFocus();
          QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                            view->visualRect(view->model()->index(row, 0)).center());
          return true;
        }
      return false;
    });
    EXPECT_TRUE(there) << title.toStdString();
    return there;
  }
  /// The words of an offer that can be seen; empty where it is not made.
  [[nodiscard]] QString offered(const char* name) const {
    for (auto* button : desk_.window.findChildren<QAbstractButton*>(QLatin1String(name)))
      if (button->isVisible()) return button->text();
    return {};
  }
  [[nodiscard]] bool offers(const char* name) const {
    return waitUntil([&] { return !offered(name).isEmpty(); });
  }
  /// Boards have parts of the same name: the one on the board that is open.
  template <class Widget>
  [[nodiscard]] Widget* onBoard(const char* name) const {
    for (auto* board : desk_.window.findChildren<Board*>())
      if (board->isVisible())
        if (auto* found = board->findChild<Widget*>(QLatin1String(name))) return found;
    ADD_FAILURE() << "no board that is open has " << name;
    return nullptr;
  }
  [[nodiscard]] QString notice() const { return desk_.find<QLabel>("noticeWords")->text(); }

 private:
  OpenDesk& desk_;
};

}  // namespace fengsui
