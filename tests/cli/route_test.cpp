// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>

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

}  // namespace
}  // namespace fengsui
