// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "rules.h"
#include "sdk/surroundings.h"

namespace fengsui::flood {

/// "stage" of geological hazard points ("prepare", "immediate") by rain at the gauge that watches them, is named in
/// 雨量站, or is the nearest.
[[nodiscard]] std::vector<Observation> slopeStages(const Situation& situation, const Observations& seen,
                                                   const FloodRules& rules, Instant now);

/// "stage" == "close" of scenic areas and other places that close by the colour of a warning or by rain.
[[nodiscard]] std::vector<Observation> closingStages(const Situation& situation, const Observations& seen,
                                                     const FloodRules& rules, Instant now);

/// "depth" and "stage" ("turnBack", "closed") of underpasses and ponding points. One that is closed, or whose cars are
/// turned back, stays so until its water is below the rules' `open`: it counts as closed where a closure of that name
/// is in force.
[[nodiscard]] std::vector<Observation> underpassStages(const Situation& situation, const Observations& seen,
                                                       const FloodRules& rules, Instant now);

/// The levels of a river or a reservoir, above the datum of its gauge.
struct WaterMarks {
  const Observation* level = nullptr;  ///< the newest, by its gauge or in its own name
  double levelM = 0;
  std::map<std::string, double> marks;  ///< by Vocabulary::thresholdLevel, m
  [[nodiscard]] bool reaches(const std::string& mark) const;
};

/// @p columns: of the zone or the facility; 汛限水位, 设计水位 and the like count before those of its gauges.
[[nodiscard]] WaterMarks waterMarks(const Situation& situation, const Observations& seen, const FloodRules& rules,
                                    const Uuid& thing, const std::string& name, const Attributes& columns, Instant now);

/// "level", its marks, and as "stage" the highest mark that it reaches, for each river and reservoir.
[[nodiscard]] std::vector<Observation> waterStages(const Situation& situation, const Observations& seen,
                                                   const FloodRules& rules, Instant now);

}  // namespace fengsui::flood
