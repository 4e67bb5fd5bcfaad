// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPixmap>

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

}  // namespace

QIcon iconNamed(const QString& name, const QColor& colour, const QColor& disabled, const QColor& checked) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray svg = file.readAll();
  QIcon icon;
  for (const int side : {24, 36, 48, 72}) {
    icon.addPixmap(drawn(svg, colour, side), QIcon::Normal, QIcon::Off);
    icon.addPixmap(drawn(svg, disabled, side), QIcon::Disabled, QIcon::Off);
    icon.addPixmap(drawn(svg, checked, side), QIcon::Normal, QIcon::On);
  }
  return icon;
}

}  // namespace fengsui
