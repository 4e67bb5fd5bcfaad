// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QSet>
#include <cmath>

#include "support/tempfolder.h"
#include "ui/ground/groundplan.h"
#include "ui/ground/groundstore.h"

namespace fengsui {
namespace {

constexpr int kStep = 26;
const QColor kHole(255, 0, 255);

ViewPort viewAt(double eastPx, double northPx, int step = kStep, QSizeF size = {1920, 1080}) {
  const double m = ViewPort::scaleOf(step);
  return {QPointF(12'980'000 + eastPx * m, 4'910'000 + northPx * m), m, size};
}

QImage filled(QSize size, QColor colour, QImage::Format format = QImage::Format_RGB32) {
  QImage image(size, format);
  image.fill(colour);
  return image;
}

QImage painted(GroundPictures& pictures, const ViewPort& view) {
  QImage screen = filled(view.size().toSize(), kHole);
  QPainter painter(&screen);
  pictures.paint(painter, view);
  return screen;
}

long holesIn(const QImage& image) {
  long holes = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) holes += image.pixelColor(x, y) == kHole ? 1 : 0;
  return holes;
}

void fill(GroundPictures& pictures, const ViewPort& view, QColor colour = Qt::darkGreen) {
  for (const TileId& tile : pictures.missingTiles(view))
    pictures.put(tile, filled({TileGrid::kTilePx, TileGrid::kTilePx}, colour));
}

TEST(TileGrid, CoversAViewWithoutHolesAtAnyDensity) {
  for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
    const TileGrid grid(kStep, ratio);
    const ViewPort view = viewAt(0.37, 0.81);
    const QRect seen = grid.pixelsOf(view);
    EXPECT_EQ(seen.size(), (view.size() * ratio).toSize());
    QRegion left(seen);
    for (const TileId& tile : grid.tilesOf(seen)) left -= grid.pixelsOf(tile);
    EXPECT_TRUE(left.isEmpty()) << ratio;
    const QRectF extent = grid.extentOf(seen);
    EXPECT_NEAR(extent.center().x(), view.centre().x(), ViewPort::scaleOf(kStep));
    EXPECT_NEAR(extent.center().y(), view.centre().y(), ViewPort::scaleOf(kStep));
  }
}

TEST(TileGrid, IsThatOfTheWebMapsWhereTheScaleIs) {
  // A tile of 1024 pixels at web zoom 13 is the tile 13 − 2 of those with 256; Beijing's Huairou lies in 11/1687/772.
  const TileGrid grid(26, 1);
  const auto at = mercatorOf(*Position::ofDegrees(116.62, 40.35));
  const auto tiles = grid.tilesOf(grid.pixelsOf(ViewPort(at, ViewPort::scaleOf(26), {2, 2})));
  ASSERT_EQ(tiles.size(), 1U);
  EXPECT_EQ(tiles[0], (TileId{26, 1687, 772}));
}

TEST(TileGrid, NamesTheMiddleFirstAndNothingBeyondTheWorld) {
  const TileGrid grid(kStep, 1);
  const QRect seen = grid.pixelsOf(viewAt(0, 0));
  EXPECT_TRUE(grid.pixelsOf(grid.tilesOf(seen).front()).adjusted(-600, -600, 600, 600).contains(seen.center()));
  EXPECT_TRUE(TileGrid(4, 1).tilesOf(QRect(-5000, -5000, 3000, 3000)).empty());
  EXPECT_EQ(TileGrid::blocksAround(QRect(-1, 255, 2, 2), 256), QRect(-256, 0, 512, 512));
}

TEST(GroundPictures, LeaveNoHoleWhileTheMapIsDraggedAndZoomed) {
  GroundPictures pictures;
  pictures.begin(1, {}, {});
  const ViewPort view = viewAt(0, 0);
  const QRect wide = pictures.gridOf(view).pixelsOf(view).adjusted(-64, -64, 64, 64);
  pictures.putView({kStep, wide, filled(wide.size(), Qt::gray)});
  fill(pictures, viewAt(0, 0).widened(600));
  EXPECT_EQ(holesIn(painted(pictures, view)), 0);
  EXPECT_EQ(holesIn(painted(pictures, view.panned({333.3, -123.4}))), 0);
  EXPECT_EQ(holesIn(painted(pictures, view.zoomed(1, {300, 300}))), 0);
  EXPECT_EQ(holesIn(painted(pictures, view.zoomed(5, {300, 300}))), 0);
  // Out by one step the pictures of the surroundings still reach the edges.
  EXPECT_EQ(holesIn(painted(pictures, view.zoomed(-1, {960, 540}))), 0);
}

TEST(GroundPictures, LayTilesOnWholePixelsAtAnyDensity) {
  for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
    GroundPictures pictures;
    pictures.begin(ratio, {}, {});
    const ViewPort view = viewAt(0.37, 0.81, kStep, {1000, 600});
    pictures.makeRoomFor(view);
    // A chequerboard of single pixels turns grey wherever it is laid between pixels.
    QImage board(TileGrid::kTilePx, TileGrid::kTilePx, QImage::Format_RGB32);
    for (int y = 0; y < board.height(); ++y)
      for (int x = 0; x < board.width(); ++x) board.setPixel(x, y, (x + y) % 2 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
    for (const TileId& tile : pictures.missingTiles(view)) pictures.put(tile, board);
    QImage screen((view.size() * ratio).toSize(), QImage::Format_RGB32);
    screen.setDevicePixelRatio(ratio);
    screen.fill(kHole);
    QPainter painter(&screen);
    EXPECT_TRUE(pictures.paint(painter, view));
    painter.end();
    long wrong = 0;
    for (int y = 1; y < screen.height(); ++y)
      for (int x = 1; x < screen.width(); ++x) {
        const QRgb here = screen.pixel(x, y);
        const bool pure = here == qRgb(255, 255, 255) || here == qRgb(0, 0, 0);
        wrong += !pure || here == screen.pixel(x - 1, y) || here == screen.pixel(x, y - 1) ? 1 : 0;
      }
    EXPECT_EQ(wrong, 0) << ratio;
  }
}

TEST(GroundPictures, NeverPaintNamesTwice) {
  GroundPictures pictures;
  pictures.begin(1, {}, {});
  const ViewPort view = viewAt(0, 0);
  fill(pictures, view.widened(800));
  // Names: half transparent red; where they lay twice it would be darker.
  const GroundPiece sheet = pictures.sheetFor(view);
  QColor ink(255, 0, 0, 100);
  pictures.putLabels(sheet, filled(sheet.pixels.size(), ink, QImage::Format_ARGB32_Premultiplied));
  const ViewPort moved = view.panned({-300, 0});
  const QImage tiled = painted(pictures, moved);
  EXPECT_EQ(tiled.pixel(5, 5), tiled.pixel(1900, 1000));
  const QRgb once = tiled.pixel(5, 5);

  // An exact view that covers a part has its own names: the sheet is left out under it.
  const ViewPort far = view.panned({-900, 0});
  const QRect pixels = pictures.gridOf(far).pixelsOf(far);
  pictures.putView({kStep, pixels.translated(1000, 0), filled(pixels.size(), Qt::blue)});
  const QImage mixed = painted(pictures, moved);
  QSet<QRgb> colours;
  for (int x = 0; x < mixed.width(); ++x) colours.insert(mixed.pixel(x, 500));
  EXPECT_TRUE(colours.contains(once));
  EXPECT_LE(colours.size(), 2) << "tiles with names, or the exact view";
}

TEST(GroundPictures, DoNotMoveNamesUnderTheEyeWhenAWiderSheetArrives) {
  GroundPictures pictures;
  pictures.begin(1, {}, {});
  const ViewPort view = viewAt(0, 0);
  fill(pictures, view.widened(800), Qt::white);
  const auto put = [&](const GroundPiece& sheet, QColor ink) {
    pictures.putLabels(sheet, filled(sheet.pixels.size(), ink, QImage::Format_ARGB32_Premultiplied));
  };
  const auto names = [&](const ViewPort& at) { return painted(pictures, at).pixelColor(900, 500); };
  put(pictures.tightSheetFor(view), Qt::red);
  EXPECT_EQ(names(view), QColor(Qt::red));
  put(pictures.sheetFor(view), Qt::blue);
  EXPECT_EQ(names(view), QColor(Qt::red)) << "nobody needs the wide one yet";
  EXPECT_EQ(names(view.panned({-60, 0})), QColor(Qt::blue));
  EXPECT_EQ(names(view), QColor(Qt::blue)) << "and nothing goes back and forth";
  // The same sheet drawn again is another picture of it.
  put(pictures.sheetFor(view), Qt::green);
  EXPECT_EQ(names(view), QColor(Qt::green));
}

TEST(GroundPictures, ShowTheOldLookUntilTheNewOneIsThere) {
  GroundPictures pictures;
  pictures.begin(1, {}, {});
  const ViewPort view = viewAt(0, 0);
  fill(pictures, view, Qt::white);
  MapImage old = pictures.grab(view, kHole);
  QColor veil(0, 0, 0, 150);
  pictures.begin(1, std::move(old), veil);
  const QImage between = painted(pictures, view);
  EXPECT_EQ(holesIn(between), 0);
  EXPECT_LT(qGray(between.pixel(100, 100)), 128) << "white must not flash in the dark";
  fill(pictures, view, Qt::black);
  EXPECT_EQ(painted(pictures, view).pixel(100, 100), qRgb(0, 0, 0));
}

struct Planned : testing::Test {
  GroundPictures pictures;
  GroundStock stock;
  ViewPort view = viewAt(0, 0);
  void SetUp() override { pictures.begin(1, {}, {}); }
  [[nodiscard]] TileGrid grid() const { return pictures.gridOf(view); }
};

TEST_F(Planned, AsksForTheWholeViewFirstAndItsNamesAndForNothingElse) {
  const GroundWork work = nextWork(pictures, stock, view, true);
  EXPECT_TRUE(work.view);
  EXPECT_TRUE(work.tiles.empty() && work.labels && work.load.empty());
}

TEST_F(Planned, FillsTilesOnceTheExactViewIsThereAndNothingMoves) {
  const QRect seen = grid().pixelsOf(view);
  pictures.putView({kStep, seen, filled(seen.size(), Qt::gray)});
  EXPECT_TRUE(nextWork(pictures, stock, view, false).tiles.empty());
  const GroundWork work = nextWork(pictures, stock, view, true);
  EXPECT_FALSE(work.view);
  EXPECT_EQ(work.tiles.size(), pictures.missingTiles(view).size());
  // Then the names, then what lies around.
  fill(pictures, view);
  const GroundWork next = nextWork(pictures, stock, view, true);
  ASSERT_TRUE(next.labels);
  EXPECT_TRUE(next.labels->pixels.contains(seen));
  EXPECT_FALSE(next.tiles.empty());
}

TEST_F(Planned, TakesFromTheDiskWhatIsThereAndNeedsNoEngineForIt) {
  for (const TileId& tile : pictures.missingTiles(view)) stock.onDisk.insert(pieceOf(tile, grid()));
  stock.onDisk.insert(pictures.sheetFor(view));
  const GroundWork work = nextWork(pictures, stock, view, false);
  EXPECT_FALSE(work.view);
  EXPECT_FALSE(work.labels);
  EXPECT_EQ(work.load.size(), stock.onDisk.size());
  // What is being loaded is not asked again.
  for (const GroundPiece& piece : work.load) stock.underWay.insert(piece);
  EXPECT_TRUE(nextWork(pictures, stock, view, false).load.empty());
}

TEST_F(Planned, ComesToRest) {
  // Whatever is asked is given; after some rounds there must be nothing left to ask.
  for (int round = 0; round < 50; ++round) {
    const GroundWork work = nextWork(pictures, stock, view, true);
    if (work == GroundWork{}) {
      EXPECT_TRUE(pictures.complete(view));
      return;
    }
    const QRect seen = grid().pixelsOf(view);
    if (work.view) pictures.putView({kStep, seen, filled(seen.size(), Qt::gray)});
    for (const GroundPiece& piece : work.tiles) pictures.put(tileOf(piece), filled(piece.pixels.size(), Qt::green));
    if (work.labels)
      pictures.putLabels(*work.labels,
                         filled(work.labels->pixels.size(), Qt::transparent, QImage::Format_ARGB32_Premultiplied));
  }
  ADD_FAILURE() << "it asks for ever";
}

struct KeptOnDisk : testing::Test {
  TempFolder folder;
  QString path = QString::fromStdString(folder / "tiles");
  GroundPiece tile{GroundPiece::Kind::tile, kStep, QRect(0, 0, 64, 64)};

  [[nodiscard]] static GroundPiece number(int i) { return {GroundPiece::Kind::tile, kStep, QRect(64 * i, 0, 64, 64)}; }
  [[nodiscard]] static QImage noise(unsigned seed) {
    QImage image(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 64; ++x) image.setPixel(x, y, 0xff000000U | ((seed = seed * 1664525U + 1013904223U) >> 8U));
    return image;
  }
};

TEST_F(KeptOnDisk, ComesBackAsItWas) {
  const GroundPiece sheet{GroundPiece::Kind::labels, kStep, QRect(-256, 0, 64, 64)};
  const QImage names = filled({64, 64}, QColor(255, 0, 0, 100), QImage::Format_ARGB32_Premultiplied);
  {
    GroundFile file(path, 1'000'000);
    file.write("day", tile, noise(1));
    file.write("day", sheet, names);
    file.write("night", tile, noise(2));
  }
  GroundFile file(path, 1'000'000);
  EXPECT_EQ(file.pieces("day").size(), 2U);
  EXPECT_EQ(file.read("day", tile), noise(1));
  EXPECT_EQ(file.read("day", sheet), names);
  EXPECT_EQ(file.read("night", tile), noise(2));
  EXPECT_TRUE(file.read("print", tile).isNull());
}

TEST_F(KeptOnDisk, StaysWithinItsLimitAndKeepsWhatIsUsed) {
  constexpr std::int64_t limit = 1'000'000;
  GroundFile file(path, limit);
  file.write("day", number(0), noise(0));
  for (int i = 1; i < 300; ++i) {
    file.write("day", number(i), noise(static_cast<unsigned>(i)));
    (void)file.read("day", number(0));
    if (i % 10 == 0) file.tidy();
  }
  file.tidy();
  EXPECT_LT(QFile(path + "/ground.sqlite").size(), 2 * limit);
  EXPECT_EQ(file.read("day", number(0)), noise(0));
  EXPECT_EQ(file.read("day", number(299)), noise(299));
  EXPECT_TRUE(file.read("day", number(1)).isNull());
}

TEST_F(KeptOnDisk, BeginsAnewWhereTheFileIsRubbish) {
  {
    GroundFile file(path, 1'000'000);
    file.write("day", tile, noise(1));
  }
  QFile rubbish(path + "/ground.sqlite");
  ASSERT_TRUE(rubbish.open(QIODevice::WriteOnly));
  rubbish.write(QByteArray(50'000, 'x'));
  rubbish.close();
  GroundFile file(path, 1'000'000);
  EXPECT_TRUE(file.usable());
  EXPECT_TRUE(file.pieces("day").empty());
  file.write("day", tile, noise(3));
  EXPECT_EQ(file.read("day", tile), noise(3));
}

TEST_F(KeptOnDisk, DoesWithoutWhereNothingMayBeWritten) {
  QFile inTheWay(path);
  ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
  inTheWay.close();
  GroundFile file(path, 1'000'000);
  EXPECT_FALSE(file.usable());
  file.write("day", tile, noise(1));
  EXPECT_TRUE(file.read("day", tile).isNull());
  EXPECT_TRUE(file.pieces("day").empty());
}

TEST_F(KeptOnDisk, DoesWithoutWhileAnotherProgramLocksIt) {
  GroundFile file(path, 1'000'000);
  file.write("day", tile, noise(1));
  auto other = Sqlite::open((path + "/ground.sqlite").toStdString(), SqliteAccess::readWrite).value();
  ASSERT_TRUE(other.run("BEGIN EXCLUSIVE"));
  file.write("day", number(1), noise(2));  // skipped
  EXPECT_EQ(file.read("day", tile), noise(1));
  ASSERT_TRUE(other.run("COMMIT"));
  file.write("day", number(1), noise(2));
  EXPECT_EQ(file.read("day", number(1)), noise(2));
}

TEST_F(KeptOnDisk, IsAnotherKeyWhenTheDataIsAnother) {
  const QString project = QString::fromStdString(folder / "district.qgs");
  const auto write = [](const QString& name, const QByteArray& bytes) {
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  };
  write(project, "<qgis><datasource>./base.gpkg|layername=road</datasource></qgis>");
  const QString without = projectDigest(project);
  write(QString::fromStdString(folder / "base.gpkg"), "roads");
  const QString with = projectDigest(project);
  EXPECT_NE(with, without);
  EXPECT_EQ(with, projectDigest(project));
  write(QString::fromStdString(folder / "base.gpkg"), "more roads");
  EXPECT_NE(projectDigest(project), with);
}

}  // namespace
}  // namespace fengsui
