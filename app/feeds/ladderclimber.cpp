// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/ladderclimber.h"

#include "core/ladder.h"

namespace fengsui {

Result<Climbed> climbDueRungs(Station& station, Instant now, const std::string& actor) {
  Climbed climbed;
  if (const auto fresh = station.refresh(); !fresh) return failure(fresh.error());
  for (bool again = true; again;) {
    again = false;
    for (DueRung& rung : rungsDue(station.situation(), station.origin(), now)) {
      const Text words = said(station.situation(), rung);
      const auto done = station.execute(rung.command, {actor, std::nullopt});
      if (done) {
        climbed.events.insert(climbed.events.end(), done->events.begin(), done->events.end());
        climbed.said.push_back(words);
        again = true;
      } else if (done.error().code == ErrorCode::refused) {
        climbed.refused.push_back(done.error());
      } else {
        return failure(done.error());
      }
    }
  }
  return climbed;
}

}  // namespace fengsui
