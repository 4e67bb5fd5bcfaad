// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QPainter>
#include <QSet>
#include <optional>
#include <vector>

#include "ui/canvas/basemap.h"
#include "ui/ground/groundfile.h"
#include "ui/ground/tilegrid.h"

namespace fengsui {

/// A whole view as the engine drew it, without names.
struct DrawnView {
  int step = 0;
  QRect pixels;
  QImage image;
};

/// The same image with the places of its names, for GroundPictures::putLabels; they go to disk and back with it.
[[nodiscard]] QImage labelled(const QImage& image, const std::vector<std::vector<int>>& names);

/// The images of one style at one density that are in memory, how they make up a view, and what of it is missing.
///
/// An exact view or tiles, with a sheet of names over them; names that live objects would cover are left out. Anything
/// less is put together from what lies nearest in scale.
///
/// Thread: GUI.
class GroundPictures {
 public:
  static constexpr int kTileMemory = 96'000'000;  // bytes
  static constexpr std::size_t kSheets = 3;
  static constexpr int kLabelBlockPx = 256;

  GroundPictures();

  /// Forgets everything. Until there is something to show, @p backdrop is, with the colour @p veil over it.
  void begin(double ratio, MapImage backdrop, const QColor& veil);
  /// The view as it is painted now; empty where there is nothing.
  [[nodiscard]] MapImage grab(const ViewPort& view, const QColor& ground);

  void put(const TileId& tile, const QImage& image);
  void putLabels(const GroundPiece& sheet, const QImage& image);
  void putView(DrawnView view);

  void forget(const TileId& tile) { tiles_.remove(tile); }
  /// Keeps as many tiles as the view needs at least, whatever the screen.
  void makeRoomFor(const ViewPort& view);

  [[nodiscard]] bool has(const TileId& tile) const { return tiles_.contains(tile); }
  [[nodiscard]] bool hasRoomFor(std::size_t tiles) const;
  [[nodiscard]] TileGrid gridOf(const ViewPort& view) const;
  /// The tiles of the view that are not in memory, the middle first.
  [[nodiscard]] std::vector<TileId> missingTiles(const ViewPort& view) const;
  [[nodiscard]] bool hasLabels(const ViewPort& view) const;
  [[nodiscard]] bool hasLabelsOver(int step, const QRect& pixels) const { return sheetOver(step, pixels) != nullptr; }
  [[nodiscard]] bool viewIsExact(const ViewPort& view) const;
  /// Whether the view is painted as it should be.
  [[nodiscard]] bool complete(const ViewPort& view) const;
  /// The sheet of labels to ask for: the view with room for a step to any side, in whole blocks.
  [[nodiscard]] GroundPiece sheetFor(const ViewPort& view) const;
  /// The same without that room, for when somebody waits for it.
  [[nodiscard]] GroundPiece tightSheetFor(const ViewPort& view) const;

  /// @return whether the whole view was painted over.
  bool paint(QPainter& painter, const ViewPort& view);

  /// Where live objects and their names lie. Units: EPSG:3857.
  void setOccupied(std::vector<QRectF> extents);

 private:
  struct Sheet {
    GroundPiece piece;
    QImage image;
    std::vector<std::vector<QRect>> names;  ///< each with its parts, in pixels of the image
    QRegion shown;                          ///< the image without the names that give way
  };
  void giveWay(Sheet& sheet) const;
  /// The sheet to paint: the one painted last as long as it covers the view, so that names do not move under the eye.
  const Sheet* sheetToPaint(int step, const QRect& seen);
  [[nodiscard]] const Sheet* sheetOver(int step, const QRect& pixels) const;
  void paintFallback(QPainter& painter, const ViewPort& view);
  void paintScaled(QPainter& painter, const ViewPort& view, int step, const QRect& pixels, const QImage& image);

  double ratio_ = 1;
  QCache<TileId, QImage> tiles_;
  std::vector<Sheet> sheets_;          ///< the most recent first
  std::optional<GroundPiece> shown_;   ///< the sheet painted last
  std::optional<DrawnView> exact_;     ///< the newest
  std::optional<DrawnView> overview_;  ///< the widest: never a hole at the edge while zooming out
  std::vector<QRectF> occupied_;
  MapImage backdrop_;
  QColor veil_;
};

}  // namespace fengsui
