// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/importrows.h"

#include <gmock/gmock.h>

#include "core/entities/depot.h"
#include "core/entities/incident.h"
#include "core/entities/riskzone.h"
#include "core/entities/shelter.h"
#include "core/entities/team.h"
#include "gis/tables.h"

namespace fengsui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TimeZone shanghai() {
  return TimeZone::named("Asia/Shanghai").value();
}

ImportedTable imported(Kind kind, const Table& table) {
  return importRows(kind, table, proposeMapping(kind, table.columns), shanghai());
}
ImportedTable imported(Kind kind, std::string_view csv) {
  return imported(kind, readCsv(csv).value());
}

template <class Entity>
Entity entityOf(const ImportedTable& table, std::size_t row) {
  const auto entity = decode<Entity>(table.rows.at(row).fields);
  EXPECT_TRUE(entity) << entity.error();
  return entity.value_or(Entity{});
}

TEST(ImportRows, MakesTeamsOfTheMergedWorkbook) {
  const auto table = imported(Kind::team, readTable(fixture("teams-merged.xlsx")).value());
  ASSERT_THAT(table.errors, IsEmpty());
  ASSERT_EQ(table.rows.size(), 3u);
  const Team team = entityOf<Team>(table, 0);
  EXPECT_EQ(team.name, "示范镇救援队");
  EXPECT_EQ(team.strength, 120);
  EXPECT_EQ(team.home, at(116.6318, 40.3162));
  ASSERT_EQ(team.contacts.size(), 1u);
  EXPECT_EQ(team.contacts[0], (Responsible{"A", "张三", "", {"13800000001"}}));
  EXPECT_EQ(entityOf<Team>(table, 1).attributes.at("备注"), "配冲锋舟2艘");
  EXPECT_EQ(table.rows[2].row, 8);
}

TEST(ImportRows, FillsOnlyWhatTheRowSays) {
  const auto table = imported(Kind::team, "名称,人数,状态\n甲队,—,在位\n");
  EXPECT_EQ(table.rows[0].fields, (Json{{"name", "甲队"}, {"status", "available"}}));
}

TEST(ImportRows, NamesRowFieldAndValueOfWhatDoesNotFit) {
  const auto table = imported(
      Kind::team,
      "名称,人数,联系人,电话,经度,纬度\n甲队,很多,张三,13800000001,116.6,40.3\n,5,李四,1.38E+10,116.6,140.3\n");
  ASSERT_EQ(table.errors.size(), 4u);
  EXPECT_EQ(table.errors[0].sentence(Language::english),
            "row 2: 人数 \"很多\": \"很多\" is not a count\n  write one number, such as 120");
  EXPECT_EQ(table.errors[0].sentence(Language::chinese),
            "第 2 行：人数 \"很多\": “很多”不是数量\n  请写一个数字，如 120");
  EXPECT_EQ(table.errors[1].place.field, "纬度");
  EXPECT_EQ(table.errors[2].place.field, "电话");
  EXPECT_THAT(table.errors[3].message.en, HasSubstr("no name"));
  EXPECT_EQ(table.errors[3].place.line, 3);
}

TEST(ImportRows, RefusesTwoRowsThatAreTheSameThing) {
  const auto byName = imported(Kind::team, "名称,人数\n甲队,1\n乙队,2\n甲队,3\n");
  ASSERT_EQ(byName.errors.size(), 1u);
  EXPECT_EQ(byName.errors[0].place.line, 4);
  EXPECT_EQ(byName.errors[0].message.en, "row 2 has the same name");
  const auto byKey = imported(Kind::team, "编码,名称\nT1,甲队\nT2,甲队\nT1,乙队\n");
  ASSERT_EQ(byKey.errors.size(), 1u);
  EXPECT_EQ(byKey.errors[0].message.zh, "与第 2 行编码相同");
}

TEST(ImportRows, WarnsOfAPlaceFarFromAllOthers) {
  const auto table =
      imported(Kind::team, "名称,经度,纬度\n甲,116.6,40.3\n乙,116.7,40.4\n丙,116.5,40.2\n丁,106.6,40.3\n");
  EXPECT_THAT(table.errors, IsEmpty());
  ASSERT_EQ(table.warnings.size(), 1u);
  EXPECT_EQ(table.warnings[0].place.line, 5);
}

TEST(ImportRows, EntersATeamThatIsOutAsUnavailable) {
  const auto table = imported(Kind::team, "名称,状态\n甲队,出动\n");
  EXPECT_THAT(table.errors, IsEmpty());
  EXPECT_EQ(entityOf<Team>(table, 0).status, TeamStatus::unavailable);
  EXPECT_EQ(table.warnings.size(), 1u);
}

TEST(ImportRows, ReadsStocksFromOneCellPerDepot) {
  const auto table = imported(Kind::depot, "储备库名称,层级,储备物资\n示范镇库,镇级,铁锹50把；编织袋2.5万条\n");
  ASSERT_THAT(table.errors, IsEmpty());
  const Depot depot = entityOf<Depot>(table, 0);
  EXPECT_EQ(depot.tier, DepotTier::town);
  ASSERT_NE(depot.line("编织袋", "条"), nullptr);
  EXPECT_EQ(depot.line("编织袋", "条")->quantity, Quantity::of(25000));
}

TEST(ImportRows, FoldsTheRowsOfOneDepot) {
  const auto table = imported(Kind::depot,
                              "仓库名称,编号,物资名称,单位,数量,购置日期\n甲库,1,铁锹,把,50,2025\n,2,编织袋,条,2000,"
                              "2026\n乙库,3,铁锹,,20把,2025\n");
  ASSERT_THAT(table.errors, IsEmpty());
  ASSERT_EQ(table.rows.size(), 2u);
  const Depot depot = entityOf<Depot>(table, 0);
  EXPECT_EQ(depot.key, "");
  EXPECT_EQ(depot.stocks.size(), 2u);
  EXPECT_EQ(depot.attributes.at("购置日期"), "2025；2026");
  EXPECT_EQ(entityOf<Depot>(table, 1).stocks[0].unit, "把");
  ASSERT_EQ(table.notes.size(), 2u);
  EXPECT_THAT(table.notes[0].en, HasSubstr("belong to the depot above: row 3"));
}

TEST(ImportRows, RefusesAnItemThatStandsTwiceInADepot) {
  const auto table = imported(Kind::depot, "仓库名称,物资名称,数量\n甲库,铁锹,50\n甲库,铁锹,20\n");
  ASSERT_EQ(table.errors.size(), 1u);
  EXPECT_THAT(table.errors[0].message.en, HasSubstr("row 2"));
  EXPECT_EQ(table.errors[0].place.line, 3);
}

TEST(ImportRows, ReadsSheltersAndRiskZones) {
  const auto shelters =
      imported(Kind::shelter,
               "场所名称,类型,室内/"
               "室外,有效面积（万平方米）,可容纳人数\n示范公园,紧急,室外,1.2,约5000人\n示范中学,短期,室内,,800\n");
  ASSERT_THAT(shelters.errors, IsEmpty());
  EXPECT_EQ(entityOf<Shelter>(shelters, 0).areaM2, Quantity::of(12000));
  EXPECT_EQ(entityOf<Shelter>(shelters, 0).places(), 5000);
  EXPECT_TRUE(entityOf<Shelter>(shelters, 1).indoor);

  const auto zones = imported(Kind::riskZone,
                              "险村名称,类别,风险等级,人口,户数,A角,电话,B角,电话,WKT\n"
                              "示范沟村,险村,红色,120人,35,张三,13800000001,李四,13800000002,\"POLYGON((116.5 "
                              "40.3,116.6 40.3,116.6 40.4,116.5 40.3))\"\n");
  ASSERT_THAT(zones.errors, IsEmpty());
  const RiskZone zone = entityOf<RiskZone>(zones, 0);
  EXPECT_EQ(zone.kind, "village");
  EXPECT_EQ(zone.colour, RiskColour::red);
  EXPECT_EQ(zone.households, 35);
  ASSERT_EQ(zone.responsible.size(), 2u);
  EXPECT_EQ(zone.responsible[1], (Responsible{"B", "李四", "", {"13800000002"}}));
  ASSERT_TRUE(zone.shape);
  EXPECT_EQ(zone.shape->kind, ShapeKind::area);
}

TEST(ImportRows, ReadsIncidentsWithTheirFigures) {
  const auto table =
      imported(Kind::incident,
               "事件名称,类型,级别,发生时间,死亡人数,被困人数,来源\n示范沟山洪,山洪,Ⅲ级,2026-07-20 21:40,0,12,110\n");
  ASSERT_THAT(table.errors, IsEmpty());
  const Incident incident = entityOf<Incident>(table, 0);
  EXPECT_EQ(incident.kind, "flashFlood");
  EXPECT_EQ(incident.level, IncidentLevel::large);
  EXPECT_EQ(shanghai().local(incident.happenedAt), "2026-07-20 21:40:00");
  ASSERT_EQ(incident.figures.size(), 2u);
  EXPECT_EQ(incident.figures[1].count, 12);
  EXPECT_EQ(incident.figures[1].source, "110");
}

TEST(ImportRows, ReadsPeopleWithSeveralTelephones) {
  const auto table = imported(Kind::person, "姓名,单位,职务,联系电话\n张三,应急局,科长,13800000001、010-60000001\n");
  ASSERT_THAT(table.errors, IsEmpty());
  const Person person = entityOf<Person>(table, 0);
  EXPECT_EQ(person.organisation, "应急局");
  EXPECT_THAT(person.phones, ElementsAre("13800000001", "010-60000001"));
}

TEST(ImportRows, LeavesOutAWholeDepotWhenOneOfItsRowsIsFaulty) {
  const auto table =
      imported(Kind::depot, "物资库名称,物资名称,数量,单位\n甲库,铁锹,50,把\n甲库,编织袋,很多,条\n乙库,铁锹,20,把\n");
  ASSERT_EQ(table.errors.size(), 1u);
  EXPECT_EQ(table.errors[0].place.line, 3);
  EXPECT_THAT(table.faulty, ElementsAre(2));
  const auto sound = soundRows(table);
  ASSERT_EQ(sound.size(), 1u);
  EXPECT_EQ(sound[0].fields.at("name"), "乙库");
}

TEST(ImportRows, BecomeOneCommandWithAnIdForEachRow) {
  const auto command = importCommand(Kind::team, imported(Kind::team, "名称\n甲队\n乙队\n").rows, {1'000});
  ASSERT_TRUE(command) << command.error();
  const auto& rows = std::get<Import<Team>>(*command).rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_FALSE(rows[0].idIfNew.isNil());
  EXPECT_NE(rows[0].idIfNew, rows[1].idIfNew);
  EXPECT_FALSE(importCommand(Kind::response, {}, {}));
}

}  // namespace
}  // namespace fengsui
