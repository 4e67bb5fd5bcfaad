// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/wording.h"

namespace fengsui {

QString PaperWording::span(std::int64_t ms) const {
  const auto minutes = ms / 60'000;
  const QString hourWord = chinese() ? QStringLiteral(" 小时") : QStringLiteral(" h");
  const QString minuteWord = chinese() ? QStringLiteral(" 分钟") : QStringLiteral(" min");
  if (minutes < 60) return QString::number(minutes) + minuteWord;
  const QString hours = QString::number(minutes / 60) + hourWord;
  return minutes % 60 == 0 ? hours : hours + QStringLiteral(" ") + QString::number(minutes % 60) + minuteWord;
}

}  // namespace fengsui
