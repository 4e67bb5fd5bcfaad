// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/basemap.h"
#include "ui/canvas/declutter.h"
#include "ui/canvas/overlayscene.h"
#include "ui/canvas/roaddrawing.h"

namespace fengsui {

/// The live objects as one image, and which parts of the map they and their names take (EPSG:3857).
struct PaintedScene {
  MapImage image;
  std::vector<QRectF> occupied;
};

/// Paints a scene into one image: what can be reached, areas, ways, symbols, then the names that find room.
///
/// Thread: one at a time; any.
class OverlayPainter {
 public:
  /// @p roads: drawn with it; may be nullptr.
  [[nodiscard]] PaintedScene paint(const OverlayScene& scene, const SymbolLayout& layout, const RoadDrawing* roads,
                                   const ViewPort& view, double devicePixelRatio, const Tokens& tokens);
  /// The same as lines and words, for paper. @p ratio: pixels for each logical one of what has to be an image.
  static void paintOn(QPainter& painter, const OverlayScene& scene, const SymbolLayout& layout,
                      const RoadDrawing* roads, const ViewPort& view, double ratio, const Tokens& tokens);

 private:
  SymbolImages symbols_;
};

}  // namespace fengsui
