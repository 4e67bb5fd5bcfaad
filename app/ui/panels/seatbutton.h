// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/desk/desk.h"

namespace fengsui {

/// Who sits here, on the strip; a click changes it.
class SeatButton : public QAbstractButton {
  Q_OBJECT

 public:
  explicit SeatButton(Desk& desk, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void resized();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  Desk& desk_;
};

}  // namespace fengsui
