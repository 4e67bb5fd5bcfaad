// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/events.h"
#include "core/result.h"

namespace fengsui {

/// An event that is not what its origin recorded.
struct BadEvent {
  std::optional<EventRef> ref;  ///< nothing where not even that can be read
  std::int64_t position = 0;
  Text sentence;  ///< which event, and what does not fit
};

/// One origin's chain from its first event to its last.
struct VerifiedOrigin {
  Uuid origin;
  std::uint64_t events = 0;
  std::optional<BadEvent> firstBad;
};

/// What a verification found.
struct VerifyReport {
  std::uint64_t events = 0;
  std::uint64_t withoutPayload = 0;  ///< absent here, chained all the same
  std::uint64_t quarantined = 0;
  std::vector<VerifiedOrigin> origins;
  std::vector<BadEvent> unreadable;  ///< the first few events that cannot be read or belong to no origin
  std::vector<Text> faults;          ///< what is wrong with the file besides
  bool cancelled = false;

  [[nodiscard]] bool sound() const;
};

/// How many of how many events are done; the second part (SQLite's own check) counts as none.
using VerifyProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Reads a whole station file and checks that every event is what its origin recorded: payload against hash, hash and
/// header against chain, sequences and positions without a gap, then indices, the table of late arrivals, quarantine,
/// the schema and SQLite's own structures. What is local and hashed by nobody (when this station learned of an event)
/// is checked for order only.
///
/// Never done at open. Changes nothing; others may write meanwhile, what they add is not looked at.
/// Thread: any, with a connection of its own; long: 100,000 events take about a second.
/// Errors: Error::notFound, newerFormat, busy. A damaged file is not an error but a report.
[[nodiscard]] Result<VerifyReport> verifyStation(const std::string& path, std::stop_token stop = {},
                                                 const VerifyProgress& progress = {});

}  // namespace fengsui
