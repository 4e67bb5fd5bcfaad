// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <QAction>
#include <fstream>
#include <set>

#include "ui/cutoff.h"
#include "ui/desk/deskactions.h"
#include "ui/hazard/hazardplayer.h"
#include "ui/opendesk.h"
#include "ui/panels/timeline.h"
#include "ui/valleyflood.h"

namespace fengsui {
namespace {

using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60'000;
const QColor kWet(0x9e, 0xca, 0xe1);
const QColor kClosed(0x42, 0x92, 0xc6);

/// Twenty cells of 200 m each way, west of everything that the small district has; the western half is wet.
FramesHeader plain(Instant start) {
  return valleyHeader(inDistrict(-40, 0), 20, 20, 200, start);
}
FrameCounts westernHalf(std::uint16_t count) {
  FrameCounts counts(400);
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = i % 20 < 10 ? count : 0;
  return counts;
}
const Position kWetPlace = inDistrict(-40.8, 0.3);
const Position kDryPlace = inDistrict(-39.3, 0.3);

struct HazardStory : ::testing::Test {
  HazardStory() {
    auto station = newStation(folder / "a");
    fillDistrict(*station);
  }
  /// Frames every @p everyMin from so many minutes after now; each says its number in centimetres times ten.
  FramesWriter begin(std::int64_t fromMin, int frames, std::int64_t everyMin = 10) {
    start = systemNow().plusMs(fromMin * kMinute);
    auto writer = FramesWriter::create(file, plain(start));
    EXPECT_TRUE(writer);
    for (int i = 0; i < frames; ++i)
      EXPECT_TRUE(writer->append(i * everyMin * kMinute, westernHalf(static_cast<std::uint16_t>(10 * (i + 1)))));
    return std::move(*writer);
  }
  std::unique_ptr<OpenDesk> open(QSize size = {1920, 1080}) {
    auto desk = std::make_unique<OpenDesk>(folder / "a", size);
    QObject::connect(&desk->window.desk(), &Desk::noticed, [this](const Notice& notice) {
      if (notice.error) told.push_back(notice.error->message.en);
    });
    return desk;
  }
  std::unique_ptr<OpenDesk> shown() {
    auto desk = open();
    player(*desk).show(QString::fromStdString(file));
    EXPECT_TRUE(waitUntil([&] { return player(*desk).shown() && desk->window.settled(); }));
    desk->window.canvas().fitTo(QRectF(mercatorOf(inDistrict(-43, -2)), mercatorOf(inDistrict(-37, 3))));
    return desk;
  }
  static HazardPlayer& player(OpenDesk& desk) { return desk.window.hazard(); }
  static QColor colourAt(OpenDesk& desk, Position where) {
    return desk.window.canvas().grab().toImage().pixelColor(desk.pixelOf(where));
  }
  static bool paints(OpenDesk& desk, std::size_t frame) {
    return waitUntil([&] { return player(desk).painted() && player(desk).painted()->index == frame; });
  }
  static void press(OpenDesk& desk, Instant moment) {
    auto* timeline = desk.find<Timeline>("timeline");
    QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(qRound(timeline->xOf(moment)), 30));
  }

  TempFolder folder;
  std::string file = folder / "depth.frames";
  Instant start;
  std::vector<std::string> told;
};

TEST_F(HazardStory, TheFrameOfAMomentHasTheColoursOfItsRampOnTheMap) {
  begin(-25, 7);
  auto desk = shown();
  ASSERT_TRUE(paints(*desk, 2)) << "now it is the third frame";
  EXPECT_EQ(colourAt(*desk, kWetPlace), kClosed) << "30 cm";
  const QColor ground = colourAt(*desk, inDistrict(-42.8, 0.3));
  EXPECT_EQ(colourAt(*desk, kDryPlace), ground) << "nothing is painted where there is nothing";
  player(*desk).setMoment(start.plusMs(19 * kMinute));
  ASSERT_TRUE(paints(*desk, 1));
  EXPECT_EQ(colourAt(*desk, kWetPlace), kWet) << "20 cm, the last frame that is not later";
  EXPECT_TRUE(desk->window.desk().live());
  player(*desk).hide();
  EXPECT_EQ(colourAt(*desk, kWetPlace), ground);
}

TEST_F(HazardStory, CellsStayCellsNearAndAreSeenFromAfar) {
  begin(0, 1);
  auto desk = shown();
  MapCanvas& canvas = desk->window.canvas();
  // At one metre for each pixel a cell is 200 wide: its colour reaches to its edge.
  const FrameGrid grid = plain(start).grid;
  const QPointF edge(grid.west + 10 * grid.cell, grid.north - 10.5 * grid.cell);
  canvas.setView(ViewPort(edge, ViewPort::scaleOf(35), canvas.view().size()));
  const QImage near = canvas.grab().toImage();
  const QPoint at = canvas.view().toScreen(edge).toPoint();
  EXPECT_EQ(near.pixelColor(at - QPoint(3, 0)), kWet);
  EXPECT_NE(near.pixelColor(at + QPoint(3, 0)), kWet);
  // Where a cell is an eighth of a pixel the wet half has its colour still.
  canvas.setView(ViewPort(edge, 1600, canvas.view().size()));
  const QImage far = canvas.grab().toImage();
  const QPoint middle = canvas.view().toScreen(QPointF(grid.west + 5 * grid.cell, edge.y())).toPoint();
  bool blue = false;
  for (int dx = -2; dx <= 2; ++dx)
    for (int dy = -2; dy <= 2; ++dy) {
      const QColor c = far.pixelColor(middle + QPoint(dx, dy));
      blue = blue || c.blue() > c.red() + 15;
    }
  EXPECT_TRUE(blue);
}

TEST_F(HazardStory, PlayingGoesOnToTheEndAndStops) {
  begin(-5, 6);
  auto desk = shown();
  player(*desk).setSpeed(100 * kMinute);
  std::vector<std::size_t> seen;
  QObject::connect(&player(*desk), &HazardPlayer::changed, &desk->window, [&] {
    if (const auto frame = player(*desk).frame(); frame && (seen.empty() || seen.back() != *frame))
      seen.push_back(*frame);
  });
  auto* timeline = desk->find<Timeline>("timeline");
  timeline->setFocus();
  QTest::keyClick(timeline, Qt::Key_Space);
  EXPECT_TRUE(player(*desk).playing());
  ASSERT_TRUE(waitUntil([&] { return !player(*desk).playing(); }));
  ASSERT_TRUE(paints(*desk, 5));
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_GE(seen.size(), 4U) << "it shows what lies between";
  EXPECT_TRUE(desk->window.desk().live());
  // Played again it begins where what is to come begins.
  QTest::keyClick(timeline, Qt::Key_Space);
  EXPECT_LT(*player(*desk).frame(), 2U);
  QTest::keyClick(timeline, Qt::Key_Space);
  EXPECT_FALSE(player(*desk).playing());
}

TEST_F(HazardStory, KeysGoAFrameBackAndOn) {
  begin(-25, 7);
  auto desk = shown();
  ASSERT_EQ(player(*desk).frame(), 2U);
  QTest::keyClick(&desk->window, Qt::Key_Period);
  EXPECT_EQ(player(*desk).frame(), 3U);
  for (int i = 0; i < 5; ++i) QTest::keyClick(&desk->window, Qt::Key_Comma);
  EXPECT_EQ(player(*desk).frame(), 0U);
  desk->window.actions().goLive->trigger();
  EXPECT_EQ(player(*desk).frame(), 2U) << "back to now";
  EXPECT_TRUE(player(*desk).follows());
}

TEST_F(HazardStory, AFileThatGrowsIsGoneOnWith) {
  auto writer = begin(-10, 2);
  auto desk = shown();
  ASSERT_TRUE(paints(*desk, 1));
  EXPECT_EQ(player(*desk).last(), start.plusMs(10 * kMinute));
  ASSERT_TRUE(writer.append(60 * kMinute, westernHalf(200)));
  player(*desk).refresh();
  ASSERT_TRUE(waitUntil([&] { return player(*desk).afterMs().size() == 3; }));
  player(*desk).setMoment(player(*desk).last());
  ASSERT_TRUE(paints(*desk, 2));
  EXPECT_EQ(player(*desk).valueAt(kWetPlace), 2.0);
  EXPECT_EQ(colourAt(*desk, kWetPlace), QColor(0x08, 0x51, 0x9c));
}

TEST_F(HazardStory, ADamagedFrameIsSaidAndShowsNothing) {
  auto writer = begin(-25, 4);
  const auto before = std::filesystem::file_size(file);
  ASSERT_TRUE(writer.append(60 * kMinute, westernHalf(99)));
  ASSERT_TRUE(writer.append(70 * kMinute, westernHalf(99)));
  {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(before) + 12 + 10);
    stream.put('\x5a');
  }
  auto desk = shown();
  player(*desk).setMoment(start.plusMs(60 * kMinute));
  ASSERT_TRUE(waitUntil([&] { return !told.empty(); }));
  EXPECT_THAT(told, ::testing::ElementsAre(HasSubstr("frame 5")));
  EXPECT_EQ(player(*desk).painted(), nullptr);
  EXPECT_NE(colourAt(*desk, kWetPlace), kClosed);
  EXPECT_FALSE(desk->window.canvas().hazard()->trouble.isEmpty());
  player(*desk).step(1);
  ASSERT_TRUE(paints(*desk, 5)) << "the next one is whole";
}

TEST_F(HazardStory, WhatIsNoFileOfFramesIsSaid) {
  auto desk = open();
  player(*desk).show(QString::fromStdString(folder / "none.frames"));
  ASSERT_TRUE(waitUntil([&] { return told.size() == 1; }));
  std::ofstream(file) << "something else";
  player(*desk).show(QString::fromStdString(file));
  ASSERT_TRUE(waitUntil([&] { return told.size() == 2; }));
  EXPECT_THAT(told.back(), HasSubstr("not a file of hazard frames"));
  EXPECT_FALSE(player(*desk).shown());
  EXPECT_EQ(desk->window.canvas().hazard(), nullptr);
}

// A pipe that nobody writes stops whoever opens it.
TEST_F(HazardStory, TheGuiThreadNeverReadsTheFile) {
  const std::string pipe = folder / "pipe.frames";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  auto desk = open();
  QElapsedTimer clock;
  clock.start();
  player(*desk).show(QString::fromStdString(pipe));
  int ticks = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] { ++ticks; });
  timer.start(10);
  EXPECT_TRUE(waitUntil([&] { return ticks > 20; }, 2000));
  EXPECT_LT(clock.elapsed(), 2000);
  EXPECT_TRUE(told.empty()) << "the reader must still be waiting";
  std::ofstream(pipe) << "something else";
  EXPECT_TRUE(waitUntil([&] { return told.size() == 1; }));
}

TEST_F(HazardStory, TheTimeLineGoesOnToItsEndAndTheDeskStaysLiveThere) {
  begin(-25, 10);
  auto desk = shown();
  auto* timeline = desk->find<Timeline>("timeline");
  auto* now = desk->find<QAbstractButton>("now");
  EXPECT_GT(timeline->xOf(start.plusMs(90 * kMinute)), timeline->xOf(systemNow()) + 300);
  EXPECT_FALSE(now->isEnabled());
  press(*desk, start.plusMs(62 * kMinute));
  EXPECT_EQ(player(*desk).frame(), 6U);
  EXPECT_TRUE(desk->window.desk().live());
  EXPECT_FALSE(player(*desk).follows());
  ASSERT_TRUE(now->isEnabled());
  QTest::mouseClick(now, Qt::LeftButton);
  EXPECT_EQ(player(*desk).frame(), 2U);
  // Dragged from there over now it stays a frame, and the desk live.
  const auto x = [&](std::int64_t min) { return QPoint(qRound(timeline->xOf(start.plusMs(min * kMinute))), 30); };
  QTest::mousePress(timeline, Qt::LeftButton, {}, x(80));
  QTest::mouseMove(timeline, x(45));
  EXPECT_EQ(player(*desk).frame(), 4U);
  QTest::mouseMove(timeline, QPoint(20, 30));
  EXPECT_TRUE(desk->window.desk().live());
  QTest::mouseRelease(timeline, Qt::LeftButton, {}, QPoint(20, 30));
  player(*desk).hide();
  EXPECT_NEAR(timeline->xOf(systemNow()), timeline->xOf(systemNow().plusMs(0)), 1);
  EXPECT_GT(timeline->xOf(systemNow()), timeline->width() * 0.9) << "the track ends with now again";
}

TEST_F(HazardStory, LookingBackShowsTheFrameOfThatMomentOrNone) {
  begin(-25, 10);
  auto desk = shown();
  desk->window.desk().lookBackTo(start.plusMs(12 * kMinute));
  ASSERT_TRUE(paints(*desk, 1));
  desk->window.desk().lookBackTo(start.plusMs(-kMinute));
  ASSERT_TRUE(waitUntil([&] { return !player(*desk).painted(); })) << "with the situation of that moment";
  EXPECT_EQ(player(*desk).frame(), std::nullopt);
  EXPECT_FALSE(desk->window.canvas().hazard()->trouble.isEmpty()) << "that it does not cover it is said";
  player(*desk).step(1);
  EXPECT_EQ(player(*desk).frame(), std::nullopt) << "the desk says which moment it is";
  desk->window.desk().goLive();
  ASSERT_TRUE(paints(*desk, 2));
}

TEST_F(HazardStory, APlaceIsToldItsValueAndWhenItIsFirstReached) {
  begin(-25, 7);
  auto desk = shown();
  ASSERT_TRUE(waitUntil([&] { return player(*desk).atPlace(kWetPlace) && player(*desk).atPlace(kWetPlace)->course; }));
  EXPECT_DOUBLE_EQ(player(*desk).valueAt(kWetPlace).value(), 0.3);
  EXPECT_EQ(player(*desk).valueAt(kDryPlace), 0.0);
  EXPECT_EQ(player(*desk).valueAt(inDistrict(0, 0)), std::nullopt) << "outside of it nothing is said";
  const auto course = *player(*desk).atPlace(kWetPlace)->course;
  EXPECT_EQ(course.first, start);
  EXPECT_DOUBLE_EQ(course.most, 0.7);
  EXPECT_EQ(course.mostAt, start.plusMs(60 * kMinute));
  EXPECT_EQ(player(*desk).atPlace(kDryPlace)->course->first, std::nullopt);
  const auto words = [&](Position where) {
    QTest::mouseClick(&desk->window.canvas(), Qt::RightButton, {}, desk->pixelOf(where));
    return desk->find<QLabel>("forecastHere")->text().toStdString();
  };
  const std::string first = desk->session.timeZone().clock(start);
  EXPECT_THAT(words(kWetPlace), ::testing::AllOf(HasSubstr("0.30 m"), HasSubstr("0.05 m first reached at " + first),
                                                 HasSubstr("At most 0.70 m")));
  EXPECT_THAT(words(kDryPlace), HasSubstr("not reached"));
  words(inDistrict(-46.5, 0));
  EXPECT_FALSE(desk->find<QLabel>("forecastHere")->isVisible());
}

TEST_F(HazardStory, FramesAreKeptAsFarAsMemoryAllows) {
  begin(-5, 40, 1);
  auto desk = shown();
  FrameFeed& feed = player(*desk).feed();
  constexpr std::size_t kEach = 400 * 8;
  feed.setMemoryLimit(9 * kEach);
  player(*desk).setMoment(start.plusMs(20 * kMinute));
  ASSERT_TRUE(paints(*desk, 20));
  ASSERT_TRUE(waitUntil([&] { return feed.frame(21) && feed.frame(23); })) << "the next ones are read ahead";
  EXPECT_LE(feed.kept(), 9U);
  feed.setMemoryLimit(1);
  player(*desk).setMoment(start.plusMs(3 * kMinute));
  ASSERT_TRUE(paints(*desk, 3));
  EXPECT_EQ(feed.kept(), 1U);
}

TEST_F(HazardStory, FramesThatAreReadTooSlowlyAreSkippedAndTheRestIsSeen) {
  start = systemNow();
  const FramesHeader large = valleyHeader(inDistrict(-40, 0), 2400, 2400, 20, start);
  auto writer = FramesWriter::create(file, large);
  const FrameCounts wet = valleyCounts(large.grid, 0.8);
  for (int i = 0; i < 60; ++i) ASSERT_TRUE(writer && writer->append(i * kMinute, wet));
  auto desk = open();
  player(*desk).feed().setMemoryLimit(1);
  player(*desk).show(QString::fromStdString(file));
  ASSERT_TRUE(paints(*desk, 0));
  std::set<std::size_t> seen;
  QObject::connect(&player(*desk), &HazardPlayer::changed, &desk->window, [&] {
    if (player(*desk).painted()) seen.insert(player(*desk).painted()->index);
  });
  player(*desk).setSpeed(30 * kMinute);
  player(*desk).play();
  ASSERT_TRUE(waitUntil([&] { return !player(*desk).playing(); }));
  ASSERT_TRUE(paints(*desk, 59));
  EXPECT_GE(seen.size(), 4U);
}

TEST_F(HazardStory, AnotherForecastTakesItsPlace) {
  begin(-25, 7);
  auto desk = shown();
  player(*desk).setMoment(player(*desk).last());
  const std::string other = folder / "other.frames";
  auto writer = FramesWriter::create(other, plain(systemNow()));
  ASSERT_TRUE(writer && writer->append(0, westernHalf(8)));
  player(*desk).show(QString::fromStdString(other));
  ASSERT_TRUE(paints(*desk, 0));
  EXPECT_DOUBLE_EQ(player(*desk).valueAt(kWetPlace).value(), 0.08);
  EXPECT_TRUE(player(*desk).follows());
}

class ForecastOfAllSizes : public ::testing::TestWithParam<std::tuple<Language, int>> {};

TEST_P(ForecastOfAllSizes, IsNotCutOff) {
  const TempFolder folder;
  {
    auto station = newStation(folder / "a");
    fillDistrict(*station);
  }
  auto writer = FramesWriter::create(folder / "x.frames", plain(systemNow()));
  ASSERT_TRUE(writer && writer->append(0, westernHalf(30)) && writer->append(90 * kMinute, westernHalf(60)));
  OpenDesk desk(folder / "a");
  const auto [language, width] = GetParam();
  desk.speak(language);
  desk.window.resize(deskOfWidth(width));
  desk.window.hazard().show(QString::fromStdString(folder / "x.frames"));
  ASSERT_TRUE(waitUntil([&] { return desk.window.hazard().painted() && desk.window.settled(); }));
  desk.window.hazard().setMoment(desk.window.hazard().last());
  expectNothingCutOff(*desk.find<QWidget>("timeline"));
  QTest::mouseClick(&desk.window.canvas(), Qt::RightButton, {}, desk.window.canvas().rect().center());
  expectNothingCutOff(*desk.find<QWidget>("hereCard"));
}

INSTANTIATE_TEST_SUITE_P(NotCutOff, ForecastOfAllSizes,
                         ::testing::Combine(::testing::Values(Language::english, Language::chinese),
                                            ::testing::Values(1920, 1366)));

}  // namespace
}  // namespace fengsui
