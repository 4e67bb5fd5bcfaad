// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace fengsui {

/// order send, replies, chase: what goes out by the station's channels, what comes back, and who is rung next.
void addSendCommands(CLI::App& order, Session& session);

}  // namespace fengsui
