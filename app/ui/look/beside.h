// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>

namespace fengsui {

/// How a card lies beside the pointer: below it, or level with it.
enum class Beside { below, level };

/// The corner of a card of @p size beside @p pointer, to its right where there is room and to its left otherwise, never
/// beyond @p room as far as it fits. Units: logical pixels of one widget.
[[nodiscard]] QPoint besidePointer(QPoint pointer, QSize size, const QRect& room, int gap, Beside how);

}  // namespace fengsui
