// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <string>

#include "core/entities/kind.h"

namespace fengsui {

/// A small picture for one kind of hazard, team or place, to be filled.
struct Pictogram {
  QPainterPath path;  ///< within ±10 of the origin, y down
};

/// @p code is the word of the entity's own kind (an incident kind, a team kind …); unknown ones get the plain picture.
[[nodiscard]] const Pictogram& pictogramOf(Kind kind, const std::string& code);

}  // namespace fengsui
