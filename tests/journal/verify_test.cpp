// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verify.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "support/busystation.h"
#include "support/bytes.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

std::string said(const VerifyReport& report) {
  std::string out;
  for (const auto& origin : report.origins)
    if (origin.firstBad) out += origin.firstBad->sentence.en + '\n';
  for (const auto& bad : report.unreadable) out += bad.sentence.en + '\n';
  for (const Text& fault : report.faults) out += fault.en + '\n';
  return out;
}

// Everything in the file but when this station learned of events, which nothing protects but its order.
std::string everything(const std::string& path) {
  auto db = Sqlite::open(path, SqliteAccess::readOnly).value();
  std::string out;
  for (const std::string sql :
       {"SELECT * FROM fengsui", "SELECT * FROM origin", "SELECT * FROM word", "SELECT * FROM late",
        "SELECT origin,sequence,hlc,record FROM quarantine",
        "SELECT position,origin,sequence,hlc,occurred,type,version,actor,command,undoes,payload,payload_hash,chain "
        "FROM event"}) {
    auto rows = db.prepare(sql);
    if (!rows) return rows.error().message.en;
    while (rows->step().value_or(false)) {
      for (int i = 0; i < rows->columns(); ++i)
        out += std::to_string(static_cast<int>(rows->type(i))) + std::string(rows->text(i)) + '\x1f';
      out += '\n';
    }
  }
  return out;
}

class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    makeBusyStation(folder / "a", 120);
    path = folder / "a.fengsui";
    whole = bytesOfFile(path);
  }

  VerifyReport verified(const std::string& file) {
    auto report = verifyStation(file);
    EXPECT_TRUE(report) << report.error();
    return report.value_or(VerifyReport{});
  }
  // The report on the file with one byte changed at @p offset, in a file of its own.
  Result<VerifyReport> flipped(std::size_t offset, char mask) {
    std::string bytes = whole;
    bytes[offset] ^= mask;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(flippedPath() + suffix);
    writeBytes(flippedPath(), bytes);
    return verifyStation(flippedPath());
  }
  std::string flippedPath() { return folder / "flipped.fengsui"; }

  TempFolder folder;
  std::string path;
  std::string whole;
};

TEST_F(VerifyTest, FindsNothingWrongWithASoundStation) {
  std::uint64_t last = 0;
  const auto report = verifyStation(path, {}, [&](std::uint64_t done, std::uint64_t) { last = done; });
  ASSERT_TRUE(report) << report.error();
  EXPECT_TRUE(report->sound()) << said(*report);
  EXPECT_EQ(report->origins.size(), 2u);
  EXPECT_EQ(report->quarantined, 1u);
  const auto station = Station::open(path).value();
  EXPECT_EQ(report->events, static_cast<std::uint64_t>(station->position()));
  EXPECT_EQ(last, report->events);
}

TEST_F(VerifyTest, FindsNothingWrongWhileSomebodyWrites) {
  const auto station = Station::open(path).value();
  std::jthread writer([&](const std::stop_token& stop) {
    RandomCommands night(3);
    while (!stop.stop_requested()) liveThrough(*station, night, 1);
  });
  for (int i = 0; i < 20; ++i) {
    const auto report = verified(path);
    EXPECT_TRUE(report.sound()) << said(report);
  }
}

TEST_F(VerifyTest, CanBeCancelled) {
  std::stop_source stop;
  stop.request_stop();
  const auto report = verifyStation(path, stop.get_token());
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->cancelled);
  EXPECT_FALSE(report->sound());
}

TEST_F(VerifyTest, EveryChangedByteIsFoundOrChangesNothing) {
  std::mt19937 random(11);
  const std::string original = everything(path);
  int found = 0, refused = 0, harmless = 0;
  for (int i = 0; i < 1000; ++i) {
    // The first page and the last pages more often than by chance: header, schema, small tables.
    const std::size_t offset = i < 150 ? static_cast<std::size_t>(i) : random() % whole.size();
    const char mask = static_cast<char>(1 + random() % 255);
    SCOPED_TRACE("offset " + std::to_string(offset) + " mask " + std::to_string(mask));
    const auto report = flipped(offset, mask);
    if (!report) {
      ++refused;
      EXPECT_FALSE(report.error().message.zh.empty());
    } else if (!report->sound()) {
      ++found;
    } else {
      ++harmless;
      ASSERT_EQ(everything(flippedPath()), original);
    }
  }
  std::cout << found << " found, " << refused << " refused at once, " << harmless << " of no effect\n";
  EXPECT_GT(found, 300);
}

TEST_F(VerifyTest, NamesTheEventWhosePayloadHeaderOrChainWasChanged) {
  auto journal = Journal::open(path, true).value();
  std::vector<StoredEvent> events = allEvents(journal);
  std::mt19937 random(5);
  int tried = 0;
  for (int i = 0; i < 400; ++i) {
    const StoredEvent& e = events[random() % events.size()];
    std::string part;
    switch (i % 3) {
      case 0:
        part = *e.payload;
        break;
      case 1:
        part.assign(reinterpret_cast<const char*>(e.chain.data()), e.chain.size());
        break;
      default:
        part.assign(reinterpret_cast<const char*>(e.header.command.bytes.data()), 16);
        break;
    }
    const auto at = whole.find(part);
    if (part.empty() || at == std::string::npos || whole.find(part, at + 1) != std::string::npos) continue;
    ++tried;
    const auto report = flipped(at + random() % part.size(), static_cast<char>(1 + random() % 255));
    ASSERT_TRUE(report) << report.error();
    const BadEvent* bad = nullptr;
    for (const auto& origin : report->origins) {
      if (origin.origin == e.header.ref.origin)
        bad = origin.firstBad ? &*origin.firstBad : nullptr;
      else
        EXPECT_FALSE(origin.firstBad) << origin.firstBad->sentence.en;
    }
    ASSERT_NE(bad, nullptr) << said(*report);
    EXPECT_EQ(bad->ref, e.header.ref) << bad->sentence.en;
    EXPECT_EQ(bad->position, e.position);
    EXPECT_NE(bad->sentence.en.find("event " + std::to_string(e.header.ref.sequence) + " of origin " +
                                    e.header.ref.origin.text()),
              std::string::npos);
    EXPECT_NE(bad->sentence.zh.find("第 " + std::to_string(e.header.ref.sequence) + " 条记录"), std::string::npos);
  }
  EXPECT_GT(tried, 150);
}

TEST_F(VerifyTest, FindsEventsThatWereTakenOutOrPutInWithPlainSql) {
  const auto after = [&](const std::string& sql) {
    const std::string copy = folder / "copy.fengsui";
    std::filesystem::remove(copy);
    writeBytes(copy, whole);
    {
      auto db = Sqlite::open(copy, SqliteAccess::readWrite).value();
      const auto done = db.run(sql);
      EXPECT_TRUE(done) << done.error();
    }
    return said(verified(copy));
  };
  EXPECT_NE(after("DELETE FROM event WHERE position=17").find("event 18 of origin"), std::string::npos);
  EXPECT_NE(after("DELETE FROM event WHERE position=17; UPDATE event SET position=position-1 WHERE position>17")
                .find("it should be event 17"),
            std::string::npos);
  EXPECT_NE(after("UPDATE event SET payload=replace(payload,'救援队','x') WHERE position=20").size() +
                after("UPDATE event SET occurred=occurred+1 WHERE position=20").size(),
            0u);
  EXPECT_NE(after("UPDATE event SET hlc=hlc+1 WHERE position=20").find("(position 20)"), std::string::npos);
  EXPECT_NE(after("UPDATE event SET received=received-1000000 WHERE position=20").find("(position 20)"),
            std::string::npos);
  EXPECT_NE(after("DELETE FROM late").find("late arrivals"), std::string::npos);
  EXPECT_NE(after("UPDATE quarantine SET hlc=hlc+1").find("quarantine"), std::string::npos);
  EXPECT_NE(after("UPDATE fengsui SET value='" + Uuid::v7(systemNow()).text() + "' WHERE key='origin'")
                .find("origin under which"),
            std::string::npos);
  EXPECT_NE(after("CREATE TABLE x(y)").find("tables"), std::string::npos);
  EXPECT_EQ(after("VACUUM"), "");
}

TEST_F(VerifyTest, SurvivesAnyAmountOfDamage) {
  std::mt19937 random(23);
  for (int i = 0; i < 150; ++i) {
    std::string bytes = whole;
    const std::size_t start = i % 2 ? 4096 : 100;
    for (int n = 0; n < 1 + i * 4; ++n) bytes[start + random() % (bytes.size() - start)] = static_cast<char>(random());
    if (i % 5 == 0) bytes.resize(random() % bytes.size());
    writeBytes(flippedPath(), bytes);
    const auto report = verifyStation(flippedPath());
    EXPECT_FALSE(report && report->sound()) << i;
  }
}

}  // namespace
}  // namespace fengsui
