// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/progresswords.h"

#include <gtest/gtest.h>

namespace fengsui {
namespace {

constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute;

TEST(TimesLeft, AreNotGuessedBeforeThereIsAPace) {
  TimeLeft left;
  EXPECT_FALSE(left.ms());
  left.see(0, 0);
  left.see(0.5, kSecond);
  EXPECT_FALSE(left.ms()) << "a second says nothing";
  left.see(0.6, 4 * kSecond);
  EXPECT_TRUE(left.ms());
}

TEST(TimesLeft, FollowTheStraightLineOfAnEvenRun) {
  TimeLeft left;
  left.see(0, 50 * kSecond);
  for (int i = 1; i <= 40; ++i) left.see(i / 100.0, (50 + i) * kSecond);
  ASSERT_TRUE(left.ms());
  EXPECT_NEAR(static_cast<double>(*left.ms()), 60 * kSecond, 10);
}

TEST(TimesLeft, LeaveOutWhatWasReadBeforeTheComputing) {
  TimeLeft left;
  for (int i = 0; i <= 100; ++i) left.see(0, i * kSecond);
  for (int i = 1; i <= 10; ++i) left.see(i / 100.0, (100 + i) * kSecond);
  EXPECT_NEAR(static_cast<double>(left.ms().value_or(0)), 90 * kSecond, 10);
}

TEST(TimesLeft, SeeThatARunGetsSlower) {
  TimeLeft left;
  std::int64_t now = 0;
  left.see(0, now);
  for (int i = 1; i <= 50; ++i) left.see(i / 100.0, now += kSecond);
  for (int i = 51; i <= 60; ++i) left.see(i / 100.0, now += 10 * kSecond);
  // The last half of 150 s went at a hundredth each ten seconds.
  EXPECT_NEAR(static_cast<double>(left.ms().value_or(0)), 400 * kSecond, 30 * kSecond);
}

TEST(TimesLeft, AreNotUpsetByAMomentsPause) {
  TimeLeft left;
  std::int64_t now = 0;
  left.see(0, now);
  for (int i = 1; i <= 60; ++i) left.see(i / 100.0, now += kSecond);
  const auto before = left.ms();
  left.see(0.61, now + 5 * kSecond);
  EXPECT_LT(*left.ms(), *before * 1.3);
}

TEST(ProgressInWords, SaysHowMuchIsComputedAndWhatIsLeft) {
  ProgressWords words;
  RunProgress progress{0, {"computing the water", "推演水流"}, {}, 0, 6 * kHour};
  EXPECT_EQ(words.of(progress, 0).en, "computing the water: 0 s of 6 h computed");
  for (int i = 1; i <= 40; ++i) {
    progress.share = i / 100.0;
    progress.computedMs = i * 4 * kMinute;
    static_cast<void>(words.of(progress, i * kSecond));
  }
  EXPECT_EQ(words.of(progress, 40 * kSecond).en, "computing the water: 2 h 40 min of 6 h computed, about 1 min left");
  EXPECT_EQ(words.of(progress, 40 * kSecond).zh, "推演水流：已计算 2 小时 40 分（共 6 小时），约剩 1 分钟");
  progress.share = 0.6;
  EXPECT_EQ(words.of(progress, 60 * kSecond).en,
            "computing the water: 2 h 40 min of 6 h computed, less than a minute left");
}

TEST(ProgressInWords, RoundsALongWaitUp) {
  ProgressWords words;
  RunProgress progress{0, {}, {}, 0, kHour};
  static_cast<void>(words.of(progress, 0));
  progress.share = 0.1;
  progress.computedMs = 6 * kMinute;
  EXPECT_EQ(words.of(progress, 9 * kMinute).en, "6 min of 1 h computed, about 1 h 30 min left");
  EXPECT_EQ(lastingWords(45 * kSecond).zh, "45 秒");
}

TEST(ProgressInWords, OfWhatIsNotAboutTimeAreThoseOfTheModule) {
  ProgressWords words;
  EXPECT_EQ(words.of({1, {"looking who is hit", "分析影响对象"}}, 0).zh, "分析影响对象");
}

}  // namespace
}  // namespace fengsui
