// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/identify.h"

#include <qgscoordinatetransform.h>
#include <qgsexpressioncontextutils.h>
#include <qgsfeatureiterator.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "engine/layerstate.h"
#include "engine/mapproject.h"

namespace fengsui::engine {

namespace {

constexpr std::size_t mostFeatures = 50;

protocol::Feature featureOf(const QgsVectorLayer& layer, const QgsFeature& feature, QgsExpression& title,
                            QgsExpressionContext& context) {
  protocol::Feature out;
  out.layer = layer.id().toStdString();
  context.setFeature(feature);
  out.title = title.evaluate(&context).toString().toStdString();
  const QgsFields fields = layer.fields();
  for (int i = 0; i < fields.count(); ++i) {
    const QVariant value = feature.attribute(i);
    if (!value.isNull()) out.attributes.push_back({fields.at(i).name().toStdString(), value.toString().toStdString()});
  }
  return out;
}

void identifyIn(QgsVectorLayer& layer, const QgsProject& project, const QgsRectangle& around,
                protocol::Identified& out) {
  QgsExpression title(layer.displayExpression());
  QgsExpressionContext context(QgsExpressionContextUtils::globalProjectLayerScopes(&layer));
  title.prepare(&context);
  const QgsFeatureRequest request =
      QgsFeatureRequest()
          .setDestinationCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:3857")), project.transformContext())
          .setFilterRect(around)
          .setFlags(QgsFeatureRequest::ExactIntersect)
          .setLimit(static_cast<long long>(mostFeatures));
  QgsFeatureIterator features = layer.getFeatures(request);
  for (QgsFeature feature; out.features.size() < mostFeatures && features.nextFeature(feature);) {
    out.features.push_back(featureOf(layer, feature, title, context));
  }
}

}  // namespace

protocol::Identified identify(MapProject& project, const protocol::Identify& request) {
  protocol::Identified out{request.generation, {}};
  const double reach = std::max(request.toleranceM, 0.01);
  const QgsRectangle around(request.x - reach, request.y - reach, request.x + reach, request.y + reach);
  for (QgsMapLayer* layer : project.layersOf(request.layers, request.hidden, QString())) {
    auto* vector = qobject_cast<QgsVectorLayer*>(layer);
    if (!vector || !vector->isValid() || isRemote(*vector)) continue;
    try {
      identifyIn(*vector, project.project(), around, out);
    } catch (const QgsCsException&) {
      // The point has no place in the coordinates of this layer: it has nothing there.
    }
  }
  return out;
}

}  // namespace fengsui::engine
