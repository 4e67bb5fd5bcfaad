// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/result.h"

namespace fengsui::bench {

/// What a generated station came to.
struct BigStation {
  std::int64_t events = 0;
  double appendSeconds = 0;  ///< inside the journal only: append and commit
};

/// Makes a station of a busy district with about @p events events: registers of the size in the facts file, then
/// incidents that open, are worked on and close, decided and folded by the product's own rules. Deterministic mix.
///
/// @param progress with events so far.
[[nodiscard]] Result<BigStation> makeBigStation(const std::string& path, std::int64_t events,
                                                const std::function<void(std::int64_t)>& progress);

}  // namespace fengsui::bench
