// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace fengsui {

/// The place on the strip that says that everything can be searched, and with which key. A click opens the palette.
class SearchField : public QAbstractButton {
  Q_OBJECT

 public:
  explicit SearchField(QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
};

}  // namespace fengsui
