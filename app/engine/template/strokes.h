// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QVector>
#include <memory>

class QgsFillSymbol;
class QgsLineSymbol;
class QgsMarkerSymbol;
class QgsSimpleLineSymbolLayer;

namespace fengsui::engine {

/// A width on the ground, kept between two widths on the paper: readable from afar, true from near.
struct Width {
  double groundM;
  double minMm;
  double maxMm;

  [[nodiscard]] Width casing(double eachSideMm) const {
    return {groundM * 1.2, minMm + 2 * eachSideMm, maxMm + 2 * eachSideMm};
  }
};

/// One stroke of a line symbol. @param pass when it is drawn: all strokes of a lower pass are under it.
struct Stroke {
  QColor colour;
  Width width;
  int pass = 0;
  QVector<qreal> dashMm = {};
  bool roundCap = false;
};

[[nodiscard]] std::unique_ptr<QgsLineSymbol> lineSymbol(const QVector<Stroke>& strokes);
[[nodiscard]] Stroke thin(QColor colour, double mm, QVector<qreal> dashMm = {});
[[nodiscard]] std::unique_ptr<QgsFillSymbol> fillSymbol(QColor fill, QColor edge = QColor(), double edgeMm = 0);

}  // namespace fengsui::engine
