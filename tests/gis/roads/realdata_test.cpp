// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "gis/roads/dimacs.h"
#include "gis/roads/hierarchysearch.h"
#include "gis/roads/smallroads.h"

using namespace fengsui;

TEST(NewYork, EqualsPlainDijkstraOnTenThousandPairs) {
  const auto files = readDimacs(std::filesystem::path(FENGSUI_SHARED_DATA_DIR) / "scale", "NY");
  if (!files.graph) GTEST_SKIP() << "no ../shared/data";
  ASSERT_EQ(files.graph->nodeCount(), 264'346u);
  ASSERT_EQ(files.graph->edgeCount() * 2, 733'846u);
  const auto network = RoadNetwork::of(files.graph).value();
  const RoadTimes times(network, Vehicle::car, files.arcMs);
  HierarchySearch search(*network.hierarchy);
  std::mt19937 random(1);
  for (int source = 0; source < 100; ++source) {
    const auto from = static_cast<NodeId>(random() % files.graph->nodeCount());
    const auto truth = plainDijkstra(*files.graph, files.arcMs, from);
    for (int target = 0; target < 100; ++target) {
      const auto to = static_cast<NodeId>(random() % files.graph->nodeCount());
      const Seed a{from, 0}, b{to, 0};
      ASSERT_EQ(search.fastest(times.weights(), {&a, 1}, {&b, 1}), truth[to]);
    }
  }
}
