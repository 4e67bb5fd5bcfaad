// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/storm.h"

#include <algorithm>
#include <cmath>

namespace fengsui::demo {
namespace {

constexpr double kLossMm = 14;     // before anything runs off
constexpr double kRunoff = 0.5;    // of what falls after that
constexpr double kDrainsMm = 2.4;  // what the drains of a street take in a step
constexpr double kPumpedCm = 2.2;  // and what they and a pump take of standing water
constexpr double kTipMm = 0.5;

double squared(double value) {
  return value * value;
}

// A bump of height 1 between −1 and 1.
double bump(double u) {
  return u * u >= 1 ? 0 : squared(1 - u * u);
}

double stepped(double value, double step) {
  return std::floor(value / step + 0.5) * step;
}

// Rain over the whole of a river's own course above a reach.
double upstream(const Storm& storm, const River& river, std::size_t reach, int minute) {
  double sum = 0;
  for (std::size_t i = 0; i <= reach; ++i) {
    const Line& course = river.reaches[i].course;
    sum += storm.rainMm(course[course.size() / 2], minute);
  }
  return sum / static_cast<double>(reach + 1);
}

// What runs off of what falls: the ground takes the first of it.
class Soil {
 public:
  [[nodiscard]] double runoff(double mm) {
    const double taken = std::min(mm, left_);
    left_ -= taken;
    return (mm - taken) * kRunoff;
  }

 private:
  double left_ = kLossMm;
};

}  // namespace

Storm::Storm(const DemoDistrict& district) : district_(district) {
  const Settlements& s = district.settlements;
  const double w = district.ground.frame().widthM(), h = district.ground.frame().heightM();
  Point north{0.4 * w, 0.8 * h};
  for (const Settlement& village : s.villages)
    if (village.name.zh == "北沟村") north = village.at;
  const double size = std::min(w / 40'000, h / 60'000);
  const auto off = [&](Point at, double x, double y) { return Point{at.x + x * size, at.y + y * size}; };
  showers_ = {
      {off(north, -9000, 2500), off(north, 5000, -3500), 11'000 * size, 6.4, -115, 35},
      {off(north, 2000, 9000), off(north, 14'000, 1000), 12'000 * size, 3.0, -235, -95},
      {off(s.city, -7000, 5000), off(s.city, 3500, -2500), 9'000 * size, 5.2, -62, 34},
      {off(north, 12'000, -12'000), off(north, 18'000, -18'000), 9'000 * size, 3.4, -20, 75},
  };
}

double Storm::rainMm(Point at, int minute) const {
  const std::uint64_t seed = district_.ground.wish.seed * 131 + 17;
  const double clock = minute;
  // Long gentle rain over the whole district, heavier in patches.
  double mm = 0.32 * bump((clock + 90) / 290) * (1 + 0.6 * noise(seed, at.x / 9000 + clock / 60, at.y / 9000));
  for (const Shower& shower : showers_) {
    if (minute <= shower.begin || minute >= shower.end) continue;
    const double share = (clock - shower.begin) / (shower.end - shower.begin);
    const Point centre{shower.from.x + (shower.to.x - shower.from.x) * share,
                       shower.from.y + (shower.to.y - shower.from.y) * share};
    const double away = distance(at, centre);
    if (away >= shower.radiusM) continue;
    const double patches = 1 + 0.35 * noise(seed + 1, at.x / 2500 - clock / 25, at.y / 2500);
    mm += shower.mmPerStep * bump(2 * share - 1) * bump(away / shower.radiusM) * patches;
  }
  return std::max(0.0, mm);
}

std::vector<Sample> Storm::rain(Point at) const {
  std::vector<Sample> out;
  double carried = 0;
  for (int minute = kFrom; minute <= kTo; minute += kStep) {
    carried += rainMm(at, minute);
    const double tipped = std::floor(carried / kTipMm) * kTipMm;
    carried -= tipped;
    out.push_back({minute, tipped});
  }
  return out;
}

double Storm::depthAt(const Reach& reach, double dischargeM3s) {
  return 0.25 + std::sqrt(dischargeM3s / (1.3 * reach.widthM()));
}

Storm::Banks Storm::banksOf(const Reach& reach) {
  const double measure = std::sqrt(reach.areaKm2) * std::sqrt(std::sqrt(reach.areaKm2));
  return {stepped(depthAt(reach, 3.0 * measure), 0.1), stepped(depthAt(reach, 6.5 * measure), 0.1)};
}

std::vector<Sample> Storm::riverLevel(const River& river, std::size_t reach, double bedM) const {
  const Reach& here = river.reaches[reach];
  const double lagMinutes = std::clamp(9 + 2.0 * std::sqrt(here.areaKm2), 12.0, 55.0);
  const double keep = kStep / lagMinutes;
  Soil soil;
  double upper = 0, lower = 0;  // m³
  std::vector<Sample> out;
  for (int minute = kFrom; minute <= kTo; minute += kStep) {
    upper += soil.runoff(upstream(*this, river, reach, minute)) * here.areaKm2 * 1000;
    const double passed = upper * keep / (1 + keep);
    upper -= passed;
    lower += passed;
    const double gone = lower * keep / (1 + keep);
    lower -= gone;
    const double base = 0.012 * here.areaKm2;
    if ((minute - kFrom) % 10 == 0)
      out.push_back({minute, stepped(bedM + depthAt(here, base + gone / (kStep * 60)), 0.01)});
  }
  return out;
}

double Storm::catchmentKm2(Point at) const {
  const Raster<float>& area = district_.ground.drainage.areaM2;
  const int col = area.frame.colOf(at), row = area.frame.rowOf(at);
  float most = 0;
  for (int dy = -6; dy <= 6; ++dy)
    for (int dx = -6; dx <= 6; ++dx)
      if (area.frame.holds(col + dx, row + dy)) most = std::max(most, area.at(col + dx, row + dy));
  return static_cast<double>(most) / 1e6;
}

std::vector<Sample> Storm::reservoirLevel(const Reservoir& reservoir, double limitM) const {
  const double surfaceM2 = std::max(0.02, reservoir.areaKm2) * 1e6;
  const double catchmentM2 = catchmentKm2(reservoir.at) * 1e6;
  Soil soil;
  double level = limitM - 0.35, waiting = 0;
  std::vector<Sample> out;
  for (int minute = kFrom; minute <= kTo; minute += kStep) {
    waiting += soil.runoff(rainMm(reservoir.at, minute)) / 1000 * catchmentM2;
    const double inflow = waiting * kStep / (30.0 + kStep);
    waiting -= inflow;
    level += inflow / surfaceM2;
    // The gates are opened as far as the water stands above the limit.
    if (level > limitM) {
      const double above = level - limitM;
      const double spilled = 1.8 * 24 * above * std::sqrt(above) * kStep * 60 / surfaceM2;
      level -= std::min(0.7 * above, spilled);
    }
    if ((minute - kFrom) % 10 == 0) out.push_back({minute, stepped(level, 0.01)});
  }
  return out;
}

std::vector<Sample> Storm::depth(Point at, double gain) const {
  double cm = 0;
  std::vector<Sample> out;
  for (int minute = kFrom; minute <= kTo; minute += kStep) {
    const double mm = rainMm(at, minute);
    cm = std::max(0.0, cm + (mm > kDrainsMm ? (mm - kDrainsMm) * gain : -kPumpedCm));
    out.push_back({minute, std::floor(cm + 0.5)});
  }
  return out;
}

std::vector<Sample> toldDepth() {
  // 18 cm and rising when it is reported, closed at 27, two pumps from the 16th minute on, 5 cm at the 48th.
  static constexpr Sample kTold[] = {{Storm::kFrom, 0}, {-30, 0}, {-20, 5}, {-10, 12}, {0, 18}, {10, 27}, {15, 29},
                                     {20, 27},          {30, 19}, {40, 10}, {48, 5},   {55, 1}, {60, 0}};
  std::vector<Sample> out;
  for (int minute = Storm::kFrom; minute <= Storm::kTo; minute += Storm::kStep) {
    std::size_t i = 1;
    while (kTold[i].minute < minute) ++i;
    const Sample& a = kTold[i - 1];
    const Sample& b = kTold[i];
    out.push_back(
        {minute, std::floor(a.value + (b.value - a.value) * (minute - a.minute) / (b.minute - a.minute) + 0.5)});
  }
  return out;
}

}  // namespace fengsui::demo
