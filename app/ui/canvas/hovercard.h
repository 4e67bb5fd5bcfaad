// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/desk/desk.h"

namespace fengsui {

struct Facts;

/// Says beside the pointer what a thing on the map is, how it stands, and how old that is.
class HoverCard : public QWidget {
  Q_OBJECT

 public:
  HoverCard(Desk& desk, QWidget* parent);
  /// @p more: how many other things lie there too.
  void showFor(const Selected& selected, int more, QPoint pointer);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Desk& desk_;
  QString title_;
  QString what_;
  QString age_;
};

}  // namespace fengsui
