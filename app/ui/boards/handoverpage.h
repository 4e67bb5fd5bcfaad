// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/handover.h"
#include "ui/boards/boardlist.h"
#include "ui/desk/desk.h"

class QLabel;
class QLineEdit;

namespace fengsui {

class ActionButton;

/// "Since you left": what is different from what this seat knew at a moment.
class HandoverPage : public QWidget {
  Q_OBJECT

 public:
  HandoverPage(Desk& desk, QWidget* parent);
  void retranslate();
  /// Asks for the situation of the moment that stands in the field.
  void compare();

 private:
  void take(const Snapshot& before, Instant since);

  Desk& desk_;
  QLabel* label_;
  QLineEdit* since_;
  ActionButton* compare_;
  QLabel* head_;
  BoardList* rows_;
  std::vector<HandoverLine> lines_;
};

}  // namespace fengsui
