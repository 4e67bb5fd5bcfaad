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
  Reader reader{in, fault};
  reader("en", value.en);
  reader("zh", value.zh);
  return reader.good;
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
  Reader reader{in, fault};
  reader("name", value.name);
  reader("place", value.place);
  reader("unit", value.unit);
  reader("word", value.word);
  reader("source", value.source);
  reader("at", value.at);
  reader("minutes", value.minutes);
  reader("value", value.value);
  return reader.good;
}

}  // namespace fengsui::codec
