// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cowmap.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <thread>

#include "support/property.h"

namespace fengsui {
namespace {

using Map = CowMap<int, std::string>;
using Model = std::map<int, std::string>;

Model contents(const Map& map) {
  Model all;
  int last = -1;
  map.forEach([&](int key, const std::string& value) {
    EXPECT_LT(last, key) << "keys ascend";
    last = key;
    all[key] = value;
  });
  EXPECT_EQ(all.size(), map.size());
  return all;
}

// What changed between two maps, the slow way.
std::map<int, std::pair<std::string, std::string>> differences(const Model& before, const Model& after) {
  std::map<int, std::pair<std::string, std::string>> all;
  for (const auto& [key, value] : before)
    if (const auto at = after.find(key); at == after.end() || at->second != value)
      all[key] = {value, at == after.end() ? "-" : at->second};
  for (const auto& [key, value] : after)
    if (!before.contains(key)) all[key] = {"-", value};
  return all;
}

struct Act {
  int which = 0;  ///< of the maps at hand
  int what = 0;
  int key = 0;
  int value = 0;
};
void showValue(const Act& act, std::ostream& out) {
  out << "{map " << act.which << ", what " << act.what << ", key " << act.key << ", value " << act.value << "}";
}

TEST(CowMap, IsAMapWhateverIsCopiedAndChangedInBetween) {
  const auto act = rc::gen::build<Act>(
      rc::gen::set(&Act::which, rc::gen::inRange(0, 4)), rc::gen::set(&Act::what, rc::gen::inRange(0, 9)),
      rc::gen::set(&Act::key, rc::gen::inRange(0, 400)), rc::gen::set(&Act::value, rc::gen::inRange(0, 1000)));
  property("four maps that copy each other", 400, 1500, [&] {
    std::array<Map, 4> maps;
    std::array<Model, 4> models;
    for (const Act& a : *rc::gen::container<std::vector<Act>>(act)) {
      const auto i = static_cast<std::size_t>(a.which);
      const auto j = static_cast<std::size_t>(a.value % 4);
      const std::string text = "v" + std::to_string(a.value);
      switch (a.what) {
        case 0:
        case 1:
        case 2:
          maps[i].set(a.key, text), models[i][a.key] = text;
          break;
        case 3:
        case 4:
          if (std::string* value = maps[i].edit(a.key)) {
            RC_ASSERT(*value == models[i].at(a.key));
            *value += "+", models[i][a.key] += "+";
          } else {
            RC_ASSERT(!models[i].contains(a.key));
          }
          break;
        case 5:
          maps[i].erase(a.key), models[i].erase(a.key);
          break;
        case 6:
          maps[i] = maps[j], models[i] = models[j];
          break;
        case 7:
          if (i != j) maps[i] = std::move(maps[j]), models[i] = std::exchange(models[j], {}), maps[j] = Map();
          break;
        case 8: {  // many at once, so that leaves split
          for (int key = a.key; key < a.key + 150; ++key) maps[i].set(key, text), models[i][key] = text;
          break;
        }
        default:
          break;
      }
      RC_ASSERT((maps[i].find(a.key) != nullptr) == models[i].contains(a.key));
    }
    for (std::size_t i = 0; i < 4; ++i) RC_ASSERT(contents(maps[i]) == models[i]);
    std::map<int, std::pair<std::string, std::string>> seen;
    maps[0].forEachChange(maps[1], [&](int key, const std::string* before, const std::string* after) {
      if (!before || !after || *before != *after) seen[key] = {before ? *before : "-", after ? *after : "-"};
    });
    RC_ASSERT(seen == differences(models[1], models[0]));
  });
}

TEST(CowMap, TellsWhatChangedWithoutLookingAtTheRest) {
  Map before;
  for (int key = 0; key < 10'000; ++key) before.set(key, "quiet");
  Map after = before;
  *after.edit(4711) = "loud";
  after.erase(12);
  after.set(20'000, "new");
  std::vector<int> changed;
  after.forEachChange(before, [&](int key, const std::string*, const std::string*) { changed.push_back(key); });
  EXPECT_EQ(changed, (std::vector{12, 4711, 20'000}));
  EXPECT_EQ(*before.find(4711), "quiet");
  EXPECT_EQ(before.size(), 10'000u);
}

TEST(CowMap, IsNotChangedByAPointerGivenOutBeforeItWasCopied) {
  Map map;
  map.set(1, "one");
  ASSERT_NE(map.edit(1), nullptr);
  const Map copy = map;
  *map.edit(1) = "another";
  EXPECT_EQ(*copy.find(1), "one");
}

// Run under the tsan preset: copies are read, copied again and written in other threads while the first goes on.
TEST(CowMap, HandsCopiesToOtherThreads) {
  CowMap<int, int> map;
  for (int key = 0; key < 2000; ++key) map.set(key, 0);
  std::vector<std::thread> workers;
  std::vector<std::int64_t> sums(8);
  for (int round = 0; round < 8; ++round) {
    for (int key = round; key < 2000; key += 7) *map.edit(key) += 1;
    std::int64_t expected = 0;
    map.forEach([&](int, int value) { expected += value; });
    workers.emplace_back([copy = map, expected, &sum = sums[static_cast<std::size_t>(round)]]() mutable {
      const auto kept = copy;
      for (int key = 0; key < 2000; ++key) *copy.edit(key) += 1000;
      copy.erase(5);
      kept.forEach([&](int, int value) { sum += value; });
      EXPECT_EQ(sum, expected);
      EXPECT_EQ(copy.size(), 1999u);
    });
  }
  for (auto& worker : workers) worker.join();
  EXPECT_EQ(map.size(), 2000u);
  EXPECT_LT(*map.find(0), 1000);
}

}  // namespace
}  // namespace fengsui
