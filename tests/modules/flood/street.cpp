// SPDX-License-Identifier: GPL-3.0-or-later
// Water from a burst main running down a steep street between blocks of houses, of the size and the kind of the
// Environment Agency's benchmark 8A (Néelz and Pender 2013): 133,536 cells of 2 m, 1,000 s. The ground is made here.
//
// usage: flood_street [THREADS [ORDER]]

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "flood/model/solver.h"

using namespace fengsui;
using namespace fengsui::flood;

int main(int argc, char** argv) {
  Terrain town{{416, 321}, 2, 2, {}};
  Forcing forcing;
  for (int j = 0; j < town.shape.rows; ++j)
    for (int i = 0; i < town.shape.columns; ++i) {
      // Streets of 8 m around blocks of 60 m by 44 m; falling 4 % to the east and rising 1 % from the middle street.
      const bool street = i % 34 < 4 || (j + 13) % 26 < 4;
      town.bed.push_back(0.04 * 2 * (416 - i) + 0.01 * 2 * std::abs(j - 160) + (street ? 0 : 4) +
                         0.02 * std::sin(i * 0.9) * std::cos(j * 1.1));
      forcing.manning.cells.push_back(street ? 0.02F : 0.05F);
    }
  forcing.inflows = {{"main",
                      {{2, 157}, {2, 158}},
                      Series(std::vector<std::pair<double, double>>{{0, 0}, {60, 0}, {120, 5}, {600, 5}, {700, 0}})}};
  for (auto& side : forcing.boundaries) side.kind = Boundary::Kind::open;
  Numerics numerics;
  if (argc > 1) numerics.threads = std::atoi(argv[1]);
  if (argc > 2) numerics.order = std::atoi(argv[2]);
  auto solver = Solver<float>::make(town, forcing, numerics);
  if (!solver || !solver->start({}, {}, {})) return 1;
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t ticks = std::clock();
  solver->advance(1000);
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double processor = static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
  const Volumes v = solver->volumes();
  long wet = 0;
  for (int j = 0; j < town.shape.rows; ++j)
    for (int i = 0; i < town.shape.columns; ++i) wet += solver->records().maximumDepth.at(i, j) > 0.01F ? 1 : 0;
  std::printf(
      "%zu cells, %ld steps, %.0f M cell-updates, %ld cells were wet; wall %.2f s, processor %.2f s; came %.1f "
      "m3, left %.1f m3, stored %.1f m3, mass error %.1e\n",
      town.shape.cells(), solver->steps(), solver->cellUpdates() * 1e-6, wet, wall, processor, v.sprung, v.left,
      v.stored, v.error() / v.received());
}
