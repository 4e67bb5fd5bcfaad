// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

TimeZone shanghai() {
  return TimeZone::named("Asia/Shanghai").value();
}

TEST(TimeZone, ReadsTheWaysPeopleWriteAMoment) {
  const auto expected = shanghai().parse("2026-07-20T21:40:00+08:00").value();
  for (const char* text : {"2026-07-20 21:40", "2026/7/20 21:40:00", "2026年7月20日 21时40分", "2026.07.20 21：40",
                           "2026-07-20T13:40:00Z", "2026-07-20T13:40:00.000Z", " 2026-07-20 21:40 "})
    EXPECT_EQ(shanghai().parse(text).value(), expected) << text;
}

TEST(TimeZone, KeepsMillisecondsThroughTextAndBack) {
  const Instant at{1784554800123};
  EXPECT_EQ(shanghai().parse(shanghai().iso(at)).value(), at);
  EXPECT_EQ(TimeZone::utc().parse(shanghai().iso(at)).value(), at);
}

TEST(TimeZone, RefusesWhatIsNotATimeAndSaysWhatIsUnderstood) {
  for (const char* text : {"", "yesterday", "2026-13-01", "2026-02-30 10:00", "2026-07-20 25:00", "21:40",
                           "2026-07-20 21:40 tomorrow", "2026-07-20 21:40+99:00"}) {
    const auto time = shanghai().parse(text);
    ASSERT_FALSE(time) << text;
    EXPECT_NE(time.error().remedy.en.find("2026-07-20 21:40"), std::string::npos);
  }
}

TEST(TimeZone, FollowsTheSummerTimeThatShanghaiOnceHad) {
  EXPECT_EQ(shanghai().offsetMsAt(shanghai().parse("1988-07-01 12:00").value()), 9 * 3600 * 1000);
  EXPECT_EQ(shanghai().offsetMsAt(shanghai().parse("2026-07-01 12:00").value()), 8 * 3600 * 1000);
}

TEST(TimeZone, NamesTheZoneThatTheComputerDoesNotHave) {
  const auto zone = TimeZone::named("Mars/Olympus");
  ASSERT_FALSE(zone);
  EXPECT_NE(zone.error().message.en.find("Mars/Olympus"), std::string::npos);
}

}  // namespace
}  // namespace fengsui
