// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON: refused or read; what was read is written in one form only.
#include "core/codec.h"
#include "fuzz/fuzzing.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parseJson(fuzz::textOf(data, size));
  if (!json) {
    fuzz::require(!json.error().message.en.empty() && !json.error().message.zh.empty(), "a refusal has its sentences");
    return 0;
  }
  const std::string once = canonical(*json);
  const auto again = parseJson(once);
  fuzz::require(again.has_value(), "the canonical form is JSON");
  fuzz::require(canonical(*again) == once, "the canonical form is its own canonical form");
  return 0;
}
