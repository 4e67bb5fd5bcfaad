// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a line of events in text: what bundles, salvage and quarantine hold.
#include "fuzz/fuzzing.h"
#include "journal/eventrecord.h"
#include "journal/station.h"

using namespace fengsui;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Situation situation;
  for (const auto line : fuzz::partsOf(fuzz::textOf(data, size), '\n')) {
    const auto json = parseJson(line);
    if (!json) continue;
    const auto event = eventFromRecord(*json);
    if (!event) continue;
    const Json record = eventToRecord(*event);
    const auto again = eventFromRecord(record);
    fuzz::require(again && eventToRecord(*again) == record, "a record that was read comes back as it went out");
    (void)chainAfter(Digest{}, *event);
    fold(situation, eventOf(*event));
  }
  (void)hashOf(situation);
  return 0;
}
