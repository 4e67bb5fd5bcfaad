// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <vector>

#include "ui/canvas/viewport.h"
#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// Places that are looked at before they are anything: hollow marks over the map, faulty ones in the danger colour.
///
/// Units: map coordinates EPSG:3857.
struct Sketch {
  std::vector<QPointF> points;
  std::vector<QPointF> faulty;
  QPainterPath outlines;
  QPainterPath faultyOutlines;
  QRectF bounds;  ///< null where there is nothing

  /// Adds a shape, and its extent to the bounds.
  void add(const Shape& shape, bool isFaulty);
};

/// Marks that would cover each other are painted once, so that thousands of them cost no more than a screen full.
void paintSketch(QPainter& painter, const Sketch& sketch, const ViewPort& view, const Tokens& tokens);

}  // namespace fengsui
