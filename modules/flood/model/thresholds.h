// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules.h"
#include "sdk/surroundings.h"

namespace fengsui::flood {

/// Which villages at risk should prepare or move now by the rain that was measured: the readings "stage" of plans.
///
/// A village's own columns count before the rules (准备1小时, 立即3小时, …, in mm); its gauge is the one named in its
/// column 雨量站, else that of its own name or its town's. Thread: any; pure.
/// The sensors that watch it come first, with their own thresholds; where nothing of these is to be had, the nearest
/// rain gauge with the numbers of the rules.
[[nodiscard]] std::vector<Observation> villageStages(const Situation& situation, const Observations& seen,
                                                     const FloodRules& rules, Instant now);

/// The same of one zone by rain alone: by the gauges that watch it, are named by it, bear its name, or are nearest.
[[nodiscard]] std::optional<Observation> rainStage(const Situation& situation, const Observations& seen, const Uuid& id,
                                                   const RiskZone& zone, const std::vector<RainTrigger>& rules,
                                                   double nearestM, Instant now);

/// All that gauges and warnings say about places, in the readings that plans know.
[[nodiscard]] std::vector<Observation> gaugeStages(const Surroundings& around, const FloodRules& rules);

/// The most rain over so many minutes that any gauge, or the one named, has; as old as that at most.
struct RainFound {
  double mm = 0;
  std::string gauge;
  Instant at;
};
[[nodiscard]] std::optional<RainFound> rainOver(const Observations& seen, std::string_view name, std::int64_t minutes,
                                                const std::string& gauge, Instant now);

}  // namespace fengsui::flood
