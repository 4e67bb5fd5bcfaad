// SPDX-License-Identifier: GPL-3.0-or-later
// How long looking up takes among as many names as a city has, and how many times the floor that is: a search for the
// bytes of the text in all the same names. With FENGSUI_BASE_MAP=…/base.gpkg also how long its names take to read.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "gis/district/mapnames.h"
#include "ui/search/mapthings.h"
#include "ui/search/names.h"
#include "ui/search/reportline.h"

namespace fengsui {
namespace {

constexpr std::size_t kNames = 100'000;
constexpr const char* kQuestions[] = {"h",      "qz",     "hrou",   "qiaozizhen", "桥",          "汤河口", "sanvall",
                                      "金山路", "yiyuan", "shuiku", "大 医院",    "carrer nova", "zzzz",   "xhzlygs"};

const std::vector<NamedThing>& things() {
  static const auto made = manyNames(kNames);
  return made;
}

const std::shared_ptr<const NameList>& list() {
  static const auto made = std::make_shared<const NameList>(things());
  return made;
}

double floorNs(const std::string& text) {
  using Clock = std::chrono::steady_clock;
  double best = 1e18;
  for (int i = 0; i < 5; ++i) {
    const auto begin = Clock::now();
    std::size_t found = 0;
    for (const NamedThing& thing : things()) found += thing.name.find(text) != std::string::npos;
    benchmark::DoNotOptimize(found);
    best = std::min(best, std::chrono::duration<double, std::nano>(Clock::now() - begin).count());
  }
  return best;
}

void Prepare(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    const NameList made(things());
    bytes = made.bytes();
  }
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}

void PreparePlaces(benchmark::State& state) {
  list();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = PlaceNames(list()).bytes();
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}

void Report(benchmark::State& state) {
  static const Gazetteer places{{std::make_shared<const PlaceNames>(list())}};
  for (auto _ : state)
    benchmark::DoNotOptimize(
        readReport("报 大金山村 山洪 较大 三人被困 王主任电话", places, Position::ofDegrees(116, 40)));
}

void ReadMap(benchmark::State& state, const char* file) {
  std::size_t names = 0;
  for (auto _ : state) {
    const auto read = namesOnMap(file);
    if (!read) {
      state.SkipWithError(read.error().message.en.c_str());
      return;
    }
    names = read->size();
  }
  state.counters["names"] = static_cast<double>(names);
}

void Search(benchmark::State& state, const std::string& text) {
  list();
  const double floor = floorNs(text);
  std::size_t hits = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (auto _ : state) hits = search(std::span(&list(), 1), {text, Position::ofDegrees(116.6, 40.6), 50}).size();
  const double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count();
  state.counters["hits"] = static_cast<double>(hits);
  state.counters["timesFloor"] = ns / static_cast<double>(state.iterations()) / floor;
}

}  // namespace
}  // namespace fengsui

int main(int argc, char** argv) {
  using namespace fengsui;
  const auto begin = std::chrono::steady_clock::now();
  benchmark::DoNotOptimize(&Pinyin::table());
  std::printf("pinyin table %.0f ms\n",
              std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  benchmark::RegisterBenchmark("prepare 100,000 names", Prepare)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("prepare 100,000 places for reports", PreparePlaces)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("read a report among 100,000 places", Report)->Unit(benchmark::kMicrosecond);
  if (const char* file = std::getenv("FENGSUI_BASE_MAP"))
    benchmark::RegisterBenchmark("read the names of a base map", ReadMap, file)->Unit(benchmark::kMillisecond);
  for (const char* text : kQuestions)
    benchmark::RegisterBenchmark((std::string("search ") + text).c_str(), [text](benchmark::State& state) {
      Search(state, text);
    })->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
