// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgspallabeling.h>
#include <qgsrulebasedlabeling.h>
#include <qgsrulebasedrenderer.h>

#include <QColor>
#include <QString>
#include <memory>

namespace fengsui::engine {

/// Scale denominators between which something is drawn; 0 = no limit.
struct Scales {
  double far = 0;
  double near = 0;
};

/// A rule-based renderer, written as a list.
class Rules {
 public:
  Rules() : root_(std::make_unique<QgsRuleBasedRenderer::Rule>(nullptr)) {}
  Rules& add(const QString& filter, const QString& label, Scales scales, std::unique_ptr<QgsSymbol> symbol);
  [[nodiscard]] QgsFeatureRenderer* renderer();

 private:
  std::unique_ptr<QgsRuleBasedRenderer::Rule> root_;
};

/// How a text looks. Sizes in points.
struct Type {
  double sizePt;
  QColor colour;
  QColor halo;
  bool bold = false;
  double spacingMm = 0;
  double haloMm = 0.7;
};

[[nodiscard]] QgsTextFormat formatOf(const Type& type);
[[nodiscard]] QgsPalLayerSettings pointLabel(const QString& expression, const Type& type, int priority, double distanceMm);
[[nodiscard]] QgsPalLayerSettings centredLabel(const QString& expression, const Type& type, int priority);
[[nodiscard]] QgsPalLayerSettings lineLabel(const QString& expression, const Type& type, int priority, double repeatMm,
                                            bool curved);
[[nodiscard]] QgsPalLayerSettings areaLabel(const QString& expression, const Type& type, int priority);

/// Rule-based labels, written as a list.
class LabelRules {
 public:
  LabelRules() : root_(std::make_unique<QgsRuleBasedLabeling::Rule>(nullptr)) {}
  LabelRules& add(const QString& filter, Scales scales, const QgsPalLayerSettings& settings);
  [[nodiscard]] QgsAbstractVectorLayerLabeling* labeling();

 private:
  std::unique_ptr<QgsRuleBasedLabeling::Rule> root_;
};

}  // namespace fengsui::engine
