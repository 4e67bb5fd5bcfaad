// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QToolButton;

namespace fengsui {

/// The tools at the left edge: a picture and one word each. Names, keys and pictures belong to the actions.
class Rail : public QWidget {
  Q_OBJECT

 public:
  explicit Rail(QWidget* parent = nullptr);

  void add(QAction* action);
  void addLine();
  /// What is added from here on stands at the lower end.
  void addSpring();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  std::vector<QAction*> tools_;
};

}  // namespace fengsui
