// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace fengsui {

/// A few lines of words. Blanks that are still to be filled ("____") stand out; F4 goes to the next one. Enter is for
/// the form; Shift+Enter begins a new line.
class WordsEdit : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit WordsEdit(QWidget* parent = nullptr);

  /// Selects the next blank. @return whether there is one.
  bool nextBlank();
  [[nodiscard]] bool hasBlanks() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace fengsui
