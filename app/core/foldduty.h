// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/dutyevents.h"
#include "core/mergefacts.h"

// What fold, decide and undo of the duty desk must see the same way.

namespace fengsui {

/// Where a household is counted (三道点名).
inline constexpr std::string_view kAtTheHouse = "house";
inline constexpr std::string_view kAtTheJunction = "junction";
inline constexpr std::string_view kAtTheShelter = "shelter";

/// For how long a caller who took a person has him alone.
inline constexpr std::int64_t kClaimHoldsMs = 3 * 60 * 1000;

/// Somebody has this person on the line, or is about to.
[[nodiscard]] inline bool isHeld(const Call& call, Instant now) {
  return call.claimed && now.ms - call.claimed->at.ms < kClaimHoldsMs;
}
/// Somebody else has.
[[nodiscard]] inline bool heldByAnother(const Call& call, const std::string& caller, Instant now) {
  return isHeld(call, now) && call.claimed->by != caller;
}

/// Whether the two are numbered together: of one incident (or response) and kind, and where there is one of each
/// form, of one form.
[[nodiscard]] inline bool sameChain(const DutyReport& one, const DutyReport& other) {
  const bool perForm = one.kind == ReportKind::first || one.kind == ReportKind::final;
  return one.kind == other.kind && one.incident == other.incident && (one.incident || one.response == other.response) &&
         (!perForm || one.form == other.form);
}

/// The report's title; where it has none, what it is.
[[nodiscard]] std::string nameOfReport(const DutyReport& report);

/// What a count may change, for taking it back.
inline constexpr std::array<std::string_view, 7> kCountedFields{"state",   "said",  "left",   "passed",
                                                                "arrived", "where", "refused"};

/// Adds what was counted or said. The same in whatever order the statements became known.
void addCount(Household& household, const HouseholdCounted& e);

}  // namespace fengsui
