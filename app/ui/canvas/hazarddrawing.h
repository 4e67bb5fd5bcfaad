// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <vector>

#include "ui/canvas/viewport.h"
#include "ui/look/tokens.h"

class QPainter;

namespace fengsui {

/// A frame of a forecast as the map shows it, with what its colours mean, for when it holds and how far it is to be
/// trusted. Immutable once made.
///
/// Units: EPSG:3857.
struct HazardDrawing {
  struct Class {
    QColor colour;
    QString values;  ///< "0.15 – 0.5 m"
    QString words;
  };
  /// One pixel a cell and the first row in the north, then each half as large; none: nothing is painted.
  std::vector<QImage> levels;
  QPointF northWest;
  double cell = 1;
  QRectF extent;  ///< of all cells; top() is the southern edge

  QString title;    ///< "Forecast · water depth"
  QString moment;   ///< "21:40"
  QString lead;     ///< "+1 h 20 min"
  QString trouble;  ///< why nothing is painted, in a sentence; empty where all is well
  std::vector<Class> classes;
  QStringList notes;  ///< who made it, how far to trust it
};

// Thread: any.
/// Cells stay cells where they are larger than a pixel, and are averaged where they are smaller; a dashed line says
/// how far the forecast goes.
void paintHazard(QPainter& painter, const HazardDrawing& drawing, const ViewPort& view, const Tokens& tokens);
/// The colour of a class as the map shows it over @p ground: on dark ground the colours are laid on twice, or the
/// shallow ones would all be the same grey.
[[nodiscard]] QColor shownColour(const QColor& colour, const QColor& ground, const Tokens& tokens);
/// A strip of the colours with their limits, and the moment: where there is no room for the whole legend. @return where
/// it lies.
QRectF paintHazardStrip(QPainter& painter, const HazardDrawing& drawing, QPointF bottomLeft, double width,
                        const Tokens& tokens);
/// With its lower left corner there, as narrow as its words allow and at most @p width. @return where it lies.
QRectF paintHazardLegend(QPainter& painter, const HazardDrawing& drawing, QPointF bottomLeft, double width,
                         const Tokens& tokens);

}  // namespace fengsui
