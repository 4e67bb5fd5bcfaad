// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <string_view>

// How documents are set: the units of a page, the faces, the greys. Inside of app/documents only.
//
// Units: a page is measured in tenths of a point (720 to the inch), whatever screen or printer there is, so that a
// document breaks at the same line on every computer.

namespace fengsui {

inline constexpr int kUnitsPerInch = 720;
[[nodiscard]] constexpr double fromMm(double mm) {
  return mm * kUnitsPerInch / 25.4;
}
[[nodiscard]] constexpr double fromPt(double pt) {
  return pt * kUnitsPerInch / 72;
}

/// The family of all text; empty where the computer has none with Chinese characters.
[[nodiscard]] QString typeFamily();

[[nodiscard]] inline QFont typeFace(double pt, bool bold = false) {
  QFont font(typeFamily());
  font.setPixelSize(static_cast<int>(fromPt(pt) + 0.5));
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  // A character is one glyph, the one that the font's table names for it: only such text can be searched in the PDF.
  font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

// Everything is printed in black and greys that survive a photocopier; colour never carries a meaning alone.
inline const QColor kInk(0, 0, 0);
inline const QColor kQuiet(90, 90, 90);
inline const QColor kRule(120, 120, 120);
inline const QColor kShade(235, 235, 235);

/// What people and files wrote, made fit for a page: valid UTF-8, no control characters but the line break, nothing
/// that turns the direction of what follows, no object marks.
[[nodiscard]] QString printable(std::string_view utf8);

}  // namespace fengsui
