// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/wrapping.h"

namespace fengsui {

int wrappingOf(const QFontMetrics& metrics, int width, const QString& text) {
  const auto breaks = [](QChar c) {
    return c.isSpace() || c.script() == QChar::Script_Han || (c.unicode() >= 0x3000 && c.unicode() < 0x3040) ||
           c.unicode() >= 0xFF00;
  };
  qsizetype begin = 0;
  for (qsizetype at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !breaks(text[at])) continue;
    if (at > begin && metrics.horizontalAdvance(text.mid(begin, at - begin)) > width)
      return Qt::TextWordWrap | Qt::TextWrapAnywhere;
    begin = at + 1;
  }
  return Qt::TextWordWrap;
}

}  // namespace fengsui
