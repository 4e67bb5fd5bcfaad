// SPDX-License-Identifier: GPL-3.0-or-later
// Real files from ../shared/data: what a district would bring.
#include <gmock/gmock.h>

#include <cstdlib>

#include "gis/columns.h"
#include "gis/importrows.h"
#include "gis/tables.h"
#include "gis/write.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RealFiles : public testing::Test {
 protected:
  void SetUp() override {
    const char* told = std::getenv("FENGSUI_SHARED_DATA");
    data_ = told && *told ? told : FENGSUI_SHARED_DATA_DIR;
    if (!std::filesystem::exists(data_ / "beijing")) GTEST_SKIP() << "skipped: no ../shared/data";
  }
  std::filesystem::path data_;
  TimeZone zone_ = TimeZone::named("Asia/Shanghai").value();
};

TEST_F(RealFiles, GiveEveryVillageOfTwoDistricts) {
  const auto table = readTable(data_ / "beijing/tongzhou_huairou_divisions.csv");
  ASSERT_TRUE(table) << table.error();
  const auto mapping = proposeMapping(Kind::place, table->columns);
  const auto villages = importRows(Kind::place, *table, mapping, zone_);
  EXPECT_THAT(villages.errors, IsEmpty());
  EXPECT_EQ(villages.rows.size(), table->rows.size());
  EXPECT_GT(villages.rows.size(), 900u);
  EXPECT_EQ(villages.rows[0].fields["town"], "中仓街道");
  EXPECT_EQ(villages.rows[0].fields["key"], "110112001006");
}

TEST_F(RealFiles, GiveTheSheltersAndPlacesOfTheGeoPackage) {
  const auto file = data_ / "beijing/tongzhou_huairou.gpkg";
  const auto shelters = readTable(file, {.layer = "shelters"});
  ASSERT_TRUE(shelters) << shelters.error();
  EXPECT_EQ(shelters->rows.size(), 65u);
  for (const Row& row : shelters->rows) ASSERT_TRUE(row.shape) << row.number;
  const auto columns = shelters->columns;
  const auto mapping = remapped(proposeMapping(Kind::shelter, columns), Kind::shelter, columns, {{"name", "sid"}});
  ASSERT_TRUE(mapping) << mapping.error();
  EXPECT_THAT(importRows(Kind::shelter, *shelters, *mapping, zone_).errors, IsEmpty());

  const auto places = readTable(file, {.layer = "places"});
  ASSERT_TRUE(places) << places.error();
  EXPECT_EQ(places->rows.size(), 306u);
  const auto wanted = proposeMapping(Kind::place, places->columns);
  EXPECT_TRUE(wanted.columnFor("name"));
}

TEST_F(RealFiles, ComeBackTheSameFromEveryFormat) {
  const auto districts = readTable(data_ / "beijing/tongzhou_huairou.gpkg", {.layer = "district"});
  ASSERT_TRUE(districts) << districts.error();
  const Folder folder;
  for (const char* name : {"d.gpkg", "d.geojson", "d.kml", "d.shp", "d.csv"}) {
    ASSERT_TRUE(writeTable(*districts, folder / name)) << name;
    const auto back = readTable(folder / name);
    ASSERT_TRUE(back) << back.error();
    ASSERT_EQ(back->rows.size(), districts->rows.size());
    for (std::size_t i = 0; i < back->rows.size(); ++i)
      EXPECT_EQ(back->rows[i].shape, districts->rows[i].shape) << name;
  }
  // A district's border does not fit into a cell of a workbook.
  const auto workbook = writeTable(*districts, folder / "d.xlsx");
  ASSERT_FALSE(workbook);
  EXPECT_THAT(workbook.error().message.en, HasSubstr("32,767"));
  EXPECT_FALSE(std::filesystem::exists(folder / "d.xlsx"));
}

TEST_F(RealFiles, OfEarthquakesAndWeatherAreTablesToo) {
  const auto quakes = readTable(data_ / "beijing/usgs_m5.5plus_within400km_beijing_1965_2016.csv");
  ASSERT_TRUE(quakes) << quakes.error();
  EXPECT_EQ(quakes->rows.size(), 16u);
  for (const Row& row : quakes->rows) EXPECT_TRUE(row.shape);
  const auto weather = readTable(data_ / "beijing/prsa_huairou.csv");
  ASSERT_TRUE(weather) << weather.error();
  EXPECT_GT(weather->rows.size(), 30000u);
}

}  // namespace
}  // namespace fengsui
