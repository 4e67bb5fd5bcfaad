// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <thread>

#include "cli/program.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

/// A bridge of 1 km, and a way round of 9 km.
std::string roadsIn(const TempFolder& folder) {
  const std::string file = folder / "roads.geojson";
  std::ofstream(file) << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"class":"primary","name":"西街"},"geometry":{"type":"LineString","coordinates":[[116.60,40.30],[116.62,40.30]]}},
        {"type":"Feature","properties":{"class":"primary","name":"大桥"},"geometry":{"type":"LineString","coordinates":[[116.62,40.30],[116.632,40.30]]}},
        {"type":"Feature","properties":{"class":"primary","name":"绕行路"},"geometry":{"type":"LineString","coordinates":[[116.62,40.30],[116.62,40.34],[116.632,40.34],[116.632,40.30]]}},
        {"type":"Feature","properties":{"class":"primary","name":"东街"},"geometry":{"type":"LineString","coordinates":[[116.632,40.30],[116.65,40.30]]}}]})";
  return file;
}

TEST_F(CommandLine, FindsAWayRoundAClosedBridgeAndSaysWhatToOpenWhereThereIsNone) {
  newStation();
  const std::string roads = " --day --depart 2026-07-20T21:40 --roads " + roadsIn(folder_);
  const std::string ends = " --from 116.60,40.30 --to 116.65,40.30";
  const auto free = json("route" + roads + ends);
  EXPECT_NEAR(free["ways"][0]["metres"].get<double>(), 4240, 20);
  std::ofstream(folder_ / "closed.csv") << "name,from,to,WKT\n桥面积水,2026-07-20 21:00,2026-07-21 02:10,"
                                           "\"LINESTRING (116.626 40.299,116.626 40.301)\"\n";
  const std::string closed = " --closures " + folder_ / "closed.csv";
  const auto round = json("route" + roads + ends + closed);
  EXPECT_GT(round["ways"][0]["metres"].get<double>(), 12'000);
  EXPECT_EQ(round["ways"][0]["avoided"][0], "桥面积水");
  EXPECT_EQ(json("closures" + roads + closed)[0]["roads"][0], "大桥");
  EXPECT_GT(json("matrix" + roads + ends + closed)["seconds"][0][0].get<double>(),
            json("matrix" + roads + ends)["seconds"][0][0].get<double>());

  std::ofstream(folder_ / "closed.csv", std::ios::app)
      << "塌方,2026-07-20 21:00,,\"LINESTRING (116.625 40.339,116.625 40.341)\"\n";
  EXPECT_THAT(done("route" + roads + ends + closed), HasSubstr("cut off; to be opened: 桥面积水"));
  EXPECT_EQ(json("isochrone" + roads + " --from 116.60,40.30 --minutes 5,10")["features"].size(), 2u);
}

TEST_F(CommandLine, SaysInOneSentenceWhatIsWrongWithRoads) {
  newStation();
  const std::string roads = roadsIn(folder_);
  const auto refused = [&](const std::string& command) {
    const auto ran = run(command);
    EXPECT_EQ(ran.exitCode, 1) << ran.output;
    return ran.output;
  };
  const std::string ends = " --from 116.60,40.30 --to 116.65,40.30";
  EXPECT_THAT(refused("route --roads " + folder_ / "none.gpkg" + ends), HasSubstr("there is no such file"));
  EXPECT_THAT(refused("route --roads " + roads + " --crs EPSG:1" + ends), HasSubstr("no coordinate system"));
  EXPECT_THAT(refused("route --roads " + roads + " --class-column grade" + ends), HasSubstr("no column \"grade\""));
  EXPECT_THAT(refused("route --roads " + roads + " --vehicle boat" + ends), HasSubstr("no kind of vehicle"));
  EXPECT_THAT(refused("route --roads " + roads + " --from 120,30 --to 116.65,40.30"), HasSubstr("3 km from any road"));
  EXPECT_THAT(refused("route --roads " + roads + " --from 无名处 --to 116.65,40.30"), HasSubstr("no place is called"));
  std::ofstream(folder_ / "empty.geojson")
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[]}}]})";
  EXPECT_THAT(refused("route --roads " + folder_ / "empty.geojson" + ends), HasSubstr("not one road"));
  std::ofstream(folder_ / "speeds.json") << R"({"edition":"1","source":"","verified":false,"vehicles":{}})";
  EXPECT_THAT(refused("route --roads " + roads + " --speeds " + folder_ / "speeds.json" + ends),
              HasSubstr("vehicles.car"));
}

/// A station with two villages, two schools, two teams and an incident on the roads of roadsIn().
void furnish(const TempFolder& folder, const std::function<std::string(const std::string&)>& done) {
  std::ofstream(folder / "teams.csv") << "队伍名称,类型,人数,经度,纬度\n西队,防汛抢险,20,116.601,40.30\n"
                                         "东队,防汛抢险,20,116.648,40.30\n";
  std::ofstream(folder / "zones.csv") << "风险区名称,类型,人口,WKT\n"
                                         "西村,村庄,100,\"POLYGON ((116.604 40.299,116.606 40.299,116.606 40.301,"
                                         "116.604 40.301,116.604 40.299))\"\n"
                                         "东村,村庄,60,\"POLYGON ((116.644 40.299,116.646 40.299,116.646 40.301,"
                                         "116.644 40.301,116.644 40.299))\"\n";
  std::ofstream(folder / "shelters.csv")
      << "避难场所名称,容量,经度,纬度\n西校,80,116.61,40.30\n东校,500,116.64,40.30\n";
  done("import " + folder / "teams.csv" + " --as teams");
  done("import " + folder / "zones.csv" + " --as risk-zones");
  done("import " + folder / "shelters.csv" + " --as shelters");
  done("incident report --title 山洪 --kind flashFlood --location 116.645,40.30");
}

TEST_F(CommandLine, ClosesAndOpensRoadsOfTheStationAndGoesRoundThem) {
  newStation();
  const std::string roads = " --day --roads " + roadsIn(folder_);
  const std::string ends = " --from 116.60,40.30 --to 116.65,40.30";
  EXPECT_THAT(done("closures" + roads), HasSubstr("no road is closed"));
  done("closures add --road 大桥 --near 116.626,40.301 --reason 桥面积水 --source report" + roads);
  const auto list = json("closures list" + roads);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["name"], "大桥");
  EXPECT_EQ(list[0]["roads"], nlohmann::json::array({"大桥"})) << "and not the streets that it joins";
  EXPECT_EQ(list[0]["because"], "桥面积水");
  EXPECT_EQ(list[0]["source"], "report");
  EXPECT_TRUE(list[0]["holds"].get<bool>());
  const auto round = json("route" + roads + ends);
  EXPECT_EQ(round["ways"][0]["avoided"][0], "大桥");
  EXPECT_TRUE(json("route" + roads + ends + " --all-open")["ways"][0]["avoided"].empty());
  EXPECT_TRUE(json("route" + roads + ends + " --at -1h")["ways"].empty() ||
              json("route" + roads + ends + " --at -1h")["ways"][0]["avoided"].empty())
      << "an hour ago nothing was closed";
  const auto matrix = json("matrix" + roads + ends);
  EXPECT_EQ(matrix["closures"][0]["avoided"][0], "大桥");
  EXPECT_EQ(json("isochrone" + roads + " --from 116.61,40.30 --minutes 5")["avoided"][0], "大桥");
  done("closures add 绕行路塌方 --where \"LINESTRING (116.625 40.339,116.625 40.341)\"" + roads);
  EXPECT_THAT(done("route" + roads + ends), HasSubstr("cut off; to be opened: 大桥"));
  EXPECT_TRUE(json("matrix" + roads + ends)["closures"][0]["cutOff"].get<bool>());

  done("export road-closures " + folder_ / "closed.geojson");
  done("closures open 大桥 --reason 水退");
  EXPECT_EQ(json("closures list" + roads).size(), 1u);
  EXPECT_THAT(done("closures --past" + roads), HasSubstr("open again since"));
  EXPECT_THAT(done("show road-closures"), HasSubstr("水退"));
  EXPECT_TRUE(json("route" + roads + ends)["ways"][0]["avoided"].empty());
  // What was exported says the same when it comes from a file, and is known when it is entered again.
  EXPECT_THAT(done("route" + roads + ends + " --all-open --closures " + folder_ / "closed.geojson"),
              HasSubstr("to be opened"));
  EXPECT_EQ(json("closures import " + folder_ / "closed.geojson")["known"], 2);
  EXPECT_THAT(run("closures open 大桥").output, HasSubstr("open again"));
  EXPECT_THAT(run("closures add 井 --where 116.9,40.9" + roads).output, HasSubstr("no road within 200 m"));
  EXPECT_THAT(run("closures add 井 --where \"POLYGON EMPTY\"" + roads).output, HasSubstr("geometry is empty"));
  EXPECT_THAT(run("closures add 井 --where 116.61,40.30 --for boat" + roads).output, HasSubstr("no kind of vehicle"));
  EXPECT_EQ(run("closures add 井" + roads).exitCode, 2);
}

TEST_F(CommandLine, EntersAllClosuresOfATableOrNoneAndListsEveryRowThatIsRefused) {
  newStation();
  std::ofstream(folder_ / "closed.csv") << "name,from,to,vehicles,WKT\n"
                                           "大桥,2026-07-20 21:00,,,POINT (116.62 40.30)\n"
                                           "西街,昨天,,,POINT (116.61 40.30)\n"
                                           "东街,2026-07-20 21:00,2026-07-20 20:00,,POINT (116.64 40.30)\n"
                                           "绕行路,,,boat,POINT (116.62 40.33)\n"
                                           "无处,,,,\n";
  const auto refused = run("closures import " + folder_ / "closed.csv");
  EXPECT_EQ(refused.exitCode, 1);
  for (const char* said : {"closed.csv:3:2", "closed.csv:4:3", "ends after it begins", "closed.csv:5:4",
                           "no kind of vehicle", "closed.csv:6", "not drawn", "4 rows refused; nothing was entered"})
    EXPECT_THAT(refused.output, HasSubstr(said));
  EXPECT_TRUE(json("closures").empty());
  const auto taken = json("closures import --skip-refused " + folder_ / "closed.csv");
  EXPECT_EQ(taken["entered"], 1);
  EXPECT_EQ(taken["refused"].size(), 4u);
  EXPECT_EQ(json("closures")[0]["name"], "大桥");
}

TEST_F(CommandLine, WatchesClosuresMoveAndSaysWhatChanges) {
  newStation();
  furnish(folder_, [&](const std::string& command) { return done(command); });
  const std::string roads = " --day --roads " + roadsIn(folder_);
  done("team send 西队 --to 山洪");
  const std::string out = folder_ / "watched.txt";
  std::thread watching([&] {
    runProcess(std::string(FENGSUI_BIN) + "/fengsuictl --lang en --station " + folder_ / "s" + " route watch --for 8" +
               roads + " > " + out);
  });
  const auto waitFor = [&](const std::string& words) {
    for (int i = 0; i < 70; ++i) {
      std::ifstream in(out);
      const std::string all{std::istreambuf_iterator<char>(in), {}};
      if (all.find(words) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  };
  EXPECT_TRUE(waitFor("1 on the way as before"));
  done("closures add --road 大桥 --near 116.626,40.301 --reason 积水" + roads);
  EXPECT_TRUE(waitFor("closed: 大桥"));
  EXPECT_TRUE(waitFor("later, by 绕行路 instead of 大桥"));
  done("closures open 大桥");
  EXPECT_TRUE(waitFor("open again: 大桥"));
  EXPECT_TRUE(waitFor("earlier"));
  watching.join();
  EXPECT_THAT(run("route watch --for 1 --at -1h" + roads).output, HasSubstr("do not go together"));
}

TEST_F(CommandLine, KeepsClosuresWhereTheMapHasNoRoads) {
  newStation();
  EXPECT_THAT(done("closures"), HasSubstr("no road is closed"));
  std::ofstream(folder_ / "border.geojson")
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"示范区"},"geometry":)"
         R"({"type":"Polygon","coordinates":[[[116,40],[117,40],[117,41],[116,41],[116,40]]]}}]})";
  EXPECT_THAT(done("district build --boundary " + folder_ / "border.geojson" + " --out " + folder_ / "s.map"),
              HasSubstr("no routes, arrival times or isochrones"));
  EXPECT_THAT(done("closures add 大桥 --where 116.62,40.30 --reason 积水"), HasSubstr("not one road"));
  EXPECT_EQ(json("closures")[0]["name"], "大桥");
  EXPECT_THAT(run("closures add --road 大桥 --near 116.62,40.30").output, HasSubstr("where the station has roads"));
  EXPECT_THAT(run("route --from 116.62,40.30 --to 116.65,40.30").output, HasSubstr("not one road"));
}

TEST_F(CommandLine, NamesWhatIsCutOffWhereNoRoadLeads) {
  newStation();
  std::ofstream(folder_ / "coast.geojson") << R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"class":"primary","name":"滨海路"},"geometry":{"type":"LineString","coordinates":[[116.60,40.30],[116.66,40.30]]}},
    {"type":"Feature","properties":{"class":"primary","name":"岛上路"},"geometry":{"type":"LineString","coordinates":[[116.62,40.33],[116.63,40.33]]}}]})";
  const std::string roads = " --day --roads " + folder_ / "coast.geojson";
  EXPECT_THAT(done("route --from 116.61,40.30 --to 116.625,40.33" + roads),
              HasSubstr("the destination is cut off, 岛上路 (0.8 km) is joined to no other road"));
  const auto matrix =
      json("matrix --from 116.61,40.30 --from 116.64,40.30 --to 116.625,40.33 --to 116.65,40.30" + roads);
  EXPECT_TRUE(matrix["seconds"][0][0].is_null());
  EXPECT_FALSE(matrix["seconds"][0][1].is_null());
  ASSERT_EQ(matrix["noRoad"].size(), 1u) << "said once, not for every pair";
  EXPECT_THAT(matrix["noRoad"][0]["words"].get<std::string>(), HasSubstr("岛上路"));
}

TEST_F(CommandLine, ShowsPlacesOfOneNameWithTheirTownAndTakesTheTownWithTheName) {
  newStation();
  std::ofstream(folder_ / "twins.osm") << R"(<osm version="0.6">
<node id="1" version="1" lat="40.05" lon="116.05"><tag k="place" v="village"/><tag k="name" v="王家庄"/></node>
<node id="2" version="1" lat="40.15" lon="116.15"><tag k="place" v="village"/><tag k="name" v="王家庄"/></node>
<node id="3" version="1" lat="40.051" lon="116.06"><tag k="place" v="town"/><tag k="name" v="甲镇"/></node>
<node id="4" version="1" lat="40.149" lon="116.14"><tag k="place" v="town"/><tag k="name" v="乙镇"/></node>
<way id="5" version="1"><nd ref="1"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="highway" v="primary"/></way></osm>)";
  done("district build --osm " + folder_ / "twins.osm" + " --name 示范区 --out " + folder_ / "s.map");
  const auto ambiguous = run("route --from 王家庄 --to 乙镇");
  EXPECT_EQ(ambiguous.exitCode, 1);
  EXPECT_THAT(ambiguous.output, HasSubstr("王家庄 (甲镇)"));
  EXPECT_THAT(ambiguous.output, HasSubstr("王家庄 (乙镇)"));
  for (const char* written : {"'甲镇 王家庄'", "甲镇王家庄", "'王家庄 (甲镇)'", "王家庄（甲镇）"})
    EXPECT_NEAR(json("route --day --to 乙镇 --from " + std::string(written))["ways"][0]["metres"].get<double>(), 14'000,
                1'500)
        << written;
  EXPECT_THAT(run("route --from 丙镇王家庄 --to 乙镇").output, HasSubstr("no place is called"));
}

TEST_F(CommandLine, SaysWhoIsThereFirstWhomTheyReachAndWhatClosuresChange) {
  newStation();
  furnish(folder_, [&](const std::string& command) { return done(command); });
  const std::string roads = " --day --roads " + roadsIn(folder_);
  auto first = json("route first --to 山洪" + roads);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0]["name"], "东队");
  EXPECT_EQ(first[0]["seen"], "from its base");
  EXPECT_THAT(run("route first --to 无名处" + roads).output, HasSubstr("no place is called"));
  EXPECT_TRUE(json("route first --to 山洪 --capability boat" + roads).empty());
  done("team send 西队 --to 山洪");
  EXPECT_THAT(done("route watch --since -1h" + roads), HasSubstr("1 on the way as before"));
  done("closures add --road 大桥 --near 116.626,40.301 --reason 积水" + roads);
  const auto changed = json("route watch --since -1h" + roads);
  ASSERT_EQ(changed.size(), 1u);
  EXPECT_EQ(changed[0]["avoided"][0], "大桥");
  EXPECT_GT(changed[0]["laterSeconds"].get<double>(), 240);
  EXPECT_THAT(changed[0]["words"].get<std::string>(), HasSubstr("later, by 绕行路 instead of 大桥; avoids 大桥"));

  const auto coverage = json("coverage --within 3 --of riskZone --from 116.601,40.30" + roads);
  EXPECT_EQ(coverage["covered"], 1);
  EXPECT_EQ(coverage["places"][0]["name"], "东村");
  EXPECT_FALSE(coverage["places"][0]["covered"].get<bool>());
  EXPECT_EQ(coverage["peopleCovered"], 100);
  EXPECT_THAT(done("coverage --within 8 --of riskZone --from 116.601,40.30" + roads), HasSubstr("no: closed roads"));
  EXPECT_THAT(run("coverage --within 0 --of riskZone" + roads).output, HasSubstr("minutes are wanted"));
  EXPECT_THAT(run("coverage --within 5 --of team" + roads).output, HasSubstr("coverage is of"));
}

TEST_F(CommandLine, AllocatesBeforeTheHazardKeepsDecisionsAndSaysWhoHasNoPlace) {
  newStation();
  furnish(folder_, [&](const std::string& command) { return done(command); });
  const std::string roads = " --day --roads " + roadsIn(folder_);
  const auto free = json("allocate" + roads);
  EXPECT_EQ(free["placed"], 160);
  std::ofstream(folder_ / "flood.geojson")
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"溃坝淹没"},"geometry":)"
         R"({"type":"Polygon","coordinates":[[[116.602,40.297],[116.612,40.297],[116.612,40.303],[116.602,40.303],[116.602,40.297]]]}}]})";
  const std::string hazard = " --hazard " + folder_ / "flood.geojson";
  const auto moved = json("allocate" + roads + hazard + " --from +30m");
  EXPECT_EQ(moved["zonesOutsideHazard"], 1);
  ASSERT_EQ(moved["allotments"].size(), 1u);
  EXPECT_EQ(moved["allotments"][0]["shelterName"], "东校") << "the school in the flood takes nobody";
  EXPECT_EQ(json("allocate" + roads + hazard + " --from +30m --all-zones")["placed"], 160);
  const auto late = json("allocate" + roads + hazard + " --from +1m");
  EXPECT_EQ(late["placed"], 0);
  EXPECT_FALSE(late["unplaced"][0]["because"].get<std::string>().empty());
  const auto kept = json("allocate" + roads + " --keep 西村=东校:30");
  bool found = false;
  for (const auto& one : kept["allotments"])
    if (one["kept"].get<bool>()) found = one["people"] == 30 && one["shelterName"] == "东校";
  EXPECT_TRUE(found) << kept;
  EXPECT_THAT(run("allocate" + roads + " --keep 西村=西校:90").output, HasSubstr("than it has places"));
  EXPECT_THAT(run("allocate" + roads + " --keep 西村").output, HasSubstr("is no decision"));
  EXPECT_THAT(run("allocate" + roads + " --keep 西村=西校:many").output, HasSubstr("no number of people"));
  std::ofstream(folder_ / "line.csv") << "name,WKT\n线,\"LINESTRING (116.6 40.3,116.7 40.3)\"\n";
  EXPECT_THAT(run("allocate" + roads + " --hazard " + folder_ / "line.csv").output, HasSubstr("a hazard is an area"));
}

}  // namespace
}  // namespace fengsui
