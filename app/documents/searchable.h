// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fengsui {

/// Makes a PDF of Qt findable by the characters that people write. A font draws a radical (⼊, U+2F0A) and the
/// character (入, U+5165) with one glyph, and Qt says the radical for it: whoever searches for 入 finds nothing. The
/// names are changed where they stand, each as long as before, so that nothing else in the file moves.
///
/// Source: PDF 1.7 (ISO 32000-1), 9.10.3 ToUnicode CMaps.
void makeSearchable(QByteArray& pdf);

}  // namespace fengsui
