// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planedit/planhighlighter.h"

#include <QRegularExpression>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

// A key at the head of its line, after a dash, or inside {…}.
const QRegularExpression kKey(QStringLiteral(R"((^\s*(?:-\s+)*|[{,]\s*)([\w.\-]+)(?=\s*:(?:\s|$)))"),
                              QRegularExpression::UseUnicodePropertiesOption);
// What stands under these keys is an expression.
const QRegularExpression kExpression(QStringLiteral(R"((?:^|[\s{,])(?:when|where|if|on)\s*:\s+([^{\s#].*))"));
// A criterion of any: or all:.
const QRegularExpression kCriterion(QStringLiteral(R"(^\s*-\s+([A-Za-z]+\(.*))"));
const QRegularExpression kPlaceholder(QStringLiteral(R"(\{[\w./]+\})"), QRegularExpression::UseUnicodePropertiesOption);

// Where a comment begins: a # at the head or after a blank, outside quotes. -1 where there is none.
int commentIn(const QString& text) {
  QChar quote;
  for (int i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (!quote.isNull()) {
      if (c == u'\\' && quote == u'"')
        ++i;
      else if (c == quote)
        quote = QChar();
    } else if ((c == u'"' || c == u'\'') && (i == 0 || !text[i - 1].isLetterOrNumber())) {
      quote = c;
    } else if (c == u'#' && (i == 0 || text[i - 1].isSpace())) {
      return i;
    }
  }
  return -1;
}

}  // namespace

PlanHighlighter::PlanHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
  colour();
}

void PlanHighlighter::colour() {
  const Tokens& t = tokens();
  key_.setForeground(t.action);
  quoted_.setForeground(mixed(t.good, t.text, 0.25));
  expression_.setForeground(mixed(t.past, t.text, t.dark ? 0.45 : 0.1));
  placeholder_.setFontWeight(QFont::DemiBold);
  comment_.setForeground(t.dim);
}

void PlanHighlighter::recolour() {
  colour();
  rehighlight();
}

void PlanHighlighter::highlightBlock(const QString& text) {
  const int comment = commentIn(text);
  const QString code = comment < 0 ? text : text.left(comment);
  for (const QRegularExpression* shape : {&kExpression, &kCriterion})
    if (const auto found = shape->match(code); found.hasMatch())
      setFormat(static_cast<int>(found.capturedStart(1)), static_cast<int>(found.capturedLength(1)), expression_);
  for (int i = 0; i < code.size(); ++i) {
    const QChar quote = code[i];
    if ((quote != u'"' && quote != u'\'') || (i > 0 && code[i - 1].isLetterOrNumber())) continue;
    const int begin = i;
    for (++i; i < code.size() && code[i] != quote; ++i)
      if (quote == u'"' && code[i] == u'\\') ++i;
    setFormat(begin, std::min<int>(i + 1, static_cast<int>(code.size())) - begin, quoted_);
  }
  for (auto each = kKey.globalMatch(code); each.hasNext();) {
    const auto found = each.next();
    setFormat(static_cast<int>(found.capturedStart(2)), static_cast<int>(found.capturedLength(2)), key_);
  }
  for (auto each = kPlaceholder.globalMatch(code); each.hasNext();) {
    const auto found = each.next();
    for (auto at = found.capturedStart(); at < found.capturedEnd(); ++at) {
      QTextCharFormat both = format(static_cast<int>(at));
      both.setFontWeight(QFont::DemiBold);
      setFormat(static_cast<int>(at), 1, both);
    }
  }
  if (comment >= 0) setFormat(comment, static_cast<int>(text.size()) - comment, comment_);
}

}  // namespace fengsui
