// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"
#include "core/time.h"

namespace fengsui {

/// A moment as it is typed in a hurry: "1405", "14:05", "14：05" (today, or yesterday where that is still to come), a
/// date with a time; nothing means now.
///
/// Thread: any; pure. @return Error::invalid with the forms that are understood.
[[nodiscard]] Result<Instant> momentFrom(std::string text, Instant now, const TimeZone& zone);

}  // namespace fengsui
