// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <vector>

namespace fengsui {

class PlanHighlighter;

/// The text of a plan: line numbers, the current line, and a mark on each line of which something is to be said. Tab
/// puts in two blanks, since YAML knows no tabs.
///
/// Thread: GUI. Lines and columns are 1-based, columns in characters.
class PlanEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit PlanEditor(QWidget* parent = nullptr);

  struct Mark {
    int line = 0;
    bool error = false;  ///< else a warning
    QString words;       ///< on hover

    bool operator==(const Mark&) const = default;
  };
  void showMarks(std::vector<Mark> marks);

  /// Another text; what was undone before is forgotten.
  void open(const QString& text);
  /// Puts another text in place of this one as one change, which Ctrl+Z takes back.
  void replaceAll(const QString& text);
  void goTo(int line, int column);
  [[nodiscard]] int line() const { return textCursor().blockNumber() + 1; }

 protected:
  bool event(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  class Gutter;
  friend class Gutter;

  [[nodiscard]] int gutterWidth() const;
  void makeRoom();
  void paintGutter(QPaintEvent* event);
  void showLines();
  void indent(bool more);
  void sayMark(int y, QPoint global);
  [[nodiscard]] const Mark* markOf(int line) const;

  PlanHighlighter* highlighter_;
  QWidget* gutter_;
  std::vector<Mark> marks_;
};

}  // namespace fengsui
