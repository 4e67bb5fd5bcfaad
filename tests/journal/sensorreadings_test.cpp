// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/sensorreadings.h"

#include <gtest/gtest.h>

#include "support/station.h"
#include "support/tempfolder.h"

namespace fengsui {
namespace {

constexpr std::int64_t kMinute = 60'000;

class SensorReadings : public testing::Test {
 protected:
  Sensor registered(const char* name, const char* kind, const char* unit, const char* series,
                    std::vector<Threshold> thresholds = {}) {
    Sensor sensor;
    sensor.id.uuid = Uuid::v7(now_);
    sensor.name = name;
    sensor.kind = kind;
    sensor.unit = unit;
    sensor.series = series;
    sensor.thresholds = std::move(thresholds);
    does(*station_, Register<Sensor>{sensor});
    return sensor;
  }
  void sends(const Sensor& sensor, std::int64_t minutesAgo, double value) {
    auto store = SeriesStore::open(station_->files()).value();
    ASSERT_TRUE(store.append(std::vector<SeriesReading>{
        {sensor.series, sensor.unit, {now_.plusMs(-minutesAgo * kMinute), value, std::nullopt}}}));
  }
  [[nodiscard]] std::optional<NamedReading> observed(const std::string& series) const {
    std::optional<NamedReading> found;
    for (const NamedReading& one : observedAt(station_->situation(), station_->files(), now_))
      if (one.series == series) {
        EXPECT_FALSE(found) << series << " is said twice";
        found = one;
      }
    return found;
  }

  TempFolder folder_;
  Instant now_ = systemNow();
  std::unique_ptr<Station> station_ = newStation(folder_ / "a");
};

TEST_F(SensorReadings, GoBackAsFarAsTheThresholdsNeed) {
  Threshold days{"prepare", Quantity::of(100), Crossing::above, 3 * 1440, std::nullopt, ""};
  const Sensor gauge = registered("北沟雨量站", "rain", "mm", "rain 5/北沟", {days});
  for (const std::int64_t hours : {200, 100, 50, 1}) sends(gauge, hours * 60, static_cast<double>(hours));
  auto store = SeriesStore::open(station_->files()).value();
  const auto readings = readingsOf(store, gauge, now_).value();
  ASSERT_EQ(readings.size(), 3u) << "of six days";
  EXPECT_EQ(readings.front().value, 100);
  EXPECT_EQ(readings.back().at, now_.plusMs(-60 * kMinute));
}

TEST_F(SensorReadings, GivePlansTheSumsOfRain) {
  const Sensor gauge = registered("北沟雨量站", "rain", "mm", "rain 5/北沟");
  for (const std::int64_t minutes : {400, 170, 100, 50, 10}) sends(gauge, minutes, 10);
  ASSERT_TRUE(observed("rain 60/北沟"));
  EXPECT_EQ(observed("rain 60/北沟")->value, 20);
  EXPECT_EQ(observed("rain 180/北沟")->value, 40);
  EXPECT_EQ(observed("rain 1440/北沟")->value, 50);
  EXPECT_EQ(observed("rain 60/北沟")->at, now_.plusMs(-10 * kMinute)) << "a sum is as old as its last part";
  EXPECT_EQ(observed("rain 5/北沟")->value, 10);
}

TEST_F(SensorReadings, LeaveASumThatIsSentAsItIs) {
  const Sensor gauge = registered("怀北雨量站", "rain", "mm", "rain 5/怀北");
  sends(gauge, 20, 10);
  auto store = SeriesStore::open(station_->files()).value();
  ASSERT_TRUE(store.append(std::vector<SeriesReading>{{"rain 60/怀北", "mm", {now_.plusMs(-kMinute), 33.5, {}}}}));
  EXPECT_EQ(observed("rain 60/怀北")->value, 33.5);
  EXPECT_EQ(observed("rain 180/怀北")->value, 10);
}

TEST_F(SensorReadings, GivePlansTheMarksOfRiversAndReservoirs) {
  const Sensor gauge = registered("云岭水库水位站", "reservoirLevel", "m", "level/云岭水库",
                                  {{"limitLevel", Quantity{182'500}, Crossing::above, 0, std::nullopt, ""}});
  EXPECT_FALSE(observed("limitLevel/云岭水库")) << "nothing was ever reported";
  sends(gauge, 20, 182.7);
  EXPECT_EQ(observed("limitLevel/云岭水库")->value, 182.5);
  EXPECT_EQ(observed("level/云岭水库")->value, 182.7);
}

}  // namespace
}  // namespace fengsui
