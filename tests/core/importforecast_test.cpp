// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importforecast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/desk.h"

namespace fengsui {
namespace {

using story::the;
using ::testing::HasSubstr;

ImportRow row(int number, Json fields) {
  return {Uuid::v7({1'000 + number}), number, std::move(fields)};
}

TEST(ImportForecast, TellsNewFromChangedFromUnchangedRows) {
  Desk desk = Desk::ofTheStories();
  const auto all = forecastOf(desk.situation(),
                              Import<Team>{{row(2, {{"key", "T0"}, {"name", "改名队"}}),
                                            row(3, {{"name", "第1救援队"}}), row(4, {{"name", "新队"}})}},
                              {{1}, {1}, "值班长"});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].fate, RowFate::changes);
  EXPECT_EQ(all[1].fate, RowFate::unchanged);
  EXPECT_EQ(all[2].fate, RowFate::isNew);
  EXPECT_EQ(all[2].row, 4);
}

TEST(ImportForecast, GoesOnBehindARowThatARuleForbids) {
  Desk desk = Desk::ofTheStories();
  const auto all = forecastOf(desk.situation(),
                              Import<Team>{{row(2, {{"name", "第1救援队"}, {"strength", 3}}),
                                            row(3, {{"name", "第1救援队"}}), row(4, {{"name", "新队"}})}},
                              {{1}, {1}, "值班长"});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[1].fate, RowFate::refused);
  ASSERT_TRUE(all[1].error);
  EXPECT_EQ(all[1].error->place.line, 3);
  EXPECT_THAT(all[1].error->message.en, HasSubstr("twice"));
  EXPECT_EQ(all[2].fate, RowFate::isNew);
}

TEST(ImportForecast, IsEmptyForOtherCommands) {
  EXPECT_TRUE(forecastOf({}, ReportIncident{}, {}).empty());
}

}  // namespace
}  // namespace fengsui
