// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgslinesymbol.h>
#include <qgsvectorlayer.h>

#include "engine/template/cartography.h"
#include "engine/template/rules.h"
#include "engine/template/strokes.h"

namespace fengsui::engine {

namespace {

void dressRailways(QgsVectorLayer& layer, const Palette& palette) {
  const QColor rail(palette.rail);
  const QColor gap(palette.railGap);
  const QString open = QStringLiteral(" AND coalesce(\"tunnel\",0) = 0");
  Rules rules;
  rules.add(QStringLiteral("\"class\" IN ('rail','narrow_gauge')") + open, QString::fromUtf8("铁路 Railway"), {50'000, 0},
            lineSymbol({{rail, {0, 0.75, 0.75}, 0, {}, false}, {gap, {0, 0.45, 0.45}, 1, {2.2, 2.2}, false}}));
  rules.add(QStringLiteral("\"class\" IN ('rail','narrow_gauge')") + open, QString(), {1'500'000, 50'000},
            lineSymbol({thin(rail, 0.4)}));
  rules.add(QStringLiteral("\"class\" IN ('light_rail','subway','tram','funicular','monorail')") + open,
            QString::fromUtf8("轨道交通 Light rail"), {60'000, 0}, lineSymbol({thin(rail, 0.35)}));
  rules.add(QStringLiteral("\"tunnel\" = 1"), QString::fromUtf8("隧道 Tunnel"), {200'000, 0},
            lineSymbol({thin(rail, 0.3, {1.4, 1.2})}));
  rules.add(QStringLiteral("\"class\" = 'cableway'"), QString::fromUtf8("索道 Cableway"), {40'000, 0},
            lineSymbol({thin(rail, 0.22), {rail, {0, 0.7, 0.7}, 0, {0.25, 3.0}, false}}));
  layer.setRenderer(rules.renderer());
  LabelRules labels;
  labels.add(QStringLiteral("\"name\" IS NOT NULL"), {15'000, 0},
             lineLabel(QStringLiteral("\"name\""), {7, QColor(palette.dimText), QColor(palette.halo)}, 1, 120, true));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

void dressBorders(QgsVectorLayer& layer, const Palette& palette) {
  const QColor line(palette.border);
  const QColor glow(palette.borderGlow);
  const auto level = [](const char* name) { return QStringLiteral("\"class\" = '%1'").arg(QLatin1String(name)); };
  Rules rules;
  rules.add(level("country"), QString::fromUtf8("国界 National border"), {},
            lineSymbol({{glow, {0, 1.6, 1.6}, 0, {}, true}, {line, {0, 0.45, 0.45}, 1, {4.5, 1.2, 0.7, 1.2}, false}}));
  rules.add(level("province"), QString::fromUtf8("省界 Provincial border"), {},
            lineSymbol({{glow, {0, 1.3, 1.3}, 0, {}, true}, {line, {0, 0.38, 0.38}, 1, {3.6, 1.2, 0.6, 1.2, 0.6, 1.2}, false}}));
  rules.add(level("prefecture") + QStringLiteral(" OR ") + level("county"), QString::fromUtf8("区县界 District border"),
            {2'000'000, 0},
            lineSymbol({{glow, {0, 0.8, 0.8}, 0, {}, true}, {line, {0, 0.26, 0.26}, 1, {2.8, 1.2, 0.5, 1.2}, false}}));
  rules.add(level("town"), QString::fromUtf8("乡镇界 Town border"), {300'000, 0}, lineSymbol({thin(line, 0.22, {2.0, 1.6})}));
  rules.add(level("village"), QString::fromUtf8("村界 Village border"), {60'000, 0},
            lineSymbol({thin(line, 0.16, {1.0, 1.6})}));
  layer.setRenderer(rules.renderer());
  layer.setOpacity(0.8);
}

}  // namespace

void dressNetworks(QgsVectorLayer& layer, const QString& table, const Palette& palette) {
  if (table == QLatin1String("railway")) {
    dressRailways(layer, palette);
  } else if (table == QLatin1String("boundary")) {
    dressBorders(layer, palette);
  } else {
    Rules rules;
    rules.add(QStringLiteral("\"class\" = 'line'"), QString::fromUtf8("输电线 Power line"), {50'000, 0},
              lineSymbol({thin(QColor(palette.power), 0.2), {QColor(palette.power), {0, 0.9, 0.9}, 0, {0.2, 6.0}, false}}));
    rules.add(QStringLiteral("\"class\" <> 'line'"), QString::fromUtf8("配电线 Minor power line"), {12'000, 0},
              lineSymbol({thin(QColor(palette.power), 0.15)}));
    layer.setRenderer(rules.renderer());
  }
}

}  // namespace fengsui::engine
