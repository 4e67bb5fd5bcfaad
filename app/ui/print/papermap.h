// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <memory>

#include "ui/canvas/basemap.h"
#include "ui/canvas/declutter.h"
#include "ui/canvas/hazarddrawing.h"
#include "ui/canvas/overlayscene.h"
#include "ui/canvas/roaddrawing.h"

namespace fengsui {

/// A map as paper shows it: the part that the screen shows, at a round scale.
///
/// Units: the view counts logical pixels, as on the screen; so many of them make a millimetre of paper.
struct PaperView {
  ViewPort view;
  double pixelsPerMm = 1;
  double scale = 0;  ///< 1 : so much, in the middle

  /// The whole of @p extent (EPSG:3857) in a box of @p roomMm.
  [[nodiscard]] static PaperView of(const QRectF& extent, QSizeF roomMm, double pixelsPerMm);
  /// What to ask of the engine, so that it is sharp on paper.
  [[nodiscard]] BaseMap::Picture picture() const;
  /// Pixels of an image for each logical one, so that it is sharp on paper.
  [[nodiscard]] double ratio() const;
};

/// The scale that a ruler can use: not larger than what is needed to show everything.
[[nodiscard]] double roundScale(double scale);

/// The layers of one map on paper, drawn by the painters of the screen.
struct PaperMap {
  PaperView on;
  MapImage ground;  ///< empty: a graticule stands for it
  std::shared_ptr<const HazardDrawing> hazard;
  std::shared_ptr<const OverlayScene> scene;
  std::shared_ptr<const RoadDrawing> roads;
  SymbolLayout layout;
  Tokens tokens;

  /// Thread: any.
  void paint(QPainter& painter, const QRectF& box) const;
};

}  // namespace fengsui
