// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/beside.h"

#include <algorithm>

namespace fengsui {

QPoint besidePointer(QPoint pointer, QSize size, const QRect& room, int gap, Beside how) {
  QPoint corner = pointer + QPoint(gap, how == Beside::below ? gap : -size.height() / 3);
  if (corner.x() + size.width() > room.right()) corner.setX(pointer.x() - gap - size.width());
  if (how == Beside::below && corner.y() + size.height() > room.bottom())
    corner.setY(pointer.y() - gap - size.height());
  // The upper left is where reading begins: it gives way last.
  corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - size.width())));
  corner.setY(std::max(room.top(), std::min(corner.y(), room.bottom() - size.height())));
  return corner;
}

}  // namespace fengsui
