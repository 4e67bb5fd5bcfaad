// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ground/groundplan.h"

#include <algorithm>

namespace fengsui {
namespace {

constexpr int kRingPx = TileGrid::kTilePx / 2;
constexpr int kAheadShare = 8;  // where less than an eighth of the view is left of a sheet, the next one is made

/// Loads a sheet that covers the pixels, or has it drawn; nothing where one is under way.
void askForLabels(GroundWork& work, const GroundStock& stock, const QRect& pixels, const GroundPiece& wanted) {
  const auto covers = [&](const GroundPiece& piece) {
    return piece.kind == GroundPiece::Kind::labels && piece.step == wanted.step && piece.pixels.contains(pixels);
  };
  if (std::any_of(stock.underWay.begin(), stock.underWay.end(), covers)) return;
  // Which one of several does not matter, but it must be the same each time.
  std::optional<GroundPiece> best;
  for (const GroundPiece& piece : stock.onDisk) {
    if (!covers(piece)) continue;
    const auto away = (piece.pixels.center() - pixels.center()).manhattanLength();
    if (!best || away < (best->pixels.center() - pixels.center()).manhattanLength()) best = piece;
  }
  if (best)
    work.load.push_back(*best);
  else
    work.labels = wanted;
}

}  // namespace

GroundPiece pieceOf(const TileId& tile, const TileGrid& grid) {
  return {GroundPiece::Kind::tile, tile.step, grid.pixelsOf(tile)};
}

TileId tileOf(const GroundPiece& piece) {
  return {piece.step, piece.pixels.x() / TileGrid::kTilePx, piece.pixels.y() / TileGrid::kTilePx};
}

GroundWork nextWork(const GroundPictures& pictures, const GroundStock& stock, const ViewPort& view, bool still) {
  GroundWork work;
  if (view.empty()) return work;
  if (!view.step()) return work;
  const TileGrid grid = pictures.gridOf(view);
  const QRect seen = grid.pixelsOf(view);
  const bool exact = pictures.viewIsExact(view);

  std::vector<GroundPiece> gaps;
  for (const TileId& tile : pictures.missingTiles(view)) {
    const GroundPiece piece = pieceOf(tile, grid);
    if (!stock.onDisk.contains(piece))
      gaps.push_back(piece);
    else if (!stock.underWay.contains(piece))
      work.load.push_back(piece);
  }
  if (!pictures.hasLabels(view))
    askForLabels(work, stock, seen, exact || gaps.empty() ? pictures.sheetFor(view) : pictures.tightSheetFor(view));
  if (!exact && !gaps.empty()) {
    work.view = true;
    return work;
  }
  if (!still) return work;

  const auto drawOnce = [&](const GroundPiece& piece) {
    if (!stock.underWay.contains(piece)) work.tiles.push_back(piece);
  };
  std::for_each(gaps.begin(), gaps.end(), drawOnce);
  if (!gaps.empty()) return work;

  // The screen is complete; now for where the hand may go next.
  if (!work.labels) {
    const QSize room = seen.size() / kAheadShare;
    const QRect ahead = seen.adjusted(-room.width(), -room.height(), room.width(), room.height());
    if (!pictures.hasLabelsOver(grid.step(), ahead)) askForLabels(work, stock, ahead, pictures.sheetFor(view));
  }
  const auto around = grid.tilesOf(seen.adjusted(-kRingPx, -kRingPx, kRingPx, kRingPx));
  if (!pictures.hasRoomFor(around.size())) return work;
  for (const TileId& tile : around) {
    if (pictures.has(tile)) continue;
    const GroundPiece piece = pieceOf(tile, grid);
    if (!stock.onDisk.contains(piece))
      drawOnce(piece);
    else if (!stock.underWay.contains(piece))
      work.load.push_back(piece);
  }
  return work;
}

}  // namespace fengsui
