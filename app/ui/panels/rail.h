// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QToolButton;

namespace fengsui {

/// The tools at the left edge: a picture and one word each, one below the other or, on a low screen, beside each other.
/// Names, keys and pictures belong to the actions.
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
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fit();
  void use(Qt::ToolButtonStyle style, int iconSide);

  std::vector<QAction*> tools_;
  std::vector<QToolButton*> buttons_;
};

}  // namespace fengsui
