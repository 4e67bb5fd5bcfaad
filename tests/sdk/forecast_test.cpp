// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/forecast.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

Forecast forecast() {
  Forecast out;
  out.module = "flood";
  out.version = "1.0";
  out.start = {1'783'000'000'000};
  out.durationMs = 21'600'000;
  out.frames = "depth.frames";
  out.maximum = "depth_max.frames";
  out.files = {{"depth_max.tif", {"maximum depth", "最大水深"}, "m"}};
  out.confidence = {{"computed, not measured", "推算结果，非实测"}};
  out.summary = {{"volume_m3", 1234.5}, {"steps", 7}};
  out.provenance = {{"settings", {{"rain", "0:20 3600:0"}}}, {"inputs", {{{"file", "dem.tif"}}}}};
  out.causes = {{"hazmat", {"works flooded", "厂区进水"}, {{"0.6 m", "0.6 米"}}, {{"source", 3}}}};
  return out;
}

TEST(Forecasts, ComeBackAsTheyWereWritten) {
  const TempFolder folder;
  ASSERT_TRUE(writeForecast(forecast(), folder.path()));
  const auto back = readForecast(folder.path());
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(*back, forecast());
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "forecast.json.part"));
}

TEST(Forecasts, OfARunThatDidNotEndAreNotThere) {
  const TempFolder folder;
  const auto none = readForecast(folder.path());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::notFound);
}

TEST(Forecasts, ThatAreCutOrNoneAreUnreadable) {
  const TempFolder folder;
  for (const char* text : {"", "{\"module\": \"flo", "[1, 2]", "{\"module\": 7}", "{\"start\": \"soon\"}"}) {
    std::ofstream(folder.path() / "forecast.json") << text;
    const auto read = readForecast(folder.path());
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, ErrorCode::unreadable);
    EXPECT_EQ(read.error().place.file, folder / "forecast.json");
  }
}

TEST(Forecasts, OfWrongFormsAndWithoutEndAreUnreadable) {
  const TempFolder folder;
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  for (const std::string& text :
       {std::string(R"({"confidence": [{"en": 3}]})"), std::string(R"({"files": [{"title": {"zh": null}}]})"),
        std::string(R"({"start": 9223372036854775807})"), std::string(R"({"durationMs": -9223372036854775808})"),
        R"({"summary": )" + deep + "}", deep}) {
    std::ofstream(folder.path() / "forecast.json") << text;
    const auto read = readForecast(folder.path());
    ASSERT_FALSE(read) << text.substr(0, 80);
    EXPECT_EQ(read.error().code, ErrorCode::unreadable);
  }
}

TEST(Forecasts, WithNamesThatAreNotUtf8AreWrittenAllTheSame) {
  const TempFolder folder;
  Forecast odd = forecast();
  odd.provenance = {{"inputs", {{{"file", "/maps/\xb5\xd8\xd0\xce.tif"}}}}};
  ASSERT_TRUE(writeForecast(odd, folder.path()));
  const auto back = readForecast(folder.path());
  ASSERT_TRUE(back) << back.error();
  EXPECT_EQ(back->summary, odd.summary);
}

TEST(Forecasts, ThatCannotBeWrittenAreToldWithTheirFile) {
  const TempFolder folder;
  const auto made = writeForecast(forecast(), folder.path() / "nowhere");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::io);
}

}  // namespace
}  // namespace fengsui
