// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/basemap.h"

#include <cmath>

namespace fengsui {

void MapImage::paint(QPainter& painter, const ViewPort& view) const {
  if (image.isNull()) return;
  const QRectF target = view.toScreen(extent);
  const QSizeF own = QSizeF(image.size()) / image.devicePixelRatio();
  // At its own scale it is laid on whole pixels: text in it stays crisp while the map is dragged.
  if (std::abs(target.width() - own.width()) < 0.5 && std::abs(target.height() - own.height()) < 0.5) {
    const double ratio = image.devicePixelRatio();
    painter.drawImage(QPointF(std::round(target.x() * ratio) / ratio, std::round(target.y() * ratio) / ratio), image);
    return;
  }
  painter.save();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(target, image, QRectF(image.rect()));
  painter.restore();
}

}  // namespace fengsui
