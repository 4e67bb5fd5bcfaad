// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/wrapping.h"

#include <gtest/gtest.h>

#include "ui/look/tokens.h"

namespace fengsui {
namespace {

bool insideWords(const QString& text, int width) {
  return wrappingOf(QFontMetrics(typeOf(TypeSize::normal)), width, text) & Qt::TextWrapAnywhere;
}

TEST(Words, WrapBetweenIdeographsAndNotInsideWhatWouldFitOnALine) {
  const int width = QFontMetrics(typeOf(TypeSize::normal)).horizontalAdvance(QStringLiteral("moved out of danger"));
  EXPECT_FALSE(insideWords(QStringLiteral("the town holds: moved out of danger 213 (Enter)"), width));
  EXPECT_FALSE(
      insideWords(QString::fromUtf8("以云岭镇为准：紧急避险转移213人，示范员四十三接替示范员四十二（回车）"), width));
  EXPECT_TRUE(insideWords(QStringLiteral("averyveryverylongwordwithoutanyplacetobreakit"), width));
}

}  // namespace
}  // namespace fengsui
