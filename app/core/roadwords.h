// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/roadclosure.h"
#include "core/text.h"

namespace fengsui {

/// The times of a closure as they stand at a moment: "closed from 21:40 to 02:10", "closed since 21:40 until further
/// notice", "will be closed from 23:00", "open again since 22:15: 积水已排". Another day than that of @p now is named.
[[nodiscard]] Text stateInWords(const RoadClosure& closure, Instant now, const TimeZone& zone);

/// For whom, where it is not for all: "for heavy vehicles, crawlers"; empty otherwise.
[[nodiscard]] Text closedForInWords(const RoadClosure& closure);

}  // namespace fengsui
