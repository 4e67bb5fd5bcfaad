// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "support/longbeginning.h"
#include "support/property.h"

// Looking back through snapshots: whatever lies in the cache folder, a moment is the fold of the events up to it.

namespace fengsui {
namespace {

namespace fs = std::filesystem;
using namespace story;

TEST(LookBack, IsTheSameWithTheCacheWithoutItAndAfterLateArrivals) {
  LongBeginning beginning;
  Seats seats(beginning);
  goOnApart(seats, 1000);
  ASSERT_FALSE(snapshotsOf(seats[0]).empty());
  EXPECT_EQ(beginning.wrongMoment(seats[0]), "");
  seats.exchange(1);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(beginning.wrongMoment(seats[i]), "") << i;
    seats.open(i);
    EXPECT_EQ(beginning.wrongMoment(seats[i]), "") << i << " opened again";
    fs::remove_all(seats[i].files().cache);
    seats.open(i);
    EXPECT_EQ(beginning.wrongMoment(seats[i]), "") << i << " without its cache";
  }
}

TEST(LookBack, PassesOverADamagedSnapshot) {
  LongBeginning beginning;
  Seats seats(beginning);
  goOnApart(seats, 1000);
  const auto files = snapshotsOf(seats[0]);
  ASSERT_FALSE(files.empty());
  const auto size = fs::file_size(files[0]);
  for (const auto where : {std::uintmax_t{0}, std::uintmax_t{7}, size / 2, size - 1}) {
    const auto flip = [&] {
      std::fstream file(files[0], std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(where));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(where));
      file.put(static_cast<char>(byte ^ 1));
    };
    flip();
    seats.open(0);
    EXPECT_EQ(beginning.wrongMoment(seats[0]), "") << "byte " << where;
    flip();
  }
  for (const auto length : {std::uintmax_t{0}, std::uintmax_t{6}, std::uintmax_t{38}, size - 1}) {
    fs::resize_file(files[0], length);
    seats.open(0);
    EXPECT_EQ(beginning.wrongMoment(seats[0]), "") << "cut to " << length;
  }
}

TEST(LookBack, HoldsForRandomStories) {
  LongBeginning beginning;
  property("snapshots never change what a moment was", 3, 80,
           [&](const std::vector<story::Step>& steps, unsigned seed) {
             Seats seats(beginning);
             for (int seat = 0; seat < 3; ++seat) goesOn(seats, seat, kShort - steps.size() / 4, 0);
             for (const story::Step& what : steps) seats.happens(what);
             snapshotsOf(seats[0]);
             seats.exchange(seed);
             RC_ASSERT(beginning.wrongMoment(seats[0]) == "");
             seats.open(0);
             RC_ASSERT(beginning.wrongMoment(seats[0]) == "");
           });
}

TEST(Situation, IsTheSameAfterItWasStored) {
  Beginning beginning;
  property("a situation and back is exact", 100, 60, [&](const std::vector<story::Step>& steps, unsigned seed) {
    Seats seats(beginning);
    for (const story::Step& what : steps) seats.happens(what);
    seats.exchange(seed);
    const Situation& before = seats[0].situation();
    const std::string stored = packSituation(before);
    const auto after = unpackSituation(stored);
    RC_ASSERT(after.has_value());
    RC_ASSERT(hashOf(*after) == hashOf(before));
    RC_ASSERT(after->orderKey() == before.orderKey());
    RC_ASSERT(after->eventCount == before.eventCount);
    RC_ASSERT(situationToJson(*after) == situationToJson(before));
  });
}

}  // namespace
}  // namespace fengsui
