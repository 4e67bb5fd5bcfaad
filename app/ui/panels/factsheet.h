// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/desk/facts.h"

namespace fengsui {

/// Label and value in two columns, a note under the value; long values wrap, nothing is cut off. A value that leads to
/// something is underlined: a click or Enter on it asks for that.
class FactSheet : public QWidget {
  Q_OBJECT

 public:
  explicit FactSheet(QWidget* parent = nullptr);
  void show(const std::vector<Facts::Line>& lines);

  /// Where the value of a line stands, in the sheet's pixels.
  [[nodiscard]] QRect valueRect(std::size_t line) const;

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void followed(const fengsui::Selected& to);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Boxes {
    QRect label, value, note;
    [[nodiscard]] int height() const { return std::max(label.height(), value.height() + note.height()); }
  };
  [[nodiscard]] int labelWidth(int width) const;
  [[nodiscard]] Boxes boxesOf(const Facts::Line& line, int column, int width) const;
  /// The line that leads on under a point.
  [[nodiscard]] std::optional<std::size_t> linkAt(QPoint point) const;
  void moveTo(int step);

  std::vector<Facts::Line> lines_;
  std::optional<std::size_t> marked_;  ///< by the keyboard
};

}  // namespace fengsui
