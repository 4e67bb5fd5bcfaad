// SPDX-License-Identifier: GPL-3.0-or-later
// How long QGIS's own map canvas takes for the views of ground_bench, set up as QGIS Desktop sets it up: caching,
// parallel rendering, preview of the surroundings. One line for each figure: name, milliseconds.
//
// usage: canvas_bench PROJECT
#include <qgsapplication.h>
#include <qgsmapcanvas.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <vector>

#include "engine/mapproject.h"
#include "engine/runtime.h"

namespace {

using namespace fengsui;

constexpr int kWidth = 1920;
constexpr int kHeight = 1080;
constexpr double kCoarsest = 156543.03392804097;  // metres for a pixel with the world in 256

/// A view as the desk's ViewPort has it: a middle and a scale of its series.
struct View {
  double x = 0;
  double y = 0;
  int step = 0;

  [[nodiscard]] double metresPerPixel() const { return kCoarsest / std::exp2(step / 2.0); }
  [[nodiscard]] QgsRectangle extent() const {
    const double halfWidth = kWidth / 2.0 * metresPerPixel();
    const double halfHeight = kHeight / 2.0 * metresPerPixel();
    return QgsRectangle(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
};

View fitting(const protocol::Extent& extent) {
  const double least = std::max((extent.xMax - extent.xMin) / kWidth, (extent.yMax - extent.yMin) / kHeight);
  return {(extent.xMin + extent.xMax) / 2, (extent.yMin + extent.yMax) / 2,
          static_cast<int>(std::floor(2 * std::log2(kCoarsest / least) + 1e-6))};
}

double show(QgsMapCanvas& canvas, const View& view) {
  QEventLoop loop;
  QObject::connect(&canvas, &QgsMapCanvas::mapCanvasRefreshed, &loop, &QEventLoop::quit);
  QElapsedTimer clock;
  clock.start();
  canvas.setExtent(view.extent());
  canvas.refresh();
  loop.exec();
  const QPixmap painted = canvas.grab();
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void pause(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: canvas_bench PROJECT\n");
    return 2;
  }
  engine::Profile profile({});
  engine::prepareEnvironment(profile);
  const auto application = engine::startQgis(argc, argv, profile);
  QElapsedTimer clock;
  clock.start();
  auto project = engine::MapProject::open(argv[1]);
  if (!project) {
    std::fprintf(stderr, "%s\n", project.error().message.en.c_str());
    return 1;
  }
  std::printf("qgisOpen %.1f\n", static_cast<double>(clock.nsecsElapsed()) / 1e6);

  protocol::Render day;
  day.extent = (*project)->describe().extent;
  day.widthPx = kWidth;
  day.heightPx = kHeight;
  const QgsMapSettings settings = (*project)->settingsFor(day);

  QgsMapCanvas canvas;
  canvas.resize(kWidth, kHeight);
  canvas.setFrameStyle(QFrame::NoFrame);
  canvas.setDestinationCrs(settings.destinationCrs());
  canvas.setCanvasColor(settings.backgroundColor());
  canvas.enableAntiAliasing(true);
  canvas.setCachingEnabled(true);
  canvas.setParallelRenderingEnabled(true);
  canvas.setPreviewJobsEnabled(true);
  canvas.show();
  canvas.setLayers(settings.layers());

  const View home = fitting(day.extent);
  show(canvas, home);
  std::vector<double> cold;
  for (const int steps : {0, 2, 4, 6, 8}) {
    canvas.clearCache();
    cold.push_back(show(canvas, {home.x, home.y, home.step + steps}));
    std::printf("qgisCold%d %.1f\n", steps, cold.back());
    pause(1'000);  // its preview jobs
  }
  std::printf("qgisCold %.1f\n", median(cold));

  const View begin{home.x, home.y, home.step + 4};
  std::vector<double> pans;
  for (int turn = 0; turn < 3; ++turn) {
    for (int i = 0; i <= 8; ++i) {
      View view = begin;
      view.x += 0.2 * kWidth * begin.metresPerPixel() * (i <= 4 ? i : 8 - i);
      const double ms = show(canvas, view);
      if (turn > 0) pans.push_back(ms);
      pause(500);
    }
  }
  std::printf("qgisPan %.1f\n", median(pans));
  return 0;
}
