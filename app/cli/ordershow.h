// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace fengsui {

/// order list, show, kpi.
void addOrderViews(CLI::App& order, Session& session);

/// One checklist as lines for a terminal and as JSON.
void showChecklist(const Session& session, const Situation& s, Id<Response> response, Instant now);

}  // namespace fengsui
