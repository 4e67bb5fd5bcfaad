// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "sdk/advice.h"
#include "ui/boards/boardrow.h"

namespace fengsui {

/// What kind of thing is reached, in words.
[[nodiscard]] QString kindOfHit(const Hit& hit);
/// Its name, or its kind where it has none, with the town that it lies in.
[[nodiscard]] QString titleOfHit(const Hit& hit);
[[nodiscard]] BoardRow hitRow(const Hit& hit, const Exposure& exposure, const ExposureRules& rules,
                              const TimeZone& zone);

}  // namespace fengsui
