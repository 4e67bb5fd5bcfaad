// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace fengsui {

/// The one next action, with its consequence in words. Long words wrap; a button is never cut off.
class ActionButton : public QAbstractButton {
  Q_OBJECT

 public:
  enum class Weight { main, side };

  explicit ActionButton(Weight weight, QWidget* parent = nullptr);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Weight weight_;
};

}  // namespace fengsui
