// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnuse.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

using Role = ColumnUse::Role;

const std::vector<Column> kColumns{{"序号", ColumnRole::serial},    {"名称", ColumnRole::data},
                                   {"容量", ColumnRole::data},      {"备注", ColumnRole::data},
                                   {"经度", ColumnRole::longitude}, {"纬度", ColumnRole::latitude}};

TEST(ColumnUse, FollowsTheProposalWhereNothingIsSaid) {
  const auto uses = usesOf(Kind::shelter, kColumns, {});
  EXPECT_EQ(uses[0].role, Role::leaveOut);
  EXPECT_EQ(uses[1].field, "name");
  EXPECT_EQ(uses[2].field, "capacity");
  EXPECT_EQ(uses[3].role, Role::attribute);
  EXPECT_EQ(uses[4].role, Role::longitude);
  EXPECT_FALSE(placeColumnsOf(kColumns, {}));
}

TEST(ColumnUse, GivesAFieldToTheColumnThatIsSaidAndFreesTheOther) {
  SaidUses said;
  sayUse(said, "备注", {Role::field, "name", 1});
  const auto uses = usesOf(Kind::shelter, kColumns, said);
  EXPECT_EQ(uses[3].field, "name");
  EXPECT_EQ(uses[1].role, Role::attribute);
  sayUse(said, "名称", {Role::field, "name", 1});
  EXPECT_EQ(usesOf(Kind::shelter, kColumns, said)[1].field, "name");
  EXPECT_EQ(usesOf(Kind::shelter, kColumns, said)[3].role, Role::attribute);
}

TEST(ColumnUse, LeavesAColumnOutOfTheAttributesToo) {
  SaidUses said;
  sayUse(said, "备注", {Role::leaveOut, {}, 1});
  EXPECT_TRUE(mappingOf(Kind::shelter, kColumns, said).unmapped.empty());
  sayUse(said, "容量", {Role::leaveOut, {}, 1});
  EXPECT_EQ(mappingOf(Kind::shelter, kColumns, said).columnFor("capacity"), nullptr);
  EXPECT_TRUE(mappingOf(Kind::shelter, kColumns, said).unmapped.empty());
}

TEST(ColumnUse, SwapsTheColumnsOfThePlaceWhenOneIsSaid) {
  SaidUses said;
  sayUse(said, "经度", {Role::latitude, {}, 1});
  sayUse(said, "纬度", {Role::longitude, {}, 1});
  EXPECT_EQ(placeColumnsOf(kColumns, said), (std::vector<std::string>{"纬度", "经度"}));
  sayUse(said, "纬度", {Role::attribute, {}, 1});
  EXPECT_EQ(placeColumnsOf(kColumns, said), std::vector<std::string>{}) << "half a place is none";
}

TEST(ColumnUse, ForgetsWhatMeansNothingForAnotherKind) {
  SaidUses said;
  sayUse(said, "容量", {Role::field, "strength", 1});
  EXPECT_EQ(usesOf(Kind::team, kColumns, said)[2].field, "strength");
  EXPECT_EQ(usesOf(Kind::place, kColumns, said)[2].role, Role::attribute);
}

}  // namespace
}  // namespace fengsui
