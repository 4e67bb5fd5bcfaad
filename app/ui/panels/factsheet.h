// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/desk/facts.h"

namespace fengsui {

/// Label and value in two columns, a note under the value; long values wrap, nothing is cut off.
class FactSheet : public QWidget {
  Q_OBJECT

 public:
  explicit FactSheet(QWidget* parent = nullptr);
  void show(const std::vector<Facts::Line>& lines);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Boxes {
    QRect label, value, note;
    [[nodiscard]] int height() const { return std::max(label.height(), value.height() + note.height()); }
  };
  [[nodiscard]] int labelWidth(int width) const;
  [[nodiscard]] Boxes boxesOf(const Facts::Line& line, int column, int width) const;
  std::vector<Facts::Line> lines_;
};

}  // namespace fengsui
