// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "core/codec.h"

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

}  // namespace fengsui::codec
