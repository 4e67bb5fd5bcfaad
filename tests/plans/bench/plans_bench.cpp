// SPDX-License-Identifier: GPL-3.0-or-later
// How long loading, expanding and activating take; limits: 658 villages ≤ 3 s, a 120-item plan ≤ 200 ms.
#include <benchmark/benchmark.h>

#include "plans/expand.h"
#include "plans/instantiate.h"
#include "plans/library.h"
#include "plans/planwriter.h"

namespace fengsui {
namespace {

// A district as large as the real one: every item a post, a placeholder, an answer, a ladder, a tenth of them for each
// village.
std::string bigPlan(int items, bool each) {
  std::string out =
      "plan: bench\nedition: \"1\"\neffective: 2026-06-01\nsource: 示例\ntitle: {zh: 甲, en: A}\nhazard: flood\n"
      "levels: [{level: 三级, en: level III, approver: {post: 岗位0}}]\nphases: [{id: act, zh: 处置, en: "
      "Act}]\nitems:\n";
  for (int i = 0; i < items; ++i) {
    const std::string n = std::to_string(i);
    out += "  - id: item" + n + "\n    title: {zh: 第" + n + "条, en: Item " + n + "}\n    phase: act\n";
    out += each && i % 10 == 0
               ? "    each: riskVillage\n    where: population >= 0 and rain(1 h) >= 0 mm\n    owner: {post: "
                 "村书记, of: each}\n    do: \"{each.name}转移{each.population}人，按{response.level}办\"\n"
               : "    owner: {post: 岗位" + std::to_string(i % 40) + ", b: 岗位1}\n    do: \"{incident.title}第" + n +
                     "条，{post.岗位2}签发，报{time}情况\"\n";
    out += i % 3 == 1 ? "    when: {after: item" + std::to_string(i - 1) + ", minutes: 10}\n"
                      : "    when: {at: " + n + "}\n";
    out +=
        "    answer: [{id: a, zh: 人数, type: counts, of: [应转, 已转]}, {id: b, zh: 照片, type: photo}]\n"
        "    chase: [{minutes: 10, to: door}, {minutes: 20, to: {post: 岗位3}}]\n";
  }
  return out;
}

Situation district() {
  Situation out;
  const auto id = [](int i) {
    Uuid uuid;
    uuid.bytes[14] = static_cast<std::uint8_t>(i / 256);
    uuid.bytes[15] = static_cast<std::uint8_t>(i % 256);
    return uuid;
  };
  for (int i = 0; i < 40; ++i) {
    Post post;
    post.id.uuid = id(i);
    post.name = "岗位" + std::to_string(i);
    post.holders = {{"A", "张三", "", {}}, {"B", "李四", "", {}}};
    out.posts.set(post.id.uuid, post);
  }
  for (int i = 0; i < 658; ++i) {
    RiskZone village;
    village.id.uuid = id(i);
    village.name = "第" + std::to_string(i) + "村";
    village.kind = "village";
    village.population = i;
    out.riskZones.set(village.id.uuid, village);
  }
  return out;
}

void activate(benchmark::State& state) {
  const PlanResult plan = loadPlan(bigPlan(120, true), "bench.yaml");
  const Situation situation = district();
  for (auto _ : state) {
    const SituationFacts facts(situation, {}, {});
    auto list = checklistFor(*plan, "三级", situation, facts, {});
    if (!list || list->size() != 120 || list->front().addressees.size() != 658) state.SkipWithError("wrong checklist");
    benchmark::DoNotOptimize(list);
  }
}
BENCHMARK(activate)->Name("activate 120 items, 12 of them for each of 658 villages")->Unit(benchmark::kMillisecond);

void expandVillages(benchmark::State& state) {
  std::string text = bigPlan(30, false);
  text.replace(text.find("levels:"), 0,
               "template:\n  table: {key: 村名, columns: {村名: text, 人: number}}\n  id: bench/{row.村名}\n"
               "  title: {zh: \"{row.村名}转移卡\", en: \"Evacuation of {row.村名}\"}\n");
  for (std::size_t at = text.find("办\""); at != std::string::npos; at = text.find("办\"", at + 20))
    text.insert(at, "{row.村名}");
  const PlanResult plan = loadPlan(text, "bench.yaml");
  PlanRows table{"villages.xlsx", {"村名", "人"}, {}};
  for (int i = 0; i < 658; ++i) table.rows.push_back({i + 2, {"第" + std::to_string(i) + "村", std::to_string(i)}});
  for (auto _ : state) {
    Expansion made = expand(*plan, table);
    if (made.plans.size() != 658) state.SkipWithError("wrong expansion");
    benchmark::DoNotOptimize(made);
  }
}
BENCHMARK(expandVillages)->Name("expand 658 villages of 30 items")->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
  const std::string text = bigPlan(120, true);
  for (auto _ : state) benchmark::DoNotOptimize(loadPlan(text, "bench.yaml"));
}
BENCHMARK(load)->Name("load a plan of 120 items")->Unit(benchmark::kMillisecond);

void loadShipped(benchmark::State& state) {
  std::size_t items = 0;
  for (auto _ : state) {
    items = 0;
    const PlanLibrary library = PlanLibrary::read(planFolders(FENGSUI_SOURCE));
    for (const PlanEntry& entry : library.entries()) items += entry.own ? entry.own->items.size() : 0;
  }
  state.counters["items"] = static_cast<double>(items);
}
BENCHMARK(loadShipped)->Name("load all shipped plans")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace fengsui

BENCHMARK_MAIN();
