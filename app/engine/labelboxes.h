// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QgsMapRendererJob;

namespace fengsui::engine {

/// Where each name of a finished job lies: x, y, width, height in pixels of the image, for each of its parts (a name
/// along a road has many).
[[nodiscard]] std::vector<std::vector<int>> labelBoxesOf(QgsMapRendererJob& job);

}  // namespace fengsui::engine
