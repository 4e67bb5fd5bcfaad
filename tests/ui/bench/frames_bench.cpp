// SPDX-License-Identifier: GPL-3.0-or-later
// How many frames of a forecast go from disk to the screen in a second: read and decompressed, coloured, halved,
// painted into an image of 1920 × 1080; beside a floor in the same run, one copy of that image.
//
// usage: frames_bench [CELLS A SIDE, 1000]
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>

#include "support/tempfolder.h"
#include "ui/canvas/hazarddrawing.h"
#include "ui/hazard/framecolours.h"
#include "ui/valleyflood.h"

namespace {

using namespace fengsui;

constexpr int kFrames = 48;
constexpr int kTurns = 4;

struct Times {
  std::vector<double> ms;
  void take(const std::function<void()>& work) {
    QElapsedTimer clock;
    clock.start();
    work();
    ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
  }
  [[nodiscard]] double at(double share) {
    std::sort(ms.begin(), ms.end());
    return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
  }
  void say(const char* what) {
    std::printf("%-52s p50 %6.2f ms  p99 %6.2f ms\n", what, at(0.5), at(0.99));
    std::fflush(stdout);
  }
};

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  const int side = argc > 1 ? std::max(10, QByteArray(argv[1]).toInt()) : 1000;
  const TempFolder folder;
  const auto path = folder.path() / "depth.frames";
  const FramesHeader header = valleyHeader(*Position::ofDegrees(116.62, 40.35), side, side, 30, {});
  {
    auto writer = FramesWriter::create(path, header);
    for (int i = 0; writer && i < kFrames; ++i)
      if (!writer->append(i * 300'000LL, valleyCounts(header.grid, static_cast<double>(i) / kFrames))) return 1;
  }
  const auto file = FramesFile::open(path);
  const auto colours = FrameColours::of(header.layer);
  if (!file || !colours) return 1;
  std::printf("%d frames of %d x %d cells, %.1f MB\n", kFrames, side, side,
              static_cast<double>(std::filesystem::file_size(path)) / 1e6);

  QImage screen(1920, 1080, QImage::Format_ARGB32_Premultiplied);
  screen.fill(Qt::darkGray);
  const QPointF middle(header.grid.west + side * header.grid.cell / 2, header.grid.north - side * header.grid.cell / 2);
  const double whole = side * header.grid.cell / 1080;
  const struct {
    const char* name;
    double metresPerPixel;
  } views[] = {{"all of it in view", whole}, {"a quarter of it, magnified", whole / 4}, {"from afar", whole * 3}};
  HazardDrawing drawing;
  drawing.northWest = {header.grid.west, header.grid.north};
  drawing.cell = header.grid.cell;
  const Tokens look = tokensOf(Theme::dark);
  double slowest = 0;
  for (const auto& view : views) {
    const ViewPort port(middle, view.metresPerPixel, screen.size());
    Times read, colour, paint, all;
    for (int i = 0; i < kFrames * kTurns; ++i)
      all.take([&] {
        FrameCounts counts;
        read.take([&] { counts = file->read(static_cast<std::size_t>(i % kFrames)).value(); });
        colour.take([&] { drawing.levels = withHalves(colours->paint(header.grid, counts)); });
        paint.take([&] {
          QPainter painter(&screen);
          paintHazard(painter, drawing, port, look);
        });
      });
    std::printf("%s\n", view.name);
    read.say("  read and decompressed");
    colour.say("  coloured and halved");
    paint.say("  painted");
    all.say("  a frame, from disk to painted, on one thread");
    slowest = std::max(slowest, all.at(0.5));
  }
  QImage copy(screen.size(), screen.format());
  Times floor;
  for (int i = 0; i < 500; ++i)
    floor.take([&] { std::memcpy(copy.bits(), screen.constBits(), static_cast<std::size_t>(screen.sizeInBytes())); });
  floor.say("floor: the image of the screen copied");
  std::printf("%.0f frames a second where it is slowest, %.1f x the floor (goal: 20 a second)\n", 1000 / slowest,
              slowest / floor.at(0.5));
  return slowest < 50 ? 0 : 1;
}
