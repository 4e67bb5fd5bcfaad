// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;

namespace fengsui {

/// The few tools that belong to the map itself, floating over its corner: a picture each, words on hover.
class MapTools : public QWidget {
  Q_OBJECT

 public:
  explicit MapTools(QWidget* canvas);
  void add(QAction* action);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  std::vector<QAction*> tools_;
};

}  // namespace fengsui
