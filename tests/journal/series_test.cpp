// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/series.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/bytes.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

SeriesReading rain(std::int64_t ms, double value) {
  return {"rain/怀北", "mm", {{ms}, value, std::nullopt}};
}
SeriesReading track(std::int64_t ms, Position where) {
  return {"track/甲队", "", {{ms}, std::nullopt, where}};
}

class SeriesTest : public testing::Test {
 protected:
  TempFolder folder;
  StationFiles files = StationFiles::of(folder / "a");
};

TEST_F(SeriesTest, GivesBackWhatWasAppendedByTime) {
  auto store = SeriesStore::open(files).value();
  ASSERT_TRUE(store.append(
      std::vector{rain(1000, 0.5), track(1500, {1166318000, 403162000}), rain(2000, 1.5), rain(3000, 2.5)}));
  const auto some = store.range("rain/怀北", {1000}, {2000}).value();
  ASSERT_EQ(some.size(), 2u);
  EXPECT_EQ(some[1], (Reading{{2000}, 1.5, std::nullopt}));
  EXPECT_EQ(store.range("rain/怀北", {0}, {9999}, 1)->size(), 1u);
  EXPECT_EQ(store.last("rain/怀北", {2999}).value()->value, 1.5);
  EXPECT_EQ(store.last("track/甲队", {9999}).value()->where, (Position{1166318000, 403162000}));
  EXPECT_FALSE(store.last("rain/怀北", {999}).value());
  EXPECT_TRUE(store.range("没有", {0}, {9999})->empty());
  EXPECT_EQ(store.list()->size(), 2u);
}

TEST_F(SeriesTest, AReadingOfTheSameMomentReplacesTheOneBefore) {
  auto store = SeriesStore::open(files).value();
  ASSERT_TRUE(store.append(std::vector{rain(1000, 0.5)}));
  ASSERT_TRUE(store.append(std::vector{rain(1000, 0.7)}));
  EXPECT_EQ(store.range("rain/怀北", {0}, {9999}).value(), (std::vector<Reading>{{{1000}, 0.7, std::nullopt}}));
}

TEST_F(SeriesTest, PrunesByAgeInSmallStepsAndGivesTheSpaceBack) {
  auto store = SeriesStore::open(files).value();
  std::vector<SeriesReading> batch;
  for (int s = 0; s < 20; ++s)
    for (int i = 0; i < 1000; ++i) batch.push_back({"s" + std::to_string(s), "m", {{i * 1000}, i * 0.1, std::nullopt}});
  ASSERT_TRUE(store.append(batch));
  int steps = 0;
  std::size_t gone = 0;
  for (;; ++steps) {
    const auto pruned = store.prune({900'000}, 700);
    ASSERT_TRUE(pruned) << pruned.error();
    EXPECT_LE(*pruned, 700u);
    gone += *pruned;
    if (*pruned < 700) break;
  }
  EXPECT_EQ(gone, 18'000u);
  EXPECT_EQ(steps, 25);
  for (int s = 0; s < 20; ++s) EXPECT_EQ(store.range("s" + std::to_string(s), {0}, {1'000'000})->size(), 100u);
  auto db = Sqlite::open(files.series, SqliteAccess::readOnly).value();
  EXPECT_LT(db.integer("PRAGMA freelist_count").value().value(), 20);
}

TEST_F(SeriesTest, TwoProgramsMayWrite) {
  auto one = SeriesStore::open(files).value();
  auto two = SeriesStore::open(files).value();
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(one.append(std::vector{rain(i * 2, 1)}));
    ASSERT_TRUE(two.append(std::vector{rain(i * 2 + 1, 2)}));
  }
  EXPECT_EQ(one.range("rain/怀北", {0}, {9999})->size(), 200u);
}

TEST_F(SeriesTest, ADamagedFileIsPutAsideAndBegunAnew) {
  writeBytes(files.series,
             "这不是数据库，只是一些文字而已，长度超过一百个字节，这样才像是一个被写坏的文件：一二三四五六七八九十");
  auto store = SeriesStore::open(files);
  ASSERT_TRUE(store) << store.error();
  EXPECT_FALSE(store->notice().empty());
  EXPECT_TRUE(std::filesystem::exists(files.series + ".damaged"));
  EXPECT_TRUE(store->append(std::vector{rain(1000, 0.5)}));
  EXPECT_TRUE(SeriesStore::open(files)->notice().empty());
}

}  // namespace
}  // namespace fengsui
