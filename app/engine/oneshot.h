// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "protocol/messages.h"

namespace fengsui::engine {

/// The layers of a project as JSON on standard output.
/// @return the exit code; the reason of a failure goes to standard error.
int printLayers(const std::string& project);

/// One image as PNG. Layers that could not be drawn are named on standard error.
int renderToFile(const std::string& project, const protocol::Render& request, const std::string& file);

}  // namespace fengsui::engine
