// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>

#include "ui/canvas/viewport.h"
#include "ui/look/tokens.h"

namespace fengsui {

/// What is drawn over the map at its edges, and under it where there is none.
namespace furniture {

/// Meridians and parallels with their degrees, at a spacing that suits the scale.
void paintGraticule(QPainter& painter, const ViewPort& view, const Tokens& tokens);
/// The degrees of the same meridians and parallels at ticks along the edge, on a map that has ground.
void paintEdgeDegrees(QPainter& painter, const ViewPort& view, const Tokens& tokens);
/// A bar of a round length on the ground, its right end at @p bottomRight.
void paintScaleBar(QPainter& painter, const ViewPort& view, QPointF bottomRight, const Tokens& tokens);
/// A line of text on a slip of the panel colour. @return the slip.
QRectF paintSlip(QPainter& painter, QPointF bottomLeft, const QString& text, const Tokens& tokens);

}  // namespace furniture
}  // namespace fengsui
