// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans/sun.h"

#include <cmath>
#include <numbers>

namespace fengsui {
namespace {

constexpr double kHorizonDeg = -0.833;  // refraction and the sun's radius
constexpr std::int64_t kMinuteMs = 60'000;

double rad(double degrees) {
  return degrees * std::numbers::pi / 180;
}

double deg(double radians) {
  return radians * 180 / std::numbers::pi;
}

}  // namespace

double sunElevationDeg(Instant at, Position where) {
  const double julianDay = static_cast<double>(at.ms) / 86'400'000 + 2440587.5;
  const double t = (julianDay - 2451545) / 36525;  // Julian centuries since 2000
  const double meanLongitude = std::fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360);
  const double meanAnomaly = 357.52911 + t * (35999.05029 - 0.0001537 * t);
  const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const double centre = std::sin(rad(meanAnomaly)) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
                        std::sin(rad(2 * meanAnomaly)) * (0.019993 - 0.000101 * t) +
                        std::sin(rad(3 * meanAnomaly)) * 0.000289;
  const double node = 125.04 - 1934.136 * t;
  const double longitude = meanLongitude + centre - 0.00569 - 0.00478 * std::sin(rad(node));
  const double obliquity =
      23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 + 0.00256 * std::cos(rad(node));
  const double declination = std::asin(std::sin(rad(obliquity)) * std::sin(rad(longitude)));
  const double y = std::pow(std::tan(rad(obliquity / 2)), 2);
  const double equationMin =
      4 * deg(y * std::sin(2 * rad(meanLongitude)) - 2 * eccentricity * std::sin(rad(meanAnomaly)) +
              4 * eccentricity * y * std::sin(rad(meanAnomaly)) * std::cos(2 * rad(meanLongitude)) -
              0.5 * y * y * std::sin(4 * rad(meanLongitude)) -
              1.25 * eccentricity * eccentricity * std::sin(2 * rad(meanAnomaly)));
  const double minutesUtc = std::fmod(static_cast<double>(at.ms % 86'400'000) / kMinuteMs + 1440, 1440);
  const double hourAngle = (minutesUtc + equationMin + 4 * where.lonDeg()) / 4 - 180;
  const double latitude = rad(where.latDeg());
  const double sine = std::sin(latitude) * std::sin(declination) +
                      std::cos(latitude) * std::cos(declination) * std::cos(rad(hourAngle));
  return deg(std::asin(std::fmin(1, std::fmax(-1, sine))));
}

std::optional<Instant> nextSunset(Instant from, Position where) {
  constexpr std::int64_t step = 10 * kMinuteMs;
  for (std::int64_t ms = from.ms; ms < from.ms + 36 * 60 * kMinuteMs; ms += step) {
    if (sunElevationDeg({ms}, where) < kHorizonDeg || sunElevationDeg({ms + step}, where) >= kHorizonDeg) continue;
    std::int64_t up = ms, down = ms + step;
    while (down - up > kMinuteMs) {
      const std::int64_t middle = up + (down - up) / 2;
      (sunElevationDeg({middle}, where) >= kHorizonDeg ? up : down) = middle;
    }
    return Instant{down};
  }
  return std::nullopt;
}

bool isDark(Instant at, Position where) {
  return sunElevationDeg(at, where) < kHorizonDeg;
}

}  // namespace fengsui
