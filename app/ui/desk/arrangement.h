// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QRect>

namespace fengsui {

/// Which of the panels the operator has open.
struct Open {
  bool left = true;
  bool right = true;

  bool operator==(const Open&) const = default;
};

/// Where everything lies in the window. On a wide screen the panels stand beside the map; on a narrow one the map keeps
/// the room and the panels lie over it.
///
/// Units: logical pixels of the window.
struct Arrangement {
  QRect strip, rail, left, map, right, timeline;
  QMargins covered;  ///< how much of the map lies under panels

  bool operator==(const Arrangement&) const = default;
};

[[nodiscard]] bool isWide(QSize window);
[[nodiscard]] Arrangement arranged(QSize window, Open open);

}  // namespace fengsui
