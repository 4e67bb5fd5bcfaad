// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/hlc.h"
#include "support/seats.h"

// Seats with a past that is long enough for snapshots.

namespace fengsui::story {

inline constexpr std::uint64_t kShort = 40;  // events that are missing to the first snapshot
inline constexpr std::int64_t kCommon = kSnapshotEvery - kShort;

/// The first moment at which the station shows anything else than the fold. The last few events are where things
/// happen; the long trace before them is the same for all and was folded once.
inline std::string wrongMoment(Station& station, const Situation& before, std::size_t moments) {
  auto events = everythingAt(station);
  events.erase(events.begin(), events.begin() + kCommon);
  const auto differs = [&](const Result<Situation>& seen, auto&& wanted) {
    return hashOf(seen.value()) != hashOf(foldedFrom(before, events, wanted));
  };
  for (std::size_t i = 0; i < events.size(); i += 1 + events.size() / moments) {
    const Instant then = hlc::instantOf(events[i].header.hlc);
    if (differs(station.at(then), [&](const StoredEvent& e) { return hlc::instantOf(e.header.hlc) <= then; }))
      return "the truth at event " + std::to_string(kCommon + i);
    const Instant learned = events[i].received;
    if (differs(station.at(learned, Knowledge::atThisSeat),
                [&](const StoredEvent& e) { return e.received <= learned; }))
      return "what was known at event " + std::to_string(kCommon + i);
  }
  if (differs(station.situation(), [](const StoredEvent&) { return true; })) return "the present";
  return {};
}

/// A station to which a few more events make it store a snapshot.
class LongBeginning : public Beginning {
 public:
  LongBeginning() {
    std::vector<DecidedEvent> trace;
    for (auto i = station().situation().eventCount; i < kCommon; ++i)
      trace.push_back(
          {TeamPositionReported{the<Team>(0), {{1166300000, static_cast<int>(i)}, Instant{1}, "电台"}}, std::nullopt});
    Journal& journal = station().journal();
    const Instant now{clocksMs[0]};
    EXPECT_TRUE(journal.begin());
    EXPECT_TRUE(journal.append(trace, Uuid::v7(now), "值班长", now, now));
    EXPECT_TRUE(journal.commit());
    EXPECT_TRUE(station().refresh());
    before_ = foldedFromScratch(everythingAt(station()));
  }
  [[nodiscard]] inline std::string wrongMoment(Station& station, std::size_t moments = 4) const {
    return story::wrongMoment(station, before_, moments);
  }

 private:
  Situation before_;
};

inline std::vector<std::filesystem::path> snapshotsOf(Station& station) {
  station.settle();
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const auto& file : std::filesystem::directory_iterator(station.files().cache + "/snapshots", ignored))
    files.push_back(file.path());
  return files;
}

inline constexpr int kReportPosition = 13, kReceiveStock = 23;

inline void goesOn(Seats& seats, int seat, std::uint64_t events, int waitMs) {
  const auto target = seats[static_cast<std::size_t>(seat)].situation().eventCount + events;
  for (int i = 0; seats[static_cast<std::size_t>(seat)].situation().eventCount < target; ++i)
    seats.happens({seat, i % 2 == 0 ? kReportPosition : kReceiveStock, i, 1, 2, waitMs});
}

/// Every seat goes on for itself across the snapshot, not knowing of the others.
inline void goOnApart(Seats& seats, int waitMs) {
  for (int i = 0; i < 6; ++i)
    for (int seat = 0; seat < 3; ++seat) goesOn(seats, seat, kShort / 5, waitMs);
}

}  // namespace fengsui::story
