// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the order of roads that is kept beside a map. The first byte says whether they are the file, or what is
// packed in it behind a checksum that fits, which keeps mutations out otherwise.
#include <zstd.h>

#include <algorithm>
#include <random>

#include "fuzz/fuzzing.h"
#include "gis/roads/nodeorder.h"
#include "gis/roads/openroads.h"
#include "gis/roads/smallroads.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

constexpr char kPacked = 'p';

std::string packed(std::string_view plain) {
  std::string small(ZSTD_compressBound(plain.size()), '\0');
  small.resize(ZSTD_compress(small.data(), small.size(), plain.data(), plain.size(), 1));
  const std::string head = "FRDO1\n";
  const Digest sum = blake2b(head + small);
  return head + std::string(sum.begin(), sum.end()) + small;
}

// The key of the roads comes with it, so that the ranks are met.
std::string withKey(const RoadGraph& graph, std::string_view ranks) {
  const Digest key = keyOf(graph);
  return packed(std::string(key.begin(), key.end()) + std::string(ranks));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TempFolder folder = TempFolder::inMemory();
  static const auto graph = [] {
    std::mt19937 random(11);
    return randomRoads(random, 12, 20).network.graph;
  }();
  if (size == 0) return 0;
  const auto bytes = fuzz::textOf(data + 1, size - 1);
  const std::string file = folder / "roads.order";
  writeBytes(file, static_cast<char>(data[0]) == kPacked ? withKey(*graph, bytes) : std::string(bytes));
  const auto ranks = readNodeOrder(file, *graph);
  if (ranks) {
    auto sorted = *ranks;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) fuzz::require(sorted[i] == i, "an order has each node once");
    fuzz::require(sorted.size() == graph->nodeCount(), "an order has every node");
  }
  const auto opened = openRoads(graph, file);
  fuzz::require(opened && opened->orderWasKept == ranks.has_value(), "roads open whatever is kept of their order");
  return 0;
}
