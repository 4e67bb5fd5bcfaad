// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sourcefiles.h"

#include <qgsdataprovider.h>
#include <qgsmaplayer.h>
#include <qgsproviderregistry.h>
#include <sys/stat.h>

#include <QFile>

#include "engine/layerstate.h"

namespace fengsui::engine {

std::optional<SourceFiles::Identity> SourceFiles::identityOf(const QString& path) {
  struct stat facts {};
  if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &facts) != 0) return std::nullopt;
  return Identity{facts.st_dev, facts.st_ino};
}

void SourceFiles::refresh(QgsMapLayer& layer) {
  if (!layer.dataProvider() || isRemote(layer)) return;
  auto path = paths_.find(layer.id());
  if (path == paths_.end()) {
    const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    path = paths_.insert(layer.id(), parts.value(QStringLiteral("path")).toString());
  }
  const auto now = identityOf(*path);
  if (!now) return;  // what is open is all there is
  const auto before = read_.find(layer.id());
  if (before == read_.end()) {
    read_.insert(layer.id(), *now);
  } else if (*before != *now) {
    *before = *now;
    layer.dataProvider()->reloadData();
  }
}

}  // namespace fengsui::engine
