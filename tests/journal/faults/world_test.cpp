// SPDX-License-Identifier: GPL-3.0-or-later
// What the world does to a station: full disks, other programs, newer formats, folders that may not be written.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "journal/publicationthread.h"
#include "journal/verify.h"
#include "support/bytes.h"
#include "support/child.h"
#include "support/process.h"
#include "support/randomcommands.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

// A small file system of its own, gone afterwards.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& where, const char* size) : path_(where) {
    std::filesystem::create_directories(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] bool makeReadOnly() const {
    return ::mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
  bool mounted_ = false;
};

Register<Place> place(int number, std::size_t size) {
  Place p;
  p.id.uuid = Uuid::v7(systemNow());
  p.name = "村" + std::to_string(number);
  p.attributes["说明"] = std::string(size, 'x');
  return {p};
}

TEST(FullDisk, RefusesTheCommandSaysSoAndGoesOnWhenThereIsSpaceAgain) {
  for (const std::size_t size : {200u, 3000u, 40'000u}) {
    SCOPED_TRACE(size);
    const TempFolder folder;
    const SmallDisk disk(folder / "disk", "5m");
    if (!disk.mounted()) GTEST_SKIP() << "a small disk cannot be mounted here (not root)";
    const std::string filler = disk / "filler";
    writeBytes(filler, std::string(3'000'000, 'f'));
    auto station = newStation(disk / "a");
    Publication publication(station->files());
    std::optional<Error> refusal;
    int done = 0;
    for (; done < 20'000 && !refusal; ++done) {
      const auto receipt = station->execute(place(done, size), {"值班长", std::nullopt});
      if (!receipt) refusal = receipt.error();
    }
    --done;
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, ErrorCode::full) << *refusal;
    EXPECT_NE(refusal->message.en.find("the disk is full: nothing was recorded"), std::string::npos);
    EXPECT_NE(refusal->message.zh.find("磁盘已满"), std::string::npos);

    // Reading goes on, for this program and for another one.
    EXPECT_EQ(station->situation().places.size(), static_cast<std::size_t>(done));
    EXPECT_TRUE(station->at(systemNow()));
    const auto second = Station::open(disk / "a", true);
    ASSERT_TRUE(second) << second.error();
    EXPECT_EQ(hashOf((*second)->situation()), hashOf(station->situation()));
    const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::full) << outcome.error();
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(station->execute(place(-1, size), {"值班长", std::nullopt}));

    std::filesystem::remove(filler);
    for (int i = 0; i < 5; ++i) does(*station, place(done + i, size));
    EXPECT_EQ(station->situation().places.size(), static_cast<std::size_t>(done) + 5);
    EXPECT_TRUE(verifyStation(disk / "a.fengsui")->sound());
    const auto again = publication.publish(station->situation(), station->position(), systemNow());
    EXPECT_TRUE(again) << again.error();
    const auto hash = hashOf(station->situation());
    station.reset();
    EXPECT_EQ(hashOf(Station::open(disk / "a").value()->situation()), hash);
  }
}

TEST(TwoWriters, InParallelRecordEverythingInOneOrder) {
  const TempFolder folder;
  newStation(folder / "a");
  constexpr int kCommands = 500;
  const auto writer = [&](const std::string& who) {
    return [&folder, who](const Child::Say& say) {
      auto station = Station::open(folder / "a").value();
      for (int i = 0; i < kCommands; ++i) {
        const Team team = teamNamed(who + std::to_string(i));
        does(*station, Register<Team>{team}, who);
        say(team.id.text());
      }
    };
  };
  Child one(writer("甲"));
  Child two(writer("乙"));
  const auto first = one.wait();
  const auto second = two.wait();
  EXPECT_EQ(one.exitCode, 0);
  EXPECT_EQ(two.exitCode, 0);
  ASSERT_EQ(first.size(), static_cast<std::size_t>(kCommands));
  ASSERT_EQ(second.size(), static_cast<std::size_t>(kCommands));
  auto station = Station::open(folder / "a").value();
  for (const auto* lines : {&first, &second})
    for (const std::string& line : *lines) EXPECT_TRUE(station->situation().teams.contains(*Uuid::parse(line)));
  EXPECT_EQ(station->position(), 2 * kCommands + 1);
  EXPECT_TRUE(station->situation().conflicts.empty());
  EXPECT_EQ(station->journal().heads()->size(), 1u);
  EXPECT_TRUE(verifyStation(folder / "a.fengsui")->sound());
  // Arrival and order are the same, and folding from the start gives the same.
  std::uint64_t last = 0;
  ASSERT_TRUE(station->journal().readArrivals(0, [&](StoredEvent&& event) {
    EXPECT_GT(event.header.hlc, last);
    last = event.header.hlc;
    return true;
  }));
  const auto hash = hashOf(station->situation());
  std::filesystem::remove_all(folder / "a.cache");
  EXPECT_EQ(hashOf(Station::open(folder / "a").value()->situation()), hash);
}

TEST(TwoWriters, InParallelImportsNeitherMixNorLoseRows) {
  const TempFolder folder;
  newStation(folder / "a");
  const auto writer = [&](const std::string& who) {
    return [&folder, who](const Child::Say&) {
      auto station = Station::open(folder / "a").value();
      for (int i = 0; i < 10; ++i) {
        Import<Place> import;
        for (int row = 0; row < 200; ++row)
          import.rows.push_back({Uuid::v7(systemNow()), row + 2, Json {
                                   {"name", who + std::to_string(i) + "-" + std::to_string(row)},
                                   { "kind",
                                     "village" }
                                 }});
        does(*station, import, who);
      }
    };
  };
  Child one(writer("甲"));
  Child two(writer("乙"));
  one.wait();
  two.wait();
  auto station = Station::open(folder / "a").value();
  EXPECT_EQ(station->situation().places.size(), 4000u);
  // A command's events stand together.
  Uuid command;
  int commands = 0;
  ASSERT_TRUE(station->journal().readArrivals(1, [&](StoredEvent&& event) {
    commands += event.header.command == command ? 0 : 1;
    command = event.header.command;
    return true;
  }));
  EXPECT_EQ(commands, 20);
}

TEST(ThirdProgram, ReadsThePublicationWithGdalWhileEventsAreRecorded) {
  const TempFolder folder;
  newStation(folder / "a");
  const StationFiles files = StationFiles::of(folder / "a");
  Child child([&](const Child::Say& say) {
    auto station = Station::open(folder / "a").value();
    PublicationThread thread(files);
    RandomCommands night(6);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(8);
    while (std::chrono::steady_clock::now() < end) {
      liveThrough(*station, night, 5);
      thread.offer(station->situation(), station->position());
    }
    EXPECT_TRUE(thread.settle(std::chrono::seconds(5)));
    say(std::to_string(station->position()));
  });
  for (int i = 0; i < 100 && !std::filesystem::exists(files.publication); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  std::size_t features = 0;
  for (int i = 0; i < 12; ++i) {
    const auto info = runProcess("ogrinfo -ro -al -so " + files.publication);
    EXPECT_EQ(info.exitCode, 0) << info.output;
    EXPECT_EQ(info.output.find("ERROR"), std::string::npos) << info.output;
    const auto layer = info.output.find("Layer name: team\n");
    ASSERT_NE(layer, std::string::npos) << info.output;
    const auto count = std::stoul(info.output.substr(info.output.find("Feature Count: ", layer) + 15));
    EXPECT_GE(count, features);
    features = count;
  }
  EXPECT_GT(features, 0u);
  const auto said = child.wait();
  EXPECT_EQ(child.exitCode, 0);
  ASSERT_EQ(said.size(), 1u);
  const auto last = runProcess("ogrinfo -ro -q " + files.publication + " publication");
  EXPECT_NE(last.output.find("position (Integer64) = " + said[0]), std::string::npos) << last.output;
}

TEST(NewerFormat, IsRefusedWithASentenceAndLeftAlone) {
  const TempFolder folder;
  newStation(folder / "a");
  {
    auto db = Sqlite::open(folder / "a.fengsui", SqliteAccess::readWrite).value();
    ASSERT_TRUE(db.run("UPDATE fengsui SET value='99' WHERE key='format'"));
  }
  const std::string before = bytesOfFile(folder / "a.fengsui");
  for (const bool readOnly : {false, true}) {
    const auto station = Station::open(folder / "a", readOnly);
    ASSERT_FALSE(station);
    EXPECT_EQ(station.error().code, ErrorCode::newerFormat);
    EXPECT_NE(station.error().message.en.find("newer Fengsui (format 99"), std::string::npos);
    EXPECT_NE(station.error().message.zh.find("更新版本"), std::string::npos);
  }
  EXPECT_EQ(verifyStation(folder / "a.fengsui").error().code, ErrorCode::newerFormat);
  EXPECT_EQ(bytesOfFile(folder / "a.fengsui"), before);
}

TEST(ReadOnlyFolder, CanBeReadAndSaysWhyItCannotBeWritten) {
  const TempFolder folder;
  const SmallDisk disk(folder / "disk", "8m");
  if (!disk.mounted()) GTEST_SKIP() << "a small disk cannot be mounted here (not root)";
  Digest hash;
  {
    auto station = newStation(disk / "a");
    RandomCommands night(7);
    liveThrough(*station, night, 50);
    hash = hashOf(station->situation());
    station->settle();
  }
  ASSERT_TRUE(disk.makeReadOnly());
  const auto station = Station::open(disk / "a", true);
  ASSERT_TRUE(station) << station.error();
  EXPECT_EQ(hashOf((*station)->situation()), hash);
  EXPECT_TRUE(verifyStation(disk / "a.fengsui")->sound());
  const auto refused = (*station)->execute(place(1, 10), {"值班长", std::nullopt});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::refused);

  auto writing = Station::open(disk / "a");
  if (writing) {
    const auto no = (*writing)->execute(place(1, 10), {"值班长", std::nullopt});
    ASSERT_FALSE(no);
    EXPECT_NE(no.error().message.en.find("may not be written"), std::string::npos) << no.error();
  } else {
    EXPECT_NE(writing.error().message.en.find("may not be written"), std::string::npos) << writing.error();
  }
  Publication publication(StationFiles::of(disk / "a"));
  const auto outcome = publication.publish((*station)->situation(), (*station)->position(), systemNow());
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::io) << outcome.error();
}

}  // namespace
}  // namespace fengsui
