// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sourceproject.h"

#include <qgslayertree.h>
#include <qgslinesymbol.h>
#include <qgsmarkersymbol.h>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <QFileInfo>
#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace fengsui::engine {

namespace {

// QGIS would draw lots; the same file looks the same each time here. From ColorBrewer's Set1 and Dark2, without the
// yellow that nobody sees on white.
constexpr std::array colours{0x377eb8, 0xe41a1c, 0x4daf4a, 0x984ea3, 0xff7f00, 0xa65628, 0x1b9e77, 0xe7298a, 0x66a61e};

/// What is drawn first lies lowest: images, areas, lines, points.
int height(const QgsMapLayer& layer) {
  const auto* vector = qobject_cast<const QgsVectorLayer*>(&layer);
  if (!vector) return 0;
  switch (vector->geometryType()) {
    case QgsWkbTypes::PolygonGeometry:
      return 1;
    case QgsWkbTypes::LineGeometry:
      return 2;
    default:
      return 3;
  }
}

void paintPlainly(QgsVectorLayer& layer, QColor colour) {
  std::unique_ptr<QgsSymbol> symbol(QgsSymbol::defaultSymbol(layer.geometryType()));
  if (!symbol) return;
  symbol->setColor(colour);
  if (layer.geometryType() == QgsWkbTypes::PolygonGeometry) symbol->setOpacity(0.5);
  if (auto* marker = dynamic_cast<QgsMarkerSymbol*>(symbol.get())) marker->setSize(3);
  if (auto* line = dynamic_cast<QgsLineSymbol*>(symbol.get())) line->setWidth(0.6);
  layer.setRenderer(new QgsSingleSymbolRenderer(symbol.release()));
}

}  // namespace

bool isProjectFile(const QString& path) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  return suffix == QLatin1String("qgs") || suffix == QLatin1String("qgz");
}

Outcome fillFromSource(QgsProject& project, const QString& path) {
  std::vector<std::unique_ptr<QgsMapLayer>> layers;
  const QgsProviderSublayerDetails::LayerOptions options(project.transformContext());
  for (auto& part :
       QgsProviderRegistry::instance()->querySublayers(path, Qgis::SublayerQueryFlag::ResolveGeometryType)) {
    if (part.type() == QgsMapLayerType::VectorLayer && part.wkbType() == QgsWkbTypes::NoGeometry) continue;
    std::unique_ptr<QgsMapLayer> layer(part.toLayer(options));
    if (!layer || !layer->isValid()) continue;
    layer->setName(part.name());
    layers.push_back(std::move(layer));
  }
  if (layers.empty()) {
    const std::string file = path.toStdString();
    return failure(ErrorCode::unreadable,
                   {file + " holds nothing that can be drawn on a map", file + " 中没有可以绘制在地图上的内容"});
  }
  std::stable_sort(layers.begin(), layers.end(), [](const auto& a, const auto& b) { return height(*a) > height(*b); });
  std::size_t next = 0;
  for (auto& layer : layers) {
    auto* vector = qobject_cast<QgsVectorLayer*>(layer.get());
    if (vector) paintPlainly(*vector, QColor::fromRgb(static_cast<QRgb>(colours.at(next++ % colours.size()))));
    QgsMapLayer* added = project.addMapLayer(layer.release(), false);
    project.layerTreeRoot()->addLayer(added);
  }
  project.setTitle(QFileInfo(path).completeBaseName());
  return {};
}

}  // namespace fengsui::engine
