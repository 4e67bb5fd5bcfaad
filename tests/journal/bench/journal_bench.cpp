// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, printed; nothing is asserted about them. On the disk of the temporary folder, so that syncing counts.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <thread>

#include "journal/publication.h"
#include "journal/salvage.h"
#include "journal/series.h"
#include "journal/verify.h"
#include "support/randomcommands.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using Clock = std::chrono::steady_clock;

double cpuMs() {
  return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

// What the clock on the wall says and, because machines are shared, what the processor does.
struct Watch {
  Clock::time_point start = Clock::now();
  double cpuStart = cpuMs();
  [[nodiscard]] double ms() const { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }
  [[nodiscard]] double cpu() const { return cpuMs() - cpuStart; }
};

void say(const std::string& what, double value, const char* unit) {
  std::cout << "  " << what << ": " << value << ' ' << unit << std::endl;
}
void say(const std::string& what, const Watch& watch) {
  const double ms = watch.ms();
  const double cpu = watch.cpu();
  std::cout << "  " << what << ": " << ms << " ms (" << cpu << " ms of processor time)" << std::endl;
}

Import<Place> places(int count, int from = 0) {
  Import<Place> import;
  for (int i = 0; i < count; ++i)
    import.rows.push_back({Uuid::v7(systemNow()), i + 2, Json {
                             {"name", "村" + std::to_string(from + i)},
                             {"kind", "village"},
                             {"population", 300 + i},
                             {"location", Json::array({1163000000 + i * 131, 402000000 + i * 97})},
                             { "attributes",
                               Json {
                                 { "备注",
                                   "第" + std::to_string(i) + "行" }
                               } }
                           }});
  return import;
}

// Median and 99th percentile of appending one event, a number of times.
void appendLatency(Station& station, const std::string& what, int times, std::chrono::milliseconds every) {
  const Incident incident = incidentTitled("北沟村山洪");
  does(station, ReportIncident{incident});
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    const Watch watch;
    does(station, Revise<Incident>{incident.id, {{"address", "第" + std::to_string(i) + "户"}}});
    all.push_back(watch.ms());
    std::this_thread::sleep_for(every);
  }
  std::sort(all.begin(), all.end());
  say(what + ", median", all[all.size() / 2], "ms");
  say(what + ", 99 %", all[all.size() * 99 / 100], "ms");
}

TEST(JournalBench, Publication) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  does(*station, places(10'000));
  Publication publication(station->files());
  const auto publish = [&](const std::string& what) {
    const Watch watch;
    const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
    ASSERT_TRUE(outcome) << outcome.error();
    say(what + " (" + std::to_string(outcome->written) + " rows)", watch);
  };
  publish("10,000 places, full");
  const Team team = teamNamed("甲队");
  does(*station, Register<Team>{team});
  publish("one change");
  publish("nothing changed");
  RandomCommands night(1);
  liveThrough(*station, night, 100);
  publish("a hundred commands");
  Publication second(StationFiles::of(folder / "b"));
  say("size", static_cast<double>(std::filesystem::file_size(station->files().publication)) / 1e6, "MB");
}

TEST(JournalBench, PublicationAfterARestart) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  does(*station, places(10'000));
  {
    Publication first(station->files());
    ASSERT_TRUE(first.publish(station->situation(), 1, systemNow()));
  }
  Publication second(station->files());
  const Watch watch;
  ASSERT_TRUE(second.publish(station->situation(), station->position(), systemNow()));
  say("10,000 places checked and compared", watch);
}

TEST(JournalBench, VerifyAndSalvage) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "a");
    for (int i = 0; i < 10; ++i) does(*station, places(10'000, i * 10'000));
    station->settle();
  }
  Watch watch;
  const auto report = verifyStation(folder / "a.fengsui");
  ASSERT_TRUE(report && report->sound());
  say("verify " + std::to_string(report->events) + " events", watch);
  watch = {};
  const auto saved = salvage(folder / "a.fengsui", {folder / "a.jsonl", folder / "new"});
  ASSERT_TRUE(saved) << saved.error();
  say("salvage " + std::to_string(saved->readable) + " events", watch);
}

// Why readings have a file of their own: what an operator's command waits while the district's peak comes in.
TEST(JournalBench, AppendBesideReadings) {
  constexpr int kSeries = 2700;
  constexpr int kPerSecond = 260;
  constexpr int kTimes = 400;
  constexpr auto kEvery = std::chrono::milliseconds(20);
  const auto batch = [](std::int64_t tick, int size) {
    std::vector<SeriesReading> readings;
    for (int i = 0; i < size; ++i)
      readings.push_back(
          {"sensor/" + std::to_string((tick * size + i) % kSeries), "m", {{tick * 1000 + i}, 0.1 * i, std::nullopt}});
    return readings;
  };
  {
    const TempFolder folder;
    auto station = newStation(folder / "a");
    appendLatency(*station, "append alone", kTimes, kEvery);
  }
  for (const bool apart : {false, true}) {
    const TempFolder folder;
    auto station = newStation(folder / "a");
    // A store over the same tables in the same file, with the journal's durability, to compare.
    StationFiles files = station->files();
    std::jthread readings([&](const std::stop_token& stop) {
      std::optional<SeriesStore> own;
      Sqlite shared;
      if (apart) {
        own = SeriesStore::open(files).value();
      } else {
        shared = Sqlite::open(files.journal, SqliteAccess::readWrite).value();
        ASSERT_TRUE(
            shared.run("PRAGMA synchronous=FULL;CREATE TABLE reading(series INTEGER, at INTEGER, value REAL, lon, lat,"
                       "PRIMARY KEY(series,at)) WITHOUT ROWID"));
      }
      // Ten batches a second; every tenth a catch-up of ten thousand, as after a broken line.
      for (std::int64_t tick = 0; !stop.stop_requested(); ++tick) {
        const auto next = Clock::now() + std::chrono::milliseconds(100);
        const auto all = batch(tick, tick % 10 == 9 ? 10'000 : kPerSecond / 10);
        if (apart) {
          ASSERT_TRUE(own->append(all));
        } else {
          ASSERT_TRUE(shared.run("BEGIN IMMEDIATE"));
          auto insert = shared.prepare("INSERT OR REPLACE INTO reading VALUES(?,?,?,NULL,NULL)").value();
          for (std::size_t i = 0; i < all.size(); ++i)
            ASSERT_TRUE(insert.bind(1, static_cast<std::int64_t>(i % kSeries))
                            .bind(2, all[i].reading.at.ms)
                            .bind(3, 0.5)
                            .run());
          ASSERT_TRUE(shared.run("COMMIT"));
        }
        std::this_thread::sleep_until(next);
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    appendLatency(*station, apart ? "append, readings in NAME.series" : "append, readings in NAME.fengsui", kTimes,
                  kEvery);
  }
}

TEST(JournalBench, SeriesThroughput) {
  const TempFolder folder;
  auto store = SeriesStore::open(StationFiles::of(folder / "a")).value();
  std::vector<SeriesReading> batch;
  Watch watch;
  for (int minute = 0; minute < 100; ++minute) {
    batch.clear();
    for (int i = 0; i < 2700; ++i)
      batch.push_back({"sensor/" + std::to_string(i), "m", {{minute * 60'000LL}, 0.1 * i, std::nullopt}});
    ASSERT_TRUE(store.append(batch));
  }
  say("readings a second of processor time", 270'000 / watch.cpu() * 1000, "");
  say("bytes a reading", static_cast<double>(std::filesystem::file_size(folder / "a.series")) / 270'000, "");
  watch = {};
  const auto gone = store.prune({50 * 60'000}, 2000);
  ASSERT_TRUE(gone);
  say("pruning " + std::to_string(*gone), watch);
}

}  // namespace
}  // namespace fengsui
