// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publication.h"

#include <iostream>

#include "cli/session.h"

namespace fengsui {

void publish(const Session& session, Station& station) {
  Publication publication(station.files());
  const auto done = publication.publish(station.situation(), station.position(), systemNow());
  // What was recorded is safe; the map file follows with the next command or by the desktop that is open.
  if (!done)
    std::cerr << session.console.say({"recorded, but not published: ", "已记录，但未能发布："})
              << done.error().sentence(session.console.language) << '\n';
}

}  // namespace fengsui
