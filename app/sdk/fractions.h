// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "core/codec.h"

namespace fengsui::codec {

/// Numbers with fractions in described types. Results of models have them; what is stored as an event never has, so
/// that its bytes are the same on every machine: that is why only the sdk reads them.
template <>
inline bool read(const Json& in, double& value, Fault& fault) {
  if (!in.is_number()) return wrong(fault, "a number is wanted", "应为数字");
  value = in.get<double>();
  return std::isfinite(value) || wrong(fault, "a finite number is wanted", "应为有限数");
}

}  // namespace fengsui::codec
