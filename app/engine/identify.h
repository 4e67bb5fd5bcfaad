// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

namespace fengsui::engine {

class MapProject;

/// The features within the tolerance of a point, the topmost layer first, at most a screenful.
///
/// Thread: main. Layers that come over a network are left out: a click must not wait for a server.
[[nodiscard]] protocol::Identified identify(MapProject& project, const protocol::Identify& request);

}  // namespace fengsui::engine
