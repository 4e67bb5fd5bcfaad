// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the flood model is: wet cell-updates per second, beside the speed at which this machine copies the same
// bytes.
//
// usage: flood_bench [COLUMNS ROWS [STEPS [PART-OF-NAME]]]

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <numbers>
#include <string>
#include <string_view>
#include <thread>

#include "flood/model/solver.h"

using namespace fengsui::flood;

namespace {

std::string_view wanted;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Terrain hills(int columns, int rows, double cell) {
  Terrain terrain{{columns, rows}, cell, cell, {}};
  terrain.bed.reserve(terrain.shape.cells());
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i)
      terrain.bed.push_back(20 * std::sin(i * 2 * std::numbers::pi / 200) * std::cos(j * 2 * std::numbers::pi / 150) +
                            0.002 * cell * i);
  return terrain;
}

// Seconds to copy so many bytes (read and written, each counted) once with so many threads.
double copySeconds(std::size_t bytes, int threads) {
  const std::size_t each = bytes / 2 / static_cast<std::size_t>(threads);
  std::vector<std::vector<char>> from(static_cast<std::size_t>(threads)), to(static_cast<std::size_t>(threads));
  for (auto& part : from) part.assign(each, 1);
  for (auto& part : to) part.assign(each, 2);
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const double begin = now();
    {
      std::vector<std::jthread> team;
      for (std::size_t k = 0; k < from.size(); ++k)
        team.emplace_back([&, k] { std::memcpy(to[k].data(), from[k].data(), each); });
    }
    best = std::min(best, now() - begin);
  }
  return best;
}

template <class Real>
void measure(const char* name, int columns, int rows, int steps, const Numerics& numerics, double manning,
             double rain) {
  if (std::string_view(name).find(wanted) == std::string_view::npos) return;
  const Terrain terrain = hills(columns, rows, 30);
  Forcing forcing;
  forcing.manning.uniform = manning;
  if (rain > 0) forcing.rain.rate = Series(rain / 3.6e6);
  auto solver = Solver<Real>::make(terrain, forcing, numerics);
  if (!solver) {
    std::printf("%s\n", solver.error().sentence(fengsui::Language::english).c_str());
    return;
  }
  std::vector<double> depth(terrain.shape.cells());
  for (std::size_t k = 0; k < depth.size(); ++k) depth[k] = 1 + 0.2 * std::sin(static_cast<double>(k) * 0.01);
  if (!solver->start(depth, {}, {})) return;
  solver->advance(5);
  double best = 1e9;
  double updates = 0;
  double processor = 1e9;
  for (int round = 0; round < 4; ++round) {
    const double before = solver->cellUpdates();
    const long stepsBefore = solver->steps();
    const double begin = now();
    const std::clock_t ticks = std::clock();
    while (solver->steps() - stepsBefore < steps) solver->advance(solver->time() + 20);
    const double perUpdate = (now() - begin) / (solver->cellUpdates() - before);
    if (perUpdate < best) best = perUpdate;
    processor = std::min(processor,
                         static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC / (solver->cellUpdates() - before));
    updates = solver->cellUpdates();
  }
  // Read and written once in each step: depth, u, v, residual; read: bed, and the roughness where it varies.
  const double touched = static_cast<double>(sizeof(Real)) * (4 * 2 + 1);
  const double floor =
      copySeconds(static_cast<std::size_t>(touched * columns * rows), numerics.threads) / (double(columns) * rows);
  const Volumes v = solver->volumes();
  std::printf(
      "%-46s %7.1f M cell-updates/s  copy floor %7.1f M/s  ratio %4.2f  %6.1f M per processor second  mass error %.1e  "
      "%zu B/cell  (%.0f M updates, %ld steps)\n",
      name, 1e-6 / best, 1e-6 / floor, best / floor, 1e-6 / processor, v.error() / v.received(),
      solver->bytes() / terrain.shape.cells(), updates * 1e-6, solver->steps());
}

}  // namespace

int main(int argc, char** argv) {
  const int columns = argc > 2 ? std::atoi(argv[1]) : 1000;
  const int rows = argc > 2 ? std::atoi(argv[2]) : 1000;
  const int steps = argc > 3 ? std::atoi(argv[3]) : 60;
  if (argc > 4) wanted = argv[4];
  for (const int order : {2, 1}) {
    Numerics two;
    two.localSteps = false;  // what a cell costs, not how many are spared: that is flood_storm
    two.order = order;
    Numerics one = two;
    one.threads = 1;
    const std::string name = order == 2 ? "second order, " : "first order, ";
    const auto named = [&](const char* rest) { return name + rest; };
    measure<float>(named("float, 2 threads").c_str(), columns, rows, steps, two, 0.035, 0);
    measure<float>(named("float, 2 threads, rain").c_str(), columns, rows, steps, two, 0.035, 20);
    measure<float>(named("float, 2 threads, no friction").c_str(), columns, rows, steps, two, 0, 0);
    measure<float>(named("float, 1 thread").c_str(), columns, rows, steps, one, 0.035, 0);
    measure<double>(named("double, 2 threads").c_str(), columns, rows, steps / 2, two, 0.035, 0);
    for (const auto& [set, rest] : {std::pair{InstructionSet::baseline, "float, 2 threads, SSE2"},
                                    std::pair{InstructionSet::avx2, "float, 2 threads, AVX2"}}) {
      if (set > bestInstructionSet()) continue;
      Numerics narrow = two;
      narrow.instructions = set;
      measure<float>(named(rest).c_str(), columns, rows, steps / 2, narrow, 0.035, 0);
    }
  }
}
