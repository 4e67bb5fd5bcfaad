// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgsbilinearrasterresampler.h>
#include <qgscontrastenhancement.h>
#include <qgscubicrasterresampler.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgsrasterpipe.h>
#include <qgsrasterresamplefilter.h>

#include <qgssinglebandgrayrenderer.h>
#include <qgssymbollayer.h>
#include <qgsvectorlayer.h>

#include "engine/template/cartography.h"
#include "engine/template/rules.h"
#include "engine/template/strokes.h"

namespace fengsui::engine {

namespace {

struct Cover {
  const char* label;
  const char* classes;
  const char* Palette::*colour;
  double far;
};

// In drawing order: what is usually mapped small lies on what is mapped large.
constexpr Cover covers[] = {
    {"裸岩 Rock", "'rock'", &Palette::rock, 600'000},
    {"草地 Grass", "'grass'", &Palette::grass, 600'000},
    {"灌丛 Scrub", "'scrub'", &Palette::scrub, 600'000},
    {"耕地 Farmland", "'farmland','farmyard'", &Palette::farmland, 300'000},
    {"林地 Forest", "'forest'", &Palette::forest, 0},
    {"冰雪 Ice", "'glacier'", &Palette::ice, 0},
    {"湿地 Wetland", "'wetland'", &Palette::wetland, 300'000},
    {"沙地 Sand", "'sand'", &Palette::sand, 300'000},
    {"园地 Orchard", "'orchard'", &Palette::orchard, 150'000},
    {"居住区 Built-up", "'residential','commercial','parking'", &Palette::builtUp, 600'000},
    {"工矿 Industry", "'industrial','quarry','construction','military'", &Palette::works, 200'000},
    {"公共机构 Institution", "'institution','cemetery'", &Palette::institution, 60'000},
    {"公园绿地 Park", "'park','sports'", &Palette::park, 100'000},
};

void dressLanduse(QgsVectorLayer& layer, const Palette& palette) {
  Rules rules;
  int pass = 0;
  for (const Cover& cover : covers) {
    auto symbol = fillSymbol(QColor(palette.*cover.colour));
    symbol->symbolLayer(0)->setRenderingPass(pass++);
    rules.add(QStringLiteral("\"class\" IN (%1)").arg(QLatin1String(cover.classes)), QString::fromUtf8(cover.label),
              {cover.far, 0}, std::move(symbol));
  }
  layer.setRenderer(rules.renderer());
  LabelRules labels;
  labels.add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" NOT IN ('residential','commercial','parking')"), {12'000, 0},
             areaLabel(QStringLiteral("\"name\""), {7.5, QColor(palette.dimText), QColor(palette.halo)}, 1));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

void dressBuildings(QgsVectorLayer& layer, const Palette& palette) {
  Rules rules;
  const QColor fill(palette.building);
  rules.add(QString(), QString(), {30'000, 8'000}, fillSymbol(fill));
  rules.add(QString(), QString::fromUtf8("建筑 Building"), {8'000, 0}, fillSymbol(fill, QColor(palette.buildingEdge), 0.12));
  layer.setRenderer(rules.renderer());
  LabelRules labels;
  labels.add(QStringLiteral("\"name\" IS NOT NULL"), {4'500, 0},
             areaLabel(QStringLiteral("\"name\""), {7.5, QColor(palette.dimText), QColor(palette.halo)}, 2));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

void dressContours(QgsVectorLayer& layer, const Palette& palette) {
  const QColor colour(palette.contour);
  Rules rules;
  rules.add(QStringLiteral("\"class\" = 'index'"), QString::fromUtf8("计曲线 Index contour"), {70'000, 0},
            lineSymbol({thin(colour, 0.2)}));
  rules.add(QStringLiteral("\"class\" <> 'index'"), QString::fromUtf8("等高线 Contour"), {30'000, 0},
            lineSymbol({thin(colour, 0.1)}));
  layer.setRenderer(rules.renderer());
  layer.setOpacity(0.8);
  LabelRules labels;
  auto height = lineLabel(QStringLiteral("round(\"ele_m\")"), {6.5, QColor(palette.contourText), QColor(palette.halo)}, 0, 110, true);
  labels.add(QStringLiteral("\"class\" = 'index'"), {30'000, 0}, height);
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

}  // namespace

void dressLand(QgsVectorLayer& layer, const QString& table, const Palette& palette) {
  if (table == QLatin1String("landuse")) {
    dressLanduse(layer, palette);
  } else if (table == QLatin1String("building")) {
    dressBuildings(layer, palette);
  } else {
    dressContours(layer, palette);
  }
}

void dressRelief(QgsRasterLayer& layer, const Palette& palette) {
  auto* renderer = new QgsSingleBandGrayRenderer(layer.dataProvider(), 1);
  // Level ground and lit slopes stay as they are; only the shaded side darkens, so plains keep the colours of the map.
  auto* stretch = new QgsContrastEnhancement(Qgis::DataType::Byte);
  stretch->setMinimumValue(20, false);
  stretch->setMaximumValue(190, false);
  stretch->setContrastEnhancementAlgorithm(QgsContrastEnhancement::StretchToMinimumMaximum, true);
  renderer->setContrastEnhancement(stretch);
  renderer->setOpacity(palette.shadeOpacity);
  layer.setRenderer(renderer);
  // A height model is coarse beside streets: from near the shade only hints at the slope.
  layer.pipe()->dataDefinedProperties().setProperty(
      QgsRasterPipe::RendererOpacity,
      QgsProperty::fromExpression(QStringLiteral("scale_linear(log10(@map_scale), 3.7, 4.9, %1, %2)")
                                      .arg(palette.shadeOpacity * 35)
                                      .arg(palette.shadeOpacity * 100)));
  layer.resampleFilter()->setZoomedInResampler(new QgsCubicRasterResampler());
  layer.resampleFilter()->setZoomedOutResampler(new QgsBilinearRasterResampler());
  layer.resampleFilter()->setMaxOversampling(3);
  layer.setBlendMode(palette.shadeDarkens ? QPainter::CompositionMode_Multiply : QPainter::CompositionMode_SoftLight);
}

}  // namespace fengsui::engine
