// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/station.h"
#include "journal/quarantine.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/hlc.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

TEST(Station, KeepsWhatWasDoneWhenItIsOpenedAgain) {
  const TempFolder folder;
  const Team team = teamNamed("怀北镇救援队");
  const Incident incident = incidentTitled("北沟村山洪");
  Digest before;
  {
    auto station = newStation(folder / "a");
    does(*station, Register<Team>{team});
    does(*station, ReportIncident{incident});
    does(*station, SendTeam{team.id, incident.id, "转移群众", std::nullopt, std::nullopt});
    before = hashOf(station->situation());
  }
  const auto station = Station::open(folder / "a");
  ASSERT_TRUE(station) << station.error();
  EXPECT_EQ(hashOf((*station)->situation()), before);
  const Team* there = (*station)->situation().find(team.id);
  ASSERT_NE(there, nullptr);
  EXPECT_EQ(there->status, TeamStatus::enRoute);
  EXPECT_EQ(there->assignment->incident, incident.id);
}

TEST(Station, RefusesToSendATeamThatIsOnSceneElsewhere) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  const Team team = teamNamed("怀北镇救援队");
  const Incident one = incidentTitled("北沟村山洪");
  const Incident two = incidentTitled("西庄内涝");
  does(*station, Register<Team>{team});
  does(*station, ReportIncident{one});
  does(*station, ReportIncident{two});
  does(*station, SendTeam{team.id, one.id, "", std::nullopt, std::nullopt});
  does(*station, TeamArrives{team.id});
  EXPECT_NE(refuses(*station, SendTeam{team.id, two.id, "", std::nullopt, std::nullopt}).find("without release"),
            std::string::npos);
  EXPECT_EQ(station->situation().eventCount, 6u);
}

TEST(Station, TwoProgramsOnOneFileSeeEachOther) {
  const TempFolder folder;
  auto desktop = newStation(folder / "a");
  auto commandLine = Station::open(folder / "a").value();
  const Team team = teamNamed("怀北镇救援队");
  does(*commandLine, Register<Team>{team});
  EXPECT_TRUE(desktop->changedByOthers());
  EXPECT_TRUE(desktop->refresh().value());
  EXPECT_NE(desktop->situation().find(team.id), nullptr);
  const Incident incident = incidentTitled("北沟村山洪");
  does(*desktop, ReportIncident{incident});
  does(*commandLine, SendTeam{team.id, incident.id, "", std::nullopt, std::nullopt});
  ASSERT_TRUE(desktop->refresh());
  EXPECT_EQ(hashOf(desktop->situation()), hashOf(commandLine->situation()));
}

TEST(Station, ShowsAnyMomentOfThePast) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  const Incident incident = incidentTitled("北沟村山洪");
  std::vector<std::pair<Instant, Digest>> moments;
  static std::int64_t ms = systemNow().ms;
  station->setClock([] { return Instant{ms += 1000}; });
  does(*station, ReportIncident{incident});
  for (int i = 0; i < 1500; ++i) {
    does(*station, Revise<Incident>{incident.id, {{"address", "第" + std::to_string(i) + "户"}}});
    if (i % 100 == 0) moments.emplace_back(hlc::instantOf(station->situation().lastHlc), hashOf(station->situation()));
  }
  for (const auto& [at, hash] : moments) EXPECT_EQ(hashOf(station->at(at).value()), hash);
}

TEST(Station, ACopyGoesOnUnderANewOriginWithoutForkingTheOldOne) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  does(*station, Register<Team>{teamNamed("甲队")});
  const auto oldOrigin = station->journal().origin();
  ASSERT_TRUE(station->journal().backupTo(folder / "b.fengsui"));

  auto copy = Station::open(folder / "b").value();
  EXPECT_TRUE(copy->origin().isNil()) << "nobody's yet: what its seat had to do is not done from here";
  does(*copy, Register<Team>{teamNamed("乙队")});
  EXPECT_EQ(copy->origin(), copy->journal().origin());
  EXPECT_NE(copy->journal().origin(), oldOrigin);
  does(*copy, Register<Team>{teamNamed("丙队")});
  EXPECT_EQ(copy->journal().heads().value().size(), 2u);

  does(*station, Register<Team>{teamNamed("丁队")});
  EXPECT_EQ(station->journal().origin(), oldOrigin);
  EXPECT_EQ(Station::open(folder / "a").value()->origin(), oldOrigin);

  // The two can still be brought together: nothing was recorded twice under one name.
  std::vector<StoredEvent> theirs;
  ASSERT_TRUE(copy->journal().readArrivals(0, [&](StoredEvent&& event) {
    theirs.push_back(std::move(event));
    return true;
  }));
  const auto received = station->receive(theirs);
  ASSERT_TRUE(received) << received.error();
  EXPECT_EQ(received->added, 3u);
  EXPECT_EQ(station->situation().teams.size(), 4u);
}

TEST(Station, ACopyGoesOnUnderTheOriginThatAnotherProgramOfThisSeatOpenedForIt) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  const auto oldOrigin = station->journal().origin();
  ASSERT_TRUE(station->journal().backupTo(folder / "b.fengsui"));

  auto desktop = Station::open(folder / "b").value();
  EXPECT_TRUE(desktop->origin().isNil());
  auto commandLine = Station::open(folder / "b").value();
  does(*commandLine, Register<Team>{teamNamed("甲队")});

  const Uuid opened = commandLine->journal().origin();
  EXPECT_EQ(desktop->origin(), opened) << "what the other program issued is this seat's to follow up";
  EXPECT_EQ(desktop->situation().teams.size(), 0u) << "asking whose it is reads nothing else";
  EXPECT_NE(opened, oldOrigin);
  does(*desktop, Register<Team>{teamNamed("乙队")});
  EXPECT_EQ(desktop->journal().origin(), opened);
}

TEST(Station, ABackupRestoredInPlaceGoesOnUnderANewOrigin) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "a");
    does(*station, Register<Team>{teamNamed("甲队")});
    ASSERT_TRUE(station->journal().backupTo(folder / "backup.fengsui"));
    does(*station, Register<Team>{teamNamed("乙队")});
  }
  const auto oldOrigin = Station::open(folder / "a").value()->journal().origin();
  {
    // Overwritten in place, so that the file stays the same file.
    std::ofstream out(folder / "a.fengsui", std::ios::binary);
    out << std::ifstream(folder / "backup.fengsui", std::ios::binary).rdbuf();
  }
  auto station = Station::open(folder / "a").value();
  EXPECT_EQ(station->situation().teams.size(), 1u);
  does(*station, Register<Team>{teamNamed("丙队")});
  EXPECT_NE(station->journal().origin(), oldOrigin);
}

TEST(Station, UndoTakesBackAWholeCommand) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  Import<Place> import;
  for (int i = 0; i < 20; ++i)
    import.rows.push_back({Uuid::v7(systemNow()), i + 2, Json {
                             {"name", "村" + std::to_string(i)},
                             { "kind",
                               "village" }
                           }});
  const Receipt receipt = does(*station, import);
  EXPECT_EQ(station->situation().places.size(), 20u);
  const auto undone = station->undo(receipt.events.front(), {"值班长", std::nullopt});
  ASSERT_TRUE(undone) << undone.error();
  EXPECT_EQ(station->situation().places.size(), 0u);
  EXPECT_FALSE(station->undo(receipt.events.front(), {"值班长", std::nullopt}));
  EXPECT_TRUE(station->situation().conflicts.empty());
}

TEST(Station, AnEventFromTheFutureIsQuarantinedUntilItsTimeHasCome) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  ASSERT_TRUE(station->journal().backupTo(folder / "b.fengsui"));
  auto other = Station::open(folder / "b").value();
  other->setClock([] { return systemNow().plusMs(3600 * 1000); });
  does(*other, Register<Team>{teamNamed("快钟队")});
  std::vector<StoredEvent> theirs;
  ASSERT_TRUE(other->journal().readArrivals(1, [&](StoredEvent&& event) {
    theirs.push_back(std::move(event));
    return true;
  }));
  EXPECT_EQ(station->receive(theirs)->quarantined, 2u);
  EXPECT_EQ(quarantine::count(station->journal().database()).value(), 2);
  EXPECT_TRUE(station->situation().teams.empty());
  station->setClock([] { return systemNow().plusMs(3600 * 1000); });
  EXPECT_EQ(station->receive({})->added, 2u);
  EXPECT_EQ(station->situation().teams.size(), 1u);
}

TEST(Station, UndoTakesBackAWholeCommandHoweverLongByAnyOfItsEntries) {
  const TempFolder folder = TempFolder::inMemory();
  auto station = newStation(folder / "a");
  does(*station, Register<Team>{teamNamed("甲队")});
  constexpr int kMany = 20'100;
  Import<Place> import;
  for (int i = 0; i < kMany; ++i) {
    Json row{{"name", "村" + std::to_string(i)}, {"kind", "village"}};
    import.rows.push_back({Uuid::v7(systemNow()), i + 2, std::move(row)});
  }
  const Receipt receipt = does(*station, import);
  ASSERT_EQ(station->situation().places.size(), static_cast<std::size_t>(kMany));
  const auto undone = station->undo(receipt.events.back(), {"值班长", std::nullopt});
  ASSERT_TRUE(undone) << undone.error();
  EXPECT_EQ(station->situation().places.size(), 0u);
  EXPECT_EQ(station->situation().teams.size(), 1u);
}

struct TwoStations {
  TwoStations() {
    EXPECT_TRUE(here->journal().backupTo(folder / "b.fengsui"));
    there = Station::open(folder / "b").value();
  }
  [[nodiscard]] std::vector<StoredEvent> theirs() {
    std::vector<StoredEvent> events;
    EXPECT_TRUE(there->journal().readArrivals(1, [&](StoredEvent&& event) {
      events.push_back(std::move(event));
      return true;
    }));
    return events;
  }

  const TempFolder folder = TempFolder::inMemory();
  std::unique_ptr<Station> here = newStation(folder / "a");
  std::unique_ptr<Station> there;
};

TEST(Station, TakesInTheRestWhereOneReceivedEntryIsDamaged) {
  TwoStations stations;
  for (const char* name : {"甲队", "乙队", "丙队"}) does(*stations.there, Register<Team>{teamNamed(name)});
  auto events = stations.theirs();
  ASSERT_EQ(events.size(), 4u);
  const StoredEvent whole = events[2];
  events[2].payload = *events[2].payload + " ";
  const auto received = stations.here->receive(events);
  ASSERT_TRUE(received) << received.error();
  EXPECT_EQ(received->added, 2u);
  ASSERT_EQ(received->damaged.size(), 1u);
  EXPECT_NE(received->damaged[0].message.en.find(":3"), std::string::npos) << received->damaged[0].message.en;
  ASSERT_EQ(received->early.size(), 1u);
  auto again = received->early;
  again.push_back(whole);
  EXPECT_EQ(stations.here->receive(again)->added, 2u);
  EXPECT_EQ(stations.here->situation().teams.size(), 3u);
}

TEST(Station, RefusesAClockThatNoJournalCanHold) {
  TwoStations stations;
  does(*stations.there, Register<Team>{teamNamed("甲队")});
  auto events = stations.theirs();
  for (StoredEvent& event : events) event.header.hlc |= std::uint64_t{1} << 63;
  const auto received = stations.here->receive(events);
  ASSERT_TRUE(received) << received.error();
  EXPECT_EQ(received->damaged.size(), 2u);
  EXPECT_EQ(quarantine::count(stations.here->journal().database()).value(), 0);
}

TEST(Station, StaysWholeWhereReadingFailsInTheMiddleOfALateEntry) {
  TwoStations stations;
  does(*stations.there, Register<Team>{teamNamed("迟到队")});
  Import<Place> import;
  for (int i = 0; i < 3000; ++i) {
    Json row{{"name", "村" + std::to_string(i)}, {"kind", "village"}};
    import.rows.push_back({Uuid::v7(systemNow()), i + 2, std::move(row)});
  }
  does(*stations.here, import);
  auto& database = stations.here->journal().database();
  database.setInterrupt([] { return true; });
  ASSERT_FALSE(stations.here->receive(stations.theirs())) << "the interrupt comes in the middle of folding again";
  EXPECT_EQ(stations.here->situation().places.size(), 3000u);
  database.setInterrupt({});
  ASSERT_TRUE(stations.here->refresh());
  EXPECT_EQ(stations.here->situation().teams.size(), 1u);
  EXPECT_EQ(hashOf(stations.here->situation()), hashOf(Station::open(stations.folder / "a").value()->situation()));
}

TEST(Station, KeepsTheOrderWhenTheComputersClockJumpsBack) {
  const TempFolder folder;
  auto station = newStation(folder / "a");
  const Incident incident = incidentTitled("北沟村山洪");
  does(*station, ReportIncident{incident});
  const auto before = station->situation().lastHlc;
  station->setClock([] { return systemNow().plusMs(-24LL * 3600 * 1000); });
  does(*station, Revise<Incident>{incident.id, {{"note", "时钟倒退"}}});
  EXPECT_GT(station->situation().lastHlc, before);
  EXPECT_EQ(station->situation().find(incident.id)->note, "时钟倒退");
}

}  // namespace
}  // namespace fengsui
