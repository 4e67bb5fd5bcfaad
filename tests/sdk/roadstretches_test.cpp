// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/roadstretches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class RoadStretches : public testing::Test {
 protected:
  RoadStretches() {
    village("北沟村", 116.60, 40.30);
    village("南沟村", 116.60, 40.27);
  }
  void village(const std::string& name, double lon, double lat) {
    Place place;
    place.id.uuid.bytes[15] = ++count_;
    place.name = name;
    place.kind = "village";
    place.location = *Position::ofDegrees(lon, lat);
    situation_.places.set(place.id.uuid, place);
  }
  void road(double lon, double lat, double toLon, double toLat, std::int64_t metres,
            const std::string& roadClass = "residential") {
    Hit hit;
    hit.what = "road";
    hit.roadClass = roadClass;
    hit.lengthM = metres;
    hit.where = *Position::ofDegrees((lon + toLon) / 2, (lat + toLat) / 2);
    hit.shape = Shape{ShapeKind::line, {}, {{*Position::ofDegrees(lon, lat), *Position::ofDegrees(toLon, toLat)}}, {}};
    hits_.push_back(std::move(hit));
  }
  std::vector<std::string> names() {
    std::vector<const Hit*> roads;
    for (const Hit& hit : hits_) roads.push_back(&hit);
    std::vector<std::string> out;
    for (const RoadStretch& one : roadStretches(roads, situation_)) out.push_back(one.name);
    return out;
  }
  Situation situation_;
  std::vector<Hit> hits_;
  std::uint8_t count_ = 0;
};

TEST_F(RoadStretches, AreNamedAfterTheNearestVillageWithClassAndLength) {
  road(116.601, 40.301, 116.603, 40.301, 318);
  EXPECT_THAT(names(), ElementsAre("北沟村附近居住区道路（320 米）"));
}

TEST_F(RoadStretches, JoinPartsThatTouchAndTellThemApartThatDoNot) {
  road(116.600, 40.301, 116.602, 40.301, 170);
  road(116.602, 40.301, 116.602, 40.310, 1000, "track");  // begins where the first ends
  road(116.600, 40.272, 116.602, 40.272, 170);            // the other village
  EXPECT_THAT(names(), UnorderedElementsAre(
                           testing::AllOf(testing::StartsWith("北沟村附近"), testing::EndsWith("等道路（1.2 公里）")),
                           "南沟村附近居住区道路（170 米）"));
}

TEST_F(RoadStretches, OfTheSameWordsAreStillTwo) {
  road(116.600, 40.301, 116.602, 40.301, 170);
  road(116.600, 40.305, 116.602, 40.305, 170);
  EXPECT_THAT(names(), ElementsAre("北沟村附近居住区道路（170 米）", "北沟村附近居住区道路（170 米） 2"));
}

TEST_F(RoadStretches, FarFromAnyVillageSayWhereTheyAre) {
  road(116.8, 40.5, 116.802, 40.5, 170, "");
  EXPECT_THAT(names(), ElementsAre("116.8010,40.5000 道路（170 米）"));
}

TEST_F(RoadStretches, JoinManyPartsInAMoment) {
  for (int i = 0; i < 2000; ++i) road(116.6 + i * 0.0005, 40.3, 116.6 + (i + 1) * 0.0005, 40.3, 42);
  EXPECT_THAT(names(), SizeIs(1));
}

}  // namespace
}  // namespace fengsui
