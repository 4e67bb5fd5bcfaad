// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

#include "sdk/exposure.h"
#include "support/tempfolder.h"

namespace fengsui {

/// Ten by ten cells of the web map near 40.3 N 116.6 E, and depths over time in some of them.
///
/// Units: depths in metres, times in minutes after the start.
class Ground : public testing::Test {
 protected:
  using Cell = std::pair<int, int>;  ///< column, row
  using Depths = std::map<Cell, double>;

  static constexpr FrameGrid kGrid{10, 10, 12'980'000, 4'910'000, 100};
  static constexpr Instant kStart{1'783'000'000'000};

  /// The middle of a cell; cells beyond the ground are fine.
  static Position at(double column, double row) {
    const double radius = 6378137;
    const double x = kGrid.west + (column + 0.5) * kGrid.cell, y = kGrid.north - (row + 0.5) * kGrid.cell;
    return *Position::ofDegrees(x / radius * 180 / std::numbers::pi,
                                std::atan(std::sinh(y / radius)) * 180 / std::numbers::pi);
  }
  FramesFile frames(const std::string& name, const std::vector<std::pair<int, Depths>>& told) {
    FramesHeader header;
    header.layer = {"depth", "water depth", "水深", "m", 0.01, "water", {}};
    header.grid = kGrid;
    header.start = kStart;
    const std::filesystem::path file = folder_ / name;
    auto writer = FramesWriter::create(file, header);
    EXPECT_TRUE(writer);
    for (const auto& [minute, depths] : told) {
      FrameCounts counts(kGrid.cells());
      for (const auto& [cell, depth] : depths)
        counts[static_cast<std::size_t>(cell.second * kGrid.columns + cell.first)] =
            static_cast<std::uint16_t>(std::lround(depth * 100));
      EXPECT_TRUE(writer->append(minute * 60'000, counts));
    }
    return FramesFile::open(file).value();
  }
  static ExposedThing thing(const std::string& what, const std::string& name, std::vector<Position> points) {
    ExposedThing out;
    out.id.bytes[0] = 1;
    out.id.bytes[15] = static_cast<std::uint8_t>(name.size() + static_cast<unsigned char>(name.back()));
    out.what = what;
    out.name = name;
    out.where = points.front();
    out.points = std::move(points);
    return out;
  }
  static ExposureRules rules() {
    return {{{"", {{"wet", 0.15, {"wet", "湿"}}}},
             {"building", {{"wet", 0.15, {"wet", "湿"}}}},
             {"underpass", {{"turnBack", 0.15, {"turn back", "劝返"}}, {"closed", 0.27, {"closed", "断路"}}}},
             {"road", {{"shut", 0.3, {"shut", "不能通行"}}}},
             {"river", {}}}};
  }
  static constexpr std::int64_t minutes(double count) { return static_cast<std::int64_t>(count * 60'000); }

  TempFolder folder_;
};

}  // namespace fengsui
