// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/publication.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "journal/gpkgrows.h"
#include "journal/publicationthread.h"
#include "journal/withheld.h"
#include "support/bytes.h"
#include "support/process.h"
#include "support/randomcommands.h"
#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using What = PublishOutcome::What;

PublishOutcome published(Publication& publication, const Station& station) {
  const auto outcome = publication.publish(station.situation(), station.position(), systemNow());
  EXPECT_TRUE(outcome) << outcome.error();
  return outcome.value_or(PublishOutcome{});
}

// What stands in the file, table by table, without row numbers and the time of publication.
std::string contents(const std::string& path) {
  auto db = Sqlite::open(path, SqliteAccess::readOnly);
  EXPECT_TRUE(db) << db.error();
  std::string out;
  for (const auto& table : published::tables()) {
    auto rows = db->prepare("SELECT * FROM " + table.name + " ORDER BY id");
    EXPECT_TRUE(rows) << rows.error();
    out += table.name + '\n';
    while (rows->step().value_or(false)) {
      for (int i = 1; i < rows->columns() - (table.name == "publication" ? 1 : 0); ++i)
        (out += rows->isNull(i) ? "\x01" : std::string(rows->text(i))) += '\x1f';
      out += '\n';
    }
  }
  return out;
}

bool shows(const std::string& path, const Situation& situation) {
  auto db = Sqlite::open(path, SqliteAccess::readWrite);
  EXPECT_TRUE(db) << db.error();
  EXPECT_TRUE(geopackage::allowWriting(*db));
  const auto sound = gpkgrows::checkStructure(*db);
  EXPECT_TRUE(sound) << sound.error();
  const auto difference = gpkgrows::compare(*db, published::rowsOf(situation));
  EXPECT_TRUE(difference) << difference.error();
  return difference && difference->write.empty() && difference->remove.size() == 1;  // the row about the publication
}

std::int64_t count(const std::string& path, const std::string& sql) {
  auto db = Sqlite::open(path, SqliteAccess::readOnly);
  EXPECT_TRUE(db) << db.error();
  return db ? db->integer(sql).value_or(std::nullopt).value_or(-1) : -1;
}

class PublicationTest : public testing::Test {
 protected:
  PublicationTest() : station(newStation(folder / "a")), gpkg(station->files().publication) {}

  TempFolder folder;
  std::unique_ptr<Station> station;
  std::string gpkg;
  RandomCommands night{1};
};

TEST_F(PublicationTest, ShowsEveryKindToGdalWithTheRightCounts) {
  liveThrough(*station, night, 400);
  Publication publication(station->files());
  EXPECT_TRUE(published(publication, *station).madeAnew);
  const auto info = runProcess("ogrinfo -al -so " + gpkg);
  EXPECT_EQ(info.exitCode, 0);
  EXPECT_EQ(info.output.find("ERROR"), std::string::npos) << info.output;
  EXPECT_EQ(info.output.find("Warning"), std::string::npos) << info.output;
  const Situation& s = station->situation();
  const auto says = [&](const std::string& layer, std::size_t features) {
    const auto at = info.output.find("Layer name: " + layer + "\n");
    ASSERT_NE(at, std::string::npos) << layer;
    const auto line = info.output.find("Feature Count: ", at);
    EXPECT_EQ(std::stoul(info.output.substr(line + 15)), features) << layer;
  };
  says("incident", s.incidents.size());
  says("team", s.teams.size());
  says("depot", s.depots.size());
  says("shelter", s.shelters.size());
  says("facility", s.facilities.size());
  says("place", s.places.size());
  EXPECT_GT(s.riskZones.size(), 10u);
  EXPECT_EQ(count(gpkg,
                  "SELECT (SELECT count(*) FROM risk_zone_point)+(SELECT count(*) FROM risk_zone_line)+"
                  "(SELECT count(*) FROM risk_zone_area)"),
            static_cast<std::int64_t>(s.riskZones.size()));
  const auto areas =
      runProcess("ogrinfo -q " + gpkg +
                 " -sql \"SELECT round(ST_Area(geom)*1e9) a, ST_IsValid(geom) v FROM risk_zone_area\" -dialect sqlite");
  EXPECT_EQ(areas.exitCode, 0) << areas.output;
  EXPECT_NE(areas.output.find("a (Real) = 76500"), std::string::npos) << areas.output;
  EXPECT_EQ(areas.output.find("v (Integer) = 0"), std::string::npos) << areas.output;
}

TEST_F(PublicationTest, ShowsAClosureInTheTableOfItsGeometryWithItsTimes) {
  const Author author{"值班长", std::nullopt};
  RoadClosure closure;
  closure.name = "怀北大桥";
  closure.words = "积水，电话 13812340006";
  closure.vehicles = {"car", "heavy"};
  closure.shape = Shape{ShapeKind::line, {}, {{{1166000000, 403000000}, {1166000000, 403100000}}}, {}};
  closure.spans = {{Instant{1784554800000}, Instant{1784560000000}}, {Instant{1784570000000}, Instant{1784580000000}}};
  closure.id.uuid.bytes[0] = 1;
  ASSERT_TRUE(station->execute(Register<RoadClosure>{closure}, author));
  Publication publication(station->files());
  published(publication, *station);
  const std::string where =
      " FROM road_closure_line WHERE name='怀北大桥' AND source='hand' AND source_zh='人工标绘' AND "
      "vehicles='car,heavy' AND words NOT LIKE '%1381%' AND "
      "closed_from='2026-07-20T13:40:00.000Z'";
  EXPECT_EQ(count(gpkg, "SELECT count(*)" + where + " AND closed_to='2026-07-20T20:40:00.000Z'"), 1);
  ASSERT_TRUE(station->execute(OpenRoad{closure.id, "水退"}, {"值班长", Instant{1784556000000}}));
  published(publication, *station);
  EXPECT_EQ(
      count(gpkg, "SELECT count(*)" + where + " AND closed_to='2026-07-20T14:00:00.000Z' AND opened_because='水退'"),
      1);
  EXPECT_TRUE(shows(gpkg, station->situation()));
  ASSERT_TRUE(station->execute(Retire<RoadClosure>{closure.id, "误报"}, author));
  published(publication, *station);
  EXPECT_EQ(count(gpkg, "SELECT count(*) FROM road_closure_line"), 0);
}

TEST_F(PublicationTest, ATeamsRowNamesItsIncidentAlsoAfterThatWasRenamed) {
  const Team team = teamNamed("怀北镇救援队");
  const Incident incident = incidentTitled("北沟村山洪");
  does(*station, Register<Team>{team});
  does(*station, ReportIncident{incident});
  does(*station, SendTeam{team.id, incident.id, "转移群众", std::nullopt, Instant{4102444800000}});
  Publication publication(station->files());
  published(publication, *station);
  does(*station, Revise<Incident>{incident.id, {{"title", "北沟村泥石流"}}});
  EXPECT_EQ(published(publication, *station).written, 2u);
  const auto row = runProcess("ogrinfo -q " + gpkg + " team");
  EXPECT_NE(row.output.find("assignment_incident_title (String) = 北沟村泥石流"), std::string::npos) << row.output;
  EXPECT_NE(row.output.find("assignment_eta_at (DateTime) = 2100/01/01 00:00:00+00"), std::string::npos) << row.output;
  EXPECT_NE(row.output.find("status_zh (String) = 途中"), std::string::npos) << row.output;
  EXPECT_NE(row.output.find("POINT (116.6318 40.3162)"), std::string::npos) << row.output;
}

TEST_F(PublicationTest, IncrementalPublicationEqualsAFullOne) {
  Publication publication(station->files());
  for (int i = 0; i < 60; ++i) {
    liveThrough(*station, night, 25);
    const auto outcome = published(publication, *station);
    EXPECT_EQ(outcome.madeAnew, i == 0);
  }
  EXPECT_TRUE(shows(gpkg, station->situation()));
  const std::string incremental = contents(gpkg);
  std::filesystem::remove(gpkg);
  EXPECT_TRUE(published(publication, *station).madeAnew);
  EXPECT_EQ(contents(gpkg), incremental);
}

TEST_F(PublicationTest, WritesOnlyWhatChanged) {
  liveThrough(*station, night, 500);
  Publication publication(station->files());
  published(publication, *station);
  EXPECT_EQ(published(publication, *station).what, What::unchanged);
  does(*station, Register<Team>{teamNamed("新队")});
  const auto outcome = published(publication, *station);
  EXPECT_EQ(outcome.what, What::published);
  EXPECT_EQ(outcome.written, 1u);
  EXPECT_EQ(outcome.removed, 0u);
  EXPECT_EQ(count(gpkg, "SELECT position FROM publication"), station->position());
}

TEST_F(PublicationTest, GoesOnWithTheFileThatAnEarlierProgramLeft) {
  liveThrough(*station, night, 300);
  {
    Publication first(station->files());
    published(first, *station);
  }
  does(*station, Register<Team>{teamNamed("新队")});
  Publication second(station->files());
  const auto outcome = published(second, *station);
  EXPECT_FALSE(outcome.madeAnew);
  EXPECT_EQ(outcome.written, 1u);
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, HoldsNoTelephoneAndNoHouseholdInAnyByte) {
  liveThrough(*station, night, 400);
  Person person;
  person.id.uuid = Uuid::v7(systemNow());
  person.name = "赵六";
  person.phones = {"13812340006"};
  does(*station, Register<Person>{person});
  Publication publication(station->files());
  published(publication, *station);
  const std::string bytes = bytesOfFile(gpkg);
  EXPECT_NE(bytes.find("京A"), std::string::npos);
  EXPECT_NE(bytes.find("夜间打 *** 找值班员"), std::string::npos);
  for (const char* secret : {"1381234", "69641111", "赵六", "张三", "4711", "联系电话"})
    EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
}

TEST_F(PublicationTest, WhatIsTakenBackLeavesNoTraceInTheFile) {
  Place place;
  place.id.uuid = Uuid::v7(systemNow());
  place.name = "不该公开的地方";
  does(*station, Register<Place>{place});
  Publication publication(station->files());
  published(publication, *station);
  does(*station, Retire<Place>{place.id, "撤回"});
  published(publication, *station);
  EXPECT_EQ(bytesOfFile(gpkg).find("不该公开"), std::string::npos);
}

TEST_F(PublicationTest, AnExerciseIsMarkedInEveryRow) {
  auto exercise = newStation(folder / "e", Mode::exercise);
  does(*exercise, Register<Team>{teamNamed("甲队")});
  Publication publication(exercise->files());
  published(publication, *exercise);
  EXPECT_EQ(count(exercise->files().publication, "SELECT count(*) FROM team WHERE mode='exercise'"), 1);
  EXPECT_EQ(count(exercise->files().publication, "SELECT count(*) FROM publication WHERE mode_zh='演练'"), 1);
}

TEST_F(PublicationTest, AForeignWriterIsToldWhyItMayNot) {
  liveThrough(*station, night, 100);
  Publication publication(station->files());
  published(publication, *station);
  auto foreign = Sqlite::open(gpkg, SqliteAccess::readWrite).value();
  for (const std::string sql : {"INSERT INTO team(id) VALUES('x')", "UPDATE team SET name='x'", "DELETE FROM incident",
                                "UPDATE gpkg_contents SET identifier='x'", "DELETE FROM gpkg_extensions",
                                "UPDATE publication SET position=1"}) {
    const auto done = foreign.run(sql);
    ASSERT_FALSE(done) << sql;
    EXPECT_NE(done.error().message.en.find("published by Fengsui and may only be read"), std::string::npos)
        << done.error();
  }
  writeBytes(folder / "new.csv", "name,lon,lat\n外来,116.6,40.3\n");
  const auto ogr = runProcess("ogr2ogr -append -nln team " + gpkg + " " + folder / "new.csv");
  EXPECT_NE(ogr.output.find("may only be read"), std::string::npos) << ogr.output;
  published(publication, *station);
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, ADeletedFileIsMadeAgain) {
  Publication publication(station->files());
  published(publication, *station);
  std::filesystem::remove(gpkg);
  const auto outcome = published(publication, *station);
  EXPECT_TRUE(outcome.madeAnew);
  EXPECT_NE(outcome.why.en.find("there was none"), std::string::npos);
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, AReplacedFileIsMadeAgain) {
  liveThrough(*station, night, 100);
  Publication publication(station->files());
  published(publication, *station);
  writeBytes(folder / "other", "not a database at all");
  std::filesystem::rename(folder / "other", gpkg);
  EXPECT_TRUE(published(publication, *station).madeAnew);
  EXPECT_TRUE(shows(gpkg, station->situation()));

  // By an older publication of the same station: brought up to date, not made again.
  std::filesystem::copy_file(gpkg, folder / "older");
  does(*station, Register<Team>{teamNamed("新队")});
  published(publication, *station);
  std::filesystem::rename(folder / "older", gpkg);
  const auto outcome = published(publication, *station);
  EXPECT_FALSE(outcome.madeAnew);
  EXPECT_EQ(outcome.written, 1u);
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, ATruncatedFileIsMadeAgain) {
  liveThrough(*station, night, 200);
  Publication publication(station->files());
  published(publication, *station);
  for (const std::uintmax_t size : {0u, 50u, 4096u, 100000u}) {
    std::filesystem::resize_file(gpkg, size);
    EXPECT_TRUE(published(publication, *station).madeAnew) << size;
    EXPECT_TRUE(shows(gpkg, station->situation())) << size;
  }
}

TEST_F(PublicationTest, ADamagedFileIsMadeAgain) {
  liveThrough(*station, night, 200);
  Publication publication(station->files());
  published(publication, *station);
  const std::string whole = bytesOfFile(gpkg);
  for (int i = 0; i < 40; ++i) {
    std::string bytes = whole;
    for (int n = 0; n < 50; ++n)
      bytes[static_cast<std::size_t>(night.below(static_cast<std::int64_t>(bytes.size())))] ^= 0x55;
    writeBytes(gpkg, bytes);
    published(publication, *station);
    ASSERT_TRUE(shows(gpkg, station->situation())) << i;
  }
}

TEST_F(PublicationTest, ForeignEditsAreUndone) {
  liveThrough(*station, night, 200);
  Publication publication(station->files());
  published(publication, *station);
  const auto foreign = [&](const std::string& sql) {
    auto db = Sqlite::open(gpkg, SqliteAccess::readWrite).value();
    ASSERT_TRUE(geopackage::allowWriting(db));
    const auto done = db.run(sql);
    ASSERT_TRUE(done) << done.error();
  };
  foreign("DROP TRIGGER guard_team_update");
  EXPECT_TRUE(published(publication, *station).madeAnew);
  foreign("UPDATE team SET name='改了'");
  EXPECT_FALSE(published(publication, *station).madeAnew);
  EXPECT_TRUE(shows(gpkg, station->situation()));
  foreign("DELETE FROM rtree_place_geom");
  EXPECT_TRUE(published(publication, *station).madeAnew);
  foreign("CREATE TABLE layer_styles(id INTEGER)");
  EXPECT_TRUE(published(publication, *station).madeAnew);
  foreign("INSERT INTO place(id,name) VALUES('x','外来')");
  EXPECT_EQ(published(publication, *station).removed, 2u);
  foreign("PRAGMA user_version=7");
  EXPECT_TRUE(published(publication, *station).madeAnew);
  EXPECT_TRUE(shows(gpkg, station->situation()));
  EXPECT_EQ(published(publication, *station).what, What::unchanged);
}

TEST_F(PublicationTest, AReaderMakesItLateAndNothingWorse) {
  liveThrough(*station, night, 200);
  Publication publication(station->files());
  publication.setPatience(50);
  published(publication, *station);
  auto reader = Sqlite::open(gpkg, SqliteAccess::readOnly).value();
  {
    auto rows = reader.prepare("SELECT * FROM place").value();
    ASSERT_TRUE(rows.step().value());
    does(*station, Register<Team>{teamNamed("新队")});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(published(publication, *station).what, What::late);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(400));
    // Others may still begin to read.
    EXPECT_GT(count(gpkg, "SELECT count(*) FROM team"), 0);
  }
  EXPECT_EQ(published(publication, *station).what, What::published);
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, AForeignTransactionMakesItLate) {
  Publication publication(station->files());
  publication.setPatience(50);
  published(publication, *station);
  auto writer = Sqlite::open(gpkg, SqliteAccess::readWrite).value();
  ASSERT_TRUE(writer.run("BEGIN EXCLUSIVE"));
  does(*station, Register<Team>{teamNamed("新队")});
  EXPECT_EQ(published(publication, *station).what, What::late);
  Publication other(StationFiles::of(folder / "a"));
  EXPECT_EQ(published(other, *station).what, What::elsewhere);
  ASSERT_TRUE(writer.run("ROLLBACK"));
  EXPECT_EQ(published(publication, *station).written, 1u);
}

TEST_F(PublicationTest, AFileThatAGisProgramSwitchedToWalIsSwitchedBack) {
  liveThrough(*station, night, 50);
  Publication publication(station->files());
  published(publication, *station);
  {
    auto gis = Sqlite::open(gpkg, SqliteAccess::readWrite).value();
    ASSERT_TRUE(gis.run("PRAGMA journal_mode=WAL"));
    auto rows = gis.prepare("SELECT * FROM place").value();
    ASSERT_TRUE(rows.step());
    does(*station, Register<Team>{teamNamed("甲队")});
    EXPECT_EQ(published(publication, *station).what, What::published);
  }
  does(*station, Register<Team>{teamNamed("乙队")});
  published(publication, *station);
  EXPECT_EQ(count(gpkg, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode='delete'"), 1);
  EXPECT_FALSE(std::filesystem::exists(gpkg + "-wal"));
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, OnlyOneProgramPublishesAndTheNextTakesOver) {
  auto first = std::make_unique<Publication>(station->files());
  Publication second(station->files());
  EXPECT_EQ(published(*first, *station).what, What::published);
  EXPECT_EQ(published(second, *station).what, What::elsewhere);
  first.reset();
  does(*station, Register<Team>{teamNamed("新队")});
  EXPECT_EQ(published(second, *station).what, What::published);
}

TEST_F(PublicationTest, StaleJournalsBesideAMissingFileDoNotReachTheNewOne) {
  Publication publication(station->files());
  published(publication, *station);
  writeBytes(gpkg + "-journal", std::string(20000, '\x7'));
  writeBytes(gpkg + "-wal", std::string(20000, '\x7'));
  std::filesystem::remove(gpkg);
  EXPECT_TRUE(published(publication, *station).madeAnew);
  EXPECT_FALSE(std::filesystem::exists(gpkg + "-journal"));
  EXPECT_TRUE(shows(gpkg, station->situation()));
}

TEST_F(PublicationTest, AFolderThatMayNotBeWrittenIsSaidSo) {
  std::filesystem::create_directories(folder / "a.cache");
  std::filesystem::create_directory(gpkg);
  writeBytes(gpkg + "/x", "");
  Publication publication(station->files());
  const auto outcome = publication.publish(station->situation(), station->position(), systemNow());
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::io);
  EXPECT_EQ(outcome.error().place.file, gpkg);
}

TEST_F(PublicationTest, TheThreadFollowsWithinASecondAndMendsTheFile) {
  PublicationThread thread(station->files());
  for (int i = 0; i < 200; ++i) {
    does(*station, Register<Team>{teamNamed("队" + std::to_string(i))});
    thread.offer(station->situation(), station->position());
  }
  EXPECT_TRUE(thread.settle(std::chrono::milliseconds(1000)));
  EXPECT_EQ(count(gpkg, "SELECT count(*) FROM team"), 200);
  std::filesystem::remove(gpkg);
  for (int i = 0; i < 60 && !std::filesystem::exists(gpkg); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_TRUE(std::filesystem::exists(gpkg));
}

TEST(Withheld, MasksWhatIsATelephoneAndLeavesWhatIsNot) {
  EXPECT_EQ(withheld::numbers("值班电话 010-69641234 转 3"), "值班电话 *** 转 3");
  EXPECT_EQ(withheld::numbers("13800138000/13900139000"), "***/***");
  EXPECT_EQ(withheld::numbers("138 0013 8000"), "***");
  EXPECT_EQ(withheld::numbers("+86-13800138000"), "***");
  EXPECT_EQ(withheld::numbers("联系人张 69641234"), "联系人张 ***");
  EXPECT_EQ(withheld::numbers("身份证110116197001011234"), "身份证***");
  EXPECT_EQ(withheld::numbers("区划代码 110116001000，2026-07-20 21:40 水位 63.25"),
            "区划代码 110116001000，2026-07-20 21:40 水位 63.25");
  EXPECT_EQ(withheld::numbers("编号 20260720"), "编号 20260720");
  EXPECT_TRUE(withheld::column("负责人手机"));
  EXPECT_TRUE(withheld::column("Telephone"));
  EXPECT_FALSE(withheld::column("车牌"));
}

}  // namespace
}  // namespace fengsui
