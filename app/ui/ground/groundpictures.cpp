// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ground/groundpictures.h"

#include <QStringView>
#include <algorithm>
#include <cmath>

namespace fengsui {
namespace {

constexpr int kSheetMarginShare = 4;  // a quarter of the view on each side: more than a step of the arrow keys
constexpr int kFarCoarser = 8;        // tiles of scales further away are specks or mush
constexpr int kFarFiner = 3;

// An image carries the places of its names as text: "x y width height …" for each name, separated by ";".
const QString kNames = QStringLiteral("names");

std::vector<std::vector<QRect>> namesIn(const QImage& image) {
  std::vector<std::vector<QRect>> names;
  const QString text = image.text(kNames);
  for (const QStringView name : QStringView(text).split(u';', Qt::SkipEmptyParts)) {
    const auto numbers = name.split(u' ', Qt::SkipEmptyParts);
    auto& boxes = names.emplace_back();
    for (qsizetype i = 0; i + 3 < numbers.size(); i += 4)
      boxes.emplace_back(numbers[i].toInt(), numbers[i + 1].toInt(), numbers[i + 2].toInt(), numbers[i + 3].toInt());
  }
  return names;
}

constexpr qsizetype kTileCost = qsizetype{TileGrid::kTilePx} * TileGrid::kTilePx * 4 / 1024;

}  // namespace

QImage labelled(const QImage& image, const std::vector<std::vector<int>>& names) {
  if (names.empty()) return image;
  QString text;
  for (const auto& name : names) {
    for (const int number : name) text += QString::number(number) + u' ';
    text += u';';
  }
  QImage with = image;
  with.setText(kNames, text);
  return with;
}

GroundPictures::GroundPictures() : tiles_(kTileMemory / 1024) {}

void GroundPictures::put(const TileId& tile, const QImage& image) {
  tiles_.insert(tile, new QImage(image), kTileCost);
}

void GroundPictures::makeRoomFor(const ViewPort& view) {
  const TileGrid grid = gridOf(view);
  const auto needed = static_cast<qsizetype>(grid.tilesOf(grid.pixelsOf(view)).size());
  tiles_.setMaxCost(std::max<qsizetype>(kTileMemory / 1024, needed * kTileCost * 5 / 4));
}

bool GroundPictures::hasRoomFor(std::size_t tiles) const {
  return static_cast<qsizetype>(tiles) * kTileCost <= tiles_.maxCost();
}

void GroundPictures::putLabels(const GroundPiece& sheet, const QImage& image) {
  std::erase_if(sheets_, [&](const Sheet& one) { return one.piece == sheet; });
  sheets_.insert(sheets_.begin(), {sheet, image, namesIn(image), {}});
  giveWay(sheets_.front());
  if (sheets_.size() > kSheets) sheets_.pop_back();
}

void GroundPictures::setOccupied(std::vector<QRectF> extents) {
  occupied_ = std::move(extents);
  for (Sheet& sheet : sheets_) giveWay(sheet);
}

// A name of which a part would be hidden goes as a whole: half a name is worse than none.
void GroundPictures::giveWay(Sheet& sheet) const {
  sheet.shown = QRegion(sheet.image.rect());
  const QRectF extent = TileGrid(sheet.piece.step, ratio_).extentOf(sheet.piece.pixels);
  if (extent.isEmpty()) return;
  const double perPixel = extent.width() / sheet.piece.pixels.width();
  std::vector<QRect> taken;
  for (const QRectF& area : occupied_) {
    if (!area.intersects(extent)) continue;
    // The image's rows go south.
    taken.push_back(QRectF((area.left() - extent.left()) / perPixel, (extent.bottom() - area.bottom()) / perPixel,
                           area.width() / perPixel, area.height() / perPixel)
                        .toAlignedRect());
  }
  for (const auto& name : sheet.names) {
    const bool covered = std::any_of(name.begin(), name.end(), [&](const QRect& part) {
      return std::any_of(taken.begin(), taken.end(), [&](const QRect& box) { return box.intersects(part); });
    });
    if (!covered) continue;
    for (const QRect& part : name) sheet.shown -= part;
  }
}

void GroundPictures::putView(DrawnView view) {
  if (!overview_ || view.step <= overview_->step) overview_ = view;
  exact_ = std::move(view);
}

void GroundPictures::begin(double ratio, MapImage backdrop, const QColor& veil) {
  ratio_ = ratio;
  tiles_.clear();
  sheets_.clear();
  shown_.reset();
  exact_.reset();
  overview_.reset();
  backdrop_ = std::move(backdrop);
  veil_ = veil;
}

MapImage GroundPictures::grab(const ViewPort& view, const QColor& ground) {
  if (view.empty() || (!exact_ && tiles_.isEmpty() && backdrop_.empty())) return {};
  MapImage out{QImage((view.size() * ratio_).toSize(), QImage::Format_RGB32), view.extent()};
  out.image.setDevicePixelRatio(ratio_);
  out.image.fill(ground);
  QPainter painter(&out.image);
  paint(painter, view);
  return out;
}

TileGrid GroundPictures::gridOf(const ViewPort& view) const {
  return {view.step().value_or(ViewPort::kCoarsestStep), ratio_};
}

std::vector<TileId> GroundPictures::missingTiles(const ViewPort& view) const {
  const TileGrid grid = gridOf(view);
  auto tiles = grid.tilesOf(grid.pixelsOf(view));
  std::erase_if(tiles, [&](const TileId& tile) { return tiles_.contains(tile); });
  return tiles;
}

const GroundPictures::Sheet* GroundPictures::sheetOver(int step, const QRect& pixels) const {
  const auto found = std::find_if(sheets_.begin(), sheets_.end(), [&](const Sheet& sheet) {
    return sheet.piece.step == step && sheet.piece.pixels.contains(pixels);
  });
  return found == sheets_.end() ? nullptr : &*found;
}

const GroundPictures::Sheet* GroundPictures::sheetToPaint(int step, const QRect& seen) {
  const auto of = [&](auto&& fits) -> const Sheet* {
    const auto found = std::find_if(sheets_.begin(), sheets_.end(),
                                    [&](const Sheet& one) { return one.piece.step == step && fits(one.piece); });
    return found == sheets_.end() ? nullptr : &*found;
  };
  const Sheet* sheet = of([&](const GroundPiece& piece) { return piece == shown_ && piece.pixels.contains(seen); });
  if (!sheet) sheet = sheetOver(step, seen);
  // Part of the names is better than none while the rest is on its way.
  if (!sheet) sheet = of([&](const GroundPiece& piece) { return piece == shown_ && piece.pixels.intersects(seen); });
  if (!sheet) sheet = of([&](const GroundPiece& piece) { return piece.pixels.intersects(seen); });
  shown_ = sheet ? std::optional(sheet->piece) : std::nullopt;
  return sheet;
}

bool GroundPictures::hasLabels(const ViewPort& view) const {
  return sheetOver(gridOf(view).step(), gridOf(view).pixelsOf(view)) != nullptr;
}

bool GroundPictures::viewIsExact(const ViewPort& view) const {
  return exact_ && view.step() == exact_->step && exact_->pixels.contains(gridOf(view).pixelsOf(view));
}

bool GroundPictures::complete(const ViewPort& view) const {
  return view.step() && hasLabels(view) && (viewIsExact(view) || missingTiles(view).empty());
}

GroundPiece GroundPictures::sheetFor(const ViewPort& view) const {
  const TileGrid grid = gridOf(view);
  const QRect seen = grid.pixelsOf(view);
  const int x = seen.width() / kSheetMarginShare;
  const int y = seen.height() / kSheetMarginShare;
  return {GroundPiece::Kind::labels, grid.step(), TileGrid::blocksAround(seen.adjusted(-x, -y, x, y), kLabelBlockPx)};
}

GroundPiece GroundPictures::tightSheetFor(const ViewPort& view) const {
  const TileGrid grid = gridOf(view);
  return {GroundPiece::Kind::labels, grid.step(), grid.pixelsOf(view)};
}

bool GroundPictures::paint(QPainter& painter, const ViewPort& view) {
  const TileGrid grid = gridOf(view);
  const QRect seen = grid.pixelsOf(view);
  const bool exact = viewIsExact(view);
  const bool tiled = !exact && view.step() && missingTiles(view).empty();
  const bool covered = exact || tiled;
  if (!covered) paintFallback(painter, view);
  if (!view.step()) return exact_.has_value();

  // Device pixels from here on: every image of this scale lies on whole ones, all with the same rounding.
  painter.save();
  painter.scale(1 / ratio_, 1 / ratio_);
  painter.translate(-seen.topLeft());
  if (!exact) {
    for (const TileId& tile : grid.tilesOf(seen))
      if (const QImage* image = tiles_.object(tile)) painter.drawImage(grid.pixelsOf(tile).topLeft(), *image);
  }
  if (!tiled && exact_ && exact_->step == grid.step() && exact_->pixels.intersects(seen))
    painter.drawImage(exact_->pixels.topLeft(), exact_->image);
  if (const Sheet* sheet = sheetToPaint(grid.step(), seen)) {
    const QPoint corner = sheet->piece.pixels.topLeft();
    painter.setClipRegion(sheet->shown.translated(corner));
    painter.drawImage(corner, sheet->image);
  }
  painter.restore();
  return covered;
}

void GroundPictures::paintScaled(QPainter& painter, const ViewPort& view, int step, const QRect& pixels,
                                 const QImage& image) {
  const QRectF target = view.toScreen(TileGrid(step, ratio_).extentOf(pixels)).normalized();
  if (target.intersects(QRectF(QPointF(), view.size()))) painter.drawImage(target, image, QRectF(image.rect()));
}

void GroundPictures::paintFallback(QPainter& painter, const ViewPort& view) {
  painter.save();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  if (!backdrop_.empty()) {
    backdrop_.paint(painter, view);
    // Another style's light would blind in the dark; it is there to find one's way, for half a second.
    if (veil_.isValid()) painter.fillRect(QRectF(QPointF(), view.size()), veil_);
  }
  if (overview_) paintScaled(painter, view, overview_->step, overview_->pixels, overview_->image);
  const int step = gridOf(view).step();
  std::vector<TileId> others;
  for (const TileId& tile : tiles_.keys())
    if (tile.step != step && tile.step >= step - kFarCoarser && tile.step <= step + kFarFiner) others.push_back(tile);
  // The coarse ones first: the finer the later, so the nearest scale lies on top; but what is finer than needed is
  // small and goes under what is coarser and near.
  std::sort(others.begin(), others.end(), [&](const TileId& a, const TileId& b) {
    return std::pair(-std::abs(a.step - step), a) < std::pair(-std::abs(b.step - step), b);
  });
  for (const TileId& tile : others)
    paintScaled(painter, view, tile.step, TileGrid(tile.step, ratio_).pixelsOf(tile), *tiles_.object(tile));
  if (exact_ && exact_->step != step) paintScaled(painter, view, exact_->step, exact_->pixels, exact_->image);
  painter.restore();
}

}  // namespace fengsui
