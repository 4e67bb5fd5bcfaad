// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/wordsedit.h"

#include <QKeyEvent>
#include <QSyntaxHighlighter>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

constexpr QLatin1String kBlank("____");
constexpr int kLines = 4;

class Blanks : public QSyntaxHighlighter {
 public:
  using QSyntaxHighlighter::QSyntaxHighlighter;

 protected:
  void highlightBlock(const QString& text) override {
    QTextCharFormat format;
    format.setBackground(mixed(tokens().panel, tokens().danger, 0.45));
    format.setForeground(tokens().text);
    for (qsizetype at = text.indexOf(kBlank); at >= 0; at = text.indexOf(kBlank, at + kBlank.size()))
      setFormat(static_cast<int>(at), static_cast<int>(kBlank.size()), format);
  }
};

}  // namespace

WordsEdit::WordsEdit(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  new Blanks(document());
}

QSize WordsEdit::sizeHint() const {
  return {160, fontMetrics().lineSpacing() * kLines + 2 * static_cast<int>(document()->documentMargin()) + 6};
}

QSize WordsEdit::minimumSizeHint() const {
  return {80, sizeHint().height()};
}

bool WordsEdit::hasBlanks() const {
  return toPlainText().contains(kBlank);
}

bool WordsEdit::nextBlank() {
  const QString text = toPlainText();
  auto at = text.indexOf(kBlank, textCursor().position());
  if (at < 0) at = text.indexOf(kBlank);
  if (at < 0) return false;
  QTextCursor cursor = textCursor();
  cursor.setPosition(static_cast<int>(at));
  cursor.setPosition(static_cast<int>(at + kBlank.size()), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  return true;
}

void WordsEdit::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if ((enter && !event->modifiers().testFlag(Qt::ShiftModifier)) || event->key() == Qt::Key_Escape) {
    event->ignore();
    return;
  }
  if (event->key() == Qt::Key_F4 && nextBlank()) return;
  QPlainTextEdit::keyPressEvent(event);
}

}  // namespace fengsui
