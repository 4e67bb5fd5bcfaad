// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/session.h"

#include "core/derive.h"

namespace fengsui {

/// Reads a moment that was written into @p at; leaves it where nothing was written.
[[nodiscard]] inline Outcome readMoment(const Situation& s, const std::string& written, Instant& at) {
  if (written.empty()) return {};
  const auto zone = zoneOf(s);
  const auto moment = momentFrom(written, zone, systemNow());
  if (!moment) return failure(moment.error());
  at = *moment;
  return {};
}

/// The rules in a file; those that the product brings where no file is named.
template <class Rules>
[[nodiscard]] Result<Rules> rulesFrom(const std::string& file, const Rules& shipped,
                                      Result<Rules> (*read)(std::string_view)) {
  if (file.empty()) return shipped;
  std::ifstream in(file, std::ios::binary);
  if (!in) return failure(ErrorCode::notFound, {"there is no file " + file, "没有文件 " + file});
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto rules = read(text);
  if (!rules) {
    Error error = rules.error();
    error.place.file = file;
    return failure(std::move(error));
  }
  return rules;
}

}  // namespace fengsui
