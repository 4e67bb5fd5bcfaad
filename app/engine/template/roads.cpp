// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgslinesymbol.h>
#include <qgstextbackgroundsettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>

#include "engine/template/cartography.h"
#include "engine/template/rules.h"
#include "engine/template/strokes.h"

namespace fengsui::engine {

namespace {

struct RoadClass {
  const char* label;
  const char* classes;  ///< of the column "class", quoted
  int link;             ///< 1: the links of these classes, 0: the roads themselves
  const char* Palette::*fill;
  const char* Palette::*casing;
  Width width;
  double casingMm;
  double far;       ///< first drawn at
  double casingFar; ///< with a casing from
};

constexpr double hugeScale = 3'000'000;

const RoadClass roadClasses[] = {
    {"服务道路 Service road", "'service'", 0, &Palette::minor, &Palette::minorCasing, {3.5, 0.25, 1.6}, 0.16, 22'000, 14'000},
    {"街道 Street", "'residential','unclassified','living_street','pedestrian'", 0, &Palette::minor, &Palette::minorCasing,
     {7, 0.30, 3.0}, 0.18, 90'000, 45'000},
    {"县乡路 Tertiary road", "'tertiary'", 0, &Palette::minor, &Palette::minorCasing, {9, 0.40, 3.6}, 0.20, 300'000, 110'000},
    {"省道 Secondary road", "'secondary'", 0, &Palette::secondary, &Palette::roadCasing, {11, 0.50, 4.2}, 0.20, 800'000, 200'000},
    {"匝道 Link", "'motorway','trunk','primary','secondary','tertiary'", 1, &Palette::secondary, &Palette::roadCasing,
     {6, 0.35, 2.8}, 0.18, 60'000, 60'000},
    {"国道 Primary road", "'primary'", 0, &Palette::primary, &Palette::roadCasing, {13, 0.60, 4.8}, 0.22, hugeScale, 600'000},
    {"快速路 Trunk road", "'trunk'", 0, &Palette::motorway, &Palette::roadCasing, {15, 0.65, 5.0}, 0.22, hugeScale, 1'500'000},
    {"高速公路 Motorway", "'motorway'", 0, &Palette::motorway, &Palette::roadCasing, {16, 0.75, 5.4}, 0.25, hugeScale * 4,
     1'500'000},
};

// Passes: tunnels under everything, all casings under all fills so that junctions are open, bridges on top.
constexpr int tunnelPass = 0;
constexpr int casingPass = 2;
constexpr int fillPass = 3;
constexpr int bridgePass = 20;

QString where(const RoadClass& road, const char* structure) {
  return QStringLiteral("\"class\" IN (%1) AND coalesce(\"link\",0) = %2 AND %3")
      .arg(QLatin1String(road.classes))
      .arg(road.link)
      .arg(QLatin1String(structure));
}

void addRoad(Rules& rules, const RoadClass& road, int rank, const Palette& palette) {
  const QColor fill(palette.*road.fill);
  const QColor casing(palette.*road.casing);
  const QColor tunnel(palette.tunnel);
  const QString label = QString::fromUtf8(road.label);
  const Width outer = road.width.casing(road.casingMm);
  const Scales nearer{road.casingFar, 0};
  const char* plain = "coalesce(\"bridge\",0) = 0 AND coalesce(\"tunnel\",0) = 0";

  // From far a road is one line in a colour that reads without a casing.
  if (road.far > road.casingFar) {
    rules.add(where(road, "coalesce(\"tunnel\",0) = 0"), QString(), {road.far, road.casingFar},
              lineSymbol({{casing.lighter(palette.ground[1] > '8' ? 104 : 190), {0, road.width.minMm, road.width.minMm},
                           fillPass + rank, {}, true}}));
  }
  rules.add(where(road, "\"tunnel\" = 1"), QString(), nearer,
            lineSymbol({{casing, outer, tunnelPass, {1.2, 0.9}, false}, {tunnel, road.width, tunnelPass + 1, {}, false}}));
  rules.add(where(road, plain), label, nearer,
            lineSymbol({{casing, outer, casingPass, {}, true}, {fill, road.width, fillPass + rank, {}, true}}));
  rules.add(where(road, "\"bridge\" = 1 AND coalesce(\"tunnel\",0) = 0"), QString(), nearer,
            lineSymbol({{casing.darker(118), road.width.casing(road.casingMm * 1.3), bridgePass, {}, false},
                        {fill, road.width, bridgePass + 1 + rank, {}, true}}));
}

/// The number of a road on a small plate. Only the first of several: a plate that lists them all hides the road.
QgsPalLayerSettings roadSign(const Palette& palette) {
  const QString first = QStringLiteral("trim(left(array_first(string_to_array(\"ref\", ';')), 8))");
  auto sign = lineLabel(first, {6.5, QColor(palette.dimText), QColor(palette.halo), true, 0, 0}, 5, 110, false);
  sign.placement = QgsPalLayerSettings::Horizontal;
  auto format = sign.format();
  QgsTextBackgroundSettings plate;
  plate.setEnabled(true);
  plate.setType(QgsTextBackgroundSettings::ShapeRectangle);
  plate.setSizeType(QgsTextBackgroundSettings::SizeBuffer);
  plate.setSize(QSizeF(0.7, 0.25));
  plate.setSizeUnit(QgsUnitTypes::RenderMillimeters);
  plate.setRadii(QSizeF(0.5, 0.5));
  plate.setRadiiUnit(QgsUnitTypes::RenderMillimeters);
  plate.setFillColor(QColor(palette.halo));
  plate.setStrokeColor(QColor(palette.roadCasing));
  plate.setStrokeWidth(0.15);
  plate.setStrokeWidthUnit(QgsUnitTypes::RenderMillimeters);
  format.setBackground(plate);
  sign.setFormat(format);
  // Short pieces of a road would each get a plate of their own.
  sign.thinningSettings().setMinimumFeatureSize(22);
  return sign;
}

}  // namespace

void dressRoads(QgsVectorLayer& layer, const Palette& palette) {
  Rules rules;
  rules.add(QStringLiteral("\"class\" IN ('path','footway','bridleway','cycleway','steps')"),
            QString::fromUtf8("小路 Path"), {25'000, 0},
            lineSymbol({{QColor(palette.track), {1.2, 0.22, 0.5}, fillPass, {1.1, 0.8}, false}}));
  rules.add(QStringLiteral("\"class\" = 'track'"), QString::fromUtf8("机耕路 Track"), {60'000, 0},
            lineSymbol({{QColor(palette.track), {2.5, 0.26, 0.9}, fillPass, {2.6, 0.8}, false}}));
  int rank = 1;
  for (const RoadClass& road : roadClasses) addRoad(rules, road, rank++, palette);
  layer.setRenderer(rules.renderer());

  const QString name = QStringLiteral("\"name\"");
  const QColor text(palette.text);
  const QColor dim(palette.dimText);
  const QColor halo(palette.halo);
  const auto sign = roadSign(palette);
  LabelRules labels;
  labels
      .add(QStringLiteral("\"ref\" IS NOT NULL AND \"class\" IN ('motorway','trunk','primary','secondary') AND "
                          "coalesce(\"link\",0) = 0"),
           {300'000, 0}, sign)
      .add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('motorway','trunk','primary') AND coalesce(\"link\",0) = 0"),
           {40'000, 0}, lineLabel(name, {8.5, text, halo}, 5, 90, true))
      .add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('secondary','tertiary')"), {20'000, 0},
           lineLabel(name, {8, text, halo}, 4, 80, true))
      .add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('residential','unclassified','living_street','pedestrian')"),
           {10'000, 0}, lineLabel(name, {7.5, dim, halo}, 3, 70, true))
      .add(QStringLiteral("\"name\" IS NOT NULL AND \"class\" IN ('service','track','path','footway','steps')"), {6'000, 0},
           lineLabel(name, {7, dim, halo}, 1, 90, true));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

}  // namespace fengsui::engine
