// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/resultfiles.h"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>

#include "sdk/modelrun.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

// What a run leaves in a folder, some of it as another program might write it.
class ResultFiles : public testing::Test {
 protected:
  void SetUp() override {
    write("forecast.json", "{}");
    write("exposure.json", R"({"hits": [{"name": "甲", "stages": [{"stage": "wet", "firstMs": 60000}]}]})");
    write("says.json", R"([{"name": "stage", "place": "甲", "word": "immediate", "at": 1784500000000}])");
    write("advice.json", R"({"closures": [{"name": "怀北路", "spans": [{"from": 1784500000000}]}]})");
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
  // The file that is said to be at fault.
  std::string fault(const std::string& name, const std::string& text) const {
    write(name, text);
    const auto read = readOutcome(folder_.path());
    if (read) return "none";
    EXPECT_EQ(read.error().code, ErrorCode::unreadable);
    return std::filesystem::path(read.error().place.file).filename();
  }
  TempFolder folder_;
};

TEST_F(ResultFiles, AreReadTogether) {
  const auto read = readOutcome(folder_.path());
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(read->exposure.hits.front().stages.front().firstMs, 60'000);
  EXPECT_EQ(read->says.front().place, "甲");
  EXPECT_EQ(read->advice.closures.front().name, "怀北路");
}

TEST_F(ResultFiles, WhereAThingIsHitInNoStageAreUnreadable) {
  EXPECT_EQ(fault("exposure.json", R"({"hits": [{"name": "甲"}]})"), "exposure.json");
}

TEST_F(ResultFiles, WithTimesThatNoClockTellsAreUnreadable) {
  EXPECT_EQ(fault("exposure.json", R"({"start": 9223372036854775807})"), "exposure.json");
  EXPECT_EQ(fault("exposure.json", R"({"hits": [{"stages": [{"lastMs": 9223372036854775807}]}]})"), "exposure.json");
  EXPECT_EQ(fault("exposure.json", R"({"hits": [{"stages": [{}], "darkMs": -9223372036854775808}]})"), "exposure.json");
}

TEST_F(ResultFiles, WithReadingsOfWrongFormsAreUnreadable) {
  for (const char* text : {R"([{"name": "stage", "place": 3}])", R"([{"name": "stage", "at": "soon"}])",
                           R"([{"name": "rain", "minutes": 99999999999}])", R"([{"name": "rain", "value": "high"}])"})
    EXPECT_EQ(fault("says.json", text), "says.json") << text;
}

TEST_F(ResultFiles, WithClosuresAtTheEndOfTimeAreUnreadable) {
  EXPECT_EQ(fault("advice.json", R"({"closures": [{"spans": [{"from": 0, "to": 9223372036854775807}]}]})"),
            "advice.json");
}

TEST_F(ResultFiles, ThatAreNestedWithoutEndAreUnreadable) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(fault("advice.json", R"({"levels": [{"plan": "a", "because": )" + deep + "}]}"), "advice.json");
}

TEST(TellableTimes, AreThoseOfTheYearsThatPeopleCount) {
  EXPECT_TRUE(canBeTold(Instant{0}));
  EXPECT_TRUE(canBeTold(Instant{1'784'500'000'000}));
  EXPECT_FALSE(canBeTold(Instant{std::numeric_limits<std::int64_t>::max()}));
  EXPECT_FALSE(canBeTold(Instant{std::numeric_limits<std::int64_t>::min()}));
  EXPECT_TRUE(canBeTold(std::int64_t{-1}));
  EXPECT_FALSE(canBeTold(std::numeric_limits<std::int64_t>::min()));
}

}  // namespace
}  // namespace fengsui
