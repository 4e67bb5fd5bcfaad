// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include "core/entities/incident.h"
#include "core/entities/riskzone.h"

namespace fengsui {

enum class Theme { dark, light };

/// Whether the desk shows what is, or what was: the whole desk is tinted while it looks back.
enum class Tense { present, past };

/// The colours of one theme. Red, orange, yellow and blue belong to levels, warnings and zones alone.
struct Tokens {
  QColor ground, panel, raised, line;
  QColor text, dim;
  QColor action, good, danger;
  QColor onAction;  ///< text on the action colour
  QColor past;      ///< the tint of looking back
  bool dark = true;
  bool grey = false;  ///< for paper that is printed or copied in black and white: rank is told by how dark it is

  bool operator==(const Tokens&) const = default;
};

[[nodiscard]] const Tokens& tokensOf(Theme theme, Tense tense = Tense::present);
/// Of what is printed: on white, in colours or in greys alone.
[[nodiscard]] const Tokens& tokensOfPaper(bool grey);
/// Those in use; see applyLook.
[[nodiscard]] const Tokens& tokens();

/// Sets style, palette and type of the whole program. Thread: GUI.
void applyLook(Theme theme, Tense tense);

[[nodiscard]] QPalette paletteOf(const Tokens& tokens);

/// One spacing unit.
inline constexpr int kUnit = 8;
inline constexpr int kCorner = 4;

enum class TypeSize { small, normal, large };  ///< 12, 14, 20 px
[[nodiscard]] QFont typeOf(TypeSize size, QFont::Weight weight = QFont::Normal);

/// As long as it lives, typeOf() of this thread gives type for a PDF: a character is one glyph, the one that the font's
/// table names for it, or the text cannot be searched.
class PaperType {
 public:
  PaperType();
  ~PaperType();
  PaperType(const PaperType&) = delete;
  PaperType& operator=(const PaperType&) = delete;
};

[[nodiscard]] QColor levelColour(const std::optional<IncidentLevel>& level, const Tokens& tokens);
[[nodiscard]] QColor riskColour(const std::optional<RiskColour>& colour, const Tokens& tokens);
/// Black or white, whichever reads better on @p ground.
[[nodiscard]] QColor readableOn(const QColor& ground);
[[nodiscard]] QColor mixed(const QColor& base, const QColor& other, double share);

}  // namespace fengsui
