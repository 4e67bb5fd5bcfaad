// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <random>

#include "journal/station.h"
#include "support/station.h"
#include "support/story.h"
#include "support/tempfolder.h"

// Three seats of one district that work apart and hear of each other late.

namespace fengsui::story {

/// The clocks of the three seats, in milliseconds; they do not agree.
inline std::array<std::int64_t, 3> clocksMs{};
inline constexpr std::array<Instant (*)(), 3> kClocks{
    [] { return Instant{clocksMs[0]}; }, [] { return Instant{clocksMs[1]}; }, [] { return Instant{clocksMs[2]}; }};
/// When stories begin: after the station was made, which took the computer's own time.
inline const std::int64_t kEvening = systemNow().ms + 3600 * 1000;

inline std::vector<StoredEvent> everythingAt(Station& station) {
  std::vector<StoredEvent> events;
  const auto read = station.journal().readArrivals(0, [&](StoredEvent&& event) {
    events.push_back(std::move(event));
    return true;
  });
  EXPECT_TRUE(read) << read.error();
  return events;
}

/// The definition: all events in the total order, folded one after the other.
template <class Wanted>
Situation foldedFrom(Situation s, std::vector<StoredEvent> events, Wanted&& wanted) {
  std::sort(events.begin(), events.end(), [](const StoredEvent& a, const StoredEvent& b) {
    return OrderPoint::of(a.header) < OrderPoint::of(b.header);
  });
  for (const StoredEvent& event : events)
    if (wanted(event)) fold(s, eventOf(event));
  return s;
}
template <class Wanted>
Situation foldedFromScratch(std::vector<StoredEvent> events, Wanted&& wanted) {
  return foldedFrom({}, std::move(events), wanted);
}
inline Situation foldedFromScratch(std::vector<StoredEvent> events) {
  return foldedFromScratch(std::move(events), [](const StoredEvent&) { return true; });
}

inline std::vector<Uuid> conflictIds(const Situation& s) {
  std::vector<Uuid> ids;
  s.conflicts.forEach([&](const Uuid& id, const Conflict&) { ids.push_back(id); });
  return ids;
}

/// A station file on which every story can start; durable enough for a test.
class Beginning {
 public:
  Beginning() {
    clocksMs.fill(kEvening - 600'000);
    auto station = newStation(folder_ / "start");
    station->setClock(kClocks[0]);
    for (const Command& command : opening()) does(*station, command);
    station_ = std::move(station);
  }
  [[nodiscard]] Station& station() { return *station_; }
  void copyTo(const std::string& path) { EXPECT_TRUE(station_->journal().backupTo(path)); }

 private:
  TempFolder folder_ = TempFolder::inMemory();
  std::unique_ptr<Station> station_;
};

class Seats {
 public:
  explicit Seats(Beginning& beginning) {
    for (std::size_t i = 0; i < 3; ++i) {
      beginning.copyTo(path(i) + ".fengsui");
      open(i);
    }
    // Within the five minutes that are forgiven.
    clocksMs = {kEvening, kEvening - 60'000, kEvening + 2'000};
  }

  [[nodiscard]] Station& operator[](std::size_t seat) { return *stations_[seat]; }
  [[nodiscard]] std::string path(std::size_t seat) const { return folder_ / std::string(1, "abc"[seat]); }

  void open(std::size_t seat) {
    stations_[seat].reset();
    auto station = Station::open(path(seat));
    ASSERT_TRUE(station) << station.error();
    stations_[seat] = std::move(*station);
    stations_[seat]->setClock(kClocks[seat]);
    // Power cuts are another test's story.
    ASSERT_TRUE(stations_[seat]->journal().database().run("PRAGMA synchronous=OFF"));
  }

  /// The file of this seat is overwritten with a backup, its cache stays.
  void replaceWith(std::size_t seat, const std::string& backup) {
    stations_[seat].reset();
    for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(path(seat) + ".fengsui" + suffix);
    std::filesystem::copy_file(backup, path(seat) + ".fengsui", std::filesystem::copy_options::overwrite_existing);
    open(seat);
  }

  /// What this step brings about; most of what random people want is refused.
  void happens(const Step& step) {
    const auto seat = static_cast<std::size_t>(step.seat);
    Station& station = *stations_[seat];
    for (auto& clock : clocksMs) clock += step.waitMs;
    if (hears(step)) {
      const auto from = static_cast<std::size_t>(step.other % 3);
      if (from == seat) return;
      std::vector<StoredEvent> news = everythingAt(*stations_[from]);
      std::shuffle(news.begin(), news.end(), std::minstd_rand(static_cast<unsigned>(step.which)));
      news.resize(std::min(news.size(), static_cast<std::size_t>(step.amount * 4)));
      deliver(seat, std::move(news));
    } else if (takesBack(step)) {
      const auto back = static_cast<std::uint64_t>(step.amount);
      const auto heads = station.journal().heads().value();
      for (const auto& [origin, last] : heads)
        if (origin == station.journal().origin() && last > back)
          (void)station.undo({origin, last - back}, {"值班长", std::nullopt});
    } else if (const auto command = commandFor(step, station.situation())) {
      (void)station.execute(*command, {"值班长", std::nullopt});
    }
  }

  /// Hands events over; what comes before its predecessors waits here and comes again.
  void deliver(std::size_t seat, std::vector<StoredEvent> news) {
    std::move(waiting_[seat].begin(), waiting_[seat].end(), std::back_inserter(news));
    auto received = stations_[seat]->receive(std::move(news));
    ASSERT_TRUE(received) << received.error();
    EXPECT_EQ(received->quarantined, 0u);
    waiting_[seat] = std::move(received->early);
  }

  /// Everybody hears everything: shuffled, in batches of any size, some of it twice.
  void exchange(unsigned seed) {
    std::minstd_rand random(seed);
    std::vector<StoredEvent> all;
    for (auto& station : stations_)
      for (StoredEvent& event : everythingAt(*station)) all.push_back(std::move(event));
    for (std::size_t seat = 0; seat < 3; ++seat) {
      std::shuffle(all.begin(), all.end(), random);
      for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.size(), at + 1 + random() % 12);
        deliver(seat, {all.begin() + static_cast<std::ptrdiff_t>(at), all.begin() + static_cast<std::ptrdiff_t>(end)});
        at = end;
      }
      EXPECT_TRUE(waiting_[seat].empty()) << "what was early never became due";
    }
  }

 private:
  TempFolder folder_ = TempFolder::inMemory();
  std::array<std::unique_ptr<Station>, 3> stations_;
  std::array<std::vector<StoredEvent>, 3> waiting_;
};

}  // namespace fengsui::story
