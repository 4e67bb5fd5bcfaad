// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/demoterrain.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "cli/demo/demostation.h"

namespace fengsui::demo {
namespace {

// One hash for all that looks random and must be the same on every machine.
double noiseAt(std::int32_t x, std::int32_t y, int seed) {
  std::uint32_t h = static_cast<std::uint32_t>(x) * 374761393u + static_cast<std::uint32_t>(y) * 668265263u +
                    static_cast<std::uint32_t>(seed) * 2246822519u;
  h = (h ^ (h >> 13)) * 1274126177u;
  return ((h ^ (h >> 16)) & 0xffff) / 65535.0;
}

double smooth(double t) {
  return t * t * (3 - 2 * t);
}

double valueNoise(double x, double y, int seed) {
  const double fx = std::floor(x), fy = std::floor(y);
  const auto ix = static_cast<std::int32_t>(fx), iy = static_cast<std::int32_t>(fy);
  const double tx = smooth(x - fx), ty = smooth(y - fy);
  const double low = noiseAt(ix, iy, seed) * (1 - tx) + noiseAt(ix + 1, iy, seed) * tx;
  const double high = noiseAt(ix, iy + 1, seed) * (1 - tx) + noiseAt(ix + 1, iy + 1, seed) * tx;
  return low * (1 - ty) + high * ty;
}

// Ridged noise: sharp crests, rounded flanks.
double ridges(double x, double y) {
  double sum = 0, weight = 0.5, frequency = 1;
  for (int octave = 0; octave < 5; ++octave) {
    const double n = 1 - std::abs(2 * valueNoise(x * frequency, y * frequency, 11 + octave) - 1);
    sum += n * n * weight;
    weight *= 0.5;
    frequency *= 2.1;
  }
  return sum;
}

double step(double from, double to, double x) {
  return smooth(std::clamp((x - from) / (to - from), 0.0, 1.0));
}

double squared(double v) {
  return v * v;
}

double distanceToTrack(LonLat p, const Track& track) {
  constexpr double squeeze = 0.763;  // a degree of longitude in degrees of latitude here
  double best = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i + 1 < track.size(); ++i) {
    const double ax = (track[i].lon - p.lon) * squeeze, ay = track[i].lat - p.lat;
    const double bx = (track[i + 1].lon - p.lon) * squeeze, by = track[i + 1].lat - p.lat;
    const double dx = bx - ax, dy = by - ay;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0;
    best = std::min(best, squared(ax + t * dx) + squared(ay + t * dy));
  }
  return std::sqrt(best);
}

}  // namespace

Track bend(const Track& through, double amplitudeDeg, int seed) {
  constexpr int steps = 14;
  Track out;
  const auto point = [&](std::ptrdiff_t i) {
    return through[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(i, 0, static_cast<std::ptrdiff_t>(through.size()) - 1))];
  };
  for (std::size_t i = 0; i + 1 < through.size(); ++i) {
    const auto k = static_cast<std::ptrdiff_t>(i);
    const LonLat p0 = point(k - 1), p1 = point(k), p2 = point(k + 1), p3 = point(k + 2);
    for (int s = 0; s < steps; ++s) {
      const double t = static_cast<double>(s) / steps;
      const auto curve = [&](double a, double b, double c, double d) {
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
      };
      const double phase = (static_cast<double>(i) + t) * 4.1 + seed;
      // Fixed points stay where they are: bends grow and fade between them.
      const double swing = amplitudeDeg * std::sin(3.14159265 * t) * std::sin(phase);
      const double dx = p2.lon - p1.lon, dy = p2.lat - p1.lat;
      const double length = std::max(1e-9, std::hypot(dx, dy));
      out.push_back({curve(p0.lon, p1.lon, p2.lon, p3.lon) - swing * dy / length,
                     curve(p0.lat, p1.lat, p2.lat, p3.lat) + swing * dx / length});
    }
  }
  out.push_back(through.back());
  return out;
}

Track beside(const Track& track, double offsetDeg) {
  Track out;
  for (std::size_t i = 0; i < track.size(); ++i) {
    const LonLat a = track[i > 0 ? i - 1 : 0];
    const LonLat b = track[std::min(i + 1, track.size() - 1)];
    const double dx = b.lon - a.lon, dy = b.lat - a.lat;
    const double length = std::max(1e-9, std::hypot(dx, dy));
    out.push_back({track[i].lon - offsetDeg * dy / length, track[i].lat + offsetDeg * dx / length});
  }
  return out;
}

const std::vector<River>& rivers() {
  static const std::vector<River> all{
      {"清河", true,
       bend({{116.547, 40.479},
             {116.540, 40.445},
             {116.548, 40.412},
             {116.549, 40.396},
             {116.540, 40.365},
             {116.536, 40.335},
             {116.544, 40.300},
             {116.535, 40.268},
             {116.541, 40.236},
             {116.524, 40.200}},
            0.0016, 1)},
      {"北沟", false,
       bend({{116.487, 40.447},
             {116.497, 40.425},
             {116.506, 40.402},
             {116.514, 40.384},
             {116.527, 40.358},
             {116.536, 40.335}},
            0.0012, 2)},
      {"西沟", false,
       bend({{116.455, 40.418}, {116.472, 40.404}, {116.488, 40.392}, {116.503, 40.388}, {116.514, 40.384}}, 0.001, 3)},
      {"石门河", true,
       bend({{116.575, 40.474},
             {116.586, 40.440},
             {116.603, 40.405},
             {116.607, 40.372},
             {116.598, 40.335},
             {116.592, 40.300},
             {116.577, 40.262},
             {116.560, 40.238},
             {116.533, 40.216}},
            0.0014, 4)},
      {"上庄沟", false, bend({{116.642, 40.462}, {116.626, 40.438}, {116.617, 40.424}, {116.603, 40.405}}, 0.001, 5)},
      {"东山沟", false,
       bend({{116.706, 40.362},
             {116.682, 40.334},
             {116.662, 40.317},
             {116.640, 40.291},
             {116.612, 40.277},
             {116.577, 40.262}},
            0.001, 6)},
      {"龙潭沟", false, bend({{116.521, 40.444}, {116.532, 40.422}, {116.548, 40.412}}, 0.0008, 7)},
  };
  return all;
}

double riverDistance(LonLat at) {
  double best = std::numeric_limits<double>::max();
  for (const River& river : rivers()) best = std::min(best, distanceToTrack(at, river.course));
  return best;
}

double heightM(LonLat at) {
  // Where the mountains begin, the line bends with the ground.
  const double front = 40.300 + 0.018 * std::sin((at.lon - kWest) * 21) + 0.012 * std::sin((at.lon - kWest) * 47);
  const double north = step(front - 0.012, front + 0.075, at.lat);
  const double east = step(116.600, 116.690, at.lon) * step(40.255, 40.330, at.lat);
  const double mountain = std::clamp(north + 0.7 * east * (1 - north), 0.0, 1.0);
  const double plain = 38 + 160 * (at.lat - kSouth);
  const double floor = plain + 420 * mountain * step(front, 40.50, at.lat);
  const double valley = 1 - std::exp(-squared(riverDistance(at) / 0.0105));
  const double relief = 180 + 900 * ridges((at.lon - kWest) * 26, (at.lat - kSouth) * 34);
  const double roughness = 5 * valueNoise(at.lon * 700, at.lat * 700, 3);
  return floor + mountain * valley * relief + roughness - 2.5 * (1 - valley);
}

std::string terrainGrid() {
  constexpr double cell = 0.0005;
  constexpr double margin = 0.02;
  const int columns = static_cast<int>((kEast - kWest + 2 * margin) / cell);
  const int rows = static_cast<int>((kNorth - kSouth + 2 * margin) / cell);
  std::string out = "ncols " + std::to_string(columns) + "\nnrows " + std::to_string(rows) + "\nxllcorner " +
                    std::to_string(kWest - margin) + "\nyllcorner " + std::to_string(kSouth - margin) + "\ncellsize " +
                    std::to_string(cell) + "\nNODATA_value -9999\n";
  out.reserve(out.size() + static_cast<std::size_t>(columns * rows) * 6);
  for (int row = rows - 1; row >= 0; --row) {
    for (int column = 0; column < columns; ++column) {
      const LonLat at{kWest - margin + (column + 0.5) * cell, kSouth - margin + (row + 0.5) * cell};
      out += std::to_string(static_cast<int>(heightM(at) * 10 + 0.5) / 10);
      out += column + 1 < columns ? ' ' : '\n';
    }
  }
  return out;
}

}  // namespace fengsui::demo
