// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/roads/nodeorder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <fstream>

#include "gis/roads/openroads.h"
#include "gis/roads/smallroads.h"
#include "support/tempfolder.h"

using namespace fengsui;

namespace {

namespace fs = std::filesystem;

std::string bytesIn(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// A file as writeNodeOrder() makes it, of any content, with a checksum that fits.
std::string stored(const std::string& plain, const std::string& head = "FRDO1\n") {
  std::string small(ZSTD_compressBound(plain.size()), '\0');
  small.resize(ZSTD_compress(small.data(), small.size(), plain.data(), plain.size(), 3));
  const Digest sum = blake2b(head + small);
  return head + std::string(sum.begin(), sum.end()) + small;
}

bool isRightWith(const RoadNetwork& network, const std::vector<std::uint32_t>& arcMs) {
  const RoadTimes times(network, Vehicle::car, arcMs);
  RoadSearch search(network);
  const RoadGraph& graph = *network.graph;
  for (NodeId from = 0; from < graph.nodeCount(); ++from) {
    const auto wanted = plainDijkstra(graph, arcMs, from);
    for (NodeId to = 0; to < graph.nodeCount(); ++to) {
      const auto route = search.earliest(times, {}, {atNode(graph, from), atNode(graph, to), Instant{0}});
      if ((route ? static_cast<std::uint32_t>(route->takesMs()) : neverMs) != wanted[to]) return false;
    }
  }
  return true;
}

struct NodeOrder : testing::Test {
  TempFolder folder = TempFolder::inMemory();
  std::mt19937 random{11};
  RandomRoads roads = randomRoads(random, 40, 90);
  fs::path file = folder.path() / "roads.order";
};

}  // namespace

TEST_F(NodeOrder, IsMadeOnceKeptAndTheSameWhenItIsReadAgain) {
  const auto made = openRoads(roads.network.graph, file);
  ASSERT_TRUE(made) << made.error();
  EXPECT_FALSE(made->orderWasKept);
  EXPECT_TRUE(made->notes.empty());
  const auto again = openRoads(roads.network.graph, file);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->orderWasKept);
  EXPECT_TRUE(again->notes.empty());
  EXPECT_EQ(again->network.hierarchy->ranks(), made->network.hierarchy->ranks());
  EXPECT_TRUE(isRightWith(again->network, roads.arcMs));
  for (const auto& entry : fs::directory_iterator(folder.path()))
    EXPECT_EQ(entry.path().filename(), "roads.order") << "nothing half-written is left";
}

TEST_F(NodeOrder, OfOtherRoadsIsReplacedWithoutAWord) {
  ASSERT_TRUE(openRoads(roads.network.graph, file));
  const auto others = randomRoads(random, 40, 91);
  EXPECT_NE(keyOf(*others.network.graph), keyOf(*roads.network.graph));
  const auto opened = openRoads(others.network.graph, file);
  ASSERT_TRUE(opened);
  EXPECT_FALSE(opened->orderWasKept);
  EXPECT_TRUE(opened->notes.empty());
  EXPECT_TRUE(openRoads(others.network.graph, file)->orderWasKept);
  // The order of a network of another size, and that of another version of the file.
  const auto larger = randomRoads(random, 60, 90);
  EXPECT_TRUE(openRoads(larger.network.graph, file)->notes.empty());
  write(file, stored("whatever comes later", "FRDO2\n"));
  const auto newer = openRoads(larger.network.graph, file);
  EXPECT_FALSE(newer->orderWasKept);
  EXPECT_TRUE(newer->notes.empty());
}

TEST_F(NodeOrder, IsNeverBelievedWithAByteChangedOrMissing) {
  ASSERT_TRUE(openRoads(roads.network.graph, file));
  const std::string good = bytesIn(file);
  ASSERT_GT(good.size(), 100u);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char mask : {'\x01', '\x80', '\xff'}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ mask);
      write(file, bad);
      const auto read = readNodeOrder(file, *roads.network.graph);
      ASSERT_FALSE(read) << "byte " << i;
      ASSERT_EQ(read.error().code, ErrorCode::damaged) << "byte " << i;
    }
  }
  for (std::size_t size = 0; size < good.size(); ++size) {
    write(file, good.substr(0, size));
    ASSERT_FALSE(readNodeOrder(file, *roads.network.graph)) << size << " bytes";
  }
  write(file, good + '\0');
  EXPECT_FALSE(readNodeOrder(file, *roads.network.graph));

  const auto opened = openRoads(roads.network.graph, file);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->notes.size(), 1u);
  EXPECT_THAT(opened->notes[0].en, testing::HasSubstr("is damaged; it was made again"));
  EXPECT_TRUE(isRightWith(opened->network, roads.arcMs));
  EXPECT_EQ(bytesIn(file), good) << "and it is whole again";
}

TEST_F(NodeOrder, IsNotBelievedForItsChecksumAlone) {
  const Digest key = keyOf(*roads.network.graph);
  const auto with = [&](const std::vector<std::uint32_t>& ranks, std::uint32_t said) {
    std::string plain(key.begin(), key.end());
    for (std::uint32_t value : [&] {
           auto all = ranks;
           all.insert(all.begin(), said);
           return all;
         }())
      for (int i = 0; i < 4; ++i, value >>= 8U) plain += static_cast<char>(value & 0xffU);
    write(file, stored(plain));
    return readNodeOrder(file, *roads.network.graph);
  };
  const auto nodes = static_cast<std::uint32_t>(roads.network.graph->nodeCount());
  std::vector<std::uint32_t> ranks(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) ranks[i] = nodes - 1 - i;
  EXPECT_TRUE(with(ranks, nodes)) << "any order of all nodes is one";
  EXPECT_TRUE(isRightWith(RoadNetwork::of(roads.network.graph, ranks).value(), roads.arcMs));
  EXPECT_FALSE(with(ranks, nodes + 1));
  ranks[3] = ranks[4];
  EXPECT_FALSE(with(ranks, nodes)) << "one rank twice";
  ranks[3] = nodes;
  EXPECT_FALSE(with(ranks, nodes)) << "a rank that no node has";
}

TEST_F(NodeOrder, FuzzedNeverChangesAnAnswer) {
  ASSERT_TRUE(openRoads(roads.network.graph, file));
  const std::string good = bytesIn(file);
  for (int round = 0; round < 2'000; ++round) {
    std::string bad = good;
    for (std::size_t n = 1 + random() % 8; n > 0; --n) {
      const std::size_t at = random() % bad.size();
      switch (random() % 3) {
        case 0:
          bad[at] = static_cast<char>(random());
          break;
        case 1:
          bad.erase(at, 1 + random() % 20);
          break;
        default:
          bad.insert(at, 1 + random() % 20, static_cast<char>(random()));
      }
      if (bad.empty()) bad = "F";
    }
    write(file, bad);
    const auto read = readNodeOrder(file, *roads.network.graph);
    ASSERT_TRUE(!read || bad == good) << "round " << round;
  }
}

TEST_F(NodeOrder, IsMadeInMemoryWhereItCannotBeKeptWithALineThatSaysSo) {
  const auto opened = openRoads(roads.network.graph, folder.path() / "no such folder" / "roads.order");
  ASSERT_TRUE(opened) << opened.error();
  EXPECT_TRUE(isRightWith(opened->network, roads.arcMs));
  ASSERT_EQ(opened->notes.size(), 1u);
  EXPECT_THAT(opened->notes[0].en, testing::HasSubstr("cannot be kept"));
  EXPECT_THAT(opened->notes[0].zh, testing::HasSubstr("无法保存"));
  // A folder where the file should be is no order, and no reason to fail.
  fs::create_directories(file);
  EXPECT_TRUE(openRoads(roads.network.graph, file));
}

TEST_F(NodeOrder, IsLeftOnlyBesideADistrict) {
  const std::string roadsText =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"class":"primary"},)"
      R"("geometry":{"type":"LineString","coordinates":[[116.6,40.3],[116.7,40.3]]}}]})";
  write(folder.path() / "mine.geojson", roadsText);
  ASSERT_TRUE(openRoads(folder.path() / "mine.geojson"));
  EXPECT_FALSE(fs::exists(file));
  const auto stopped = [] {
    std::stop_source stop;
    stop.request_stop();
    return stop.get_token();
  }();
  EXPECT_FALSE(openRoads(folder.path() / "mine.geojson", {}, stopped));
  EXPECT_EQ(openRoads(folder.path() / "none.gpkg").error().code, ErrorCode::notFound);
}
