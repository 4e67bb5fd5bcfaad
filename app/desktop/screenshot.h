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
  /// @p actions: names of actions to trigger, one after the other, once the window shows what it should.
  Screenshot(DeskWindow& window, QString file, QStringList actions, QObject* parent = nullptr);

 private:
  void look();
  void click(const QString& name);
  void print(const QString& what);
  void openTab(const QString& name);
  void selectNamed(const std::string& name);

  DeskWindow& window_;
  QString file_;
  QStringList actions_;
  QTimer timer_;
  QElapsedTimer since_;
  int still_ = 0;  ///< how often in a row nothing was under way
};

}  // namespace fengsui
