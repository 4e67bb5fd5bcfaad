// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace fengsui {

/// The flags with which @p text wraps in @p width: between words and between ideographs, and inside a word only where
/// it is longer than the line, so that "04:47" stays in one piece and no bracket is left alone. Units: pixels.
[[nodiscard]] int wrappingOf(const QFontMetrics& metrics, int width, const QString& text);

}  // namespace fengsui
