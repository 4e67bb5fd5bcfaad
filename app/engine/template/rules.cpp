// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/template/rules.h"

#include <qgssymbol.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>

#include <QFont>

namespace fengsui::engine {

Rules& Rules::add(const QString& filter, const QString& label, Scales scales, std::unique_ptr<QgsSymbol> symbol) {
  auto* rule = new QgsRuleBasedRenderer::Rule(symbol.release(), scales.near, scales.far, filter, label);
  // QGIS calls "maximum" the scale one can zoom in to, that is the smallest denominator.
  rule->setMaximumScale(scales.near);
  rule->setMinimumScale(scales.far);
  root_->appendChild(rule);
  return *this;
}

QgsFeatureRenderer* Rules::renderer() {
  auto* renderer = new QgsRuleBasedRenderer(root_.release());
  renderer->setUsingSymbolLevels(true);
  return renderer;
}

QgsTextFormat formatOf(const Type& type) {
  QFont font(QStringLiteral("Noto Sans CJK SC"));
  font.setBold(type.bold);
  QgsTextFormat format;
  format.setFont(font);
  format.setNamedStyle(type.bold ? QStringLiteral("Bold") : QStringLiteral("Regular"));
  format.setSize(type.sizePt);
  format.setSizeUnit(QgsUnitTypes::RenderPoints);
  format.setColor(type.colour);
  if (type.spacingMm > 0) {
    font.setLetterSpacing(QFont::AbsoluteSpacing, type.spacingMm);
    format.setFont(font);
  }
  QgsTextBufferSettings buffer;
  buffer.setEnabled(type.haloMm > 0);
  buffer.setColor(type.halo);
  buffer.setSize(type.haloMm);
  buffer.setSizeUnit(QgsUnitTypes::RenderMillimeters);
  buffer.setOpacity(0.85);
  format.setBuffer(buffer);
  return format;
}

namespace {

QgsPalLayerSettings label(const QString& expression, const Type& type, int priority) {
  QgsPalLayerSettings settings;
  settings.fieldName = expression;
  settings.isExpression = true;
  settings.setFormat(formatOf(type));
  settings.priority = priority;
  settings.multilineAlign = QgsPalLayerSettings::MultiCenter;
  settings.autoWrapLength = 0;
  return settings;
}

}  // namespace

QgsPalLayerSettings pointLabel(const QString& expression, const Type& type, int priority, double distanceMm) {
  auto settings = label(expression, type, priority);
  settings.placement = QgsPalLayerSettings::OrderedPositionsAroundPoint;
  settings.dist = distanceMm;
  settings.offsetType = QgsPalLayerSettings::FromSymbolBounds;
  return settings;
}

QgsPalLayerSettings centredLabel(const QString& expression, const Type& type, int priority) {
  auto settings = label(expression, type, priority);
  settings.placement = QgsPalLayerSettings::OverPoint;
  settings.quadOffset = QgsPalLayerSettings::QuadrantOver;
  return settings;
}

QgsPalLayerSettings lineLabel(const QString& expression, const Type& type, int priority, double repeatMm, bool curved) {
  auto settings = label(expression, type, priority);
  settings.placement = curved ? QgsPalLayerSettings::Curved : QgsPalLayerSettings::Line;
  settings.lineSettings().setPlacementFlags(QgsLabeling::LinePlacementFlag::OnLine);
  settings.lineSettings().setMergeLines(true);
  settings.repeatDistance = repeatMm;
  settings.repeatDistanceUnit = QgsUnitTypes::RenderMillimeters;
  settings.maxCurvedCharAngleIn = 22;
  settings.maxCurvedCharAngleOut = -22;
  return settings;
}

QgsPalLayerSettings areaLabel(const QString& expression, const Type& type, int priority) {
  auto settings = label(expression, type, priority);
  settings.placement = QgsPalLayerSettings::Horizontal;
  settings.fitInPolygonOnly = false;
  return settings;
}

LabelRules& LabelRules::add(const QString& filter, Scales scales, const QgsPalLayerSettings& settings) {
  auto* rule = new QgsRuleBasedLabeling::Rule(new QgsPalLayerSettings(settings), 0, 0, filter);
  rule->setMaximumScale(scales.near);
  rule->setMinimumScale(scales.far);
  root_->appendChild(rule);
  return *this;
}

QgsAbstractVectorLayerLabeling* LabelRules::labeling() { return new QgsRuleBasedLabeling(root_.release()); }

}  // namespace fengsui::engine
