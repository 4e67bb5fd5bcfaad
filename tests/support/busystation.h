// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/quarantine.h"
#include "support/randomcommands.h"
#include "support/station.h"

namespace fengsui {

inline std::vector<StoredEvent> allEvents(Journal& journal) {
  std::vector<StoredEvent> events;
  const auto read = journal.readArrivals(0, [&](StoredEvent&& event) {
    events.push_back(std::move(event));
    return true;
  });
  EXPECT_TRUE(read) << read.error();
  return events;
}

/// A closed station file with everything in it that a journal can have: two origins, late arrivals, an event in
/// quarantine, short payloads and long ones.
inline void makeBusyStation(const std::string& path, int commands, unsigned seed = 7) {
  RandomCommands night(seed);
  auto station = newStation(path);
  liveThrough(*station, night, commands / 2);
  const std::string copy = path + "-copy.fengsui";
  ASSERT_TRUE(station->journal().backupTo(copy));
  auto other = Station::open(copy).value();
  liveThrough(*other, night, commands / 4);
  Import<Place> import;
  for (int i = 0; i < 30; ++i)
    import.rows.push_back({Uuid::v7(systemNow()), i + 2, Json {
                             {"name", "村" + std::to_string(i)},
                             { "kind",
                               "village" }
                           }});
  does(*station, import);
  Facility far;
  far.id.uuid = Uuid::v7(systemNow());
  far.name = "很长的说明";
  for (int i = 0; i < 400; ++i) far.attributes["列" + std::to_string(i)] = "值" + std::to_string(i * 7919);
  does(*station, Register<Facility>{far});
  liveThrough(*station, night, commands / 4);
  ASSERT_TRUE(station->receive(allEvents(other->journal())));  // late: recorded before what came after the copy
  other->setClock([] { return systemNow().plusMs(3600 * 1000); });
  does(*other, Register<Team>{teamNamed("快钟队")});
  ASSERT_TRUE(station->receive(allEvents(other->journal())));
  EXPECT_EQ(quarantine::count(station->journal().database()).value(), 1);
  EXPECT_TRUE(station->journal().earliestLateArrival(0, Journal::kToTheEnd).value().has_value());
  station->settle();
}

}  // namespace fengsui
