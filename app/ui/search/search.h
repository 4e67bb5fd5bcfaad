// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "ui/search/namelist.h"

namespace fengsui {

/// Bytes of a name that fit what was typed.
struct MatchedRange {
  std::size_t at = 0;
  std::size_t size = 0;

  bool operator==(const MatchedRange&) const = default;
};

struct SearchHit {
  NamedThing thing;
  MatchRank rank = MatchRank::exact;  ///< of the worst term
  std::vector<MatchedRange> matched;  ///< in the name, in its order
  bool byOtherName = false;
};

struct SearchQuestion {
  std::string text;                ///< terms with spaces between; each must fit
  std::optional<Position> centre;  ///< what is nearer comes first where all else is equal
  std::size_t atMost = 50;
};

/// The things whose names fit, the best first: by how the name fits, then by what it is (incidents and teams before
/// places), then what is open and recent, then what is near.
///
/// Thread: any; pure. Units: names are UTF-8, ranges in bytes.
/// @return nothing for an empty question, and when stopped.
[[nodiscard]] std::vector<SearchHit> search(std::span<const std::shared_ptr<const NameList>> lists,
                                            const SearchQuestion& question, const std::stop_token& stop = {});

}  // namespace fengsui
