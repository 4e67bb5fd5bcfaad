// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace fengsui {

/// Sets the text of a plan apart as one reads it: keys, quoted texts, expressions, placeholders, comments.
///
/// Thread: GUI.
class PlanHighlighter : public QSyntaxHighlighter {
  Q_OBJECT

 public:
  explicit PlanHighlighter(QTextDocument* document);
  /// Takes the colours of the theme anew.
  void recolour();

 protected:
  void highlightBlock(const QString& text) override;

 private:
  void colour();

  QTextCharFormat key_, quoted_, expression_, placeholder_, comment_;
};

}  // namespace fengsui
