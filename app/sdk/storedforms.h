// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "core/codec.h"
#include "plans/situationfacts.h"

// Forms that only the results of models have: numbers with fractions (what is stored as an event never has them, so
// that its bytes are the same on every machine) and texts in both languages.

namespace fengsui::codec {

template <>
inline bool read(const Json& in, double& value, Fault& fault) {
  if (!in.is_number()) return wrong(fault, "a number is wanted", "应为数字");
  value = in.get<double>();
  return std::isfinite(value) || wrong(fault, "a finite number is wanted", "应为有限数");
}

template <>
inline Json write(const Text& value) {
  return {{"en", value.en}, {"zh", value.zh}};
}

template <>
inline bool read(const Json& in, Text& value, Fault& fault) {
  if (!in.is_object()) return wrong(fault, "a text in both languages is wanted", "应为中英文文字");
  value.en = in.value("en", std::string());
  value.zh = in.value("zh", std::string());
  return true;
}

/// An observation has no fields of its own in plans, where nothing stores it.
template <>
inline Json write(const Observation& value) {
  Json out{{"name", value.name}, {"at", value.at.ms}, {"source", value.source}};
  if (!value.place.empty()) out["place"] = value.place;
  if (value.minutes) out["minutes"] = *value.minutes;
  if (value.value) out["value"] = *value.value;
  if (!value.unit.empty()) out["unit"] = value.unit;
  if (!value.word.empty()) out["word"] = value.word;
  return out;
}

template <>
inline bool read(const Json& in, Observation& value, Fault& fault) {
  if (!in.is_object() || !in.contains("name") || !in["name"].is_string())
    return wrong(fault, "an observation is wanted", "应为监测值");
  value.name = in["name"];
  value.place = in.value("place", std::string());
  value.unit = in.value("unit", std::string());
  value.word = in.value("word", std::string());
  value.source = in.value("source", std::string());
  value.at.ms = in.value("at", std::int64_t{0});
  if (const auto at = in.find("minutes"); at != in.end() && at->is_number_integer()) value.minutes = at->get<int>();
  if (const auto at = in.find("value"); at != in.end() && at->is_number()) value.value = at->get<double>();
  return true;
}

}  // namespace fengsui::codec
