// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsvectorlayer.h>

#include "engine/template/cartography.h"
#include "engine/template/rules.h"
#include "engine/template/strokes.h"

namespace fengsui::engine {

void dressWater(QgsVectorLayer& layer, const QString& table, const Palette& palette) {
  const QString name = QStringLiteral("\"name\"");
  const QColor text(palette.waterText);
  const QColor halo(palette.halo);
  Rules rules;
  LabelRules labels;
  if (table == QLatin1String("water_area")) {
    const QColor water(palette.water);
    const QColor edge(palette.waterEdge);
    rules.add(QStringLiteral("coalesce(\"intermittent\",0) = 0"), QString::fromUtf8("水面 Water"), {},
              fillSymbol(water, edge, 0.15));
    rules.add(QStringLiteral("\"intermittent\" = 1"), QString::fromUtf8("季节性水面 Intermittent water"), {},
              fillSymbol(water.lighter(104), edge, 0.1));
    labels.add(QStringLiteral("\"name\" IS NOT NULL AND $area > 1500000"), {250'000, 0},
               areaLabel(name, {9.5, text, halo, false, 0.4}, 6))
        .add(QStringLiteral("\"name\" IS NOT NULL AND $area > 40000 AND $area <= 1500000"), {50'000, 0},
             areaLabel(name, {8.5, text, halo}, 4))
        .add(QStringLiteral("\"name\" IS NOT NULL AND $area <= 40000"), {16'000, 0}, areaLabel(name, {8, text, halo}, 2));
  } else if (table == QLatin1String("water_line")) {
    const QColor line(palette.waterLine);
    const QString open = QStringLiteral(" AND coalesce(\"tunnel\",0) = 0");
    rules.add(QStringLiteral("\"class\" = 'river'") + open, QString::fromUtf8("河流 River"), {2'000'000, 0},
              lineSymbol({{line, {9, 0.35, 1.6}, 0, {}, true}}));
    rules.add(QStringLiteral("\"class\" = 'canal'") + open, QString::fromUtf8("渠道 Canal"), {400'000, 0},
              lineSymbol({{line, {6, 0.3, 1.2}, 0, {}, true}}));
    rules.add(QStringLiteral("\"class\" IN ('stream','tidal_channel')") + open, QString::fromUtf8("溪沟 Stream"), {130'000, 0},
              lineSymbol({{line, {3, 0.2, 0.8}, 0, {}, true}}));
    rules.add(QStringLiteral("\"class\" IN ('ditch','drain')") + open, QString::fromUtf8("沟渠 Ditch"), {30'000, 0},
              lineSymbol({{line, {2, 0.16, 0.5}, 0, {}, true}}));
    rules.add(QStringLiteral("\"tunnel\" = 1"), QString::fromUtf8("暗渠 Culvert"), {20'000, 0},
              lineSymbol({{line, {2, 0.18, 0.6}, 0, {1.2, 1.0}, false}}));
    labels.add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('river','canal')"), {150'000, 0},
               lineLabel(name, {8.5, text, halo, false, 0.3}, 5, 120, true))
        .add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('stream','ditch','drain')"), {30'000, 0},
             lineLabel(name, {7.5, text, halo}, 3, 120, true));
  } else {
    const QColor wall(palette.barrier);
    rules.add(QStringLiteral("\"class\" = 'dam'"), QString::fromUtf8("坝 Dam"), {100'000, 0},
              lineSymbol({{wall, {8, 0.5, 1.6}, 0, {}, false}}));
    rules.add(QStringLiteral("\"class\" <> 'dam' OR \"class\" IS NULL"), QString::fromUtf8("堰、堤 Weir, dyke"), {25'000, 0},
              lineSymbol({{wall, {3, 0.3, 0.8}, 0, {}, false}}));
    labels.add(QStringLiteral("\"name\" IS NOT NULL"), {20'000, 0}, lineLabel(name, {7.5, QColor(palette.dimText), halo}, 3, 0, false));
  }
  layer.setRenderer(rules.renderer());
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

}  // namespace fengsui::engine
