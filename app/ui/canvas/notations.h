// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/geo.h"

namespace fengsui {

/// A position as people and other programs write it.
struct Notation {
  enum class Kind { decimal, sexagesimal, gcj02, mercator } kind;
  QString text;  ///< ready to be pasted elsewhere
};

/// WGS 84 in degrees and in degrees, minutes and seconds; GCJ-02 where consumer maps are shifted; metres of EPSG:3857.
/// Thread: any; pure.
[[nodiscard]] std::vector<Notation> notationsOf(Position where);

}  // namespace fengsui
