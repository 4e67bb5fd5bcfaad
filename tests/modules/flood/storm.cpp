// SPDX-License-Identifier: GPL-3.0-or-later
// A storm over real terrain, run whole: what it costs, what becomes of the water.
//
// usage: flood_storm DEM.tif HOURS MM-PER-HOUR [ORDER [THREADS [CELLS-TIMES]]]

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "flood/model/coarsen.h"

using namespace fengsui;
using namespace fengsui::flood;

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto ground = readRaster(argv[1]);
  if (!ground) {
    std::printf("%s\n", ground.error().sentence(Language::english).c_str());
    return 1;
  }
  Scenario scenario;
  scenario.ground = *ground;
  scenario.terrain = {{ground->columns, ground->rows}, ground->cellWidth, ground->cellHeight, ground->values};
  scenario.forcing.manning.uniform = 0.05;
  scenario.forcing.rain.rate = Series(std::atof(argv[3]) / 3.6e6);
  for (auto& side : scenario.forcing.boundaries) side.kind = Boundary::Kind::open;
  const std::clock_t before = std::clock();
  if (argc > 6) scenario = coarsened(scenario, std::atoi(argv[6]));
  const Terrain& terrain = scenario.terrain;
  Numerics numerics;
  if (argc > 4) numerics.order = std::atoi(argv[4]);
  if (argc > 5) numerics.threads = std::atoi(argv[5]);
  auto solver = Solver<float>::make(terrain, scenario.forcing, numerics);
  if (!solver || !solver->start({}, {}, {})) return 1;
  const double end = std::atof(argv[2]) * 3600;
  const auto begin = std::chrono::steady_clock::now();
  for (int k = 1; k <= 12; ++k) {
    solver->advance(end * k / 12);
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double processor = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    const Volumes v = solver->volumes();
    std::printf(
        "%6.0f s  %7ld steps  %8.0f M updates  wall %7.1f s  processor %7.1f s  %5.1f M per processor second  "
        "out %.4e m3  mass error %.1e\n",
        solver->time(), solver->steps(), solver->cellUpdates() * 1e-6, wall, processor,
        solver->cellUpdates() * 1e-6 / processor, v.left, v.error() / v.received());
    std::fflush(stdout);
  }
  // How far slower water could go its own way: cells by how much longer a step they would bear.
  const double g = 9.81;
  double fastest = 0;
  std::vector<double> rate(terrain.shape.cells());
  for (int j = 0; j < terrain.shape.rows; ++j)
    for (int i = 0; i < terrain.shape.columns; ++i) {
      const double h = static_cast<double>(solver->depth().at(i, j));
      const double c = std::sqrt(g * std::max(0.0, h));
      const double r = std::max((std::abs(static_cast<double>(solver->u().at(i, j))) + c) / terrain.dx,
                                (std::abs(static_cast<double>(solver->v().at(i, j))) + c) / terrain.dy);
      rate[static_cast<std::size_t>(j) * static_cast<std::size_t>(terrain.shape.columns) +
           static_cast<std::size_t>(i)] = r;
      fastest = std::max(fastest, r);
    }
  for (const auto& [w, h] : {std::pair{1, 1}, {16, 8}, {32, 8}, {64, 8}, {64, 1}}) {
    const int across = (terrain.shape.columns + w - 1) / w, down = (terrain.shape.rows + h - 1) / h;
    std::vector<double> tile(static_cast<std::size_t>(across * down));
    for (int j = 0; j < terrain.shape.rows; ++j)
      for (int i = 0; i < terrain.shape.columns; ++i) {
        double& t = tile[static_cast<std::size_t>(j / h * across + i / w)];
        t = std::max(t, rate[static_cast<std::size_t>(j) * static_cast<std::size_t>(terrain.shape.columns) +
                             static_cast<std::size_t>(i)]);
      }
    for (const bool halo : {false, true}) {
      double work = 0;
      long count[8] = {};
      for (int b = 0; b < down; ++b)
        for (int a = 0; a < across; ++a) {
          double most = 0;
          for (int y = std::max(0, b - halo); y <= std::min(down - 1, b + halo); ++y)
            for (int x = std::max(0, a - halo); x <= std::min(across - 1, a + halo); ++x)
              most = std::max(most, tile[static_cast<std::size_t>(y * across + x)]);
          int level = 0;
          while (level < 5 && most * 2 * (1 << level) <= fastest) ++level;
          ++count[level];
          work += 1.0 / (1 << level);
        }
      std::printf("tiles %dx%d halo %d: levels", w, h, halo);
      for (int l = 0; l < 6; ++l) std::printf(" %.1f%%", 100.0 * static_cast<double>(count[l]) / (across * down));
      std::printf("  work %.3f of global\n", work / (across * down));
    }
  }
  std::printf("fastest %.2f m/s\n", fastest * terrain.dx);
}
