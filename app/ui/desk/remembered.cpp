// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/remembered.h"

#include <QFileInfo>
#include <QSettings>
#include <QUrl>

#include "journal/station.h"
#include "ui/canvas/basemap.h"

namespace fengsui {
namespace {

// A path has slashes, which would be groups of settings.
QString keyOf(const QString& station) {
  const QFileInfo journal(QString::fromStdString(StationFiles::of(station.toStdString()).journal));
  return QStringLiteral("hiddenLayers/") + QString::fromLatin1(QUrl::toPercentEncoding(journal.absoluteFilePath()));
}

}  // namespace

void rememberHiddenLayers(BaseMap& base, QSettings& remembered, const QString& station) {
  if (station.isEmpty()) return;
  const QString key = keyOf(station);
  const auto known = [&remembered, key] {
    const QStringList ids = remembered.value(key).toStringList();
    return QSet<QString>(ids.begin(), ids.end());
  };
  base.setHidden(known());
  QObject::connect(&base, &BaseMap::layersChanged, &base, [&base, &remembered, key, known] {
    if (base.hidden() == known()) return;
    QStringList ids = base.hidden().values();
    ids.sort();
    if (ids.isEmpty())
      remembered.remove(key);
    else
      remembered.setValue(key, ids);
  });
}

}  // namespace fengsui
