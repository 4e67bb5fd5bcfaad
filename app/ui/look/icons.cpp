// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>
#include <algorithm>

namespace fengsui {
namespace {

// Through Qt's image plugin for SVG: Debian's CMake files of Qt6Svg need versionless targets, which would meet the
// map engine's Qt 5.
QPixmap drawn(const QByteArray& svg, const QColor& colour, int side) {
  QByteArray coloured = svg;
  coloured.replace("currentColor", colour.name().toLatin1());
  QBuffer buffer(&coloured);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer, "svg");
  reader.setScaledSize({side, side});
  return QPixmap::fromImage(reader.read());
}

/// Draws an icon at the size and in the colour that are asked for, once each: a window whose colours change has its
/// icons drawn where they are seen, not all of them in all sizes.
class LineIcon : public QIconEngine {
 public:
  LineIcon(QString name, const QColor& colour, const QColor& disabled, const QColor& checked)
      : name_(std::move(name)), colour_(colour), disabled_(disabled), checked_(checked) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    const QColor& colour = mode == QIcon::Disabled ? disabled_ : state == QIcon::On ? checked_ : colour_;
    const int side = std::min(size.width(), size.height());
    const QString key = QStringLiteral("icon %1 %2 %3").arg(name_, colour.name()).arg(side);
    QPixmap found;
    if (QPixmapCache::find(key, &found)) return found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
    if (!file.open(QIODevice::ReadOnly)) return {};
    found = drawn(file.readAll(), colour, side);
    QPixmapCache::insert(key, found);
    return found;
  }

  [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(*this); }

 private:
  QString name_;
  QColor colour_;
  QColor disabled_;
  QColor checked_;
};

}  // namespace

QIcon iconNamed(const QString& name, const QColor& colour, const QColor& disabled, const QColor& checked) {
  return QIcon(new LineIcon(name, colour, disabled, checked));
}

}  // namespace fengsui
