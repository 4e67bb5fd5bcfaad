// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deciderules.h"

namespace fengsui::deciderules {

/// Several decisions after each other, each on what follows from the ones before.
struct Sequel {
  Situation situation;
  const DecisionContext& x;
  std::vector<DecidedEvent> decided;

  void add(std::vector<DecidedEvent> events);
  [[nodiscard]] Outcome add(Decision decision);
  template <class Command>
  [[nodiscard]] Outcome does(const Command& command) {
    return add(decideOn(situation, command, x));
  }
};

}  // namespace fengsui::deciderules
