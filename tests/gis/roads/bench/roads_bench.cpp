// SPDX-License-Identifier: GPL-3.0-or-later
// New York (264,346 nodes, 733,846 arcs) and what a district asks of it.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <queue>
#include <random>

#include "gis/roads/dimacs.h"
#include "gis/roads/endpoints.h"
#include "gis/roads/hierarchysearch.h"
#include "gis/roads/openroads.h"
#include "gis/roads/smallroads.h"
#include "gis/roads/timematrix.h"

using namespace fengsui;

namespace {

constexpr Instant evening{1'784'554'800'000};

struct City {
  DimacsNetwork files = readDimacs(std::filesystem::path(FENGSUI_SHARED_DATA_DIR) / "scale", "NY");
  RoadNetwork network = files.graph ? RoadNetwork::of(files.graph).value() : RoadNetwork{};
  std::optional<RoadTimes> times =
      files.graph ? std::optional<RoadTimes>(std::in_place, network, Vehicle::car, files.arcMs) : std::nullopt;

  [[nodiscard]] std::vector<RoadPoint> places(std::size_t count, unsigned seed) const {
    std::mt19937 random(seed);
    std::vector<RoadPoint> out;
    for (std::size_t i = 0; i < count; ++i)
      out.push_back(atNode(*files.graph, static_cast<NodeId>(random() % files.graph->nodeCount())));
    return out;
  }
};

const City* city(benchmark::State& state) {
  static const City made;
  if (made.files.graph) return &made;
  state.SkipWithError("skipped: no ../shared/data");
  return nullptr;
}

void OneToOne(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  const auto from = ny->places(1000, 1), to = ny->places(1000, 2);
  RoadSearch search(ny->network);
  std::vector<double> ms;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(search.earliest(*ny->times, {}, {from[i % 1000], to[i % 1000], evening}));
    ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    ++i;
  }
  std::sort(ms.begin(), ms.end());
  state.counters["p95_ms"] = ms[ms.size() * 95 / 100];
}
BENCHMARK(OneToOne)->Unit(benchmark::kMillisecond)->Iterations(1000);

void OneToOneByPlainDijkstra(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  const auto from = ny->places(100, 1), to = ny->places(100, 2);
  std::size_t i = 0;
  for (auto _ : state) {
    const auto ends = leaving(*ny->times, from[i % 100]);
    benchmark::DoNotOptimize(plainDijkstra(*ny->files.graph, ny->files.arcMs, ends.front().node));
    ++i;
  }
}
BENCHMARK(OneToOneByPlainDijkstra)->Unit(benchmark::kMillisecond)->Iterations(50);

void Matrix100x50(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  const auto from = ny->places(100, 3), to = ny->places(50, 4);
  for (auto _ : state) benchmark::DoNotOptimize(timeMatrix(*ny->times, {}, from, to, evening));
}
BENCHMARK(Matrix100x50)->Unit(benchmark::kMillisecond);

void Replan200RoutesAfter500Closures(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  const auto from = ny->places(200, 5), to = ny->places(200, 6);
  std::mt19937 random(7);
  // Half of the closures lie on the ways that have to be planned again, for those are the ones that cost.
  RoadSearch search(ny->network);
  std::vector<EdgeClosure> closed;
  for (std::size_t i = 0; i < 500; ++i) {
    EdgeId edge = static_cast<EdgeId>(random() % ny->files.graph->edgeCount());
    if (i % 2 == 0) {
      const auto route = search.earliest(*ny->times, {}, {from[i % 200], to[i % 200], evening});
      if (route && !route->steps.empty()) edge = edgeOf(route->steps[random() % route->steps.size()].arc);
    }
    const auto until = i % 3 ? std::nullopt : std::optional(evening.plusMs(600'000));
    closed.push_back({"", "", {edge}, {{evening.plusMs(-1), until}}, {}});
  }
  std::size_t moved = 0;
  for (auto _ : state) {
    const RoadClosures closures(closed);
    moved = 0;
    search.prepare(*ny->times, closures, evening);
    for (std::size_t i = 0; i < from.size(); ++i) {
      const auto route = search.earliest(*ny->times, closures, {from[i], to[i], evening});
      moved += route && !route->avoided.empty();
    }
  }
  state.counters["moved"] = static_cast<double>(moved);
}
BENCHMARK(Replan200RoutesAfter500Closures)->Unit(benchmark::kMillisecond);

void Prepare(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  for (auto _ : state) benchmark::DoNotOptimize(RoadNetwork::of(ny->files.graph));
  state.counters["MB"] = static_cast<double>(ny->files.graph->bytes() + ny->network.hierarchy->bytes() +
                                             ny->times->weights().bytes() + ny->times->arcMs().size() * 4) /
                         1e6;
}
BENCHMARK(Prepare)->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime()->UseRealTime();

// What is left of Prepare once the order is kept on the disk: reading it, checking it, and contracting by it.
void OpenWithTheKeptOrder(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  const auto file = std::filesystem::temp_directory_path() / ("fengsui-bench-" + std::to_string(getpid()) + ".order");
  benchmark::DoNotOptimize(openRoads(ny->files.graph, file));
  for (auto _ : state)
    if (!openRoads(ny->files.graph, file)->orderWasKept) state.SkipWithError("the order was not kept");
  state.counters["kB"] = static_cast<double>(std::filesystem::file_size(file)) / 1e3;
  std::filesystem::remove(file);
}
BENCHMARK(OpenWithTheKeptOrder)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void WeighForAVehicle(benchmark::State& state) {
  const City* ny = city(state);
  if (!ny) return;
  for (auto _ : state) benchmark::DoNotOptimize(RoadTimes(ny->network, Vehicle::car, ny->files.arcMs));
}
BENCHMARK(WeighForAVehicle)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
