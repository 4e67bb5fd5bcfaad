// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/salvage.h"
#include "journal/quarantine.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>
#include <sstream>

#include "journal/eventrecord.h"
#include "journal/verify.h"
#include "support/busystation.h"
#include "support/bytes.h"
#include "support/process.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

struct Rescued {
  SalvageReport report;
  std::map<EventRef, StoredEvent> verified;
  std::map<EventRef, StoredEvent> doubtful;
};

class SalvageTest : public testing::Test {
 protected:
  SalvageTest() {
    makeBusyStation(folder / "a", 160);
    whole = bytesOfFile(folder / "a.fengsui");
    auto journal = Journal::open(folder / "a.fengsui", true).value();
    for (StoredEvent& event : allEvents(journal)) original[event.header.ref] = std::move(event);
  }

  Rescued rescue(const std::string& file) {
    for (const char* suffix : {".jsonl", ".fengsui", ".fengsui-wal", ".fengsui-shm"})
      std::filesystem::remove(folder / ("new" + std::string(suffix)));
    Rescued out;
    auto report = salvage(file, {folder / "new.jsonl", folder / "new"});
    EXPECT_TRUE(report) << report.error();
    if (!report) return out;
    out.report = *report;
    EXPECT_FALSE(std::filesystem::exists(folder / "new.jsonl.work"));
    std::istringstream lines(bytesOfFile(folder / "new.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto json = parseJson(line);
      EXPECT_TRUE(json) << line;
      if (json->contains("quarantined")) continue;
      auto event = eventFromRecord(*json);
      EXPECT_TRUE(event) << event.error();
      (json->contains("unverified") ? out.doubtful : out.verified)[event->header.ref] = *event;
    }
    EXPECT_EQ(out.verified.size() + out.doubtful.size(), report->readable);
    // What counts as verified is what was recorded.
    for (const auto& [ref, event] : out.verified) {
      const auto was = original.find(ref);
      if (was == original.end() || event.payload != was->second.payload || event.chain != was->second.chain ||
          event.header.actor != was->second.header.actor || event.type != was->second.type)
        ADD_FAILURE() << "event " << ref.sequence << " is not what was recorded";
    }
    EXPECT_EQ(report->stationMade, std::filesystem::exists(folder / "new.fengsui"));
    if (report->stationMade) {
      const auto sound = verifyStation(folder / "new.fengsui");
      EXPECT_TRUE(sound && sound->sound());
      EXPECT_EQ(sound->events, report->verified() + 1);
      const auto station = Station::open(folder / "new");
      EXPECT_TRUE(station) << station.error();
      if (station) does(**station, Register<Team>{teamNamed("抢救后")});
    }
    return out;
  }
  Rescued rescueBytes(const std::string& bytes) {
    const std::string file = folder / "damaged.fengsui";
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(file + suffix);
    writeBytes(file, bytes);
    return rescue(file);
  }
  std::string changed(const std::string& what, std::size_t at = 0) {
    std::string bytes = whole;
    const auto found = bytes.find(what);
    EXPECT_NE(found, std::string::npos);
    bytes[found + at] ^= 1;
    return bytes;
  }
  static std::string raw(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  // The nth event of the origin that has most.
  const StoredEvent& event(std::uint64_t sequence) {
    std::map<Uuid, int> counts;
    for (const auto& [ref, e] : original) ++counts[ref.origin];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; });
    return original.at({most->first, sequence});
  }

  TempFolder folder;
  std::string whole;
  std::map<EventRef, StoredEvent> original;
};

TEST_F(SalvageTest, TakesEverythingFromASoundStationAndLeavesItAlone) {
  const auto out = rescue(folder / "a.fengsui");
  EXPECT_EQ(out.verified.size(), original.size());
  EXPECT_TRUE(out.doubtful.empty());
  EXPECT_EQ(out.report.fromPages, 0u);
  EXPECT_EQ(out.report.quarantined, 1u);
  EXPECT_TRUE(out.report.notes.empty());
  EXPECT_EQ(bytesOfFile(folder / "a.fengsui"), whole);
  const auto before = Station::open(folder / "a").value();
  auto after = Station::open(folder / "new").value();
  EXPECT_EQ(after->situation().teams.size(), before->situation().teams.size() + 1);
  EXPECT_EQ(quarantine::count(after->journal().database()).value(), 1);
  EXPECT_FALSE(salvage(folder / "a.fengsui", {folder / "new.jsonl", std::nullopt}));
}

TEST_F(SalvageTest, AChangedPayloadIsInDoubtAndEndsThePrefix) {
  const StoredEvent& e = event(9);
  const auto out = rescueBytes(changed(*e.payload, 5));
  EXPECT_EQ(out.verified.size(), original.size() - 1);
  ASSERT_EQ(out.doubtful.size(), 1u);
  EXPECT_EQ(out.doubtful.begin()->first, e.header.ref);
  for (const auto& origin : out.report.origins) {
    EXPECT_EQ(origin.prefix, origin.origin == e.header.ref.origin ? 8u : origin.readable);
  }
}

TEST_F(SalvageTest, AChangedChainValueIsRestoredByTheNextEvent) {
  const auto out = rescueBytes(changed(raw(event(9).chain), 3));
  EXPECT_EQ(out.verified.size(), original.size());
  EXPECT_TRUE(out.doubtful.empty());
}

TEST_F(SalvageTest, WordsAndOriginsAreRestoredFromTheirIndices) {
  EXPECT_EQ(rescueBytes(changed(raw(event(1).header.ref.origin.bytes))).verified.size(), original.size());
  EXPECT_EQ(rescueBytes(changed("值班长")).verified.size(), original.size());
  EXPECT_EQ(rescueBytes(changed("place.registered")).verified.size(), original.size());
}

TEST_F(SalvageTest, ReadsPageByPageWhatSqliteCannotOpen) {
  std::string bytes = whole;
  std::fill_n(bytes.begin(), 4096, '\0');  // the header and the schema
  const auto out = rescueBytes(bytes);
  EXPECT_EQ(out.verified.size(), original.size());
  EXPECT_EQ(out.report.fromPages, original.size());
  EXPECT_TRUE(out.report.stationMade);
}

TEST_F(SalvageTest, ReadsAroundABrokenPage) {
  for (std::size_t page = 1; page < whole.size() / 4096; ++page) {
    SCOPED_TRACE(page);
    std::string bytes = whole;
    for (std::size_t i = 0; i < 4096; ++i) bytes[page * 4096 + i] = static_cast<char>(i * 37 + page);
    const auto out = rescueBytes(bytes);
    // A page holds some ten events; the words and origins are found elsewhere as well.
    EXPECT_GE(out.verified.size() + out.doubtful.size() + 40, original.size());
    EXPECT_EQ(out.report.nameless, 0u);
    EXPECT_TRUE(out.verified.size() == original.size() || !out.report.notes.empty());
  }
}

TEST_F(SalvageTest, TakesTheWriteAheadLogAlongAlsoBesideABrokenFile) {
  auto station = Station::open(folder / "a").value();
  does(*station, Register<Team>{teamNamed("尚在日志中")});
  const auto ref = station->journal().heads().value();
  // By another program: reading it here would drop this station's locks.
  ASSERT_EQ(runProcess("cd " + folder.path().string() + " && cp a.fengsui w.fengsui && cp a.fengsui-wal w.fengsui-wal")
                .exitCode,
            0);
  for (StoredEvent& event : allEvents(station->journal())) original[event.header.ref] = std::move(event);
  EXPECT_EQ(rescue(folder / "w.fengsui").verified.size(), original.size());

  ASSERT_EQ(runProcess("cd " + folder.path().string() +
                       " && rm -f w.* && cp a.fengsui w.fengsui && cp a.fengsui-wal w.fengsui-wal && "
                       "dd if=/dev/zero of=w.fengsui bs=4096 count=1 conv=notrunc")
                .exitCode,
            0);
  // A file that ends within a page, once with all that was in it and once without what stood in the cut.
  const auto wholeSize = std::filesystem::file_size(folder / "w.fengsui");
  std::filesystem::resize_file(folder / "w.fengsui", wholeSize + 100);
  EXPECT_EQ(rescue(folder / "w.fengsui").verified.size(), original.size());
  std::filesystem::resize_file(folder / "w.fengsui", wholeSize - 100);
  EXPECT_GE(rescue(folder / "w.fengsui").verified.size() + 10, original.size()) << "a page holds some ten events";
}

TEST_F(SalvageTest, AStationThatIsOpenHereGoesOn) {
  auto station = Station::open(folder / "a").value();
  does(*station, Register<Team>{teamNamed("之前")});
  auto report = salvage(folder / "a.fengsui", {folder / "new.jsonl", std::nullopt});
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->readable, static_cast<std::uint64_t>(station->position()));
  does(*station, Register<Team>{teamNamed("之后")});
  EXPECT_TRUE(verifyStation(folder / "a.fengsui")->sound());
}

TEST_F(SalvageTest, NeverTakesForVerifiedWhatWasNotRecorded) {
  std::mt19937 random(31);
  for (int i = 0; i < 120; ++i) {
    SCOPED_TRACE(i);
    std::string bytes = whole;
    for (int n = 0; n < 1 + i * 3; ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (i % 4 == 0) bytes.resize(1 + random() % bytes.size());
    const auto out = rescueBytes(bytes);
    EXPECT_TRUE(i >= 20 || i % 4 == 0 || out.verified.size() > original.size() / 4);
  }
}

}  // namespace
}  // namespace fengsui
