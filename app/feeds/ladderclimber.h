// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "journal/station.h"

namespace fengsui {

/// What climbing came to.
struct Climbed {
  std::vector<EventRef> events;  ///< one for each rung
  std::vector<Text> said;        ///< of each, who has not answered and whose turn it is
  std::vector<Error> refused;    ///< somebody was faster: it was answered, taken over or climbed by another program
};

/// Climbs every rung that is due at this seat, each as an event of its own, the earliest first; where two rungs of one
/// ladder have passed, one after the other. Two programs on one station never climb a rung twice: the second is
/// refused.
///
/// Thread: the station's. Durable when it returns.
/// @return the first failure of the disk; what was climbed before stays.
[[nodiscard]] Result<Climbed> climbDueRungs(Station& station, Instant now, const std::string& actor);

}  // namespace fengsui
