// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdk/hazardframes.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "support/tempfolder.h"

namespace fengsui {
namespace {

using testing::ElementsAre;

FramesHeader header() {
  FramesHeader out;
  out.layer = {"depth", "water depth", "水深", "m", 0.01, "water", {{0.05, "#9ecae1c0", "wet", "湿"}}};
  out.grid = {40, 30, 1000, 9000, 12.5};
  out.start = {1'700'000'000'000};
  out.made = "flood 1";
  return out;
}

FrameCounts frame(std::uint16_t seed) {
  FrameCounts out(1200);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint16_t>(i * seed % 999);
  return out;
}

TEST(HazardFrames, AreReadAsTheyWereWritten) {
  const TempFolder folder;
  const auto file = folder.path() / "depth.frames";
  auto writer = FramesWriter::create(file, header());
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->append(0, frame(1)));
  ASSERT_TRUE(writer->append(300'000, frame(7)));
  const auto read = FramesFile::open(file);
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(codec::write(read->header()), codec::write(header()));
  EXPECT_THAT(read->afterMs(), ElementsAre(0, 300'000));
  EXPECT_EQ(read->read(0).value(), frame(1));
  EXPECT_EQ(read->read(1).value(), frame(7));
}

TEST(HazardFrames, MayBeReadWhileMoreAreWritten) {
  const TempFolder folder;
  const auto file = folder.path() / "depth.frames";
  auto writer = FramesWriter::create(file, header());
  ASSERT_TRUE(writer && writer->append(0, frame(1)));
  auto read = FramesFile::open(file);
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->refresh().value());
  ASSERT_TRUE(writer->append(60'000, frame(2)));
  EXPECT_TRUE(read->refresh().value());
  EXPECT_EQ(read->read(1).value(), frame(2));
}

TEST(HazardFrames, ThatWereCutOffEndWithTheLastWholeOne) {
  const TempFolder folder;
  const auto file = folder.path() / "depth.frames";
  auto writer = FramesWriter::create(file, header());
  ASSERT_TRUE(writer && writer->append(0, frame(1)) && writer->append(60'000, frame(2)));
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  const auto read = FramesFile::open(file);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->afterMs(), ElementsAre(0));
}

TEST(HazardFrames, ThatWereFlippedAreNoticed) {
  const TempFolder folder;
  const auto file = folder.path() / "depth.frames";
  auto writer = FramesWriter::create(file, header());
  ASSERT_TRUE(writer && writer->append(0, frame(1)));
  {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(-20, std::ios::end);
    stream.put('\x5a');
  }
  const auto read = FramesFile::open(file);
  ASSERT_TRUE(read);
  const auto counts = read->read(0);
  ASSERT_FALSE(counts);
  EXPECT_EQ(counts.error().code, ErrorCode::damaged);
}

TEST(HazardFrames, AreNotBeforeTheStartAndNotAtTheEndOfTime) {
  const TempFolder folder;
  const auto file = folder.path() / "depth.frames";
  for (const std::int64_t after : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(),
                                   std::numeric_limits<std::int64_t>::max(), std::int64_t{40'000'000'000'000}}) {
    auto writer = FramesWriter::create(file, header());
    ASSERT_TRUE(writer && writer->append(after, frame(1)));
    const auto read = FramesFile::open(file);
    ASSERT_FALSE(read) << after;
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
  }
}

TEST(HazardFrames, ThatNoMapCanShowAreRefusedBeforeARunBegins) {
  const TempFolder folder;
  const auto refused = [&](auto change) {
    FramesHeader odd = header();
    change(odd);
    const auto made = FramesWriter::create(folder.path() / "odd.frames", odd);
    return !made && made.error().code == ErrorCode::invalid && !made.error().message.zh.empty();
  };
  EXPECT_TRUE(refused([](FramesHeader& h) { h.grid.columns = 0; }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.grid.columns = h.grid.rows = 40'000; }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.grid.west = 1e300; }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.grid.north = std::nan(""); }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.grid.cell = 0; }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.layer.step = std::numeric_limits<double>::infinity(); }));
  EXPECT_TRUE(refused([](FramesHeader& h) { h.start = {std::numeric_limits<std::int64_t>::max()}; }));
}

TEST(HazardFrames, AreNotMadeOfAnyOtherFile) {
  const TempFolder folder;
  const auto file = folder.path() / "x.frames";
  std::ofstream(file) << "FSFRAME1\xff\xff\xff\xff and so on";
  EXPECT_EQ(FramesFile::open(file).error().code, ErrorCode::unreadable);
  std::ofstream(file) << "GIF89a";
  EXPECT_EQ(FramesFile::open(file).error().code, ErrorCode::unreadable);
  EXPECT_EQ(FramesFile::open(folder.path() / "none").error().code, ErrorCode::notFound);
}

}  // namespace
}  // namespace fengsui
