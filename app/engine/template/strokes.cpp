// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/template/strokes.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmapunitscale.h>

namespace fengsui::engine {

Stroke thin(QColor colour, double mm, QVector<qreal> dashMm) { return {colour, {0, mm, mm}, 0, std::move(dashMm), false}; }

std::unique_ptr<QgsLineSymbol> lineSymbol(const QVector<Stroke>& strokes) {
  QgsSymbolLayerList layers;
  for (const Stroke& stroke : strokes) {
    auto* line = new QgsSimpleLineSymbolLayer(stroke.colour, stroke.width.minMm);
    if (stroke.width.groundM > 0) {
      QgsMapUnitScale between;
      between.minSizeMMEnabled = between.maxSizeMMEnabled = true;
      between.minSizeMM = stroke.width.minMm;
      between.maxSizeMM = stroke.width.maxMm;
      line->setWidth(stroke.width.groundM);
      line->setWidthUnit(QgsUnitTypes::RenderMapUnits);
      line->setWidthMapUnitScale(between);
    }
    line->setRenderingPass(stroke.pass);
    line->setPenJoinStyle(Qt::RoundJoin);
    line->setPenCapStyle(stroke.roundCap ? Qt::RoundCap : Qt::FlatCap);
    if (!stroke.dashMm.isEmpty()) {
      line->setUseCustomDashPattern(true);
      line->setCustomDashVector(stroke.dashMm);
    }
    layers.append(line);
  }
  return std::make_unique<QgsLineSymbol>(layers);
}

std::unique_ptr<QgsFillSymbol> fillSymbol(QColor fill, QColor edge, double edgeMm) {
  auto* layer = new QgsSimpleFillSymbolLayer(fill);
  if (edge.isValid()) {
    layer->setStrokeColor(edge);
    layer->setStrokeWidth(edgeMm);
    layer->setPenJoinStyle(Qt::RoundJoin);
  } else {
    layer->setStrokeStyle(Qt::NoPen);
  }
  return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{layer});
}

}  // namespace fengsui::engine
