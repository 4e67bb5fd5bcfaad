// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/relief.h"

#include <algorithm>
#include <cmath>

#include "gis/demo/chance.h"

namespace fengsui::demo {
namespace {

double smooth(double t) {
  t = std::clamp(t, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

Frame coarser(const Frame& frame, int times) {
  return {frame.cols / times, frame.rows / times, frame.cellM * times};
}

// How fast the ground rises, 0 in the plain to about 1 in the high mountains. Distances as shares of the height of the
// frame, so that a larger district has larger mountains and not more of them.
double uplift(const Wish& wish, double x, double y) {
  const double front = plainShare(wish) + 0.045 * rough(wish.seed + 100, x * 6, 3.3, 3) +
                       0.02 * rough(wish.seed + 110, x * 16, y * 16, 2);
  const double rise = smooth((y - front) / 0.34);
  const double massif = 0.62 + 0.5 * rough(wish.seed + 120, x * 5, y * 5, 2);
  // Single hills stand before the mountains.
  const double hill =
      std::max(0.0, rough(wish.seed + 130, x * 22, y * 22, 2) - 0.38) * smooth((y - front + 0.09) / 0.06);
  return (y > front ? 0.13 + 0.95 * rise * std::max(0.2, massif) : 0) + 0.4 * hill;
}

Raster<float> onFinerGrid(const Raster<float>& from, const Frame& frame) {
  Raster<float> out(frame);
  const double ratio = frame.cellM / from.frame.cellM;
  for (int row = 0; row < frame.rows; ++row) {
    const double v = std::clamp((row + 0.5) * ratio - 0.5, 0.0, from.frame.rows - 1.001);
    const int south = static_cast<int>(v);
    const auto b = static_cast<float>(v - south);
    for (int col = 0; col < frame.cols; ++col) {
      const double u = std::clamp((col + 0.5) * ratio - 0.5, 0.0, from.frame.cols - 1.001);
      const int west = static_cast<int>(u);
      const auto a = static_cast<float>(u - west);
      const float low = from.at(west, south) * (1 - a) + from.at(west + 1, south) * a;
      const float high = from.at(west, south + 1) * (1 - a) + from.at(west + 1, south + 1) * a;
      out.at(col, row) = low * (1 - b) + high * b;
    }
  }
  return out;
}

// Uplift and erosion for some rounds. @param strength erosion per round.
void erode(Raster<float>& heights, const Raster<float>& rising, double strength, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    fillHollows(heights, 0.02F);
    const Drainage drainage = drain(heights, 0x5eedULL);
    for (const std::uint32_t cell : drainage.order) {
      const std::uint32_t below = drainage.into.cells[cell];
      if (below == kOut) {
        heights.cells[cell] = 0;
        continue;
      }
      const bool straight =
          drainage.into.col(cell) == drainage.into.col(below) || drainage.into.row(cell) == drainage.into.row(below);
      const double length = heights.frame.cellM * (straight ? 1 : kDiagonal);
      const double f = strength * std::sqrt(static_cast<double>(drainage.areaM2.cells[cell])) / length;
      const double raised =
          static_cast<double>(heights.cells[cell]) + strength * 105 * static_cast<double>(rising.cells[cell]);
      heights.cells[cell] = static_cast<float>((raised + f * static_cast<double>(heights.cells[below])) / (1 + f));
    }
  }
}

// Soil creeps: sharp edges become round.
void creep(Raster<float>& heights, int rounds, float rate) {
  for (int round = 0; round < rounds; ++round) {
    const Raster<float> before = heights;
    for (int row = 1; row + 1 < heights.frame.rows; ++row)
      for (int col = 1; col + 1 < heights.frame.cols; ++col) {
        const float around =
            before.at(col - 1, row) + before.at(col + 1, row) + before.at(col, row - 1) + before.at(col, row + 1);
        heights.at(col, row) += rate * (around / 4 - before.at(col, row));
      }
  }
}

// Larger streams have laid out floors on which people live.
void widenValleys(Raster<float>& heights) {
  fillHollows(heights, 0.02F);
  const Drainage drainage = drain(heights);
  const double cellM = heights.frame.cellM;
  Raster<float> ceiling(heights.frame, 1e9F);
  for (std::size_t cell = 0; cell < heights.cells.size(); ++cell) {
    const double areaKm2 = static_cast<double>(drainage.areaM2.cells[cell]) / 1e6;
    if (areaKm2 < 2.5) continue;
    const double radiusM = std::min(650.0, 34 * std::sqrt(areaKm2) + 45);
    const int reach = static_cast<int>(radiusM / cellM);
    const int col0 = heights.col(cell), row0 = heights.row(cell);
    for (int row = row0 - reach; row <= row0 + reach; ++row)
      for (int col = col0 - reach; col <= col0 + reach; ++col) {
        if (!heights.frame.holds(col, row)) continue;
        const double x = (col - col0) * cellM, y = (row - row0) * cellM;
        const double share = (x * x + y * y) / (radiusM * radiusM);
        if (share > 1) continue;
        const auto top = static_cast<float>(static_cast<double>(heights.cells[cell]) + 0.4 + 26 * share * share);
        ceiling.at(col, row) = std::min(ceiling.at(col, row), top);
      }
  }
  for (std::size_t cell = 0; cell < heights.cells.size(); ++cell)
    heights.cells[cell] = std::min(heights.cells[cell], ceiling.cells[cell]);
}

Raster<float> rising(const Wish& wish, const Frame& frame, double heightM) {
  Raster<float> out(frame);
  for (int row = 0; row < frame.rows; ++row)
    for (int col = 0; col < frame.cols; ++col) {
      const Point at = frame.centre(col, row);
      out.at(col, row) = static_cast<float>(uplift(wish, at.x / heightM, at.y / heightM));
    }
  return out;
}

void roughen(Raster<float>& heights, std::uint64_t seed, double sizeCells, float strengthM) {
  for (int row = 1; row < heights.frame.rows; ++row)
    for (int col = 0; col < heights.frame.cols; ++col) {
      float& height = heights.at(col, row);
      // The plain stays a plain.
      const float share = std::min(1.0F, height / 150);
      height += share * strengthM * static_cast<float>(rough(seed, col / sizeCells, row / sizeCells, 2));
    }
}

}  // namespace

Frame frameOf(const Wish& wish) {
  if (wish.small) return {480, 640, 30};
  const double factor = wish.scale >= 100 ? 10 : wish.scale >= 10 ? 3.1622776601683795 : 1;
  return {1336, 2000, 30 * factor};
}

double plainShare(const Wish& wish) {
  return wish.scale >= 100 ? 0.7 : wish.scale >= 10 ? 0.55 : 0.37;
}

Raster<std::int32_t> reliefCm(const Wish& wish) {
  const Frame frame = frameOf(wish);
  const double heightM = frame.heightM();

  const Frame coarse = coarser(frame, 4);
  Raster<float> heights(coarse);
  for (std::size_t cell = 0; cell < heights.cells.size(); ++cell) {
    const Point at = heights.centre(cell);
    heights.cells[cell] = static_cast<float>(6 + at.y / heightM * 60 +
                                             30 * rough(wish.seed + 200, at.x / heightM * 17, at.y / heightM * 17, 5));
  }
  erode(heights, rising(wish, coarse, heightM), 0.45, 45);

  const Frame middle = coarser(frame, 2);
  heights = onFinerGrid(heights, middle);
  roughen(heights, wish.seed + 210, 5, 14);
  erode(heights, rising(wish, middle, heightM), 0.3, 5);
  creep(heights, 2, 0.4F);
  widenValleys(heights);

  heights = onFinerGrid(heights, frame);
  roughen(heights, wish.seed + 220, 6, 5);
  erode(heights, Raster<float>(frame, 0.25F), 0.06, 1);
  creep(heights, 3, 0.5F);

  Raster<std::int32_t> out(frame);
  for (std::size_t cell = 0; cell < out.cells.size(); ++cell) {
    const Point at = out.centre(cell);
    const double y = at.y / heightM;
    // The plain falls to the south and has low swells, so that its rivers wander.
    const double fall = 22 + 118 * y + 0.3 * noise(wish.seed + 230, at.x / 1100, at.y / 1100) +
                        1.3 * noise(wish.seed + 250, at.x / 2400, at.y / 2400) +
                        1.6 * noise(wish.seed + 240, at.x / 7000, at.y / 7000);
    // What erosion has left on the plain, rivers have levelled since.
    const auto eroded = static_cast<double>(heights.cells[cell]);
    const bool plain = eroded < 60 && uplift(wish, at.x / heightM, at.y / heightM) <= 0;
    const double kept = eroded * std::max(0.04, smooth((eroded - (plain ? 22 : 5)) / 22));
    out.cells[cell] = static_cast<std::int32_t>(std::floor((kept + fall) * 100));
  }
  fillHollows(out, 1);
  return out;
}

}  // namespace fengsui::demo
