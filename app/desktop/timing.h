// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/desk/deskwindow.h"

namespace fengsui {

/// Says on stderr how long it took from the start of the process until the window stood, showed the situation, and
/// showed the map, and what memory desk and map engine needed at most. For measuring; ends nothing.
class Timing : public QObject {
  Q_OBJECT

 public:
  Timing(DeskWindow& window, BaseMap& base, QObject* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void look();
  void say(const char* what);

  DeskWindow& window_;
  BaseMap& base_;
  bool shown_ = false;
  bool situation_ = false;
  bool map_ = false;
};

}  // namespace fengsui
