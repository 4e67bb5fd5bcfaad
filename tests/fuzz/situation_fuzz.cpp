// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a packed situation: what a snapshot in the cache holds.
#include "core/derive.h"
#include "core/situation.h"
#include "fuzz/fuzzing.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto situation = unpackSituation(fuzz::textOf(data, size));
  if (!situation) return 0;
  const std::string once = packSituation(*situation);
  const auto again = unpackSituation(once);
  fuzz::require(again.has_value(), "a packed situation can be read");
  fuzz::require(packSituation(*again) == once, "a situation is packed the same again");
  fuzz::require(hashOf(*again) == hashOf(*situation), "packing changes nothing");
  (void)canonical(situationToJson(*situation));
  (void)overviewOf(*situation, {1784500000000});
  return 0;
}
