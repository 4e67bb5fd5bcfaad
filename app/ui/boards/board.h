// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace fengsui {

/// A working surface that lies over the lists and a part of the map: a checklist, orders, a call-out, a report. One is
/// open at a time; the dossier stays beside it.
///
/// Thread: GUI.
class Board : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  /// How much room it makes use of, in logical pixels; it gets less on a small screen.
  [[nodiscard]] virtual int wishedWidth() const { return 960; }
  /// It is shown now: fill it, put the focus where work begins.
  virtual void opened() {}
  /// Escape was pressed. @return whether there was something smaller to give up than the board itself.
  virtual bool givesUp() { return false; }

 signals:
  void closeWanted();
};

}  // namespace fengsui
