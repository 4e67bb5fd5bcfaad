// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sdk/host/modulefolder.h"

namespace fengsui {

/// A run that a forecast may lead to, and whether it can be run here.
struct CascadeStep {
  ScenarioProposal run;
  std::optional<Error> hindrance;  ///< why it cannot: its module is not installed, or cannot be used
};

/// What a forecast may lead to, in its order, each once. Nothing of it runs by itself.
///
/// Thread: any; pure.
[[nodiscard]] std::vector<CascadeStep> cascadeOf(const Forecast& forecast, const std::vector<ModuleEntry>& modules);

/// The arguments with which fengsuictl runs a proposal: "model flood --set 'release=12' …", quoted for a shell.
[[nodiscard]] std::string commandOf(const ScenarioProposal& proposal);

/// A word as a POSIX shell takes it for one.
[[nodiscard]] std::string shellQuoted(const std::string& word);

}  // namespace fengsui
