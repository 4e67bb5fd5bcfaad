// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdk/exposure.h"

namespace fengsui::fuzz {

/// One of each sort that exposure tells apart, around 116.6° E 40.3° N, where the seeds lie.
inline const std::vector<ExposedThing>& thingsAround() {
  static const std::vector<ExposedThing> things = [] {
    std::vector<ExposedThing> out(4);
    const Position at{1'166'000'000, 403'000'000}, near{1'166'010'000, 403'000'000}, pole{0, 900'000'000};
    const char* const kinds[] = {"riskVillage", "road", "building", "underpass"};
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i].what = kinds[i];
      out[i].name = "甲";
      out[i].where = at;
      out[i].points = {at, near, pole};
    }
    out[0].id.bytes[15] = 1;
    out[1].shape = Shape{ShapeKind::line, {}, {out[1].points}, {}};
    out[2].people = {3, 4, 5};
    out[3].points = {pole};
    return out;
  }();
  return things;
}

inline const ExposureRules& depthRules() {
  static const ExposureRules rules{
      {{"", {{"wet", 0.05, {"wet", "进水"}}}}, {"road", {{"slow", 0.15, {}}, {"closed", 0.27, {}}}}}};
  return rules;
}

}  // namespace fengsui::fuzz
