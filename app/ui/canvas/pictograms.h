// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <string>

#include "core/entities/kind.h"

namespace fengsui {

/// The picture inside the symbol of one kind of hazard, team or place, to be filled: within ±10 of the origin, y down.
/// Thread: any.
///
/// @p code is the word of the entity's own kind (an incident kind, a team kind …); unknown ones get the plain picture.
[[nodiscard]] const QPainterPath& pictogramOf(Kind kind, const std::string& code);
/// Its file in resources/symbols, without ".svg".
[[nodiscard]] const char* pictureNameOf(Kind kind, const std::string& code);

}  // namespace fengsui
