// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ground/tilegrid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fengsui {
namespace {

constexpr double kHalfWorldM = std::numbers::pi * 6378137.0;

int floorDiv(int value, int by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

}  // namespace

TileGrid::TileGrid(int step, double ratio) : step_(step), ratio_(ratio), resolution_(ViewPort::scaleOf(step) / ratio) {}

QRect TileGrid::pixelsOf(const ViewPort& view) const {
  const QRectF extent = view.extent();
  const auto left = static_cast<int>(std::lround((extent.left() + kHalfWorldM) / resolution_));
  const auto top = static_cast<int>(std::lround((kHalfWorldM - extent.bottom()) / resolution_));
  return {left, top, static_cast<int>(std::lround(view.size().width() * ratio_)),
          static_cast<int>(std::lround(view.size().height() * ratio_))};
}

QRect TileGrid::pixelsOf(const TileId& tile) const {
  return {tile.column * kTilePx, tile.row * kTilePx, kTilePx, kTilePx};
}

QRectF TileGrid::extentOf(const QRect& pixels) const {
  const double left = pixels.x() * resolution_ - kHalfWorldM;
  const double bottom = kHalfWorldM - (pixels.y() + pixels.height()) * resolution_;
  return {left, bottom, pixels.width() * resolution_, pixels.height() * resolution_};
}

std::vector<TileId> TileGrid::tilesOf(const QRect& pixels) const {
  std::vector<TileId> tiles;
  if (pixels.isEmpty()) return tiles;
  const int last = static_cast<int>(std::ceil(2 * kHalfWorldM / resolution_ / kTilePx)) - 1;
  const int top = std::max(floorDiv(pixels.top(), kTilePx), 0);
  const int bottom = std::min(floorDiv(pixels.bottom(), kTilePx), last);
  const int left = std::max(floorDiv(pixels.left(), kTilePx), 0);
  const int right = std::min(floorDiv(pixels.right(), kTilePx), last);
  for (int row = top; row <= bottom; ++row)
    for (int column = left; column <= right; ++column) tiles.push_back({step_, column, row});
  const auto distance = [&](const TileId& tile) {
    const QPoint away = pixelsOf(tile).center() - pixels.center();
    return std::hypot(away.x(), away.y());
  };
  std::stable_sort(tiles.begin(), tiles.end(),
                   [&](const TileId& a, const TileId& b) { return distance(a) < distance(b); });
  return tiles;
}

QRect TileGrid::blocksAround(const QRect& pixels, int blockPx) {
  const int left = floorDiv(pixels.left(), blockPx) * blockPx;
  const int top = floorDiv(pixels.top(), blockPx) * blockPx;
  const int right = (floorDiv(pixels.right(), blockPx) + 1) * blockPx;
  const int bottom = (floorDiv(pixels.bottom(), blockPx) + 1) * blockPx;
  return {left, top, right - left, bottom - top};
}

}  // namespace fengsui
