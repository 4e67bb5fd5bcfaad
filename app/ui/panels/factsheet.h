// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/desk/facts.h"

namespace fengsui {

/// Label and value in two columns; long values wrap, nothing is cut off.
class FactSheet : public QWidget {
  Q_OBJECT

 public:
  explicit FactSheet(QWidget* parent = nullptr);
  void show(const std::vector<std::pair<QString, QString>>& lines);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int labelWidth(int width) const;
  std::vector<std::pair<QString, QString>> lines_;
};

}  // namespace fengsui
