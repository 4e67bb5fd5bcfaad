// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/desk/desk.h"

class QLabel;

namespace fengsui {

class ActionButton;

/// One line over the map: what has just been done, with its undo, or why it was not done. A refusal stays until it is
/// dismissed or something else is done; nothing has to be clicked away before going on.
class NoticeBar : public QWidget {
  Q_OBJECT

 public:
  NoticeBar(Desk& desk, QWidget* parent);
  /// Where in its parent it lies, at the top and in the middle; over the map and the boards that lie on it.
  void setRoom(const QRect& room);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void say(const Notice& notice);
  void retranslate();
  void place();

  Desk& desk_;
  QRect room_;
  Notice notice_;
  QLabel* words_;
  ActionButton* undo_;
  ActionButton* dismiss_;
  QTimer leave_;
};

}  // namespace fengsui
