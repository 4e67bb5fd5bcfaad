// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include "ui/desk/deskwindow.h"

namespace fengsui {

/// Waits until the window shows map and situation, at most some seconds, saves what it shows and ends the program:
/// exit code 0, or 1 where the file cannot be written.
class Screenshot : public QObject {
  Q_OBJECT

 public:
  Screenshot(DeskWindow& window, QString file, QObject* parent = nullptr);

 private:
  void look();

  DeskWindow& window_;
  QString file_;
  QTimer timer_;
  QElapsedTimer since_;
  int still_ = 0;  ///< how often in a row nothing was under way
};

}  // namespace fengsui
