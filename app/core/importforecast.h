// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/decide.h"

namespace fengsui {

/// What importing one row would do.
enum class RowFate { isNew, changes, unchanged, refused };

struct RowForecast {
  int row = 0;  ///< ImportRow::row
  RowFate fate = RowFate::unchanged;
  std::optional<Error> error;  ///< why it is refused
};

/// What an Import command would do, row by row, in the order of its rows: where decide stops at the first row that a
/// rule forbids, this goes on. Empty for any other command.
///
/// Thread: any; pure. Promise: decide accepts the command exactly when no row is refused, ids of new rows aside.
[[nodiscard]] std::vector<RowForecast> forecastOf(const Situation& situation, const Command& import,
                                                  const DecisionContext& context);

}  // namespace fengsui
