// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exportrows.h"

#include <gmock/gmock.h>

#include "core/entities/depot.h"
#include "core/entities/facility.h"
#include "core/entities/incident.h"
#include "core/entities/place.h"
#include "core/entities/riskzone.h"
#include "core/entities/shelter.h"
#include "core/entities/team.h"
#include "gis/importrows.h"
#include "gis/tables.h"
#include "gis/write.h"

namespace fengsui {
namespace {

using ::testing::IsEmpty;

TimeZone shanghai() { return TimeZone::named("Asia/Shanghai").value(); }

std::vector<Responsible> people() {
  return {{"A", "张三", "村主任", {"13800000001", "010-60000001"}}, {"B", "李四", "", {"13800000002"}}, {"C", "王五", "会计", {"13800000003"}}};
}

std::vector<Team> teams() {
  Team a;
  a.key = "T-001";
  a.name = "示范镇救援队";
  a.kind = "flood";
  a.authority = DispatchAuthority::asked;
  a.askedThrough = "区水务局";
  a.capabilities = {"boat", "drainage", "自制装备"};
  a.strength = 35;
  a.equipment = "冲锋舟2艘";
  a.town = "示范镇";
  a.home = at(116.6318001, 40.3162002);
  a.contacts = people();
  a.status = TeamStatus::unavailable;
  a.unavailableBecause = "检修";
  a.attributes = {{"组建年份", "2019"}, {"旗帜", "红"}};
  Team b;
  b.name = "河湾镇抢险队";
  b.contacts = {{"B", "赵六", "", {"13800000004"}}};
  return {a, b};
}

std::vector<Depot> depots() {
  Depot a;
  a.key = "D1";
  a.name = "区级库";
  a.tier = DepotTier::district;
  a.address = "示范路1号";
  a.town = "示范街道";
  a.location = at(116.6, 40.3);
  a.stocks = {{"铁锹", "3010101", "把", Quantity::of(50), Quantity::of(5)}, {"编织袋", "", "条", Quantity{2500500}, {}}};
  a.responsible = people();
  a.attributes = {{"楼层", "2"}};
  Depot b;
  b.name = "村级库";
  return {a, b};
}

std::vector<Shelter> shelters() {
  Shelter a;
  a.name = "示范公园";
  a.shelterClass = ShelterClass::shortTerm;
  a.areaM2 = Quantity{12000500};
  a.capacity = {{"", 900}, {"emergency", 5000}, {"shortTerm", 900}};
  a.occupants = 12;
  a.status = ShelterStatus::open;
  a.location = at(116.6, 40.3);
  Shelter b;
  b.name = "示范中学";
  b.indoor = true;
  return {a, b};
}

std::vector<RiskZone> zones() {
  RiskZone a;
  a.name = "示范沟村";
  a.kind = "village";
  a.colour = RiskColour::orange;
  a.shape = Shape{ShapeKind::area, {}, {}, {{{at(116.5, 40.3), at(116.6, 40.3), at(116.6, 40.4)}}}};
  a.population = 120;
  a.households = 35;
  a.vulnerable = 12;
  a.responsible = people();
  return {a};
}

std::vector<Facility> facilities() {
  Facility a;
  a.name = "示范养老院";
  a.kind = "nursingHome";
  a.capacity = 80;
  a.bedridden = 12;
  a.address = "示范路2号";
  a.location = at(116.61, 40.31);
  return {a};
}

std::vector<Place> places() {
  Place a;
  a.key = "110000000001";
  a.code = "110000000001";
  a.name = "示范村";
  a.kind = "village";
  a.town = "示范镇";
  a.population = 800;
  a.location = at(116.62, 40.32);
  return {a};
}

std::vector<Person> persons() {
  Person a;
  a.name = "张三";
  a.organisation = "应急局";
  a.title = "科长";
  a.phones = {"13800000001", "010-60000001转801"};
  return {a};
}

std::vector<Post> posts() {
  Post a;
  a.name = "值班长";
  a.organisation = "指挥中心";
  a.holders = people();
  return {a};
}

std::vector<Incident> incidents() {
  Incident a;
  a.title = "示范沟山洪";
  a.kind = "flashFlood";
  a.level = IncidentLevel::large;
  a.leadDepartment = "水务局";
  a.locality = "示范镇";
  a.address = "示范沟口";
  a.onSceneCommander = "张三";
  a.source = "110";
  a.location = at(116.6, 40.3);
  a.happenedAt = Instant{1784554800000};
  a.reportedAt = Instant{1784555100000};
  a.figures = {{FigureKind::trapped, 12, "公安", Instant{1784555100000}, Verification::verified, true},
               {FigureKind::trapped, 9, "镇", Instant{1784555100000}, Verification::estimated, false}};
  a.note = "桥已断";
  return {a};
}

template <class Entity>
std::vector<Entity> reread(const Table& table) {
  const auto mapping = proposeMapping(kindOf<Entity>, table.columns);
  const auto back = importRows(kindOf<Entity>, table, mapping, shanghai());
  for (const Error& error : back.errors) ADD_FAILURE() << error;
  std::vector<Entity> entities;
  for (const ImportRow& row : back.rows) entities.push_back(decode<Entity>(row.fields).value());
  return entities;
}

template <class Entity>
void expectRoundTrip(const std::vector<Entity>& entities) {
  for (const Language language : {Language::chinese, Language::english}) {
    const Table table = tableOf(entities, shanghai(), {.language = language, .restricted = true});
    const auto back = reread<Entity>(table);
    ASSERT_EQ(back.size(), entities.size());
    for (std::size_t i = 0; i < back.size(); ++i) EXPECT_EQ(encode(back[i]).dump(1), encode(entities[i]).dump(1));

    const Folder folder;
    for (const char* name : {"x.xlsx", "x.csv", "x.gpkg", "x.geojson", "x.kml"}) {
      ASSERT_TRUE(writeTable(table, folder / name));
      const auto file = readTable(folder / name);
      ASSERT_TRUE(file) << file.error();
      const auto fromFile = reread<Entity>(*file);
      ASSERT_EQ(fromFile.size(), entities.size()) << name;
      for (std::size_t i = 0; i < back.size(); ++i)
        EXPECT_EQ(encode(fromFile[i]).dump(1), encode(entities[i]).dump(1)) << name;
    }
  }
}

TEST(Export, OfTeamsReadsBackEqual) { expectRoundTrip(teams()); }
TEST(Export, OfDepotsReadsBackEqual) { expectRoundTrip(depots()); }
TEST(Export, OfSheltersReadsBackEqual) { expectRoundTrip(shelters()); }
TEST(Export, OfRiskZonesReadsBackEqual) { expectRoundTrip(zones()); }
TEST(Export, OfFacilitiesReadsBackEqual) { expectRoundTrip(facilities()); }
TEST(Export, OfPlacesReadsBackEqual) { expectRoundTrip(places()); }
TEST(Export, OfPersonsReadsBackEqual) { expectRoundTrip(persons()); }
TEST(Export, OfPostsReadsBackEqual) { expectRoundTrip(posts()); }
TEST(Export, OfIncidentsReadsBackEqual) { expectRoundTrip(incidents()); }

TEST(Export, KeepsPeopleAndTelephonesBackUnlessAsked) {
  auto all = teams();
  all[0].attributes["值班电话"] = "13800000009";
  const Table table = tableOf(all, shanghai());
  std::string everything = sketchOf(table);
  EXPECT_EQ(everything.find("1380000000"), std::string::npos) << everything;
  EXPECT_EQ(everything.find("张三"), std::string::npos);
  EXPECT_NE(everything.find("组建年份"), std::string::npos);
}

TEST(Export, PutsAllItemsInOneCellWhenAskedTo) {
  const Table table = tableOf(depots(), shanghai(), {.oneRowPerStockLine = false});
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].cells[*table.columnNamed("物资清单")], "铁锹50把；编织袋2500.5条");
}

}  // namespace
}  // namespace fengsui
