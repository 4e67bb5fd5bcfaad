// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/columns.h"

#include <gmock/gmock.h>

namespace fengsui {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Column> columns(std::initializer_list<const char*> names) {
  std::vector<Column> out;
  for (const auto* name : names) out.push_back({name, ColumnRole::data});
  return out;
}

// "name=队伍名称 strength=人数"
std::string sketchOf(const Mapping& mapping) {
  std::string out;
  for (const FieldColumn& pair : mapping.fields) out += (out.empty() ? "" : " ") + pair.field + "=" + pair.column;
  return out;
}

TEST(ProposeMapping, UnderstandsTheListOfTeamsThatDistrictsKeep) {
  const auto mapping = proposeMapping(
      Kind::team, columns({"队伍名称", "队伍类型", "人数（人）", "所属镇街", "主要装备", "联系人/姓名", "联系人/电话", "组建时间"}));
  EXPECT_EQ(sketchOf(mapping),
            "name=队伍名称 kind=队伍类型 strength=人数（人） equipment=主要装备 town=所属镇街 contacts.A.name=联系人/姓名 "
            "contacts.A.phones=联系人/电话");
  EXPECT_THAT(mapping.unmapped, ElementsAre("组建时间"));
  EXPECT_EQ(mapping.columnFor("name")->confidence, 1 - 0.001);
}

TEST(ProposeMapping, GivesEachTelephoneToThePersonBeforeIt) {
  const auto mapping = proposeMapping(Kind::riskZone, columns({"险村名称", "A角", "电话", "B角", "电话 (2)", "户数", "人口"}));
  EXPECT_EQ(sketchOf(mapping),
            "name=险村名称 population=人口 households=户数 responsible.A.name=A角 responsible.A.phones=电话 "
            "responsible.B.name=B角 responsible.B.phones=电话 (2)");
  const auto grouped = proposeMapping(Kind::riskZone, columns({"名称", "A角/姓名", "A角/电话", "B角/姓名", "B角/电话"}));
  EXPECT_EQ(sketchOf(grouped),
            "name=名称 responsible.A.name=A角/姓名 responsible.A.phones=A角/电话 responsible.B.name=B角/姓名 "
            "responsible.B.phones=B角/电话");
}

TEST(ProposeMapping, ReadsEnglishHeadings) {
  const auto mapping = proposeMapping(Kind::shelter, columns({"Shelter Name", "Address", "area_m2", "Capacity", "phone", "remarks"}));
  EXPECT_EQ(sketchOf(mapping), "name=Shelter Name address=Address areaM2=area_m2 capacity=Capacity responsible.A.phones=phone");
}

TEST(ProposeMapping, TellsDepotsWithOneRowPerItemFromDepotsWithAListInACell) {
  EXPECT_EQ(sketchOf(proposeMapping(Kind::depot, columns({"仓库名称", "物资名称", "单位", "数量"}))),
            "name=仓库名称 stocks.item=物资名称 stocks.unit=单位 stocks.quantity=数量");
  EXPECT_EQ(sketchOf(proposeMapping(Kind::depot, columns({"储备库", "物资", "数量"}))),
            "name=储备库 stocks.item=物资 stocks.quantity=数量");
  EXPECT_EQ(sketchOf(proposeMapping(Kind::depot, columns({"储备库", "储备物资", "地址"}))),
            "name=储备库 address=地址 stocks=储备物资");
}

TEST(ProposeMapping, TakesTheDivisionCodesOfVillages) {
  const auto mapping = proposeMapping(
      Kind::place, columns({"district_code", "district", "street_code", "street", "village_code", "village"}));
  EXPECT_EQ(sketchOf(mapping), "name=village code=village_code town=street");
}

TEST(ProposeMapping, NeverTakesATelephoneForAName) {
  const auto mapping = proposeMapping(Kind::team, columns({"名称", "负责人电话", "值班电话", "负责人"}));
  EXPECT_EQ(mapping.columnFor("contacts.A.name")->column, "负责人");
  EXPECT_EQ(mapping.columnFor("contacts.A.phones")->column, "负责人电话");
  EXPECT_THAT(mapping.unmapped, ElementsAre("值班电话"));
}

TEST(ProposeMapping, LeavesSerialNumbersAndCoordinatesAlone) {
  auto all = columns({"序号", "名称", "经度", "纬度"});
  all[0].role = ColumnRole::serial;
  all[2].role = ColumnRole::longitude;
  all[3].role = ColumnRole::latitude;
  const auto mapping = proposeMapping(Kind::team, all);
  EXPECT_EQ(sketchOf(mapping), "name=名称");
  EXPECT_TRUE(mapping.unmapped.empty());
}

TEST(Remapped, DoesWhatThePersonSays) {
  const auto all = columns({"名称", "简称", "人数", "备注"});
  const auto mapping = remapped(proposeMapping(Kind::team, all), Kind::team, all, {{"name", "简称"}, {"strength", ""}});
  ASSERT_TRUE(mapping) << mapping.error();
  EXPECT_EQ(sketchOf(*mapping), "name=简称");
  EXPECT_THAT(mapping->unmapped, ElementsAre("名称", "人数", "备注"));
}

TEST(Remapped, NamesTheFieldsAndColumnsThatThereAre) {
  const auto all = columns({"名称"});
  const auto noField = remapped({}, Kind::team, all, {{"nmae", "名称"}});
  ASSERT_FALSE(noField);
  EXPECT_THAT(noField.error().remedy.en, HasSubstr("contacts.A.phones"));
  const auto noColumn = remapped({}, Kind::team, all, {{"name", "名字"}});
  ASSERT_FALSE(noColumn);
  EXPECT_THAT(noColumn.error().remedy.zh, HasSubstr("名称"));
}

}  // namespace
}  // namespace fengsui
