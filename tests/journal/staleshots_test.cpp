// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/longbeginning.h"

// Snapshots that look right and are not.

namespace fengsui {
namespace {

namespace fs = std::filesystem;
using namespace story;

TEST(LookBack, MissesNothingThatHappenedInTheTickOfASnapshot) {
  LongBeginning beginning;
  Seats seats(beginning);
  clocksMs.fill(kEvening);
  goesOn(seats, 0, 2, 0);
  goesOn(seats, 2, 2, 0);
  // In a tick of both, the one with the greater origin comes last.
  const bool swapped = seats[2].journal().origin() < seats[0].journal().origin();
  const int first = swapped ? 2 : 0;
  const int last = swapped ? 0 : 2;
  Station& early = seats[static_cast<std::size_t>(first)];
  Station& late = seats[static_cast<std::size_t>(last)];
  goesOn(seats, last, kShort - 5, 0);
  seats.deliver(static_cast<std::size_t>(last), everythingAt(early));
  seats.deliver(static_cast<std::size_t>(first), everythingAt(late));
  ASSERT_EQ(late.situation().eventCount, kSnapshotEvery - 1);
  goesOn(seats, first, 1, 0);
  goesOn(seats, last, 1, 0);
  ASSERT_EQ(early.situation().lastHlc, late.situation().lastHlc);
  ASSERT_FALSE(snapshotsOf(late).empty());
  seats.deliver(static_cast<std::size_t>(last), everythingAt(early));
  EXPECT_EQ(beginning.wrongMoment(late), "");
  seats.open(static_cast<std::size_t>(last));
  EXPECT_EQ(beginning.wrongMoment(seats[static_cast<std::size_t>(last)]), "") << "opened again";
}

TEST(LookBack, PassesOverTheSnapshotsOfAnotherStation) {
  LongBeginning beginning;
  Seats seats(beginning);
  goesOn(seats, 0, kShort + 10, 1000);
  for (auto& clock : clocksMs) clock += 120'000;  // all that seat 1 does is later
  goesOn(seats, 1, kShort + 10, 1000);
  const auto theirs = snapshotsOf(seats[1]);
  ASSERT_FALSE(theirs.empty());
  snapshotsOf(seats[0]);
  const auto bring = [&] {
    fs::remove_all(seats[0].files().cache + "/snapshots");
    fs::create_directories(seats[0].files().cache + "/snapshots");
    for (const fs::path& file : theirs)
      fs::copy_file(file, fs::path(seats[0].files().cache) / "snapshots" / file.filename());
    seats.open(0);
  };
  bring();
  EXPECT_EQ(beginning.wrongMoment(seats[0]), "") << "before it heard of the other";
  seats.deliver(0, everythingAt(seats[1]));
  bring();
  EXPECT_EQ(beginning.wrongMoment(seats[0]), "") << "after it heard of the other";
}

TEST(LookBack, PassesOverTheSnapshotsOfTheStationThatABackupReplaced) {
  LongBeginning beginning;
  Seats seats(beginning);
  const std::string backup = seats.path(0) + "-backup.fengsui";
  goesOn(seats, 0, 2, 1000);
  ASSERT_TRUE(seats[0].journal().backupTo(backup));
  goesOn(seats, 1, 10, 1000);
  for (auto& clock : clocksMs) clock += 120'000;
  goesOn(seats, 0, kShort + 20, 1000);
  ASSERT_FALSE(snapshotsOf(seats[0]).empty());
  const auto ofSeat0 = everythingAt(seats[0]);
  // The disk of seat 0 is replaced. It hears of seat 1 first, and then gets back what it had done itself.
  seats.replaceWith(0, backup);
  EXPECT_EQ(beginning.wrongMoment(seats[0]), "");
  seats.deliver(0, everythingAt(seats[1]));
  seats.deliver(0, ofSeat0);
  seats.open(0);
  EXPECT_EQ(beginning.wrongMoment(seats[0], 20), "");
}

}  // namespace
}  // namespace fengsui
