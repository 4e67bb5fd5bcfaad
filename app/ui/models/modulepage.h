// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/modeldesk.h"

class QLabel;

namespace fengsui {

class BoardList;

/// The modules that came with the program, and what is wrong with those that cannot be used.
class ModulePage : public QWidget {
  Q_OBJECT

 public:
  ModulePage(ModelDesk& models, QWidget* parent);

  void refresh();
  void retranslate() { refresh(); }
  void takeFocus();

 private:
  ModelDesk& models_;
  BoardList* list_;
};

}  // namespace fengsui
