// SPDX-License-Identifier: GPL-3.0-or-later
// How long looking up takes among as many names as a city has, and how many times the floor that is: a search for the
// bytes of the text in all the same names.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>

#include "ui/search/names.h"

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
  for (const char* text : kQuestions)
    benchmark::RegisterBenchmark((std::string("search ") + text).c_str(), [text](benchmark::State& state) {
      Search(state, text);
    })->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
