// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/demo/district.h"

namespace fengsui::demo {

/// One value that a gauge sends, minutes from the begin of the evening.
struct Sample {
  int minute = 0;
  double value = 0;
};

/// The weather of the evening and what the water does: showers that cross the district from the north-west, brooks that
/// answer within the hour, streets below the railway that fill.
///
/// Units: rain mm, levels m, depths cm. Thread: any.
class Storm {
 public:
  static constexpr int kFrom = -360, kTo = 60, kStep = 5;  ///< minutes

  explicit Storm(const DemoDistrict& district);

  /// What falls at a place in the five minutes up to that one.
  [[nodiscard]] double rainMm(Point at, int minute) const;

  /// What a gauge with tips of half a millimetre sends every five minutes.
  [[nodiscard]] std::vector<Sample> rain(Point at) const;
  /// The level of a river at its reach, every ten minutes: a cascade of two linear stores under the rain upstream.
  /// @param bedM the level of its bed.
  [[nodiscard]] std::vector<Sample> riverLevel(const River& river, std::size_t reach, double bedM) const;
  /// The level of a reservoir that begins below @p limitM and spills above it, every ten minutes.
  [[nodiscard]] std::vector<Sample> reservoirLevel(const Reservoir& reservoir, double limitM) const;
  /// How deep the water stands in a hollow of the road, every five minutes.
  /// @param gain how many centimetres a millimetre makes that the drains cannot take.
  [[nodiscard]] std::vector<Sample> depth(Point at, double gain) const;

  /// The depths of a river above its bed at which it is watched, and at which its banks are no longer sure.
  struct Banks {
    double warningM = 0;
    double guaranteedM = 0;
  };
  [[nodiscard]] static Banks banksOf(const Reach& reach);
  /// What drains to a place, km².
  [[nodiscard]] double catchmentKm2(Point at) const;

 private:
  struct Shower {
    Point from, to;
    double radiusM = 0, mmPerStep = 0;
    int begin = 0, end = 0;
  };
  [[nodiscard]] static double depthAt(const Reach& reach, double dischargeM3s);

  const DemoDistrict& district_;
  std::vector<Shower> showers_;
};

/// "铁路东桥": what its gauge tells of the evening is part of the story.
[[nodiscard]] std::vector<Sample> toldDepth();

}  // namespace fengsui::demo
