// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/district/mapnames.h"

#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <fstream>

#include "gis/district/basemapfile.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::UnorderedElementsAre;

class MapNames : public testing::Test {
 protected:
  void point(BaseLayer layer, const char* featureClass, const std::string& name, double lon, double lat,
             const std::string& english = {}) {
    BaseAttributes attributes{{"class", featureClass}, {"name", name}};
    if (!english.empty()) attributes.emplace_back("name_en", english);
    file->add(layer, std::make_unique<OGRPoint>(lon, lat), attributes);
  }
  void road(const std::string& name, std::initializer_list<std::pair<double, double>> vertices) {
    auto line = std::make_unique<OGRLineString>();
    for (const auto& [lon, lat] : vertices) line->addPoint(lon, lat);
    file->add(BaseLayer::road, std::move(line), {{"class", "primary"}, {"name", name}});
  }
  void area(BaseLayer layer, const char* featureClass, const std::string& name, double lon, double lat) {
    auto ring = std::make_unique<OGRLinearRing>();
    for (const auto& [x, y] : {std::pair(0.0, 0.0), {0.002, 0.0}, {0.002, 0.002}, {0.0, 0.002}, {0.0, 0.0}})
      ring->addPoint(lon - 0.001 + x, lat - 0.001 + y);
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(ring.release());
    file->add(layer, std::move(polygon), {{"class", featureClass}, {"name", name}});
  }
  std::vector<MapName> read() {
    EXPECT_TRUE(file->close());
    const auto names = namesOnMap(folder / "base.gpkg");
    EXPECT_TRUE(names) << names.error();
    return names.value_or(std::vector<MapName>{});
  }
  static std::vector<std::string> said(const std::vector<MapName>& names) {
    std::vector<std::string> words;
    for (const MapName& name : names)
      words.push_back(name.name + " " + name.table + (name.near.empty() ? "" : " near " + name.near));
    return words;
  }

  TempFolder folder;
  Result<BaseMapFile> file = BaseMapFile::create(folder / "base.gpkg");
};

TEST_F(MapNames, NameEveryThingOnceAndSayWhatIsNear) {
  point(BaseLayer::place, "town", "怀北镇", 116.69, 40.41, "Huaibei");
  point(BaseLayer::place, "village", "神山村", 116.70, 40.42);
  point(BaseLayer::poi, "hospital", "怀北卫生院", 116.691, 40.411);
  area(BaseLayer::building, "hospital", "怀北卫生院", 116.692, 40.411);
  point(BaseLayer::poi, "school", "", 116.69, 40.41);
  area(BaseLayer::waterArea, "reservoir", "神山水库", 117.4, 40.9);
  const auto names = read();
  EXPECT_THAT(said(names), UnorderedElementsAre("怀北镇 place", "神山村 place near 怀北镇",
                                                "怀北卫生院 poi near 怀北镇", "神山水库 water_area"));
  EXPECT_EQ(names.front().otherName, "Huaibei");
  EXPECT_EQ(names.front().at, Position::ofDegrees(116.69, 40.41));
}

TEST_F(MapNames, MakeARoadOneForEachNeighbourhood) {
  road("京张路", {{116.00, 40.0}, {116.01, 40.0}});
  road("京张路", {{116.01, 40.0}, {116.02, 40.0}, {116.03, 40.0}});  // goes on: the same, and longer
  road("京张路", {{116.50, 40.0}, {116.51, 40.0}});                  // far away: another
  const auto names = read();
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].at, Position::ofDegrees(116.02, 40.0));
  EXPECT_EQ(names[0].featureClass, "primary");
}

TEST_F(MapNames, SayWhyThereAreNone) {
  const auto missing = namesOnMap(folder / "none.gpkg");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::notFound);
  std::ofstream(folder / "bad.gpkg") << "no map";
  const auto bad = namesOnMap(folder / "bad.gpkg");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::unreadable);
  EXPECT_FALSE(bad.error().message.zh.empty());
}

TEST_F(MapNames, StopWhenTheyAreTold) {
  for (int i = 0; i < 100; ++i) point(BaseLayer::place, "village", "村" + std::to_string(i), 116 + i * 0.1, 40);
  ASSERT_TRUE(file->close());
  std::stop_source stopped;
  stopped.request_stop();
  const auto names = namesOnMap(folder / "base.gpkg", stopped.get_token());
  ASSERT_TRUE(names);
  EXPECT_TRUE(names->empty());
}

}  // namespace
}  // namespace fengsui
