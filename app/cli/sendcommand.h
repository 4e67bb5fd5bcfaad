// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.h"
#include "feeds/parcel.h"

namespace fengsui {

/// By which way something goes, and what came of it where somebody here has to say so.
struct CarryWish {
  std::string via, whom, file, printer;
  bool repeated = false, unanswered = false, script = false;
};
void addCarryOptions(CLI::App& sending, Session& session, CarryWish& o);

/// Carries parcels by a channel of the station, records each try and says how it went; a failure sets the exit code.
void carry(Session& session, Station& station, std::vector<Parcel> parcels, const CarryWish& o);

/// order send, replies, chase: what goes out by the station's channels, what comes back, and who is rung next.
void addSendCommands(CLI::App& order, Session& session);

}  // namespace fengsui
