// SPDX-License-Identifier: GPL-3.0-or-later
// What a station is after its program was killed at a random moment.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "journal/gpkgrows.h"
#include "journal/publication.h"
#include "journal/verify.h"
#include "support/bytes.h"
#include "support/child.h"
#include "support/process.h"
#include "support/randomcommands.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

void sleepMs(std::int64_t ms) {
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

void expectSound(const std::string& path) {
  const auto report = verifyStation(path);
  ASSERT_TRUE(report) << report.error();
  EXPECT_TRUE(report->sound());
}

TEST(Killed, WhileAppendingLosesNothingThatWasConfirmed) {
  const TempFolder folder;
  std::mt19937 random(1);
  std::map<Uuid, bool> confirmed;
  std::size_t all = 0;
  std::string name;
  for (int round = 0; round < 60; ++round) {
    if (round % 10 == 0) {
      name = folder / ("s" + std::to_string(round));
      newStation(name);
      all += confirmed.size();
      confirmed.clear();
    }
    Child child([&](const Child::Say& say) {
      auto station = Station::open(name).value();
      for (int i = 0;; ++i) {
        const Team team = teamNamed("队" + std::to_string(round) + "-" + std::to_string(i));
        does(*station, Register<Team>{team});
        say(team.id.text());
      }
    });
    child.waitForLines(1);
    sleepMs(static_cast<std::int64_t>(random() % 30));
    for (const std::string& line : child.kill())
      if (const auto id = Uuid::parse(line)) confirmed[*id] = true;
    const auto station = Station::open(name);
    ASSERT_TRUE(station) << station.error();
    const auto& teams = (*station)->situation().teams;
    for (const auto& [id, yes] : confirmed) ASSERT_TRUE(teams.contains(id));
    // At most one in each round was recorded and not confirmed any more.
    EXPECT_LE(teams.size(), confirmed.size() + static_cast<std::size_t>(round % 10) + 1);
    EXPECT_EQ((*station)->journal().heads()->size(), 1u);
    if (round % 10 == 9) expectSound(name + ".fengsui");
  }
  EXPECT_GT(all, 60u);
}

TEST(Killed, WhileImportingLeavesTheWholeImportOrNothing) {
  const TempFolder folder;
  std::mt19937 random(2);
  constexpr std::size_t kRows = 3000;
  int whole = 0, none = 0;
  for (int round = 0; round < 30; ++round) {
    const std::string name = folder / ("s" + std::to_string(round));
    newStation(name);
    Child child([&](const Child::Say& say) {
      auto station = Station::open(name).value();
      for (int i = 0;; ++i) {
        Import<Place> import;
        for (std::size_t row = 0; row < kRows; ++row)
          import.rows.push_back({Uuid::v7(systemNow()), static_cast<int>(row) + 2, Json {
                                   {"name", std::to_string(i) + "/" + std::to_string(row)},
                                   { "kind",
                                     "village" }
                                 }});
        say("start");
        does(*station, import);
        say(std::to_string(i));
      }
    });
    child.waitForLines(round % 2 ? 2 : 1);
    sleepMs(static_cast<std::int64_t>(random() % 60));
    std::size_t confirmed = 0;
    for (const std::string& line : child.kill()) confirmed += line == "start" ? 0 : 1;
    const auto station = Station::open(name);
    ASSERT_TRUE(station) << station.error();
    std::map<std::string, std::size_t> rows;
    (*station)->situation().places.forEach(
        [&](const Uuid&, const Place& p) { ++rows[p.name.substr(0, p.name.find('/'))]; });
    for (const auto& [import, count] : rows) EXPECT_EQ(count, kRows) << "half an import";
    EXPECT_GE(rows.size(), confirmed);
    EXPECT_LE(rows.size(), confirmed + 1);
    ++(rows.empty() ? none : whole);
    expectSound(name + ".fengsui");
    std::filesystem::remove(name + ".fengsui");
  }
  EXPECT_GT(whole, 0);
  EXPECT_GT(none, 0);
  std::cout << whole << " stations with whole imports, " << none << " without any\n";
}

TEST(Killed, WhilePublishingLeavesAFileThatTheNextOneMends) {
  const TempFolder folder;
  std::mt19937 random(3);
  std::string name;
  int half = 0;
  for (int round = 0; round < 40; ++round) {
    if (round % 10 == 0) {
      name = folder / ("s" + std::to_string(round));
      auto station = newStation(name);
      RandomCommands night(4);
      liveThrough(*station, night, 300);
    }
    const StationFiles files = StationFiles::of(name);
    Child child([&](const Child::Say& say) {
      auto station = Station::open(name).value();
      RandomCommands night(static_cast<unsigned>(100 + round));
      Publication publication(files);
      for (int i = 0;; ++i) {
        if (i % 5 == 4) std::filesystem::remove(files.publication);  // made anew as often as brought up to date
        liveThrough(*station, night, 3);
        const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
        EXPECT_TRUE(outcome) << outcome.error();
        say("published");
      }
    });
    child.waitForLines(1);
    sleepMs(static_cast<std::int64_t>(random() % 50));
    child.kill();
    half +=
        std::filesystem::exists(files.publication + "-journal") || std::filesystem::exists(files.publication + ".new");
    auto station = Station::open(name).value();
    Publication publication(files);
    const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
    ASSERT_TRUE(outcome) << outcome.error();
    EXPECT_EQ(outcome->what, PublishOutcome::What::published);
    if (round % 5 == 4) {  // starting GDAL takes longer than all the rest
      const auto info = runProcess("ogrinfo -ro -al -so " + files.publication);
      EXPECT_EQ(info.exitCode, 0) << info.output;
    }
    auto db = Sqlite::open(files.publication, SqliteAccess::readWrite).value();
    ASSERT_TRUE(geopackage::allowWriting(db));
    ASSERT_TRUE(gpkgrows::checkStructure(db));
    const auto difference = gpkgrows::compare(db, published::rowsOf(station->situation()));
    ASSERT_TRUE(difference) << difference.error();
    EXPECT_TRUE(difference->write.empty());
    EXPECT_EQ(difference->remove.size(), 1u);
    if (round % 10 == 9) expectSound(files.journal);
  }
  std::cout << half << " of 40 were killed in the middle of writing the file\n";
}

// What a power cut may leave: any beginning of the write-ahead log, with or without rubbish behind it.
TEST(Killed, AnyBeginningOfTheWriteAheadLogGivesWholeCommandsInOrder) {
  const TempFolder folder;
  newStation(folder / "a");
  Child child([&](const Child::Say& say) {
    auto station = Station::open(folder / "a").value();
    RandomCommands night(9);
    liveThrough(*station, night, 150);
    say(std::to_string(station->position()));
    for (;;) sleepMs(1000);
  });
  child.waitForLines(1);
  child.kill();
  const std::string file = bytesOfFile(folder / "a.fengsui");
  const std::string log = bytesOfFile(folder / "a.fengsui-wal");
  ASSERT_GT(log.size(), 100'000u);
  std::mt19937 random(5);
  std::map<std::size_t, std::int64_t> positions;
  for (int i = 0; i < 200; ++i) {
    std::size_t size = i == 0 ? log.size() : random() % log.size();
    std::string beginning = log.substr(0, size);
    if (i % 3 == 1) beginning += std::string(random() % 20'000, static_cast<char>(random()));
    if (i % 3 == 2) beginning += log.substr(0, random() % 20'000);
    const std::string name = folder / "cut";
    std::filesystem::remove(name + ".fengsui-shm");
    std::filesystem::remove_all(name + ".cache");
    writeBytes(name + ".fengsui", file);
    writeBytes(name + ".fengsui-wal", beginning);
    {
      const auto station = Station::open(name);
      ASSERT_TRUE(station) << size << ": " << station.error();
      positions[size] = (*station)->position();
      if (i % 10 == 0) does(**station, Register<Team>{teamNamed("断电之后")});
    }
    expectSound(name + ".fengsui");
  }
  std::int64_t last = 0;
  for (const auto& [size, position] : positions) {
    EXPECT_GE(position, last) << size;
    last = position;
  }
  EXPECT_GT(last, 50);
}

}  // namespace
}  // namespace fengsui
