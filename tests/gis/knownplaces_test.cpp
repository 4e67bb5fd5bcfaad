// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/knownplaces.h"

#include <gmock/gmock.h>

#include "gis/tables.h"
#include "gis/write.h"

namespace fengsui {
namespace {

using ::testing::IsEmpty;

TEST(KnownPlaces, AreTheNamedPointsOfTheBaseMapUnderEachOfTheirNames) {
  const Folder folder;
  Table table = readCsv("name,name_zh,lon,lat\nBeisi,北寺村,116.6,40.3\n西庄,西庄,116.7,40.4\n,,116.8,40.5\n").value();
  table.layer = "place";
  ASSERT_TRUE(writeTable(table, folder / "base.gpkg"));
  const auto places = placesOfBaseMap(folder / "base.gpkg");
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[0].name, "Beisi");
  EXPECT_EQ(places[1].name, "北寺村");
  EXPECT_EQ(places[1].at, at(116.6, 40.3));
  EXPECT_EQ(places[2].name, "西庄");
}

TEST(KnownPlaces, AreNoneWhereThereIsNoBaseMap) {
  const Folder folder;
  EXPECT_THAT(placesOfBaseMap(folder / "base.gpkg"), IsEmpty());
  EXPECT_THAT(placesOfBaseMap(folder.write("base.gpkg", "not a database")), IsEmpty());
}

TEST(KnownPlaces, AreTheThingsOfTheSituationThatStayWhereTheyAre) {
  Situation situation;
  Shelter shelter;
  shelter.id.uuid = Uuid::v7({1});
  shelter.name = "怀北学校";
  shelter.location = at(116.6, 40.3);
  situation.shelters.set(shelter.id.uuid, shelter);
  const auto places = placesOf(situation);
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].name, "怀北学校");
}

}  // namespace
}  // namespace fengsui
