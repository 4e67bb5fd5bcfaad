// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QRect>
#include <QRectF>
#include <compare>
#include <vector>

#include "ui/canvas/viewport.h"

namespace fengsui {

/// One square of the map at one scale. Columns count eastward, rows southward from the north-western corner of the
/// world.
struct TileId {
  int step = 0;
  int column = 0;
  int row = 0;

  auto operator<=>(const TileId&) const = default;
};

[[nodiscard]] inline std::size_t qHash(const TileId& id, std::size_t seed = 0) {
  return qHashMulti(seed, id.step, id.column, id.row);
}

/// The map as device pixels at one scale, counted from the north-western corner of the world: what is drawn on these
/// fits together without a seam.
///
/// Thread: any; a value.
class TileGrid {
 public:
  static constexpr int kTilePx = 1024;

  TileGrid() = default;
  /// @p step: a scale of ViewPort's series. @p ratio: device pixels for each logical one.
  TileGrid(int step, double ratio);

  [[nodiscard]] int step() const { return step_; }
  /// What a view covers; its corner lies on whole pixels.
  [[nodiscard]] QRect pixelsOf(const ViewPort& view) const;
  [[nodiscard]] QRect pixelsOf(const TileId& tile) const;
  [[nodiscard]] QRectF extentOf(const QRect& pixels) const;
  /// The tiles that cover the pixels, the middle first. None beyond the edge of the world.
  [[nodiscard]] std::vector<TileId> tilesOf(const QRect& pixels) const;

  /// The whole blocks that contain the pixels.
  [[nodiscard]] static QRect blocksAround(const QRect& pixels, int blockPx);

 private:
  int step_ = 0;
  double ratio_ = 1;
  double resolution_ = 1;  ///< metres for each device pixel
};

}  // namespace fengsui
