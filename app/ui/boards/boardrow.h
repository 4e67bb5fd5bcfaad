// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <optional>

#include "core/deriveorders.h"

namespace fengsui {

/// What a row of a board says, on two lines: lead and shape at the left, the title and its corner above, then the chip
/// or the state, the line and what stands at the right of it.
struct BoardRow {
  enum class Tone { plain, quiet, good, bad };
  struct Chip {
    QString word;
    QColor ground;
  };
  bool header = false;             ///< a phase, a plan: title and corner alone, cannot be marked
  std::optional<ItemState> shape;  ///< told apart by its form as well as by its colour
  QString lead;                    ///< a number that counts, at the left
  QString title;
  QString corner;  ///< at the right of the title: the clock
  std::optional<Chip> chip;
  QString state;  ///< in words, in the colour of its shape
  QString line;   ///< after the state; its end gives way where there is no room
  QString right;
  Tone cornerTone = Tone::quiet;
  Tone lineTone = Tone::quiet;
  Tone rightTone = Tone::quiet;
  bool dim = false;  ///< over
};

}  // namespace fengsui
