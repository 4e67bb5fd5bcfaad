// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/setting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fengsui {
namespace {

using Form = Setting::Form;
using testing::HasSubstr;

constexpr Setting table[] = {
    {"duration", Form::number, "s", 1, 100, "10", {}, "how long", "时长"},
    {"order", Form::integer, {}, 1, 2, "2", {}, "order", "阶数"},
    {"soil.kind", Form::choice, {}, 0, 0, "none", "none|sand|clay", "soil", "土壤"},
    {"rain", Form::numberOrSeries, "mm/h", 0, 500, "0", {}, "rain", "降雨"},
    {"dem", Form::file, {}, 0, 0, {}, {}, "terrain", "地形"},
};

Result<SettingValues> said(const std::vector<std::string>& written, const Json& file = nullptr) {
  return SettingValues::from(table, file, written);
}

std::string refusal(const std::vector<std::string>& written, const Json& file = nullptr) {
  const auto values = said(written, file);
  return values ? "accepted" : values.error().sentence(Language::english);
}

TEST(Settings, HoldTheirStandardUntilSomethingElseIsSaid) {
  const auto values = said({"duration=20"}, Json{{"duration", 5}, {"soil", {{"kind", "clay"}}}});
  ASSERT_TRUE(values);
  EXPECT_EQ(values->number("duration"), 20);
  EXPECT_EQ(values->text("soil.kind"), "clay");
  EXPECT_EQ(values->number("order"), 2);
  EXPECT_FALSE(values->said("dem"));
  EXPECT_EQ(values->json()["soil.kind"], "clay");
}

TEST(Settings, WithoutAValueHaveTheirStandardAgain) {
  const auto values = said({"duration=", "soil.kind="}, Json{{"duration", 5}, {"order", ""}});
  ASSERT_TRUE(values);
  EXPECT_EQ(values->number("duration"), 10);
  EXPECT_EQ(values->text("soil.kind"), "none");
  EXPECT_EQ(values->number("order"), 2);
  EXPECT_EQ(values->json(), said({})->json());
}

TEST(Settings, AreRefusedWithTheirNameTheValueAndWhatWouldBeRight) {
  EXPECT_THAT(refusal({"duration=1e9"}), AllOf(HasSubstr("duration"), HasSubstr("1e9"), HasSubstr("100 s")));
  EXPECT_THAT(refusal({"duration=abc"}), AllOf(HasSubstr("duration"), HasSubstr("abc"), HasSubstr("not a number")));
  EXPECT_THAT(refusal({"duration=nan"}), HasSubstr("not a number"));
  EXPECT_THAT(refusal({"duration=inf"}), HasSubstr("not a number"));
  EXPECT_THAT(refusal({"order=1.5"}), HasSubstr("whole number"));
  EXPECT_THAT(refusal({"soil.kind=peat"}), HasSubstr("none|sand|clay"));
  EXPECT_THAT(refusal({"rain=-5"}), AllOf(HasSubstr("rain"), HasSubstr("500 mm/h")));
  EXPECT_THAT(refusal({"duraton=5"}), HasSubstr("duration"));
  EXPECT_THAT(refusal({"duration"}), HasSubstr("name=value"));
  EXPECT_THAT(refusal({}, Json{{"duration", true}}), HasSubstr("duration"));
  EXPECT_THAT(refusal({}, Json{{"duration", {1, 2}}}), HasSubstr("duration"));
  EXPECT_THAT(refusal({}, Json::array()), HasSubstr("object"));
}

TEST(Settings, ThatTakeFilesLeaveWordsToTheReader) {
  EXPECT_TRUE(said({"rain=storm.csv"}));
}

TEST(Settings, AreToldAsASchemaFromWhichTheirOwnValuesAreAccepted) {
  const Json schema = schemaOf(table);
  ASSERT_EQ(schema.size(), std::size(table));
  EXPECT_EQ(schema[0]["unit"], "s");
  EXPECT_EQ(schema[0]["most"], 100);
  EXPECT_EQ(schema[0]["default"], 10);
  EXPECT_EQ(schema[2]["choices"], (Json{"none", "sand", "clay"}));
  EXPECT_FALSE(schema[4].contains("most"));
  Json file = Json::object();
  for (const Json& row : schema) {
    EXPECT_FALSE(row["help"]["zh"].get<std::string>().empty());
    if (row.contains("default")) file[row["name"].get<std::string>()] = row["default"];
  }
  const auto values = said({}, file);
  ASSERT_TRUE(values);
  EXPECT_EQ(values->json(), said({})->json());
}

}  // namespace
}  // namespace fengsui
