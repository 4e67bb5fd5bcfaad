// SPDX-License-Identifier: GPL-3.0-or-later
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgsnullsymbolrenderer.h>
#include <qgsvectorlayer.h>

#include "engine/template/cartography.h"
#include "engine/template/rules.h"

namespace fengsui::engine {

namespace {

using Shape = QgsSimpleMarkerSymbolLayerBase::Shape;

std::unique_ptr<QgsMarkerSymbol> marker(Shape shape, double sizeMm, QColor fill, QColor edge, double edgeMm) {
  auto* layer = new QgsSimpleMarkerSymbolLayer(shape, sizeMm, 0, Qgis::ScaleMethod::ScaleArea, fill, edge);
  layer->setStrokeWidth(edgeMm);
  return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{layer});
}

/// A glyph on a small plate: the signs that maps in Chinese use, drawn from the font and so without a file.
std::unique_ptr<QgsMarkerSymbol> plate(const char* glyph, const Palette& palette) {
  auto* ground = new QgsSimpleMarkerSymbolLayer(Shape::Square, 3.9, 0, Qgis::ScaleMethod::ScaleArea,
                                                QColor(palette.halo), QColor(palette.sign));
  ground->setStrokeWidth(0.15);
  auto* sign = new QgsFontMarkerSymbolLayer(QStringLiteral("Noto Sans CJK SC"), QString::fromUtf8(glyph), 3.1,
                                            QColor(palette.sign));
  return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{ground, sign});
}

void dressPlaces(QgsVectorLayer& layer, const Palette& palette) {
  const QColor text(palette.text);
  const QColor dim(palette.dimText);
  const QColor halo(palette.halo);
  const QString name = QStringLiteral("\"name\"");
  const auto rank = [](int which) { return QStringLiteral("\"rank\" = %1").arg(which); };
  Rules dots;
  dots.add(rank(1), QString::fromUtf8("城市 City"), {0, 150'000},
           marker(Shape::Circle, 1.8, halo, text, 0.45));
  dots.add(rank(2), QString::fromUtf8("镇 Town"), {0, 90'000}, marker(Shape::Circle, 1.4, halo, text, 0.35));
  dots.add(rank(3), QString::fromUtf8("村 Village"), {300'000, 45'000},
           marker(Shape::Circle, 1.0, halo, dim, 0.3));
  dots.add(rank(5), QString(), {60'000, 25'000}, marker(Shape::Circle, 0.8, halo, dim, 0.25));
  // What is not drawn is not labelled either, so a place without a dot still gets a sign nobody sees.
  auto unseen = marker(Shape::Circle, 0.1, Qt::transparent, Qt::transparent, 0);
  dots.add(QString(), QString(), {}, std::move(unseen));
  layer.setRenderer(dots.renderer());

  // Names that stand beside a dot from far and over the place itself from near.
  LabelRules labels;
  labels.add(rank(1), {0, 150'000}, pointLabel(name, {13, text, halo, true}, 10, 0.8))
      .add(rank(1), {150'000, 8'000}, centredLabel(name, {15, text, halo, true, 0.3}, 10))
      .add(rank(2), {1'000'000, 90'000}, pointLabel(name, {10.5, text, halo, true}, 9, 0.7))
      .add(rank(2), {90'000, 8'000}, centredLabel(name, {12.5, text, halo, true, 0.2}, 9))
      .add(rank(3), {250'000, 45'000}, pointLabel(name, {9, text, halo}, 8, 0.6))
      .add(rank(3), {45'000, 5'000}, centredLabel(name, {10.5, text, halo, true}, 8))
      .add(rank(4), {60'000, 4'000}, centredLabel(name, {9.5, dim, halo, false, 0.3}, 7))
      .add(rank(5), {70'000, 25'000}, pointLabel(name, {8, dim, halo}, 6, 0.5))
      .add(rank(5), {25'000, 3'000}, centredLabel(name, {9, text, halo}, 6))
      .add(rank(6), {20'000, 2'000}, centredLabel(name, {8.5, dim, halo, false, 0.3}, 5))
      .add(QStringLiteral("\"rank\" >= 7 OR \"rank\" IS NULL"), {16'000, 0}, centredLabel(name, {8, dim, halo}, 2));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

void dressPeaks(QgsVectorLayer& layer, const Palette& palette) {
  const QColor sign(palette.sign);
  Rules rules;
  rules.add(QStringLiteral("\"class\" = 'peak'"), QString::fromUtf8("山峰 Peak"), {130'000, 0},
            marker(Shape::EquilateralTriangle, 1.5, sign, QColor(palette.halo), 0.1));
  rules.add(QStringLiteral("\"class\" = 'pass'"), QString::fromUtf8("垭口 Pass"), {60'000, 0},
            marker(Shape::Diamond, 1.3, sign, QColor(palette.halo), 0.1));
  layer.setRenderer(rules.renderer());
  const QString both = QStringLiteral("concat(\"name\", if(\"ele_m\" > 0, concat('\\n', round(\"ele_m\")), ''))");
  LabelRules labels;
  labels.add(QStringLiteral("\"name\" IS NOT NULL AND \"ele_m\" >= 2500"), {130'000, 0},
             pointLabel(both, {7.5, QColor(palette.dimText), QColor(palette.halo)}, 3, 0.3))
      .add(QStringLiteral("\"name\" IS NOT NULL AND coalesce(\"ele_m\",0) < 2500"), {50'000, 0},
           pointLabel(both, {7.5, QColor(palette.dimText), QColor(palette.halo)}, 2, 0.3));
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

struct Sign {
  const char* label;
  const char* classes;
  const char* glyph;
  double far;
};

constexpr Sign signs[] = {
    {"医院 Hospital", "'hospital'", "医", 40'000},
    {"消防站 Fire station", "'fire_station'", "消", 25'000},
    {"公安 Police", "'police'", "警", 25'000},
    {"政府 Town hall", "'townhall'", "政", 20'000},
    {"救护站、山地救援 Ambulance, mountain rescue", "'ambulance_station','mountain_rescue'", "救", 25'000},
    {"直升机起降点、机场 Helipad, airport", "'helipad','airport'", "航", 40'000},
    {"车站 Station", "'railway_station','bus_station'", "站", 25'000},
    {"学校 School", "'school','university'", "文", 12'000},
    {"诊所 Clinic", "'clinic'", "诊", 8'000},
    {"养老机构 Care home", "'care_home'", "养", 10'000},
    {"幼儿园 Kindergarten", "'kindergarten'", "幼", 8'000},
    {"加油站 Fuel", "'fuel'", "油", 12'000},
    {"变电站、电厂 Substation, power plant", "'substation','power_plant'", "电", 20'000},
    {"水厂、水箱 Water works, tank", "'water_works','water_tank','wastewater_plant'", "水", 15'000},
    {"山间小屋、营地 Mountain hut, camp", "'mountain_hut','shelter','camp_site'", "宿", 40'000},
};

void dressPoi(QgsVectorLayer& layer, const Palette& palette) {
  const QColor dim(palette.dimText);
  const QColor halo(palette.halo);
  Rules rules;
  LabelRules labels;
  for (const Sign& sign : signs) {
    const QString filter = QStringLiteral("\"class\" IN (%1)").arg(QLatin1String(sign.classes));
    rules.add(filter, QString::fromUtf8(sign.label), {sign.far, 0}, plate(sign.glyph, palette));
    labels.add(filter + QStringLiteral(" AND \"name\" IS NOT NULL"), {sign.far / 2, 0},
               pointLabel(QStringLiteral("\"name\""), {7.5, dim, halo}, 3, 0.4));
  }
  rules.add(QStringLiteral("ELSE"), QString::fromUtf8("其他 Other"), {5'000, 0},
            marker(Shape::Circle, 1.1, QColor(palette.sign), halo, 0.15));
  labels.add(QStringLiteral("\"class\" IN ('hotel','assembly','market','community_centre','worship','prison') AND "
                            "\"name\" IS NOT NULL"),
             {4'000, 0}, pointLabel(QStringLiteral("\"name\""), {7, dim, halo}, 1, 0.4));
  layer.setRenderer(rules.renderer());
  layer.setLabeling(labels.labeling());
  layer.setLabelsEnabled(true);
}

}  // namespace

void dressPoints(QgsVectorLayer& layer, const QString& table, const Palette& palette) {
  if (table == QLatin1String("place")) {
    dressPlaces(layer, palette);
  } else if (table == QLatin1String("peak")) {
    dressPeaks(layer, palette);
  } else {
    dressPoi(layer, palette);
  }
}

void dress(QgsVectorLayer& layer, const QString& table, const Palette& palette) {
  if (table.startsWith(QLatin1String("water_"))) {
    dressWater(layer, table, palette);
  } else if (table == QLatin1String("landuse") || table == QLatin1String("building") || table == QLatin1String("contour")) {
    dressLand(layer, table, palette);
  } else if (table == QLatin1String("road")) {
    dressRoads(layer, palette);
  } else if (table == QLatin1String("place") || table == QLatin1String("peak") || table == QLatin1String("poi")) {
    dressPoints(layer, table, palette);
  } else if (table == QLatin1String("admin_area")) {
    layer.setRenderer(new QgsNullSymbolRenderer());
    layer.setLabelsEnabled(false);
  } else {
    dressNetworks(layer, table, palette);
  }
}

}  // namespace fengsui::engine
