// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as one or two coordinates.
#include <cmath>

#include "fuzz/fuzzing.h"
#include "gis/coordinatetext.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::textOf(data, size);
  if (const auto one = ordinateIn(text)) fuzz::require(std::isfinite(one->value), "an ordinate is a number");
  const auto pair = pairIn(text);
  if (!pair) return 0;
  fuzz::require(std::isfinite(pair->first) && std::isfinite(pair->second), "a pair is two numbers");
  for (const Datum datum : {Datum::wgs84, Datum::gcj02, Datum::bd09}) {
    const LonLat moved = toWgs84({pair->first, pair->second}, datum);
    fuzz::require(std::isfinite(moved.lonDeg) && std::isfinite(moved.latDeg), "a shift gives numbers");
    (void)Position::ofDegrees(moved.lonDeg, moved.latDeg);
  }
  return 0;
}
