// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/layerstate.h"

#include <qgsdataprovider.h>
#include <qgsmaplayer.h>
#include <qgsproviderregistry.h>

#include <QFileInfo>

namespace fengsui::engine {

bool isRemote(const QgsMapLayer& layer) {
  const QString provider = layer.providerType().toLower();
  for (const char* local : {"ogr", "gdal", "memory", "delimitedtext", "gpx", "spatialite", "virtual", "mdal"}) {
    if (provider == QLatin1String(local)) return false;
  }
  return true;
}

std::optional<Text> troubleOf(const QgsMapLayer& layer) {
  if (layer.isValid()) return std::nullopt;
  const QVariantMap parts = QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
  const QString path = parts.value(QStringLiteral("path")).toString();
  const QString table = parts.value(QStringLiteral("layerName")).toString();
  if (isRemote(layer)) {
    return Text{"the map server of layer " + layer.name().toStdString() + " does not answer",
                "图层“" + layer.name().toStdString() + "”的地图服务没有响应"};
  }
  if (!path.isEmpty() && !QFileInfo::exists(path)) {
    return Text{"the file " + path.toStdString() + " does not exist", "文件 " + path.toStdString() + " 不存在"};
  }
  if (!table.isEmpty()) {
    return Text{"the file " + path.toStdString() + " has no table " + table.toStdString() + " or cannot be read",
                "文件 " + path.toStdString() + " 中没有表 " + table.toStdString() + "，或无法读取"};
  }
  const std::string said = layer.error().summary().toStdString();
  return Text{"the layer cannot be opened: " + said, "图层无法打开：" + said};
}

Text drawingTrouble(const QString& message) {
  return {"the layer could not be drawn: " + message.toStdString(), "图层绘制出错：" + message.toStdString()};
}

}  // namespace fengsui::engine
