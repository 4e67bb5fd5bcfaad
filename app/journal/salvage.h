// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/uuid.h"

namespace fengsui {

/// What to make of a damaged station; nothing is written over.
struct SalvageTargets {
  std::string jsonLines;               ///< every readable event, a line each: eventrecord.h
  std::optional<std::string> station;  ///< a new NAME.fengsui of what can be verified
};

/// Sequences of an origin that are lost, both included.
struct LostEvents {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
};

struct SalvagedOrigin {
  Uuid origin;
  std::uint64_t readable = 0;
  std::uint64_t unverified = 0;  ///< readable, but the chain does not fit or what it follows is lost
  std::uint64_t prefix = 0;      ///< events 1 to this one are all there and verified; they go into the new station
  std::vector<LostEvents> lost;
};

struct SalvageReport {
  std::uint64_t readable = 0;
  std::uint64_t fromPages = 0;  ///< of these, found on single pages where SQLite could not get any more
  std::uint64_t nameless = 0;   ///< rows whose origin or words are lost; not written
  std::uint64_t quarantined = 0;
  std::vector<SalvagedOrigin> origins;
  bool stationMade = false;
  std::vector<Text> notes;  ///< sentences: gaps, doubts, what was done

  [[nodiscard]] std::uint64_t verified() const {
    std::uint64_t sum = 0;
    for (const SalvagedOrigin& origin : origins) sum += origin.prefix;
    return sum;
  }
};

/// Saves what is readable of a damaged station file: first with SQLite, row by row around broken pages; where that does
/// not give everything, page by page. Works on a copy (in a folder beside jsonLines, removed afterwards); the damaged
/// file is only read, and through SQLite's own file layer, so that it may be open in this process.
///
/// In the JSON Lines an event that cannot be verified carries "unverified":true, one out of quarantine
/// "quarantined":true. Thread: any. Memory: all readable events at once. Errors: Error::notFound, refused where a
/// target exists, full, io. Damage is no error.
[[nodiscard]] Result<SalvageReport> salvage(const std::string& path, const SalvageTargets& targets,
                                            std::stop_token stop = {});

}  // namespace fengsui
